#!/usr/bin/env node
/**
 * Times parsing, verifying and printing with the built command against native mlir-opt, in one run:
 * `npm run bench:parse [-- --hex MEGABYTES] [-- FILE.mlir…]`. Prints CPU and wall seconds, MB/s of CPU time and the peak memory
 * of both, and ratios. The inputs: 20 MB of affine loop nests and a hexadecimal constant (of 100 MB unless `--hex` says
 * otherwise), both made here; the largest file of the corpus; an example of 2.4 KB, which shows the start-up; and the files given.
 * With `--huge MEGABYTES` only a hexadecimal constant and resource of that size, whose output must equal the input.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { findOracle } from '../../scripts/oracles.js';
import { affineModule } from './affine-module.js';
import { writeHexConstant } from './hex-constant.js';
import { processCost } from './process-cost.js';

const root = join(import.meta.dirname, '../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { hex: { type: 'string', default: '100' }, huge: { type: 'string' }, runs: { type: 'string', default: '3' } },
});
const folder = mkdtempSync(join(tmpdir(), 'mlir2zk-bench-'));
const output = join(folder, 'output.mlir');
const ours = ['mlir2zk', process.execPath, join(root, 'packages/cli/bin/mlir2zk.js'), 'opt', '-o', output];
const nativePath = findOracle('mlir-opt-19');
const native = nativePath === undefined ? undefined : ['mlir-opt-19', nativePath, '--allow-unregistered-dialect', '-o', output];

/** @param {string} name */
const inFolder = (name) => join(folder, name);

/** The largest `.mlir` file of the corpus in the repository. */
function largestCorpusFile() {
  const corpus = join(root, 'test/corpus');
  const paths = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.mlir')).map((name) => join(corpus, name));
  return paths.reduce((largest, path) => (statSync(path).size > statSync(largest).size ? path : largest));
}

/**
 * @param {string} file
 * @param {number} runs
 */
function compare(file, runs) {
  const { size } = statSync(file);
  console.log(`${basename(file)}, ${(size / 1e6).toFixed(size < 1e5 ? 4 : 1)} MB`);
  const costs = [ours, native].flatMap((tool) => {
    if (tool === undefined) return [];
    const [name = '', ...command] = tool;
    const cost = processCost([...command, file], runs);
    const rate = (size / 1e6 / cost.cpu).toFixed(2);
    console.log(
      `  ${name.padEnd(12)} CPU ${cost.cpu.toFixed(2)} s  wall ${cost.wall.toFixed(2)} s  ${rate.padStart(7)} MB/s  ` +
        `peak ${(cost.memory / 1e6).toFixed(0)} MB (${(cost.memory / size).toFixed(2)} of the file)`,
    );
    return [cost];
  });
  const [mine, theirs] = costs;
  if (mine === undefined || theirs === undefined) console.log('  mlir-opt-19 is not installed: nothing to compare with');
  else
    console.log(
      `  mlir2zk is ${(theirs.cpu / mine.cpu).toFixed(2)} times as fast (CPU; ${(theirs.wall / mine.wall).toFixed(2)} by wall) ` +
        `and takes ${(mine.memory / theirs.memory).toFixed(2)} times the memory`,
    );
}

/** @param {string} file */
function mustPassUnchanged(file) {
  const [, ...command] = ours;
  const { status } = spawnSync(command[0] ?? '', [...command.slice(1), file], { stdio: 'inherit' });
  const same = status === 0 && spawnSync('cmp', [file, output], { stdio: 'inherit' }).status === 0;
  console.log(`  ${same ? 'passes through unchanged' : 'DIFFERS after mlir2zk opt'}`);
  if (!same) process.exitCode = 1;
}

try {
  const runs = Number(values.runs);
  if (values.huge !== undefined) {
    for (const where of /** @type {const} */ (['attribute', 'resource'])) {
      const file = inFolder(`hex-${where}.mlir`);
      writeHexConstant(file, Number(values.huge) * 1e6, where);
      compare(file, 1);
      mustPassUnchanged(file);
      rmSync(file);
    }
  } else {
    writeFileSync(inFolder('affine.mlir'), affineModule(20e6));
    writeHexConstant(inFolder('hex.mlir'), Number(values.hex) * 1e6);
    const files = [inFolder('affine.mlir'), inFolder('hex.mlir'), largestCorpusFile(), join(root, 'examples/maxpool/maxpool.mlir'), ...positionals];
    for (const file of files) compare(file, runs);
    const [node, command] = [[process.execPath, '--eval', '0'], ours.slice(1, 3)];
    console.log(`node alone starts in ${processCost(node, runs).cpu.toFixed(2)} s CPU; the command with --version in ${processCost([...command, '--version'], runs).cpu.toFixed(2)} s`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
