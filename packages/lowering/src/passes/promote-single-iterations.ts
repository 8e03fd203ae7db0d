/*
 * A loop with exactly one iteration becomes its body:
 *
 *   affine.for %i = 3 to 4 {                             %c3 = arith.constant 3 : index
 *     affine.store %x, %m[%i] : memref<8xf32>     →      affine.store %x, %m[%c3] : memref<8xf32>
 *   }
 */
import type { Context } from '@mlir2zk/mlir-parser';
import { forLoop } from '../affine/affine-operations.js';
import { definePass } from '../pass/pass.js';
import { applyPatternsGreedily } from '../rewrite/greedy-rewrite.js';
import { definePattern, type RewritePattern } from '../rewrite/pattern.js';
import { constantBound, tripCount } from './canonicalize/loops.js';

function promoteLoop(context: Context): RewritePattern {
  return definePattern<number>({
    name: 'promote single iteration',
    operations: ['affine.for'],
    match: (op) => (tripCount(op) === 1 ? constantBound(forLoop(op).lower, Math.max) : undefined),
    rewrite(op, start, rewriter) {
      const { body, inductionVariable, carried, initials } = forLoop(op);
      const position = rewriter.insertBefore(op, {
        name: 'arith.constant',
        resultTypes: [context.indexType],
        properties: [['value', context.indexAttr(start)]],
      });
      rewriter.replaceAllUsesWith(inductionVariable, position.result(0));
      for (const [i, argument] of carried.entries()) {
        const initial = initials[i];
        if (initial !== undefined) rewriter.replaceAllUsesWith(argument, initial);
      }
      const terminator = body.lastOperation;
      for (const inner of body.operations()) if (inner !== terminator) inner.moveBefore(op);
      rewriter.replaceOp(op, terminator?.operands ?? []);
    },
  });
}

export const promoteSingleIterations = definePass({
  name: 'promote-single-iterations',
  summary: 'Replaces loops of exactly one iteration by their bodies.',
  run(op, { context }) {
    applyPatternsGreedily(op, context, [promoteLoop(context)]);
  },
});
