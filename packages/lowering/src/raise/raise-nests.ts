import type { Context, Operation, Value } from '@mlir2zk/mlir-parser';
import { createZkmlOperation } from '@mlir2zk/zk-intrinsics';
import { isTriviallyDead } from '../rewrite/dead-operations.js';
import { viewOperation, type ArrayView } from './array-view.js';
import { analyseNest, type MissedNest, type RaisableNest, type RaisingOptions } from './raise-nest.js';
import type { RaisingPlan } from './raising-plan.js';

export interface NestRaisingOptions extends RaisingOptions {
  /**
   * Told of each nest before it is replaced, and of each that stays; throw to stop. `isOutermost` is false for the loops
   * inside a nest that stays.
   */
  readonly onNest?: (nest: Operation, result: RaisableNest | MissedNest, isOutermost: boolean) => void;
}

/** Replaces the loop nests inside `op` by the operations of intrinsics that compute the same; see {@link analyseNest}. */
export function raiseNests(context: Context, op: Operation, options: NestRaisingOptions): void {
  raiseInside(context, op, options, true);
}

function raiseInside(context: Context, op: Operation, options: NestRaisingOptions, isOutermost: boolean): void {
  for (const region of op.regions)
    for (const block of region.blocks) {
      // From the last one on, so that a nest takes those along that set its output up. Raising erases operations
      // around the current one, so the list is taken first.
      for (const inner of [...block.operations()].reverse()) {
        if (inner.block !== block) continue;
        const isLoop = inner.name === 'affine.for';
        if (!isLoop || !raise(context, inner, options, isOutermost)) raiseInside(context, inner, options, isOutermost && !isLoop);
      }
    }
}

function raise(context: Context, nest: Operation, options: NestRaisingOptions, isOutermost: boolean): boolean {
  const result = analyseNest(context, nest, options);
  options.onNest?.(nest, result, isOutermost);
  if (result.kind === 'missed') return false;
  for (const plan of result.plans) emit(context, plan, nest);
  for (const replaced of result.replaced) eraseWithUnused(replaced);
  return true;
}

/** Inserts the operations of `plan` before `anchor`; returns the array that they fill. */
function emit(context: Context, plan: RaisingPlan, anchor: Operation): Value {
  const block = anchor.block;
  if (block === undefined) throw new Error('a nest is in no block');
  const viewed = (view: ArrayView): Value => {
    const op = viewOperation(context, view, anchor.location);
    block.insertBefore(op, anchor);
    return op.result(0);
  };
  const inputs = plan.inputs.map((input) =>
    'intrinsic' in input ? emit(context, input, anchor) : 'placeholder' in input ? viewed(input) : input,
  );
  if (plan.allocation !== undefined) block.insertBefore(plan.allocation, anchor);
  const operands = { inputs, outputs: [plan.outputView === undefined ? plan.output : viewed(plan.outputView)] };
  block.insertBefore(createZkmlOperation(context, plan.intrinsic, operands, plan.attributes, anchor.location), anchor);
  return plan.output;
}

/** Erases `op` and the constants, index computations and buffers outside that only it used. */
function eraseWithUnused(op: Operation): void {
  const producers = new Set<Operation>();
  op.walk((inner) => {
    for (const operand of inner.operands)
      if (operand.kind === 'op-result' && !op.isAncestorOf(operand.owner)) producers.add(operand.owner);
  });
  op.erase();
  for (const producer of producers) if (isTriviallyDead(producer)) eraseWithUnused(producer);
}
