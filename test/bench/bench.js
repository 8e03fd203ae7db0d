#!/usr/bin/env node
/**
 * Times the built command against native mlir-opt, and lowering by itself, in one run: `npm run bench [FILE.mlir…]`.
 * Prints medians of CPU seconds (user and system), which say more than wall time on a busy machine, and ratios.
 * Besides the files given it measures the examples and two texts made here: loop nests (code) and one large constant (hex).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { findOracle } from '../../scripts/oracles.js';

const RUNS = 5;
const root = join(import.meta.dirname, '../..');
const mlir2zk = [process.execPath, join(root, 'packages/cli/bin/mlir2zk.js')];
const mlirOpt = findOracle('mlir-opt-19');
const folder = mkdtempSync(join(tmpdir(), 'mlir2zk-bench-'));

/**
 * @param {readonly string[]} command
 * @returns {number} the median CPU seconds of some runs
 */
function cpuSeconds(command) {
  const seconds = Array.from({ length: RUNS }, () => {
    const { status, stderr } = spawnSync('/usr/bin/env', ['bash', '-c', 'TIMEFORMAT="%U %S"; time "$@" >/dev/null', 'bench', ...command], {
      encoding: 'utf8',
    });
    const [user, system] = stderr.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
    if (status !== 0 || user === undefined || system === undefined) throw new Error(`${command.join(' ')} failed:\n${stderr}`);
    return user + system;
  }).sort((a, b) => a - b);
  return seconds[RUNS >> 1] ?? NaN;
}

/** One function per copy of the seed's nest. */
function loopNests() {
  const seed = readFileSync(join(root, 'examples/maxpool/maxpool.mlir'), 'utf8');
  const aliases = seed.slice(0, seed.indexOf('module'));
  const nest = seed.slice(seed.indexOf('func.func'), seed.indexOf('"krnl.entry_point"'));
  const copies = Array.from({ length: 1000 }, (_, i) => nest.replace('@main_graph', `@nest${i}`));
  return `${aliases}module {\n${copies.join('\n')}\n}\n`;
}

/** A module with one constant of 20 MB as hexadecimal digits. */
function largeConstant() {
  const hex = '0AD7A33C'.repeat(2_500_000);
  return `module {\n  memref.global "private" constant @weights : memref<2500000xf32> = dense<"0x${hex}">\n}\n`;
}

/**
 * @param {string} name
 * @param {string} text
 */
function made(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

try {
  const examples = ['examples/maxpool/maxpool.mlir', 'examples/digits/digits_cnn.mlir'].map((path) => join(root, path));
  const files = [...examples, made('loops.mlir', loopNests()), made('constant.mlir', largeConstant()), ...process.argv.slice(2)];
  console.log('parse, verify and print, CPU seconds:');
  for (const file of files) {
    const ours = cpuSeconds([...mlir2zk, 'opt', file]);
    const native = mlirOpt === undefined ? undefined : cpuSeconds([mlirOpt, '--allow-unregistered-dialect', file]);
    const ratio = native === undefined ? 'mlir-opt-19 is not installed' : `mlir-opt-19 ${native.toFixed(3)}, ratio ${(ours / native).toFixed(2)}`;
    console.log(`  ${basename(file).padEnd(20)} ${(statSync(file).size / 1e6).toFixed(2).padStart(7)} MB  mlir2zk ${ours.toFixed(3)}, ${ratio}`);
  }
  console.log('lower to zkLLVM IR, CPU seconds including start-up:');
  for (const file of examples) console.log(`  ${basename(file).padEnd(20)} ${cpuSeconds([...mlir2zk, 'lower', file]).toFixed(3)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
