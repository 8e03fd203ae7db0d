#!/usr/bin/env node
/**
 * Joins the built command and the packages it uses into one file, `packages/cli/bundle/mlir2zk.js`, because node takes longer
 * to find and load hundreds of modules than to lower a small model. Names are kept, so that stack traces stay readable.
 * What the command loads on demand becomes files of its own.
 */
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const cli = join(import.meta.dirname, '../packages/cli');

const bundle = await rolldown({ input: join(cli, 'dist/process.js'), platform: 'node', external: ['mlir-js-bindings'] });
await bundle.write({
  dir: join(cli, 'bundle'),
  cleanDir: true,
  format: 'esm',
  entryFileNames: 'mlir2zk.js',
  chunkFileNames: '[name].js',
  minify: { mangle: false, compress: true, codegen: { removeWhitespace: true } },
});
await bundle.close();
