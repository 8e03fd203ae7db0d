import type { Operation } from '@mlir2zk/mlir-parser';

/** Operations that only make a value, though their definition does not call them `Pure`. */
const allocations = new Set(['memref.alloc', 'memref.alloca']);

/** Whether `op` only computes values (or allocates memory) that nobody uses. */
export function isTriviallyDead(op: Operation): boolean {
  if (op.results.length === 0 || op.results.some((result) => result.hasUses)) return false;
  return isPure(op) || allocations.has(op.name);
}

/** Whether `op` has no effect but its results, and always ends. */
export function isPure(op: Operation): boolean {
  return op.regions.length === 0 && op.definition?.traits.has('Pure') === true;
}
