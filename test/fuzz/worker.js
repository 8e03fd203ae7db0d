/**
 * Runs mutants one after the other until it is stopped or one fails. `workerData` says which: mutant `index` of `seed` is the
 * same on every machine, so that a run needs no record of its inputs.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { mutant } from './mutate.js';
import { randomIntegers } from './random.js';
import { readSeeds } from './seeds.js';

/**
 * @typedef {object} Work
 * @property {string} check the module whose `check(bytes)` runs one input
 * @property {readonly string[]} folders of seeds
 * @property {number} seed
 * @property {number} first index of a mutant
 * @property {number} step from one index to the next
 * @property {Float64Array} progress shared: the index being run, inputs accepted, inputs rejected
 * @property {Uint8Array | undefined} input to be run instead of mutants
 */

const { check: checkModule, folders, seed, first, step, progress, input } = /** @type {Work} */ (workerData);
const { check } = /** @type {{ check: (bytes: Uint8Array) => 'accepted' | 'rejected' }} */ (await import(checkModule));

/** @param {Uint8Array} bytes */
function failureOf(bytes) {
  try {
    progress[check(bytes) === 'accepted' ? 1 : 2]++;
    return undefined;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error);
  }
}

if (input !== undefined) parentPort?.postMessage({ failure: failureOf(input), bytes: input });
else {
  const seeds = readSeeds(folders);
  for (let index = first; ; index += step) {
    progress[0] = index;
    const bytes = mutant(seeds, randomIntegers(Math.imul(seed, 0x9e3779b1) + index));
    const failure = failureOf(bytes);
    if (failure === undefined) continue;
    parentPort?.postMessage({ failure, bytes });
    break;
  }
}
