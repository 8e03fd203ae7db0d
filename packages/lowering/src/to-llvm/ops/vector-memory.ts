import type { ValueId } from '@mlir2zk/llvm-emit';
import { typeText, type Operation, type Type, type Value } from '@mlir2zk/mlir-parser';
import { errorAt } from '../../operation/located-error.js';
import type { FunctionCode } from '../emission/function-code.js';
import { elementAddress, knownByteSize } from '../emission/memory.js';

/**
 * The bytes that the address of a vector in memory is a multiple of: those of a scalar, because it may begin at any element.
 * Where the elements of the memref are vectors themselves the data layout says it.
 */
function vectorAlignment(code: FunctionCode, memref: Value): number {
  return knownByteSize(code.memref(memref).memref.element) ?? 0;
}

/** Throws a DiagnosticError unless lanes of the vector lie side by side. */
function requireUnitStride(op: Operation, code: FunctionCode, memref: Value, type: Type): void {
  const { strides } = code.memref(memref);
  if (type.kind !== 'vector' || type.shape.length > 1)
    throw errorAt(op, `moves ${typeText(type)}; vectors of more than one dimension have no code: unroll them first`);
  const innermost = strides.at(-1);
  if (innermost !== undefined && innermost !== code.index.one) throw errorAt(op, 'needs a memref whose innermost stride is 1');
}

export function loadVector(op: Operation, code: FunctionCode, memref: Value, indices: readonly ValueId[], type: Type): ValueId {
  requireUnitStride(op, code, memref, type);
  const address = elementAddress(code, code.memref(memref), indices);
  return code.builder.load(code.convertType(op, type), address, vectorAlignment(code, memref));
}

export function storeVector(op: Operation, code: FunctionCode, vector: Value, memref: Value, indices: readonly ValueId[]): void {
  requireUnitStride(op, code, memref, vector.type);
  const address = elementAddress(code, code.memref(memref), indices);
  code.builder.store(code.value(vector), address, vectorAlignment(code, memref));
}

