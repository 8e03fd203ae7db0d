#!/usr/bin/env node
/**
 * Runs the parser, the verifier and the printer on mutants of the MLIR texts in the repository:
 * `npm run fuzz -- --seconds N [--seed S] [--workers W] [--corpus FOLDER…]`. Nothing may throw but diagnostics, hang for 2 s or
 * take 1 GB, and the generic form of what is accepted must read back as the same operations. Prints how many inputs ran; of a failure the
 * smallest input found, which it also writes to `fuzz-failure.mlir`, and exits with 1.
 */
import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import * as parser from '@mlir2zk/mlir-parser';
import { checkInput } from './check-input.js';
import { minimize } from './minimize.js';
import { failureOf, runFuzzer } from './run-fuzzer.js';
import { seedFolders } from './seeds.js';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '1' },
    corpus: { type: 'string', multiple: true, default: [] },
  },
});
const options = {
  check: new URL('parser-check.js', import.meta.url),
  folders: [...seedFolders, ...values.corpus],
  seed: Number(values.seed),
  seconds: Number(values.seconds),
  workers: Number(values.workers),
};
for (const [name, value] of Object.entries(options))
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`--${name} takes a number`);

const start = performance.now();
const { inputs, accepted, failure } = await runFuzzer(options);
const seconds = (performance.now() - start) / 1000;
console.log(`${inputs} inputs in ${seconds.toFixed(0)} s (${(inputs / seconds).toFixed(0)}/s), ${accepted} of them accepted, seed ${options.seed}`);
if (failure !== undefined) {
  const kind = firstLine(failure.message);
  // What throws is tried again right here; what hangs or fills the memory needs a worker for each try.
  const slow = /^(hang|memory):/.test(kind);
  const stillFails = async (/** @type {Uint8Array} */ bytes) => sameKind(slow ? await failureOf(options, bytes) : thrownBy(bytes), kind);
  const smallest = await minimize(failure.bytes, stillFails, slow ? 60 : 5000);
  writeFileSync('fuzz-failure.mlir', smallest);
  console.log(`input ${failure.index} failed: ${failure.message}\nsmallest input found (fuzz-failure.mlir), ${smallest.length} bytes:\n${Buffer.from(smallest).toString('latin1')}`);
  process.exitCode = 1;
}

/** @param {Uint8Array} bytes */
function thrownBy(bytes) {
  try {
    checkInput(parser, bytes);
    return undefined;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

/** @param {string} message */
function firstLine(message) {
  return message.split('\n')[0] ?? '';
}

/**
 * Messages name operations and values: only their words tell failures apart.
 *
 * @param {string | undefined} message
 * @param {string} kind
 */
function sameKind(message, kind) {
  const words = (/** @type {string} */ text) => firstLine(text).replaceAll(/'[^']*'|"[^"]*"|[\d:]+/g, '').slice(0, 60);
  return message !== undefined && words(message) === words(kind);
}
