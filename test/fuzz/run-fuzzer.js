import { performance } from 'node:perf_hooks';
import { clearInterval, setInterval, setTimeout } from 'node:timers';
import { Worker } from 'node:worker_threads';
import { mutant } from './mutate.js';
import { randomIntegers } from './random.js';
import { readSeeds } from './seeds.js';

/** An input may take so long, and so much memory. */
const HANG_MILLISECONDS = 2000;
const MEMORY_MEGABYTES = 1024;
const POLL_MILLISECONDS = 200;

/**
 * @typedef {object} Failure
 * @property {string} message what went wrong; the first line tells failures apart
 * @property {Uint8Array} bytes the input
 * @property {number} index of the mutant
 */

/**
 * @typedef {object} FuzzOptions
 * @property {URL} check the module whose `check(bytes)` runs one input
 * @property {readonly string[]} folders of seeds
 * @property {number} seed
 * @property {number} seconds
 * @property {number} workers
 */

/**
 * Runs mutants in workers for some seconds, or until one fails: throws, hangs for 2 s, or needs more than 1 GB.
 *
 * @param {FuzzOptions} options
 * @returns {Promise<{ inputs: number, accepted: number, failure: Failure | undefined }>}
 */
export async function runFuzzer(options) {
  const runs = Array.from({ length: options.workers }, (_, first) => startWorker(options, { first, step: options.workers }));
  const deadline = new Promise((resolve) => setTimeout(resolve, options.seconds * 1000).unref());
  const keepAlive = setInterval(() => {}, 1000);
  const failure = await Promise.race([deadline.then(() => undefined), ...runs.map((run) => run.failure)]);
  clearInterval(keepAlive);
  await Promise.all(runs.map((run) => run.stop()));
  let accepted = 0;
  let rejected = 0;
  for (const { progress } of runs) {
    accepted += progress[1] ?? 0;
    rejected += progress[2] ?? 0;
  }
  return { inputs: accepted + rejected + (failure === undefined ? 0 : 1), accepted, failure };
}

/**
 * Whether `bytes` fails, and how.
 *
 * @param {FuzzOptions} options
 * @param {Uint8Array} bytes
 * @returns {Promise<string | undefined>}
 */
export async function failureOf(options, bytes) {
  const run = startWorker(options, { first: 0, step: 1, input: bytes });
  const failure = await run.failure;
  await run.stop();
  return failure?.message;
}

/**
 * @param {FuzzOptions} options
 * @param {{ first: number, step: number, input?: Uint8Array }} share
 */
function startWorker({ check, folders, seed }, { first, step, input }) {
  const progress = new Float64Array(new SharedArrayBuffer(3 * Float64Array.BYTES_PER_ELEMENT));
  progress[0] = -1;
  const worker = new Worker(new URL('worker.js', import.meta.url), {
    workerData: { check: check.href, folders, seed, first, step, progress, input },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
  });
  const inputAt = (/** @type {number} */ index) => input ?? mutant(readSeeds(folders), randomIntegers(Math.imul(seed, 0x9e3779b1) + index));
  /** @type {(failure: Failure | undefined) => void} */
  let settle = () => {};
  /** @type {Promise<Failure | undefined>} */
  const failure = new Promise((resolve) => (settle = resolve));
  const fail = (/** @type {string} */ message, /** @type {Uint8Array | undefined} */ bytes = undefined) => {
    const index = progress[0] ?? -1;
    settle({ message, bytes: bytes ?? inputAt(index), index });
  };
  worker.on('message', ({ failure: message, bytes }) => (message === undefined ? settle(undefined) : fail(message, bytes)));
  worker.on('error', (/** @type {NodeJS.ErrnoException} */ error) =>
    fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? `memory: more than ${MEMORY_MEGABYTES} MB` : String(error.stack)));

  let last = '';
  let since = performance.now();
  let polled = since;
  const watchdog = setInterval(() => {
    const state = progress.join();
    const now = performance.now();
    // A process that was stopped has not hung.
    const wasStopped = now - polled > 5 * POLL_MILLISECONDS;
    polled = now;
    // Before the first input the worker is still loading.
    if (state !== last || wasStopped || (progress[0] === -1 && input === undefined)) {
      last = state;
      since = now;
    } else if (now - since > HANG_MILLISECONDS + (input === undefined ? 0 : HANG_MILLISECONDS)) fail(`hang: more than ${HANG_MILLISECONDS} ms`);
    if (process.memoryUsage.rss() > 1.5e6 * MEMORY_MEGABYTES) fail(`memory: more than ${MEMORY_MEGABYTES} MB`);
  }, POLL_MILLISECONDS);
  const stop = async () => {
    clearInterval(watchdog);
    await worker.terminate();
  };
  return { progress, failure, stop };
}
