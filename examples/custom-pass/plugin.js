/*
 * Normalisations divide many elements by the same number. A quotient of two numbers takes some 40 rows, a product that is
 * rounded some 15: so the reciprocal is computed once, before the loop, and multiplied with.
 */
import { applyPatternsGreedily, definePass, definePattern } from '@mlir2zk/lowering';
import { definingOp, floatToBits } from '@mlir2zk/mlir-parser';

/**
 * x / s = x · (1 / s), for an s that is computed outside the innermost loop around the division. The reciprocal is rounded to
 * the format, so the quotient is off by up to |x|·2^(−F−1), F being the bits behind the point.
 */
const divisionByLoopInvariant = definePattern({
  name: 'division by a loop invariant',
  operations: ['arith.divf'],
  match(op) {
    const loop = op.parentOp;
    const divisor = op.operand(1);
    const isInvariant = loop?.name === 'affine.for' && !isInside(loop, divisor);
    const isConstant = definingOp(divisor)?.name === 'arith.constant'; // the circuit multiplies by these anyway
    return isInvariant && !isConstant && divisor.type.kind === 'float' ? { loop, divisor, type: divisor.type } : undefined;
  },
  rewrite(op, { loop, divisor, type }, rewriter) {
    const { context } = rewriter;
    const one = rewriter.insertBefore(loop, {
      name: 'arith.constant', resultTypes: [type], properties: [['value', context.floatAttr(type, 1, floatToBits(type.name, 1))]],
    }).result(0);
    const reciprocal = rewriter.insertBefore(loop, { name: 'arith.divf', operands: [one, divisor], resultTypes: [type] }).result(0);
    rewriter.replaceOpWithNew(op, { name: 'arith.mulf', operands: [op.operand(0), reciprocal], resultTypes: [type] });
  },
});

/**
 * Whether `value` is computed inside `loop`, or is a variable of it or of a loop in it.
 * @param {import('@mlir2zk/mlir-parser').Operation} loop
 * @param {import('@mlir2zk/mlir-parser').Value} value
 */
function isInside(loop, value) {
  const owner = value.kind === 'op-result' ? value.owner : value.owner.parentOp;
  return owner !== undefined && loop.isAncestorOf(owner);
}

export const invertDivisors = definePass({
  name: 'invert-divisors',
  summary: 'Divides by what does not change in a loop through its reciprocal, computed before the loop.',
  run: (op, { context }) => void applyPatternsGreedily(op, context, [divisionByLoopInvariant]),
});
