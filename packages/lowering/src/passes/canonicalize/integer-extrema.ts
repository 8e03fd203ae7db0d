import type { Operation } from '@mlir2zk/mlir-parser';
import { definePattern, type RewritePattern } from '../../rewrite/pattern.js';

/** The extremum that `select (cmpi P a b), a, b` is, by the number of the predicate. */
const extrema: Readonly<Record<number, readonly [string, string]>> = {
  2: ['arith.minsi', 'arith.maxsi'], // slt: select a, b and select b, a
  3: ['arith.minsi', 'arith.maxsi'], // sle
  4: ['arith.maxsi', 'arith.minsi'], // sgt
  5: ['arith.maxsi', 'arith.minsi'], // sge
  6: ['arith.minui', 'arith.maxui'], // ult
  7: ['arith.minui', 'arith.maxui'], // ule
  8: ['arith.maxui', 'arith.minui'], // ugt
  9: ['arith.maxui', 'arith.minui'], // uge
};

/**
 * `arith.select (arith.cmpi sgt, %a, %b), %a, %b` becomes `arith.maxsi %a, %b`. Not so for floats: a
 * comparison with NaN takes the second operand, which neither maximumf nor maxnumf does.
 */
export const selectToExtremum: RewritePattern = definePattern<string>({
  name: 'select to integer extremum',
  operations: ['arith.select'],
  match: extremumOf,
  rewrite(op, name, rewriter) {
    rewriter.replaceOpWithNew(op, {
      name, operands: [op.operand(1), op.operand(2)], resultTypes: [op.result(0).type],
    });
  },
});

function extremumOf(op: Operation): string | undefined {
  const condition = op.operand(0);
  if (condition.kind !== 'op-result' || condition.owner.name !== 'arith.cmpi') return undefined;
  const predicate = condition.owner.attribute('predicate');
  if (predicate?.kind !== 'integer') return undefined;
  const pair = extrema[Number(predicate.value)];
  const [a, b] = condition.owner.operands;
  if (op.operand(1) === a && op.operand(2) === b) return pair?.[0];
  return op.operand(1) === b && op.operand(2) === a ? pair?.[1] : undefined;
}
