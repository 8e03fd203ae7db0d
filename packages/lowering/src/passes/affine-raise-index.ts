/*
 * Index arithmetic on loop variables becomes affine:
 *
 *   %0 = arith.addi %i, %j : index                          %0 = affine.apply (d0, d1) -> (d0 + d1)(%i, %j)
 *   %1 = memref.load %m[%0] : memref<8xf32>         →       %1 = affine.load %m[%0] : memref<8xf32>
 *
 * `canonicalize` then composes the maps. Only operations on loop variables, constants and results of
 * affine operations change: others are no valid operands of affine maps.
 */
import type { AffineExpr, Context, Operation, Value } from '@mlir2zk/mlir-parser';
import { definePass } from '../pass/pass.js';
import { applyPatternsGreedily } from '../rewrite/greedy-rewrite.js';
import { definePattern, type RewritePattern } from '../rewrite/pattern.js';

/** Whether `value` may be a dim of an affine map. */
function isAffineDim(value: Value): boolean {
  if (value.type.kind !== 'index') return false;
  if (value.kind === 'block-argument') {
    const name = value.owner.parentOp?.name;
    return (name === 'affine.for' && value.index === 0) || name === 'affine.parallel';
  }
  return value.owner.name === 'arith.constant' || value.owner.name === 'affine.apply';
}

function isConstant(value: Value): boolean {
  return value.kind === 'op-result' && value.owner.name === 'arith.constant';
}

type Combination = (context: Context, a: AffineExpr, b: AffineExpr) => AffineExpr;

const combinations: Readonly<Record<string, Combination>> = {
  'arith.addi': ({ affine }, a, b) => affine.add(a, b),
  'arith.subi': ({ affine }, a, b) => affine.subtract(a, b),
  'arith.muli': ({ affine }, a, b) => affine.mul(a, b),
};

function arithmeticToApply(context: Context): RewritePattern {
  return definePattern<true>({
    name: 'index arithmetic to affine.apply',
    operations: Object.keys(combinations),
    match(op) {
      const [a, b] = [op.operand(0), op.operand(1)];
      if (!isAffineDim(a) || !isAffineDim(b)) return undefined;
      return op.name !== 'arith.muli' || isConstant(a) || isConstant(b) ? true : undefined;
    },
    rewrite(op, _match, rewriter) {
      const { affine } = context;
      // The factor of a product must be a symbol or constant.
      const inputs: AffineExpr[] = [];
      const dims: Value[] = [];
      const symbols: Value[] = [];
      for (const operand of op.operands)
        if (isConstant(operand)) inputs.push(affine.symbol(symbols.push(operand) - 1));
        else inputs.push(affine.dim(dims.push(operand) - 1));
      const [a, b] = inputs as [AffineExpr, AffineExpr]; // the operations are binary
      const combine = combinations[op.name];
      const map = affine.map(dims.length, symbols.length, [combine(context, a, b)]);
      rewriter.replaceOpWithNew(op, {
        name: 'affine.apply',
        operands: [...dims, ...symbols],
        resultTypes: [context.indexType],
        properties: [['map', context.affineMapAttr(map)]],
      });
    },
  });
}

function accessToAffine(context: Context): RewritePattern {
  const subscriptsFrom = (op: Operation): number => (op.name === 'memref.load' ? 1 : 2);
  return definePattern<true>({
    name: 'memref access to affine access',
    operations: ['memref.load', 'memref.store'],
    match: (op) => (op.operands.slice(subscriptsFrom(op)).every(isAffineDim) ? true : undefined),
    rewrite(op, _match, rewriter) {
      const rank = op.numOperands - subscriptsFrom(op);
      rewriter.replaceOpWithNew(op, {
        name: op.name.replace('memref', 'affine'),
        operands: op.operands,
        resultTypes: op.results.map(({ type }) => type),
        properties: [['map', context.affineMapAttr(context.affine.identityMap(rank))]],
      });
    },
  });
}

export const affineRaiseIndex = definePass({
  name: 'affine-raise-index',
  summary: 'Turns index arithmetic and accesses by loop variables into affine operations.',
  run(op, { context }) {
    applyPatternsGreedily(op, context, [arithmeticToApply(context), accessToAffine(context)]);
  },
});
