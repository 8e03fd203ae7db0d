import type { Context } from '../ir/context.js';
import type { OpDefinition } from '../ir/op-definition.js';
import { definitionsFromTable, type HandWrittenDialect } from '../ods/definitions-from-table.js';
import { normalisedSpacing } from '../ods/dialect-symbol-text.js';
import type { DialectTable } from '../ods/dialect-table.js';
import { canonicalAttributeBody } from '../ods/enum-keyword.js';
import { affineDialect } from './affine/affine-dialect.js';
import { arithDialect } from './arith/arith-dialect.js';
import { asyncDialect } from './async/async-dialect.js';
import { bufferizationDialect } from './bufferization/bufferization-dialect.js';
import { builtinDialect } from './builtin/builtin-dialect.js';
import { castCompatibility } from './cast-compatibility.js';
import { cfDialect } from './cf/cf-dialect.js';
import { complexDialect } from './complex/complex-dialect.js';
import { changesOf, dialectTable, tableDialects } from './dialect-table.js';
import { emitcDialect } from './emitc/emitc-dialect.js';
import { formerOperationNames, namesIn19, namesIn22 } from './former-names.js';
import { funcDialect } from './func/func-dialect.js';
import { gpuDialect } from './gpu/gpu-dialect.js';
import { indexDialect } from './index/index-dialect.js';
import { irdlDialect } from './irdl/irdl-dialect.js';
import { krnlDialect } from './krnl/krnl-dialect.js';
import { krnlTable } from './krnl/krnl-table.js';
import { linalgDialect } from './linalg/linalg-dialect.js';
import { llvmDialect } from './llvm/llvm-dialect.js';
import { canonicalLlvmType } from './llvm/llvm-type-syntax.js';
import { memrefDialect } from './memref/memref-dialect.js';
import { meshDialect } from './mesh/mesh-dialect.js';
import { mlProgramDialect } from './ml-program/ml-program-dialect.js';
import { ompDialect } from './omp/omp-dialect.js';
import { onnxDialect, onnxTable } from './onnx/onnx-dialect.js';
import { pdlInterpDialect } from './pdl-interp/pdl-interp-dialect.js';
import { pdlDialect } from './pdl/pdl-dialect.js';
import { scfDialect } from './scf/scf-dialect.js';
import { shapeDialect } from './shape/shape-dialect.js';
import { sparseTensorDialect } from './sparse-tensor/sparse-tensor-dialect.js';
import { spirvDialect } from './spirv/spirv-dialect.js';
import { canonicalSpirvType } from './spirv/spirv-type-syntax.js';
import { tensorDialect } from './tensor/tensor-dialect.js';
import { tosaDialect } from './tosa/tosa-dialect.js';
import { transformDialect } from './transform/transform-dialect.js';
import { vectorDialect } from './vector/vector-dialect.js';

/** What is hand-written for a dialect. */
const handWrittenDialects: Readonly<Record<string, HandWrittenDialect>> = {
  affine: affineDialect,
  arith: arithDialect,
  async: asyncDialect,
  bufferization: bufferizationDialect,
  builtin: builtinDialect,
  cf: cfDialect,
  complex: complexDialect,
  emitc: emitcDialect,
  func: funcDialect,
  gpu: gpuDialect,
  index: indexDialect,
  irdl: irdlDialect,
  linalg: linalgDialect,
  llvm: llvmDialect,
  memref: memrefDialect,
  mesh: meshDialect,
  ml_program: mlProgramDialect,
  omp: ompDialect,
  pdl: pdlDialect,
  pdl_interp: pdlInterpDialect,
  scf: scfDialect,
  shape: shapeDialect,
  sparse_tensor: sparseTensorDialect,
  spirv: spirvDialect,
  tensor: tensorDialect,
  tosa: tosaDialect,
  transform: transformDialect,
  vector: vectorDialect,
};

/** Dialects whose types print otherwise than they may be written. */
const typeSyntaxes: Readonly<Record<string, (body: string) => string>> = { llvm: canonicalLlvmType, spirv: canonicalSpirvType };

/** Dialects of which only custom forms are known. */
const foreignDialects: readonly (readonly [DialectTable, HandWrittenDialect])[] = [[krnlTable, krnlDialect], [onnxTable, onnxDialect]];

/** Makes all dialects of upstream MLIR known to `context`; each is loaded when the first of its operations turns up. */
export function registerAllDialects(context: Context): void {
  for (const dialect of tableDialects) {
    context.registerDialect(dialect, () =>
      definitionsOf(dialect, context));
    context.registerAttributeSyntax(dialect, (body) => canonicalAttributeBody(dialectTable(dialect), normalisedSpacing(body)));
    context.registerTypeSyntax(dialect, typeSyntaxes[dialect] ?? normalisedSpacing);
  }
  const names = { ...formerOperationNames, ...(context.mlirVersion === 22 ? namesIn22 : namesIn19) };
  for (const [former, current] of Object.entries(names)) context.registerFormerName(former, current);
  for (const [table, handWritten] of foreignDialects)
    context.registerCustomForms(table.dialect, () => definitionsFromTable(table, handWritten, context));
}

function definitionsOf(dialect: string, context: Context): OpDefinition[] {
  const handWritten = handWrittenDialects[dialect] ?? {};
  const tables = handWritten.additionalTable === undefined ? [dialectTable(dialect)] : [dialectTable(dialect), handWritten.additionalTable];
  const changes = changesOf(dialect);
  const areCurrent = context.mlirVersion === 22;
  return tables.flatMap((table, index) =>
    definitionsFromTable(table, handWritten, context, castCompatibility, changes === undefined || index > 0 ? undefined : { table: changes.table, areCurrent }));
}
