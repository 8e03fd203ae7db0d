#!/usr/bin/env node
/**
 * Compares this build with mlir-opt-19 on a folder of test files, for example LLVM's own mlir/test:
 *
 *   node wasm/conformance/run.js path/to/mlir/test [--only Dialect/Affine] [--verbose]
 *
 * Prints a tally and each piece that differs.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadMlir } from 'mlir-js-bindings';
import { compareWithNative } from './differential.js';
import { pipelinesFor } from './pipelines.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' }, verbose: { type: 'boolean', default: false } },
});
const [root] = positionals;
if (root === undefined) {
  console.error('usage: node wasm/conformance/run.js path/to/mlir/test [--only Dialect/Affine] [--verbose]');
  process.exit(2);
}

const mlir = await loadMlir();
/** @type {Map<string, number>} */
const tally = new Map();
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.mlir') && path.startsWith(values.only))
  .sort();
for (const path of files) {
  const text = readFileSync(join(root, path), 'utf8');
  for (const pipeline of pipelinesFor(path)) {
    for (const { piece, verdict, wasm, native } of await compareWithNative(mlir, text, pipeline)) {
      tally.set(verdict, (tally.get(verdict) ?? 0) + 1);
      if (verdict === 'same' || verdict === 'both fail') continue;
      console.log(`${verdict} | ${path}#${piece} | ${pipeline} | ${wasm.slice(0, 200).replaceAll('\n', ' ')}`);
      if (values.verbose) console.log(`--- wasm\n${wasm}\n--- native\n${native}`);
    }
  }
}
console.log(Object.fromEntries(tally));
