import type { MemRefType, Value } from '@mlir2zk/mlir-parser';
import { extent, type LinearForm } from '../structured/linear-form.js';
import type { StructuredStatement } from '../structured/structured-statement.js';
import type { LoadTerm } from '../structured/term.js';
import { miss, type Miss } from './intrinsic.js';

/** The type of an array. Throws an Error if `value` is none: loads and outputs always are. */
export function arrayType(value: Value): MemRefType {
  if (value.type.kind !== 'memref') throw new Error('a load from something that is no memref');
  return value.type;
}

/** Size of axis `axis` of the array that `load` reads or writes. */
export function axisSize(load: LoadTerm, axis: number): number {
  const size = arrayType(load.memref).shape[axis];
  if (size === undefined) throw new RangeError(`an array has no axis ${axis}`);
  return size;
}

/** Subscript `axis` of `load`. Throws a RangeError if there is none. */
export function subscript(load: LoadTerm, axis: number): LinearForm {
  const form = load.subscripts[axis];
  if (form === undefined) throw new RangeError(`an access has no subscript ${axis}`);
  return form;
}

/**
 * Undefined if the statement writes every element of its output array, element (i, j, …) at the
 * point (i, j, …) of its domain (axes of size 1 need no dimension); else why not.
 */
export function missUnlessWholeOutput(statement: StructuredStatement): Miss | undefined {
  const { output, dimensions, guards } = statement;
  if (guards.length > 0) return miss(2, 'its iteration domain is no box');
  const used = new Set<number>();
  for (const [axis, form] of output.subscripts.entries()) {
    const size = axisSize(output, axis);
    if (size === 1 && form.constantValue === 0) continue;
    const dimension = form.bareVariable;
    if (dimension?.kind !== 'dimension') return miss(2, `subscript ${axis} of the output is no bare dimension`);
    if (used.has(dimension.id)) return miss(2, 'two subscripts of the output are one dimension');
    if (extent(dimension) !== size) return miss(2, `axis ${axis} of the output is written only in part`);
    used.add(dimension.id);
  }
  if (used.size !== dimensions.length) return miss(2, 'elements of the output are written more than once');
  return undefined;
}

/** Undefined if all arrays have the output's floating-point element type and the plain layout; else why not. */
export function missUnlessPlainFloats(statement: StructuredStatement, loads: readonly LoadTerm[]): Miss | undefined {
  const element = arrayType(statement.output.memref).elementType;
  if (element.kind !== 'float') return miss(2, 'its elements are no floats');
  for (const { memref } of [statement.output, ...loads]) {
    const type = arrayType(memref);
    if (type.elementType !== element) return miss(2, 'its arrays differ in element type');
    if (type.layout !== undefined) return miss(2, 'an array has a layout that is not row-major');
  }
  return undefined;
}

/** Whether axis `axis` of `load` runs along axis `outputAxis` of the output, over its whole length. */
export function followsOutput(load: LoadTerm, axis: number, output: LoadTerm, outputAxis: number): boolean {
  return (
    subscript(load, axis).equals(subscript(output, outputAxis)) && axisSize(load, axis) === axisSize(output, outputAxis)
  );
}

/**
 * Whether the axes [0, count) of `load` broadcast to the axes [0, outputCount) of the output as NumPy
 * does: aligned at the end, of the same subscript, or of size 1.
 */
export function broadcastsTo(load: LoadTerm, count: number, output: LoadTerm, outputCount: number): boolean {
  const skipped = outputCount - count;
  if (skipped < 0) return false;
  for (let axis = 0; axis < count; axis++) {
    const single = axisSize(load, axis) === 1 && subscript(load, axis).constantValue === 0;
    if (!single && !followsOutput(load, axis, output, skipped + axis)) return false;
  }
  return true;
}
