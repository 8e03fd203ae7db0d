import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import type { DialectTable } from '../src/ods/dialect-table.js';
import { dialectTable, opClass, opName } from './convert-ops.js';
import { versionChanges } from './version-changes.js';
import { OdsDump } from './ods-records.js';

/** Where an LLVM's generator and its .td files are. */
export interface LlvmInstallation {
  readonly tblgen: string;
  readonly include: string;
}

export function installedAt(prefix: string): LlvmInstallation {
  return { tblgen: join(prefix, 'bin/llvm-tblgen'), include: join(prefix, 'include') };
}

/** Dialect and the .td files, below mlir/, that define its operations. */
const dialects: Readonly<Record<string, readonly string[]>> = {
  acc: ['Dialect/OpenACC/OpenACCOps.td'],
  affine: ['Dialect/Affine/IR/AffineOps.td'],
  amdgpu: ['Dialect/AMDGPU/IR/AMDGPU.td'],
  amx: ['Dialect/AMX/AMX.td'],
  arith: ['Dialect/Arith/IR/ArithOps.td'],
  arm_neon: ['Dialect/ArmNeon/ArmNeon.td'],
  arm_sme: ['Dialect/ArmSME/IR/ArmSMEOps.td', 'Dialect/ArmSME/IR/ArmSMEIntrinsicOps.td'],
  arm_sve: ['Dialect/ArmSVE/IR/ArmSVE.td'],
  async: ['Dialect/Async/IR/AsyncOps.td'],
  bufferization: ['Dialect/Bufferization/IR/BufferizationOps.td'],
  builtin: ['IR/BuiltinOps.td'],
  cf: ['Dialect/ControlFlow/IR/ControlFlowOps.td'],
  complex: ['Dialect/Complex/IR/ComplexOps.td'],
  emitc: ['Dialect/EmitC/IR/EmitC.td'],
  func: ['Dialect/Func/IR/FuncOps.td'],
  gpu: ['Dialect/GPU/IR/GPUOps.td'],
  index: ['Dialect/Index/IR/IndexOps.td'],
  irdl: ['Dialect/IRDL/IR/IRDLOps.td'],
  linalg: ['Dialect/Linalg/IR/LinalgOps.td', 'Dialect/Linalg/IR/LinalgStructuredOps.td'],
  llvm: ['Dialect/LLVMIR/LLVMOps.td', 'Dialect/LLVMIR/LLVMIntrinsicOps.td'],
  math: ['Dialect/Math/IR/MathOps.td'],
  memref: ['Dialect/MemRef/IR/MemRefOps.td'],
  mesh: ['Dialect/Mesh/IR/MeshOps.td'],
  ml_program: ['Dialect/MLProgram/IR/MLProgramOps.td'],
  mpi: ['Dialect/MPI/IR/MPIOps.td'],
  nvgpu: ['Dialect/NVGPU/IR/NVGPU.td'],
  nvvm: ['Dialect/LLVMIR/NVVMOps.td'],
  omp: ['Dialect/OpenMP/OpenMPOps.td'],
  pdl: ['Dialect/PDL/IR/PDLOps.td'],
  pdl_interp: ['Dialect/PDLInterp/IR/PDLInterpOps.td'],
  polynomial: ['Dialect/Polynomial/IR/Polynomial.td'],
  ptr: ['Dialect/Ptr/IR/PtrOps.td'],
  quant: ['Dialect/Quant/QuantOps.td'],
  rocdl: ['Dialect/LLVMIR/ROCDLOps.td'],
  scf: ['Dialect/SCF/IR/SCFOps.td'],
  shape: ['Dialect/Shape/IR/ShapeOps.td'],
  sparse_tensor: ['Dialect/SparseTensor/IR/SparseTensorOps.td'],
  spirv: ['Dialect/SPIRV/IR/SPIRVOps.td'],
  tensor: ['Dialect/Tensor/IR/TensorOps.td'],
  tosa: ['Dialect/Tosa/IR/TosaOps.td'],
  transform: [
    'Dialect/Affine/TransformOps/AffineTransformOps.td',
    'Dialect/Bufferization/TransformOps/BufferizationTransformOps.td',
    'Dialect/Func/TransformOps/FuncTransformOps.td',
    'Dialect/GPU/TransformOps/GPUTransformOps.td',
    'Dialect/Linalg/TransformOps/LinalgMatchOps.td',
    'Dialect/Linalg/TransformOps/LinalgTransformOps.td',
    'Dialect/MemRef/TransformOps/MemRefTransformOps.td',
    'Dialect/NVGPU/TransformOps/NVGPUTransformOps.td',
    'Dialect/SCF/TransformOps/SCFTransformOps.td',
    'Dialect/SparseTensor/TransformOps/SparseTensorTransformOps.td',
    'Dialect/Tensor/TransformOps/TensorTransformOps.td',
    'Dialect/Transform/DebugExtension/DebugExtensionOps.td',
    'Dialect/Transform/IR/TransformOps.td',
    'Dialect/Transform/IRDLExtension/IRDLExtensionOps.td',
    'Dialect/Transform/LoopExtension/LoopExtensionOps.td',
    'Dialect/Transform/PDLExtension/PDLExtensionOps.td',
    'Dialect/Vector/TransformOps/VectorTransformOps.td',
  ],
  ub: ['Dialect/UB/IR/UBOps.td'],
  vector: ['Dialect/Vector/IR/VectorOps.td'],
  x86vector: ['Dialect/X86Vector/X86Vector.td'],
  xegpu: ['Dialect/XeGPU/IR/XeGPUOps.td'],
};

