import { dynamicDimension } from '@mlir2zk/mlir-parser';

/**
 * The dimensions of `sizes` that are left in `shape`, from which dimensions of size 1 may be missing: as far left as the sizes
 * that follow allow, those are dropped. Negative sizes are only known at run time.
 *
 * @returns undefined if the shape does not fit
 */
export function keptDimensions(sizes: readonly number[], shape: readonly number[]): number[] | undefined {
  const kept: number[] = [];
  for (let dimension = 0; dimension < sizes.length; dimension++) {
    const fits = kept.length < shape.length && sameSize(sizes[dimension], shape[kept.length]);
    const mayDrop = sizes[dimension] === 1 && sizes.length - dimension > shape.length - kept.length;
    if (fits && !(mayDrop && !restFits(sizes, dimension + 1, shape, kept.length + 1))) kept.push(dimension);
    else if (!mayDrop) return undefined;
  }
  return kept.length === shape.length ? kept : undefined;
}

/** Whether `sizes` from `at` on, less dimensions of size 1, can be `shape` from `from` on. */
function restFits(sizes: readonly number[], at: number, shape: readonly number[], from: number): boolean {
  let next = from;
  for (let dimension = at; dimension < sizes.length; dimension++) {
    if (next < shape.length && sameSize(sizes[dimension], shape[next])) next++;
    else if (sizes[dimension] !== 1) return false;
  }
  return next === shape.length;
}

function sameSize(size: number, expected: number): boolean {
  return size < 0 ? expected === dynamicDimension : size === expected;
}
