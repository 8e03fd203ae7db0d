/*
 * A plugin for mlir2zk: it exports passes, intrinsics and dialects, and `mlir2zk COMMAND --load plugin.js` adds them to what
 * the command knows. `@mlir2zk/…` are the packages of the command itself, wherever this file lies.
 */
import { applyPatternsGreedily, definePass, definePattern } from '@mlir2zk/lowering';
import { definingOp } from '@mlir2zk/mlir-parser';

/** −(−x) = x */
const doubleNegation = definePattern({
  name: 'double negation',
  operations: ['arith.negf'],
  // What the rewrite needs to know; undefined where it does not apply.
  match(op) {
    const inner = definingOp(op.operand(0));
    return inner?.name === 'arith.negf' ? inner.operand(0) : undefined;
  },
  // All changes go through the rewriter, which then looks again at what they touch. Operations without use are removed.
  rewrite: (op, x, rewriter) => rewriter.replaceOp(op, [x]),
});

export const dropDoubleNegations = definePass({
  name: 'drop-double-negations',
  summary: 'Replaces the negation of a negation by what is negated.',
  options: {
    remarks: { kind: 'boolean', default: false, summary: 'say whether anything changed' },
  },
  run(op, { context, options, report }) {
    const changed = applyPatternsGreedily(op, context, [doubleNegation]);
    if (options.remarks) report({ severity: 'remark', message: changed ? 'negations were dropped' : 'there was no double negation' });
  },
});