function dump({ tblgen, include }: LlvmInstallation, file: string): OdsDump {
  const path = join(include, 'mlir', file);
  // Some files include their neighbours without a path.
  const json = execFileSync(tblgen, ['--dump-json', '-I', include, '-I', dirname(path), path], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  return new OdsDump(JSON.parse(json) as Record<string, unknown>);
}

/** A module that exports the table as JSON text: parsing that is faster than evaluating a literal. One line a record. */
function moduleText(table: DialectTable): string {
  const list = (records: readonly unknown[]): string => records.map((record) => `\n  ${JSON.stringify(record)}`).join(',');
  const json = `{"dialect":${JSON.stringify(table.dialect)},
"typeConstraints":[${list(table.typeConstraints)}],
"attributeConstraints":[${list(table.attributeConstraints)}],
"enums":[${list(table.enums)}],
"attributes":[${list(table.attributes)}],
"ops":[${list(table.ops)}]}`;
  const raw = json.replaceAll('`', String.raw`\u0060`).replaceAll('${', String.raw`\u0024{`);
  return [
    '// Generated from the ODS records of LLVM 19 by `npm run generate-ods -w packages/mlir-parser`. Do not edit.',
    '/* eslint-disable max-lines -- one line for each operation */',
    `export const ${table.dialect}Table: string = String.raw\`${raw}\`;`,
    '',
  ].join('\n');
}

/** The module that names the tables of `dialects`. */
export function tablesModule(dialects: readonly string[]): string {
  return [
    '// Generated by `npm run generate-ods -w packages/mlir-parser`. Do not edit.',
    ...dialects.map((dialect) => `import { ${dialect}Table } from './${dialect}-table.js';`),
    '',
    '/** The operations of each dialect, as the JSON of a `DialectTable`. */',
    'export const dialectTables: Readonly<Record<string, string>> = {',
    ...dialects.map((dialect) => `  ${dialect}: ${dialect}Table,`),
    '};',
    '',
  ].join('\n');
}

/** The tables of `names` (default: all dialects). */
export function tablesOf(llvm: LlvmInstallation, names: readonly string[] = Object.keys(dialects)): Map<string, DialectTable> {
  const dumps = names.map((dialect) => ({ dialect, records: (dialects[dialect] ?? []).map((file) => dump(llvm, file)) }));
  const classNames = new Map(
    dumps.flatMap(({ records }) => records.flatMap((record) => record.instancesOf('Op').map((op) => [opClass(op), opName(op)] as const))),
  );
  return new Map(dumps.map(({ dialect, records }) => [dialect, dialectTable(dialect, records, classNames)]));
}

/** The dialects that are known in both versions; the others are read and printed as version 19 has them. */
const versionedDialects = [
  'affine', 'arith', 'bufferization', 'builtin', 'cf', 'complex', 'func', 'index', 'llvm', 'math', 'memref', 'scf', 'tensor', 'tosa', 'ub', 'vector',
];

/** The module that says what version 22 changes. */
export function changesModule(llvm19: LlvmInstallation, llvm22: LlvmInstallation): string {
  const before = tablesOf(llvm19, versionedDialects);
  const changes = [...tablesOf(llvm22, versionedDialects)].map(([dialect, table]) => [dialect, versionChanges(before.get(dialect) ?? table, table)] as const);
  const lines = changes.map(([dialect, change]) => `\n  ${JSON.stringify(dialect)}: ${JSON.stringify(JSON.stringify(change))}`);
  return [
    '// Generated from the ODS records of LLVM 19 and 22 by `npm run generate-ods -w packages/mlir-parser`. Do not edit.',
    '/* eslint-disable max-lines -- one line for each dialect */',
    '/** What MLIR 22 changes in each dialect: the JSON of `VersionChanges`. */',
    `export const changesIn22: Readonly<Record<string, string>> = {${lines.join(',')}\n};`,
    '',
  ].join('\n');
}

/** The text of the module of each dialect, from the LLVM installed at `prefix`. */
export function dialectModules(prefix: string): Map<string, string> {
  return new Map([...tablesOf(installedAt(prefix))].map(([dialect, table]) => [dialect, moduleText(table)]));
}
