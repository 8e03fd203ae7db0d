#!/usr/bin/env node
/**
 * Times lowering to LLVM IR with the built command against native mlir-opt and mlir-translate (and llvm-as for bitcode), in one
 * run: `npm run bench:lower [-- --affine MEGABYTES] [-- --hex MEGABYTES] [-- --runs N]`. Prints CPU and wall seconds and the peak
 * memory of both, and ratios. The inputs: affine loop nests (20 MB unless `--affine` says otherwise) and a hexadecimal constant
 * (100 MB), both made here, and an example of 2.4 KB, which shows the start-up. The native side is the sum of its processes, its
 * memory the most that one of them took. Last it prints how fast text is written, without reading and lowering.
 */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseModuleText, writeModule } from '@mlir2zk/llvm-emit';
import { findOracle } from '../../scripts/oracles.js';
import { affineModule } from './affine-module.js';
import { writeHexConstant } from './hex-constant.js';
import { processCost } from './process-cost.js';

/** What upstream runs from the affine dialect to the llvm dialect. */
const PIPELINE = [
  '--lower-affine', '--convert-scf-to-cf', '--expand-strided-metadata', '--lower-affine', '--convert-math-to-llvm', '--convert-math-to-libm',
  '--convert-arith-to-llvm', '--finalize-memref-to-llvm', '--convert-func-to-llvm', '--convert-cf-to-llvm', '--reconcile-unrealized-casts',
];

const root = join(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    affine: { type: 'string', default: '20' },
    hex: { type: 'string', default: '100' },
    runs: { type: 'string', default: '1' },
  },
});
const runs = Number(values.runs);
const folder = mkdtempSync(join(tmpdir(), 'mlir2zk-bench-'));
const [mlirOpt, mlirTranslate, llvmAs] = ['mlir-opt-19', 'mlir-translate-19', 'llvm-as-19'].map(findOracle);

/** @typedef {import('./process-cost.js').Cost} Cost */
/** @typedef {'llvm' | 'bitcode'} Emission */

/** @param {string} name */
const inFolder = (name) => join(folder, name);

/**
 * @param {string} file
 * @param {Emission} emit
 * @param {number} times
 */
function ourCost(file, emit, times) {
  const command = [process.execPath, join(root, 'packages/cli/bin/mlir2zk.js'), 'lower', '--target', 'llvm', '--emit', emit];
  return processCost([...command, '-o', inFolder('ours'), file], times);
}

/**
 * @param {string} file
 * @param {Emission} emit
 * @param {number} times
 * @returns {Cost | undefined} the sum of the tools, undefined where one is not installed
 */
function nativeCost(file, emit, times) {
  if (mlirOpt === undefined || mlirTranslate === undefined || llvmAs === undefined) return undefined;
  const [dialect, text] = [inFolder('native.mlir'), inFolder('native.ll')];
  const steps = [
    processCost([mlirOpt, '--allow-unregistered-dialect', ...PIPELINE, '-o', dialect, file], times),
    processCost([mlirTranslate, '--mlir-to-llvmir', '-o', text, dialect], times),
    ...(emit === 'bitcode' ? [processCost([llvmAs, '-o', inFolder('native.bc'), text], times)] : []),
  ];
  return steps.reduce((sum, step) => ({
    cpu: sum.cpu + step.cpu,
    wall: sum.wall + step.wall,
    memory: Math.max(sum.memory, step.memory),
  }));
}

/**
 * @param {string} name
 * @param {Cost} cost
 */
const row = (name, { cpu, wall, memory }) =>
  console.log(`  ${name.padEnd(44)} CPU ${cpu.toFixed(2)} s  wall ${wall.toFixed(2)} s  peak ${(memory / 1e6).toFixed(0)} MB`);

/**
 * @param {string} file
 * @param {readonly Emission[]} emissions
 * @param {number} times
 */
function compare(file, emissions, times) {
  const { size } = statSync(file);
  for (const emit of emissions) {
    console.log(`${basename(file)}, ${(size / 1e6).toFixed(size < 1e5 ? 4 : 1)} MB, to ${emit === 'llvm' ? 'text' : 'bitcode'}`);
    const mine = ourCost(file, emit, times);
    row(`mlir2zk (${(statSync(inFolder('ours')).size / 1e6).toFixed(1)} MB written)`, mine);
    const theirs = nativeCost(file, emit, times);
    if (theirs === undefined) {
      console.log('  mlir-opt-19, mlir-translate-19 or llvm-as-19 is not installed: nothing to compare with');
      continue;
    }
    row(emit === 'llvm' ? 'mlir-opt-19 + mlir-translate-19' : 'mlir-opt-19 + mlir-translate-19 + llvm-as-19', theirs);
    console.log(
      `  mlir2zk is ${(theirs.cpu / mine.cpu).toFixed(1)} times as fast (CPU; ${(theirs.wall / mine.wall).toFixed(1)} by wall) ` +
        `and takes ${(mine.memory / theirs.memory).toFixed(2)} times the memory`,
    );
  }
}

/** Writes the module that was lowered last as text, again and again: by CPU time, which says more on a busy machine. */
function emissionRate() {
  const module = parseModuleText(readFileSync(inFolder('ours')));
  let best = 0;
  for (let time = 0; time < 5; time++) {
    let bytes = 0;
    const start = process.cpuUsage();
    writeModule(module, (chunk) => void (bytes += chunk.length));
    const { user, system } = process.cpuUsage(start);
    best = Math.max(best, bytes / (user + system));
  }
  console.log(`text of ${module.functions.length} functions is written at ${best.toFixed(0)} MB/s`);
}

try {
  writeFileSync(inFolder('affine.mlir'), affineModule(Number(values.affine) * 1e6));
  writeHexConstant(inFolder('constant.mlir'), Number(values.hex) * 1e6);
  // Upstream does not know onnx-mlir's operation about the entry point.
  const example = readFileSync(join(root, 'examples/maxpool/maxpool.mlir'), 'utf8').replace(/^.*"krnl\.entry_point".*\n/m, '');
  writeFileSync(inFolder('maxpool.mlir'), example);
  compare(inFolder('maxpool.mlir'), ['llvm', 'bitcode'], 5);
  compare(inFolder('constant.mlir'), ['llvm', 'bitcode'], runs);
  compare(inFolder('affine.mlir'), ['bitcode', 'llvm'], runs);
  emissionRate();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
