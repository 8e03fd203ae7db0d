/*
 * Replaces loop nests by the operations of intrinsics that compute the same:
 *
 *   affine.for %i = 0 to 4 {                           zkml.relu ins(%x : memref<4xf32>)
 *     %0 = affine.load %x[%i] : memref<4xf32>    →               outs(%y : memref<4xf32>)
 *     %1 = arith.maximumf %0, %zero : f32
 *     affine.store %1, %y[%i] : memref<4xf32>
 *   }
 *
 * Loops may be written in any way; `raise/raise-nest.ts` lists what is checked. A nest that is no
 * intrinsic as a whole is searched for inner ones.
 */
import { DiagnosticError, type Diagnostic, type Operation, type Value } from '@mlir2zk/mlir-parser';
import { createZkmlOperation, intrinsicsOf } from '@mlir2zk/zk-intrinsics';
import { definePass, type PassContext } from '../pass/pass.js';
import { viewOperation, type ArrayView } from '../raise/array-view.js';
import { analyseNest, type MissedNest, type RaisableNest } from '../raise/raise-nest.js';
import type { RaisingPlan } from '../raise/raising-plan.js';
import { verifyRaising } from '../raise/verify-raising.js';
import { isTriviallyDead } from '../rewrite/dead-operations.js';
import { locatedDiagnostic } from '../pass/located-diagnostic.js';

interface Options {
  readonly 'verify-raising': boolean;
  readonly 'assume-noalias': boolean;
  readonly remarks: boolean;
}

export const raiseToZkml = definePass({
  name: 'raise-to-zkml',
  summary: 'Replaces loop nests by the operations of zk intrinsics that compute the same.',
  options: {
    'verify-raising': {
      kind: 'boolean', default: false, summary: 'execute each nest and what replaces it on random data, and compare',
    },
    'assume-noalias': {
      kind: 'boolean', default: true, summary: 'different arguments of a function that nobody calls are different arrays',
    },
    remarks: { kind: 'boolean', default: false, summary: 'say of each nest what it became, or why it stays' },
  },
  run(op, pass) {
    raiseInside(op, pass, true);
  },
});

/** Raises the nests inside `op`. Only outermost nests are worth a remark when they are missed. */
function raiseInside(op: Operation, pass: PassContext<Options>, outermost: boolean): void {
  for (const region of op.regions)
    for (const block of region.blocks) {
      // From the last one on, so that a nest takes those along that set its output up. Raising erases operations
      // around the current one, so the list is taken first.
      for (const inner of [...block.operations()].reverse()) {
        if (inner.block !== block) continue;
        const isLoop = inner.name === 'affine.for';
        if (!isLoop || !raise(inner, pass, outermost)) raiseInside(inner, pass, outermost && !isLoop);
      }
    }
}

function raise(nest: Operation, pass: PassContext<Options>, outermost: boolean): boolean {
  const { context, options } = pass;
  const result = analyseNest(context, nest, {
    intrinsics: intrinsicsOf(context),
    assumeNoAlias: options['assume-noalias'],
  });
  if (result.kind === 'missed') {
    if (options.remarks && outermost) pass.report(missedRemark(nest, result));
    return false;
  }
  if (options['verify-raising']) checkRaising(nest, result, pass);
  if (options.remarks) pass.report(locatedDiagnostic('remark', nest.location, `raised to ${namesOf(result)}`));
  for (const plan of result.plans) emit(plan, nest, pass);
  for (const replaced of result.replaced) eraseWithUnused(replaced);
  return true;
}

function namesOf({ plans }: RaisableNest): string {
  const name = (plan: RaisingPlan): string[] => [
    ...plan.inputs.flatMap((input) => ('intrinsic' in input ? name(input) : [])),
    `zkml.${plan.intrinsic.name}`,
  ];
  return plans.flatMap(name).join(', ');
}

function missedRemark(nest: Operation, { intrinsic, reason, op }: MissedNest): Diagnostic {
  const closest = intrinsic === undefined ? '' : ` (closest: zkml.${intrinsic})`;
  const remark = locatedDiagnostic('remark', nest.location, `not raised: ${reason}${closest}`);
  return op === undefined || op === nest ? remark : { ...remark, notes: [locatedDiagnostic('note', op.location, 'because of this')] };
}

function checkRaising(nest: Operation, raisable: RaisableNest, pass: PassContext<Options>): void {
  const verdict = verifyRaising(raisable);
  if (verdict.kind === 'different')
    throw new DiagnosticError(
      locatedDiagnostic('error', nest.location, `these loops were recognised as ${namesOf(raisable)}, but compute something else: ${verdict.message}`),
    );
  if (verdict.kind === 'unknown')
    pass.report(locatedDiagnostic('warning', nest.location, `raised to ${namesOf(raisable)} without verification: ${verdict.message}`));
}

/** Inserts the operations of `plan` before `anchor`; returns the array that they fill. */
function emit(plan: RaisingPlan, anchor: Operation, pass: PassContext<Options>): Value {
  const block = anchor.block;
  if (block === undefined) throw new Error('a nest is in no block');
  const viewed = (view: ArrayView): Value => {
    const op = viewOperation(pass.context, view, anchor.location);
    block.insertBefore(op, anchor);
    return op.result(0);
  };
  const inputs = plan.inputs.map((input) =>
    'intrinsic' in input ? emit(input, anchor, pass) : 'placeholder' in input ? viewed(input) : input,
  );
  if (plan.allocation !== undefined) block.insertBefore(plan.allocation, anchor);
  const operands = { inputs, outputs: [plan.outputView === undefined ? plan.output : viewed(plan.outputView)] };
  block.insertBefore(createZkmlOperation(pass.context, plan.intrinsic, operands, plan.attributes, anchor.location), anchor);
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
