#!/usr/bin/env node
/**
 * The sizes of circuits: `npm run bench:circuits -- DIR` takes every model NAME.mlir (or NAME.O0.mlir) in DIR that has a
 * vector NAME.json, lowers it with input ranges from the vector, runs it in the reference assigner, and prints rows, the
 * largest error, and what that costs. Besides the models of DIR it measures those of the examples.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { processCost } from './process-cost.js';

const root = join(import.meta.dirname, '../..');
const mlir2zk = [process.execPath, '--max-old-space-size=8192', join(root, 'packages/cli/bin/mlir2zk.js')];

/** Fixed-point formats that are tried. */
const formats = ['16.16', '12.12'];

/** Rows that are published for models of that name: the closest earlier system, with custom gates in its own fork of the assigner. */
const published = { basic_mnist: 33124, 'mnist-12': 178640 };

const folder = mkdtempSync(join(tmpdir(), 'mlir2zk-circuits-'));

/**
 * @typedef {object} Sample
 * @property {string} name
 * @property {string} model
 * @property {string} vector
 */

/**
 * @param {string} directory
 * @returns {Sample[]}
 */
function samplesIn(directory) {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.mlir'))
    .sort()
    .flatMap((file) => {
      const name = basename(file, '.mlir').replace(/\.O0$/, '');
      const vector = [`${name}.json`, `${name}.samples.json`].find((candidate) => existsSync(join(directory, candidate)));
      return vector === undefined ? [] : [{ name, model: join(directory, file), vector: join(directory, vector) }];
    });
}

/** @param {Sample} sample */
function measure({ name, model, vector }) {
  const ranges = join(folder, `${name}.ranges.json`);
  const calibrated = spawnSync(mlir2zk[0], [...mlir2zk.slice(1), 'calibrate', model, '--inputs', vector, '-o', ranges], { encoding: 'utf8' });
  if (calibrated.status !== 0) {
    console.log(`${name.padEnd(16)} ${calibrated.stderr.trim().split('\n')[0]}`);
    return;
  }
  for (const format of formats) {
    const args = [model, '--ranges', ranges, '--fixed', format];
    // An error above the tolerance is a figure here, no failure.
    const run = ['run', ...args, '--inputs', vector, '--json', '--tolerance', '1e9'];
    const { status, stdout, stderr } = spawnSync(mlir2zk[0], [...mlir2zk.slice(1), ...run], { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (status !== 0) {
      console.log(`${name.padEnd(16)} ${format.padEnd(6)} ${stderr.trim().split('\n')[0]}`);
      continue;
    }
    const parsed = JSON.parse(stdout);
    const samples = Array.isArray(parsed) ? parsed : [parsed];
    const error = Math.max(...samples.map(({ largestError }) => largestError ?? NaN));
    const { usableRows, paddedRows, gates } = samples[0];
    const cost = processCost([...mlir2zk, 'lower', ...args, '-o', join(folder, 'circuit.ll')], 1);
    const { [name]: other } = /** @type {Record<string, number>} */ (published);
    console.log(
      [
        name.padEnd(16), format.padEnd(6), String(usableRows).padStart(10), `2^${Math.log2(paddedRows)}`.padStart(6), String(gates).padStart(5),
        error.toExponential(1).padStart(9), (other === undefined ? '-' : String(other)).padStart(9),
        cost.cpu.toFixed(1).padStart(8), (cost.memory / 2 ** 20).toFixed(0).padStart(7),
      ].join(' '),
    );
  }
}

try {
  const samples = [...samplesIn(join(root, 'examples/digits')), ...process.argv.slice(2).flatMap(samplesIn)];
  console.log(
    ['model'.padEnd(16), 'format', 'rows'.padStart(10), 'table'.padStart(6), 'gates', 'error'.padStart(9), 'published', 'lower, s'.padStart(8), 'MiB'.padStart(7)].join(' '),
  );
  for (const sample of samples) measure(sample);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
