import type { Operation } from '@mlir2zk/mlir-parser';
import { forLoop, type AppliedMap } from '../../affine/affine-operations.js';
import { definePattern, type RewritePattern } from '../../rewrite/pattern.js';

/** The value of a bound all of whose results are constants. */
export function constantBound({ map }: AppliedMap, pick: (...values: number[]) => number): number | undefined {
  const values = map.results.map((result) => (result.kind === 'constant' ? Number(result.value) : undefined));
  return values.every((value) => value !== undefined) ? pick(...values) : undefined;
}

/** The number of iterations of an `affine.for`, if both bounds are constants. */
export function tripCount(op: Operation): number | undefined {
  const { lower, upper, step } = forLoop(op);
  const start = constantBound(lower, Math.max);
  const end = constantBound(upper, Math.min);
  return start === undefined || end === undefined ? undefined : Math.max(0, Math.ceil((end - start) / step));
}

/** A loop without iterations, or with an empty body and no results, goes. */
export const foldLoops: RewritePattern = definePattern<true>({
  name: 'fold loops',
  operations: ['affine.for'],
  match(op) {
    const { body } = forLoop(op);
    const empty = op.results.length === 0 && body.firstOperation?.name === 'affine.yield';
    return empty || tripCount(op) === 0 ? true : undefined;
  },
  rewrite(op, _match, rewriter) {
    rewriter.replaceOp(op, forLoop(op).initials);
  },
});
