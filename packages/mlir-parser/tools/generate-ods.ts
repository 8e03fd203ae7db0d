/**
 * Writes src/dialects/generated/<dialect>-table.ts from the ODS records of an installed LLVM 19 (Debian: llvm-19,
 * libmlir-19-dev), and what MLIR 22
 * changes from that of `npm run oracles`. `LLVM_PREFIX` and `LLVM_22_PREFIX` say where these are, if not there.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { changesModule, dialectModules, installedAt, tablesModule } from './dialect-modules.js';
import { linalgStructuresModule } from './linalg-structures.js';

const packageDirectory = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const directory = join(packageDirectory, 'src/dialects/generated');
mkdirSync(directory, { recursive: true });
const prefix = process.env['LLVM_PREFIX'] ?? '/usr/lib/llvm-19';
const modules = dialectModules(prefix);
for (const [dialect, text] of modules) writeFileSync(join(directory, `${dialect}-table.ts`), text);
writeFileSync(join(directory, 'dialect-tables.ts'), tablesModule([...modules.keys()]));
const oracles = join(packageDirectory, '../../node_modules/.oracles');
const llvm22 = { tblgen: '/usr/lib/llvm-22/bin/llvm-tblgen', include: join(process.env['LLVM_22_PREFIX'] ?? join(oracles, 'usr/lib/llvm-22'), 'include') };
writeFileSync(join(directory, 'changes-in-22.ts'), changesModule(installedAt(prefix), llvm22));
writeFileSync(join(directory, 'linalg-structures.ts'), linalgStructuresModule(prefix));
