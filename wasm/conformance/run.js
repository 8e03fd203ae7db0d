#!/usr/bin/env node
/**
 * Compares this build with mlir-opt-19 on folders of test files, for example LLVM's own mlir/test:
 *
 *   npm run conformance:wasm -- path/to/mlir/test [more folders] [--only Dialect/Affine] [--verbose]
 *
 * `--wasm FILE` takes another build than the committed one.
 * Prints a table in Markdown, with every difference and its cause; the committed one is results.md.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadMlir } from 'mlir-js-bindings';
import { compareWithNative } from './differential.js';
import { causeOf } from './known-differences.js';
import { pipelinesFor } from './pipelines.js';

/** Files of more bytes are left out: minutes of printing constants, all of the same kind. */
const largest = 32e6;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' }, verbose: { type: 'boolean', default: false }, wasm: { type: 'string' } },
});
if (positionals.length === 0) {
  console.error('usage: npm run conformance:wasm -- path/to/mlir/test [more folders] [--only Dialect/Affine] [--verbose]');
  process.exit(2);
}

const verdicts = /** @type {const} */ (['same', 'both fail', 'different', 'only wasm fails', 'only native fails', 'lost', 'no answer']);

/** @type {Map<string, { files: Set<string>, counts: Record<string, number> }>} by directory */
const rows = new Map();
/** @type {Map<string, string[]>} places by cause */
const differences = new Map();

/** @param {string} directory */
function rowOf(directory) {
  let row = rows.get(directory);
  if (row === undefined) rows.set(directory, (row = { files: new Set(), counts: {} }));
  return row;
}

const mlir = await loadMlir(values.wasm === undefined ? {} : { wasm: readFileSync(values.wasm) });
let leftOut = 0;
for (const root of positionals) {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.mlir') && path.startsWith(values.only))
    .sort();
  for (const path of files) {
    if (statSync(join(root, path)).size > largest) {
      leftOut += 1;
      continue;
    }
    const text = readFileSync(join(root, path), 'utf8');
    const directory = path.split('/').slice(0, -1).slice(0, 2).join('/') || '.';
    for (const pipeline of pipelinesFor(path))
      for (const { piece, verdict, wasm, native } of await compareWithNative(mlir, text, pipeline)) {
        const row = rowOf(directory);
        row.files.add(path);
        row.counts[verdict] = (row.counts[verdict] ?? 0) + 1;
        if (verdict === 'same' || verdict === 'both fail') continue;
        const cause = causeOf({ path, pipeline, verdict }) ?? 'Cause not known';
        differences.set(cause, [...(differences.get(cause) ?? []), `${path} #${piece} ${verdict}: ${pipeline === '' ? 'parsing and printing' : pipeline}`]);
        if (values.verbose) console.error(`=== ${path} #${piece} ${verdict}: ${pipeline}\n--- wasm\n${wasm}\n--- native\n${native}`);
      }
  }
}

/** @param {readonly (string | number)[]} cells */
const line = (cells) => console.log(`| ${cells.join(' | ')} |`);
/** @param {Record<string, number>} counts */
const countsOf = (counts) => verdicts.map((verdict) => counts[verdict] ?? 0);

line(['directory', 'files', ...verdicts]);
line(['---', ...['files', ...verdicts].map(() => '---:')]);
/** @type {Record<string, number>} */
const total = {};
let fileCount = 0;
for (const [directory, { files, counts }] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1))) {
  line([directory, files.size, ...countsOf(counts)]);
  fileCount += files.size;
  for (const [verdict, count] of Object.entries(counts)) total[verdict] = (total[verdict] ?? 0) + count;
}
line(['all', fileCount, ...countsOf(total)]);

const agreed = (total['same'] ?? 0) + (total['both fail'] ?? 0);
const compared = Object.values(total).reduce((sum, count) => sum + count, 0) - (total['no answer'] ?? 0);
console.log(`\n${agreed} of ${compared} answers agree: ${((100 * agreed) / compared).toFixed(2)} %.`);
if (leftOut > 0) console.log(`${leftOut} files of more than ${largest / 1e6} MB were left out.`);
for (const [cause, places] of differences) {
  console.log(`\n${cause}:\n`);
  for (const place of places) console.log(`- ${place}`);
}
