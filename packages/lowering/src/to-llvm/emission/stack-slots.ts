import { dynamicDimension, type Operation } from '@mlir2zk/mlir-parser';
import type { FunctionCode } from './function-code.js';
import { alignmentAttribute, allocaArray, elementCount } from './memory.js';

/** Operations whose body runs within one activation of what is around them, and whose own allocas end with each run. */
const scopes = new Set([
  'affine.for', 'affine.parallel', 'affine.if', 'scf.for', 'scf.parallel', 'scf.if', 'scf.index_switch', 'memref.alloca_scope',
]);

/**
 * Allocates in the entry block what `memref.alloca` of static shape in the bodies of loops ask for: one slot each, whatever the
 * number of iterations. In MLIR the memory ends with the iteration, in LLVM IR an alloca in a loop ends with the function.
 */
export function allocateStackSlots(func: Operation, code: FunctionCode): void {
  const { entry } = func.region(0);
  for (let op = entry?.firstOperation; op !== undefined; op = op.next) visit(op, code);
}

function visit(op: Operation, code: FunctionCode): void {
  if (op.name === 'memref.alloca') {
    allocate(op, code);
    return;
  }
  if (op.regions.length === 0 || !scopes.has(op.name)) return;
  for (const region of op.regions)
    for (const block of region.blocks) for (let inner = block.firstOperation; inner !== undefined; inner = inner.next) visit(inner, code);
}

function allocate(op: Operation, code: FunctionCode): void {
  const { type } = op.result(0);
  if (type.kind !== 'memref' || type.shape.includes(dynamicDimension)) return;
  const memref = code.module.conversion.memref(type);
  if (memref === undefined) return; // the operation itself reports it
  const count = elementCount(code, type.shape.map((size) => code.index.constant(size)));
  code.stackSlots.set(op, allocaArray(code, memref.element, count, alignmentAttribute(op)));
}
