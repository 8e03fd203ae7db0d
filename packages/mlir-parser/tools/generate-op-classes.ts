/** Writes src/ops/generated/<dialect>-ops.ts from the operation tables in src/dialects/generated. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dialectTable } from '../src/dialects/dialect-table.js';
import { classDialects, opClassesModule } from './op-classes.js';

const directory = join(dirname(fileURLToPath(import.meta.url)), '../../../src/ops/generated');
mkdirSync(directory, { recursive: true });
for (const dialect of classDialects) writeFileSync(join(directory, `${dialect}-ops.ts`), opClassesModule(dialectTable(dialect)));
