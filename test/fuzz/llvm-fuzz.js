#!/usr/bin/env node
/**
 * Runs llvm-emit's readers on mutants of LLVM IR text and of bitcode: `npm run fuzz:llvm -- [--count N] [--seed S] [--write FILE]`.
 * Nothing may throw but located errors, or take longer than 2 s; what is accepted and verifies is written and read back. Prints how many
 * inputs ran; of a failure what failed, whose input goes to FILE, and exits with 1.
 */
import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { clearInterval, setInterval } from 'node:timers';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import * as llvm from '@mlir2zk/llvm-emit';
import { llvmMutant, llvmSeeds } from './llvm-mutant.js';

const HANG_MILLISECONDS = 2000;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    write: { type: 'string', default: 'fuzz-failure.bin' },
  },
});
const [count, seed] = [Number(values.count), Number(values.seed)];
if (!Number.isSafeInteger(count) || !Number.isSafeInteger(seed)) throw new RangeError('--count and --seed take integers');

for (const kind of /** @type {const} */ (['text', 'bitcode'])) {
  const start = performance.now();
  const { progress, failure } = await run(kind);
  const seconds = (performance.now() - start) / 1000;
  const [begun = 0, accepted = 0] = progress;
  console.log(`${kind}: ${begun} inputs in ${seconds.toFixed(0)} s, ${accepted} of them accepted, seed ${seed}`);
  if (failure === undefined) continue;
  writeFileSync(values.write, llvmMutant(llvmSeeds(llvm), kind, seed, failure.index));
  console.log(`input ${failure.index} failed (${values.write}): ${failure.message}`);
  process.exitCode = 1;
}

/**
 * @param {'text' | 'bitcode'} kind
 * @returns {Promise<{ progress: Float64Array, failure: { index: number, message: string } | undefined }>}
 */
async function run(kind) {
  const progress = new Float64Array(new SharedArrayBuffer(3 * Float64Array.BYTES_PER_ELEMENT));
  const worker = new Worker(new URL('llvm-worker.js', import.meta.url), { workerData: { kind, seed, count, progress } });
  let [last, since] = [0, performance.now()];
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let watchdog;
  /** @type {{ index: number, message: string } | undefined} */
  const failure = await new Promise((resolve) => {
    watchdog = setInterval(() => {
      const [begun = 0] = progress;
      if (begun !== last || begun === 0) [last, since] = [begun, performance.now()];
      else if (performance.now() - since > HANG_MILLISECONDS) resolve({ index: begun - 1, message: `hang: more than ${HANG_MILLISECONDS} ms` });
    }, 200);
    worker.on('message', resolve);
    worker.on('error', (error) => resolve({ index: (progress[0] ?? 0) - 1, message: String(error) }));
    worker.on('exit', () => resolve(undefined));
  });
  clearInterval(watchdog);
  await worker.terminate();
  return { progress, failure };
}
