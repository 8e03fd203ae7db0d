/** Runs the mutants that `workerData` names, one after the other, until one fails. */
import { parentPort, workerData } from 'node:worker_threads';
import * as llvm from '@mlir2zk/llvm-emit';
import { checkLlvm } from './llvm-check.js';
import { llvmMutant, llvmSeeds } from './llvm-mutant.js';

/**
 * @typedef {object} LlvmWork
 * @property {'text' | 'bitcode'} kind
 * @property {number} seed
 * @property {number} count
 * @property {Float64Array} progress shared: inputs begun, accepted, rejected
 */

const { kind, seed, count, progress } = /** @type {LlvmWork} */ (workerData);
const seeds = llvmSeeds(llvm);
for (let index = 0; index < count; index++) {
  progress[0] = index + 1;
  try {
    progress[checkLlvm(llvm, kind, llvmMutant(seeds, kind, seed, index)) === 'accepted' ? 1 : 2]++;
  } catch (error) {
    parentPort?.postMessage({ index, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    break;
  }
}
