import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import type { DialectTable } from '../src/ods/dialect-table.js';
import { dialectTable, opClass, opName } from './convert-ops.js';
import { OdsDump } from './ods-records.js';

/** Dialect and the .td files, below mlir/, that define its operations. */
const dialects: Readonly<Record<string, readonly string[]>> = {
  affine: ['Dialect/Affine/IR/AffineOps.td'],
  arith: ['Dialect/Arith/IR/ArithOps.td'],
  bufferization: ['Dialect/Bufferization/IR/BufferizationOps.td'],
  builtin: ['IR/BuiltinOps.td'],
  cf: ['Dialect/ControlFlow/IR/ControlFlowOps.td'],
  complex: ['Dialect/Complex/IR/ComplexOps.td'],
  func: ['Dialect/Func/IR/FuncOps.td'],
  index: ['Dialect/Index/IR/IndexOps.td'],
  linalg: ['Dialect/Linalg/IR/LinalgOps.td', 'Dialect/Linalg/IR/LinalgStructuredOps.td'],
  llvm: ['Dialect/LLVMIR/LLVMOps.td', 'Dialect/LLVMIR/LLVMIntrinsicOps.td'],
  math: ['Dialect/Math/IR/MathOps.td'],
  memref: ['Dialect/MemRef/IR/MemRefOps.td'],
  scf: ['Dialect/SCF/IR/SCFOps.td'],
  tensor: ['Dialect/Tensor/IR/TensorOps.td'],
  tosa: ['Dialect/Tosa/IR/TosaOps.td'],
  ub: ['Dialect/UB/IR/UBOps.td'],
  vector: ['Dialect/Vector/IR/VectorOps.td'],
};

function dump(prefix: string, file: string): OdsDump {
  const include = join(prefix, 'include');
  const path = join(include, 'mlir', file);
  // Some files include their neighbours without a path.
  const json = execFileSync(join(prefix, 'bin/llvm-tblgen'), ['--dump-json', '-I', include, '-I', dirname(path), path], {
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

/** The text of the module of each dialect, from the LLVM installed at `prefix`. */
export function dialectModules(prefix: string): Map<string, string> {
  const dumps = Object.entries(dialects).map(([dialect, files]) => ({ dialect, records: files.map((file) => dump(prefix, file)) }));
  const classNames = new Map(
    dumps.flatMap(({ records }) => records.flatMap((record) => record.instancesOf('Op').map((op) => [opClass(op), opName(op)] as const))),
  );
  return new Map(dumps.map(({ dialect, records }) => [dialect, moduleText(dialectTable(dialect, records, classNames))]));
}
