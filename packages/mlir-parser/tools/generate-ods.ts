/**
 * Writes src/dialects/generated/<dialect>-table.ts from the ODS records of an installed LLVM 19 (Debian: llvm-19,
 * libmlir-19-dev). `LLVM_PREFIX` says where that is, if not in /usr/lib/llvm-19.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dialectModules, tablesModule } from './dialect-modules.js';
import { linalgStructuresModule } from './linalg-structures.js';

const packageDirectory = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const directory = join(packageDirectory, 'src/dialects/generated');
mkdirSync(directory, { recursive: true });
const prefix = process.env['LLVM_PREFIX'] ?? '/usr/lib/llvm-19';
const modules = dialectModules(prefix);
for (const [dialect, text] of modules) writeFileSync(join(directory, `${dialect}-table.ts`), text);
writeFileSync(join(directory, 'dialect-tables.ts'), tablesModule([...modules.keys()]));
writeFileSync(join(directory, 'linalg-structures.ts'), linalgStructuresModule(prefix));
