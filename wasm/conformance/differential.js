import { execFile } from 'node:child_process';
import { findOracle } from '../../scripts/oracles.js';

/**
 * How the two answers on one piece of a test file compare. `lost`: the instance ended itself;
 * `no answer`: mlir-opt-19 crashed on the piece, or did not end, so there is nothing to compare with.
 *
 * @typedef {'same' | 'both fail' | 'different' | 'only wasm fails' | 'only native fails' | 'lost' | 'no answer'} Verdict
 *
 * @typedef {object} Comparison
 * @property {number} piece counted from 0
 * @property {Verdict} verdict
 * @property {string} wasm text, or the message of the error
 * @property {string} native
 */

/** Dialects that upstream's mlir-opt has and this build has not. */
const dialectsNotBuiltIn =
  'acc amdgpu amx arm_neon arm_sme arm_sve async emitc gpu irdl mesh ml_program mpi nvgpu nvvm omp polynomial ptr rocdl shape sparse_tensor spirv test x86vector xegpu'.split(
    ' ',
  );
const nameNotBuiltIn = new RegExp(String.raw`(?:["!#\s(<{[,]|transform\.|^)(?:${dialectsNotBuiltIn.join('|')})\.|transform\.test_|with_pdl_patterns|\bpdl_match\b`, 'm');

/**
 * Whether a piece names no operation, type or attribute of a dialect that is not built in.
 *
 * @param {string} piece
 */
export function usesBuiltInDialectsOnly(piece) {
  return !nameNotBuiltIn.test(piece.replaceAll(/\/\/.*$/gm, ''));
}

/**
 * The pieces of a test file, as `mlir-opt --split-input-file` separates them.
 *
 * @param {string} text
 */
export function piecesOf(text) {
  return text.split(/\/\/ -----(?=\n)/);
}

/** Milliseconds after which mlir-opt-19 counts as one that does not end. */
const patience = 30_000;

/**
 * @param {string} text
 * @param {string} pipeline
 * @param {readonly string[]} [options]
 * @returns {Promise<string | undefined>} what mlir-opt-19 prints, empty if it failed; undefined after a crash, or if it does not end
 */
async function askNative(text, pipeline, options = []) {
  const command = findOracle('mlir-opt-19');
  if (command === undefined) throw new Error('mlir-opt-19 is not installed');
  const all = ['--allow-unregistered-dialect', '--mlir-disable-threading', '--mlir-print-op-on-diagnostic=false', ...options];
  if (pipeline !== '') all.push(`--pass-pipeline=${pipeline}`);
  return new Promise((resolve, reject) => {
    const child = execFile(command, all, { maxBuffer: 2 ** 30, encoding: 'utf8', timeout: patience }, (error, stdout) => {
      if (error === null || typeof error.code === 'number') resolve(stdout);
      else if (typeof error.signal === 'string') resolve(undefined);
      else reject(error);
    });
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(text);
  });
}

/**
 * Asks mlir-opt-19 about all pieces at once, or one by one if it crashes on one of them or splits the file in
 * another way.
 *
 * @param {string} text
 * @param {readonly string[]} pieces of `text`
 * @param {string} pipeline
 * @returns {Promise<(string | undefined)[]>}
 */
async function askNativeAboutAll(text, pieces, pipeline) {
  const answers = (await askNative(text, pipeline, ['--split-input-file']))?.split('// -----\n');
  if (answers?.length === pieces.length) return answers;
  return Promise.all(pieces.map((piece) => askNative(piece, pipeline)));
}

/**
 * Runs one pipeline on all pieces of a test file in WebAssembly and natively.
 *
 * @param {import('mlir-js-bindings').Mlir} mlir
 * @param {string} text
 * @param {string} pipeline empty for parsing and printing only
 * @returns {Promise<Comparison[]>} of those pieces whose dialects are built in
 */
export async function compareWithNative(mlir, text, pipeline) {
  const pieces = piecesOf(text);
  if (!pieces.some(usesBuiltInDialectsOnly)) return [];
  const native = await askNativeAboutAll(text, pieces, pipeline);
  return pieces
    .map((piece, index) => ({ piece, index }))
    .filter(({ piece }) => usesBuiltInDialectsOnly(piece))
    .map(({ piece, index }) => {
      const answered = native[index];
      if (answered === undefined) return { piece: index, verdict: 'no answer', wasm: '', native: '' };
      // Output is compared between the markers that mlir-opt prints.
      const expected = answered.trimEnd();
      const answer = askWasm(mlir, piece, pipeline);
      return { piece: index, verdict: verdictOf(answer, expected), wasm: answer.text, native: expected };
    });
}

/**
 * @param {import('mlir-js-bindings').Mlir} mlir
 * @param {string} piece
 * @param {string} pipeline
 * @returns {{ outcome: 'printed' | 'failed' | 'lost', text: string }}
 */
function askWasm(mlir, piece, pipeline) {
  try {
    const module = mlir.parse(piece, { fileName: '-', allowUnregisteredDialects: true });
    try {
      if (pipeline !== '') module.runPipeline(pipeline);
      return { outcome: 'printed', text: module.print().trimEnd() };
    } finally {
      module.dispose();
    }
  } catch (error) {
    const { code, message } = /** @type {import('mlir-js-bindings').MlirError} */ (error);
    const lost = code === 'fatal' || code === 'out-of-memory' || code === 'stack-overflow';
    return { outcome: lost ? 'lost' : 'failed', text: message };
  }
}

/**
 * @param {{ outcome: 'printed' | 'failed' | 'lost', text: string }} answer
 * @param {string} expected empty if native failed
 * @returns {Verdict}
 */
function verdictOf({ outcome, text }, expected) {
  if (outcome === 'lost') return 'lost';
  if (outcome === 'failed') return expected === '' ? 'both fail' : 'only wasm fails';
  if (expected === '') return 'only native fails';
  return text === expected ? 'same' : 'different';
}
