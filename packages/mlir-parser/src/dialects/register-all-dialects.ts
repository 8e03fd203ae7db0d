import type { Context } from '../ir/context.js';
import type { CustomDirective } from '../ods/custom-directive.js';
import { definitionsFromTable, type HandWrittenDialect, type HandWrittenOperation } from '../ods/definitions-from-table.js';
import type { DialectTable } from '../ods/dialect-table.js';
import { canonicalAttributeBody } from '../ods/enum-keyword.js';
import { asmResultNames } from './asm-result-names.js';
import { dynamicIndexList } from './directives/dynamic-index-list.js';
import { gepIndices } from './directives/gep-indices.js';
import { globalMemrefOpTypeAndInitialValue } from './directives/global-memref-type.js';
import { insertExtractValueElementType, shuffleType } from './directives/inferred-llvm-types.js';
import { llvmOpAttrs, overflowFlags } from './directives/llvm-op-attributes.js';
import { switchCases } from './directives/switch-cases.js';
import { cfSwitchOpCases, llvmSwitchOpCases } from './directives/switch-op-cases.js';
import { typeOrAttr } from './directives/type-or-attribute.js';
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
import { returnTypeInferences } from './infer-return-types.js';

/** What the registry needs of one dialect: its table as text, parsed when first used, and the directives of its formats. */
interface DialectSource {
  readonly table: string;
  readonly directives?: Readonly<Record<string, CustomDirective>>;
}

const indexLists = { DynamicIndexList: dynamicIndexList };

const dialects: Readonly<Record<string, DialectSource>> = {
  affine: { table: affineTable },
  arith: { table: arithTable },
  bufferization: { table: bufferizationTable },
  builtin: { table: builtinTable },
  cf: { table: cfTable, directives: { SwitchOpCases: cfSwitchOpCases } },
  complex: { table: complexTable },
  func: { table: funcTable },
  index: { table: indexTable },
  linalg: { table: linalgTable },
  llvm: {
    table: llvmTable,
    directives: {
      GEPIndices: gepIndices,
      InsertExtractValueElementType: insertExtractValueElementType,
      LLVMOpAttrs: llvmOpAttrs,
      OverflowFlags: overflowFlags,
      ShuffleType: shuffleType,
      SwitchOpCases: llvmSwitchOpCases,
    },
  },
  math: { table: mathTable },
  memref: { table: memrefTable, directives: { ...indexLists, GlobalMemrefOpTypeAndInitialValue: globalMemrefOpTypeAndInitialValue } },
  scf: { table: scfTable, directives: { SwitchCases: switchCases } },
  tensor: { table: tensorTable, directives: indexLists },
  tosa: { table: tosaTable, directives: { TypeOrAttr: typeOrAttr } },
  ub: { table: ubTable },
  vector: { table: vectorTable, directives: indexLists },
};

/** Hand-written parts of the operations of all dialects, by full name. */
export type HandWrittenOperations = Readonly<Record<string, HandWrittenOperation>>;

const parsedTables = new Map<string, DialectTable>();

/** The operation table of `dialect`; undefined if there is none. */
export function dialectTable(dialect: string): DialectTable | undefined {
  const source = dialects[dialect];
  if (source === undefined) return undefined;
  let table = parsedTables.get(dialect);
  if (table === undefined) {
    table = JSON.parse(source.table) as DialectTable;
    parsedTables.set(dialect, table);
  }
  return table;
}

/** The dialects that have a table, sorted. */
export const tableDialects: readonly string[] = Object.keys(dialects).sort();

/** Makes all dialects of upstream MLIR known to `context`; each is loaded when the first of its operations turns up. */
export function registerAllDialects(context: Context, handWritten: HandWrittenOperations = {}): void {
  for (const [dialect, { directives }] of Object.entries(dialects)) {
    context.registerDialect(dialect, () => {
      const table = dialectTable(dialect) as DialectTable;
      return definitionsFromTable(table, handWrittenParts(table, directives ?? {}, handWritten), context);
    });
    context.registerAttributeSyntax(dialect, (body) => canonicalAttributeBody(dialectTable(dialect) as DialectTable, body));
  }
}

function handWrittenParts(
  table: DialectTable,
  directives: Readonly<Record<string, CustomDirective>>,
  handWritten: HandWrittenOperations,
): HandWrittenDialect {
  const operations: Record<string, HandWrittenOperation> = {};
  for (const record of table.ops) {
    const name = `${table.dialect}.${record.name}`;
    const resultNames = asmResultNames(name);
    const inferReturnTypes = returnTypeInferences[name];
    operations[name] = {
      ...(resultNames === undefined ? {} : { asmResultNames: resultNames }),
      ...(inferReturnTypes === undefined ? {} : { inferReturnTypes }),
      ...handWritten[name],
    };
  }
  return { operations, directives };
}
