import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  elementByteSize, readFloat, readInteger, typeText, writeBits, writeFloat, type FunctionType, type MemRefType, type Operation, type Type,
} from '@mlir2zk/mlir-parser';
import type { VectorArray, VectorElement } from '@mlir2zk/lowering';
import { findOracle } from '../../scripts/oracles.js';
import { askOracle } from '../oracle.js';
import { driverModule, memrefType, readDriverResults, type DriverInput, type DriverResult } from './driver-module.js';

/** The function of a model that is run. */
export interface ModelFunction {
  readonly name: string;
  readonly inputs: readonly MemRefType[];
  readonly results: readonly MemRefType[];
}

/** The function `main_graph` of a module, as onnx-mlir names it. */
export function modelFunction(module: Operation): ModelFunction {
  for (const op of module.region(0).entry?.operations() ?? []) {
    const name = op.attribute('sym_name');
    const type = op.attribute('function_type');
    if (op.name !== 'func.func' || name?.kind !== 'string' || name.value !== 'main_graph') continue;
    if (type?.kind !== 'type' || type.type.kind !== 'function') break;
    return { name: name.value, ...memrefs(type.type) };
  }
  throw new Error('the module has no function main_graph');
}

function memrefs({ inputs, results }: FunctionType): Pick<ModelFunction, 'inputs' | 'results'> {
  return { inputs: inputs.map(memrefType), results: results.map(memrefType) };
}

/** Runs LLVM IR with `lli-19` on the inputs of a test vector; throws an Error with what `lli-19` said. */
export function runLlvm(llvm: string, model: ModelFunction, inputs: readonly VectorArray[]): DriverResult[] {
  return runOnBytes(llvm, model, driverInputs(model, inputs));
}

/** Runs LLVM IR with `lli-19` on arrays; throws an Error with what `lli-19` said. */
export function runOnBytes(llvm: string, model: ModelFunction, inputs: readonly DriverInput[]): DriverResult[] {
  const folder = mkdtempSync(join(tmpdir(), 'differential-'));
  try {
    const [modelPath, driverPath, resultPath] = ['model.ll', 'driver.ll', 'results.bin'].map((name) => join(folder, name));
    const sizes = model.results.map(({ elementType }) => byteSize(elementType));
    writeFileSync(modelPath, llvm);
    writeFileSync(driverPath, driverModule(model.name, inputs, model.results, sizes, resultPath));
    const { status, stderr } = askOracle('lli-19', [`--dlopen=${runtimeLibrary()}`, `--extra-module=${modelPath}`, driverPath]);
    if (status !== 0) throw new Error(`lli-19: ${stderr.split('\n').find((line) => line !== '') ?? `exit code ${status}`}`);
    return readDriverResults(readFileSync(resultPath), sizes);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What upstream's lowering calls besides the C library. */
function runtimeLibrary(): string {
  const path = findOracle('mlir-c-runner-utils-19');
  if (path === undefined) throw new Error('libmlir-19 is not installed: use describeWithOracles');
  return path;
}

function driverInputs(model: ModelFunction, inputs: readonly VectorArray[]): DriverInput[] {
  return model.inputs.map(({ elementType }, i) => {
    const { shape, data, type } = inputs[i];
    return { shape, bytes: elementBytes(elementType, data, type) };
  });
}

function byteSize(type: Type): number {
  const size = elementByteSize(type);
  if (size === undefined) throw new Error(`elements of type ${typeText(type)}`);
  return size;
}

const words: Readonly<Record<string, number>> = { nan: NaN, inf: Infinity, '-inf': -Infinity };

function numberOf(element: VectorElement): number {
  return typeof element === 'string' ? (words[element] ?? Number(element)) : Number(element);
}

/** The elements of a test vector as they lie in memory. Floats of 16 bits may come as their bits. */
export function elementBytes(elementType: Type, data: readonly VectorElement[], vectorType = ''): Uint8Array {
  const size = byteSize(elementType);
  const bytes = new Uint8Array(size * data.length);
  data.forEach((element, i) => {
    if (elementType.kind === 'float' && !vectorType.startsWith('ui')) writeFloat(elementType.name, bytes, i, numberOf(element));
    else writeBits(bytes, i * size, size, BigInt(typeof element === 'string' ? element : Number(element)));
  });
  return bytes;
}

/** The elements as numbers. */
export function elementNumbers(elementType: Type, bytes: Uint8Array): number[] {
  const count = bytes.length / byteSize(elementType);
  return Array.from({ length: count }, (_, i) =>
    elementType.kind === 'float' ? readFloat(elementType.name, bytes, i) : Number(readInteger(elementType, bytes, i)));
}

/**
 * The largest distance of `actual` from `expected`, as a part of the expected magnitude where that is above 1. Infinite where the
 * counts differ, or one is no number or infinite and the other is not the same.
 */
export function largestError(actual: readonly number[], expected: readonly number[]): number {
  if (actual.length !== expected.length) return Infinity;
  return actual.reduce((largest, value, i) => {
    const wanted = expected[i];
    if (Object.is(value, wanted) || value === wanted) return largest;
    const error = Math.abs(value - wanted) / Math.max(1, Math.abs(wanted));
    return Math.max(largest, Number.isNaN(error) ? Infinity : error);
  }, 0);
}

/** The elements of a test vector as numbers, after they were rounded to the type. */
export function expectedNumbers(elementType: Type, { data, type }: VectorArray): number[] {
  return elementNumbers(elementType, elementBytes(elementType, data, type));
}
