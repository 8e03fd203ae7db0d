#!/usr/bin/env node
/**
 * How much of MLIR's own test suite we read, beside mlir-opt: `npm run conformance -- DIR`, where DIR is `mlir/test` of LLVM's
 * sources. Writes the table `upstream-suite.md`; `--mlir-version 22` compares with that version instead and prints it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureSuite } from './measure-suite.js';
import { suiteTable } from './suite-table.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'mlir-version': { type: 'string', default: '19' }, disagreements: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (folder === undefined) {
  process.stderr.write('usage: npm run conformance -- DIR [--mlir-version 22] [--disagreements]\n');
  process.exit(2);
}
const version = values['mlir-version'] === '22' ? 22 : 19;
const files = measureSuite(folder, { mlirVersion: version });
const table = suiteTable(files, version);
if (version === 19) writeFileSync(join(import.meta.dirname, 'upstream-suite.md'), table);
process.stdout.write(table);

if (values.disagreements)
  for (const { file, parts } of files)
    for (const { index, accepted, complaint, readsBack } of parts)
      if (accepted !== (complaint === undefined) || readsBack === false)
        process.stdout.write(`${file} part ${index}: ${complaint?.split('\n')[0] ?? (accepted ? 'does not read back' : 'only we accept it')}\n`);
