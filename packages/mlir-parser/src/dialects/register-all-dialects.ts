import type { Context } from '../ir/context.js';
import { definitionsFromTable, type HandWrittenDialect } from '../ods/definitions-from-table.js';
import type { DialectTable } from '../ods/dialect-table.js';
import { canonicalAttributeBody } from '../ods/enum-keyword.js';
import { affineDialect } from './affine/affine-dialect.js';
import { arithDialect } from './arith/arith-dialect.js';
import { bufferizationDialect } from './bufferization/bufferization-dialect.js';
import { builtinDialect } from './builtin/builtin-dialect.js';
import { castCompatibility } from './cast-compatibility.js';
import { cfDialect } from './cf/cf-dialect.js';
import { complexDialect } from './complex/complex-dialect.js';
import { formerOperationNames } from './former-names.js';
import { funcDialect } from './func/func-dialect.js';
import { affineTable } from './generated/affine-table.js';
import { arithTable } from './generated/arith-table.js';
import { bufferizationTable } from './generated/bufferization-table.js';
import { builtinTable } from './generated/builtin-table.js';
import { cfTable } from './generated/cf-table.js';
import { complexTable } from './generated/complex-table.js';
import { funcTable } from './generated/func-table.js';
import { indexTable } from './generated/index-table.js';
import { linalgTable } from './generated/linalg-table.js';
import { llvmTable } from './generated/llvm-table.js';
import { mathTable } from './generated/math-table.js';
import { memrefTable } from './generated/memref-table.js';
import { scfTable } from './generated/scf-table.js';
import { tensorTable } from './generated/tensor-table.js';
import { tosaTable } from './generated/tosa-table.js';
import { ubTable } from './generated/ub-table.js';
import { vectorTable } from './generated/vector-table.js';
import { indexDialect } from './index/index-dialect.js';
import { krnlDialect } from './krnl/krnl-dialect.js';
import { krnlTable } from './krnl/krnl-table.js';
import { linalgDialect } from './linalg/linalg-dialect.js';
import { llvmDialect } from './llvm/llvm-dialect.js';
import { memrefDialect } from './memref/memref-dialect.js';
import { onnxDialect, onnxTable } from './onnx/onnx-dialect.js';
import { scfDialect } from './scf/scf-dialect.js';
import { tensorDialect } from './tensor/tensor-dialect.js';
import { tosaDialect } from './tosa/tosa-dialect.js';
import { vectorDialect } from './vector/vector-dialect.js';

/** By dialect: the table of its operations (JSON of a `DialectTable`) and what is hand-written for it. */
const dialects: Readonly<Record<string, { readonly table: string; readonly handWritten?: HandWrittenDialect }>> = {
  affine: { table: affineTable, handWritten: affineDialect },
  arith: { table: arithTable, handWritten: arithDialect },
  bufferization: { table: bufferizationTable, handWritten: bufferizationDialect },
  builtin: { table: builtinTable, handWritten: builtinDialect },
  cf: { table: cfTable, handWritten: cfDialect },
  complex: { table: complexTable, handWritten: complexDialect },
  func: { table: funcTable, handWritten: funcDialect },
  index: { table: indexTable, handWritten: indexDialect },
  linalg: { table: linalgTable, handWritten: linalgDialect },
  llvm: { table: llvmTable, handWritten: llvmDialect },
  math: { table: mathTable },
  memref: { table: memrefTable, handWritten: memrefDialect },
  scf: { table: scfTable, handWritten: scfDialect },
  tensor: { table: tensorTable, handWritten: tensorDialect },
  tosa: { table: tosaTable, handWritten: tosaDialect },
  ub: { table: ubTable },
  vector: { table: vectorTable, handWritten: vectorDialect },
};

const parsedTables = new Map<string, DialectTable>();

/** The operation table of `dialect`; throws a RangeError if it has none. */
export function dialectTable(dialect: string): DialectTable {
  let table = parsedTables.get(dialect);
  if (table === undefined) {
    const source = dialects[dialect];
    if (source === undefined) throw new RangeError(`no operation table for dialect '${dialect}'`);
    table = JSON.parse(source.table) as DialectTable;
    parsedTables.set(dialect, table);
  }
  return table;
}

/** The dialects that have a table, sorted. */
export const tableDialects: readonly string[] = Object.keys(dialects);

/** Dialects of which only custom forms are known. */
const foreignDialects: readonly (readonly [DialectTable, HandWrittenDialect])[] = [[krnlTable, krnlDialect], [onnxTable, onnxDialect]];

/** Makes all dialects of upstream MLIR known to `context`; each is loaded when the first of its operations turns up. */
export function registerAllDialects(context: Context): void {
  for (const [dialect, { handWritten = {} }] of Object.entries(dialects)) {
    context.registerDialect(dialect, () => definitionsFromTable(dialectTable(dialect), handWritten, context, castCompatibility));
    context.registerAttributeSyntax(dialect, (body) => canonicalAttributeBody(dialectTable(dialect), body));
  }
  for (const [former, current] of Object.entries(formerOperationNames)) context.registerFormerName(former, current);
  for (const [table, handWritten] of foreignDialects)
    context.registerCustomForms(table.dialect, () => definitionsFromTable(table, handWritten, context));
}
