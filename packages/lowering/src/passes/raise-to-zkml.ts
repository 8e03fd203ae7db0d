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
import { DiagnosticError, type Diagnostic, type Operation } from '@mlir2zk/mlir-parser';
import { intrinsicsOf } from '@mlir2zk/zk-intrinsics';
import { definePass, type PassContext } from '../pass/pass.js';
import type { MissedNest, RaisableNest } from '../raise/raise-nest.js';
import { raiseNests } from '../raise/raise-nests.js';
import type { RaisingPlan } from '../raise/raising-plan.js';
import { verifyRaising } from '../raise/verify-raising.js';
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
    const { context, options } = pass;
    raiseNests(context, op, {
      intrinsics: intrinsicsOf(context),
      assumeNoAlias: options['assume-noalias'],
      onNest(nest, result, isOutermost) {
        if (result.kind === 'missed') {
          // Only outermost nests are worth a remark when they are missed.
          if (options.remarks && isOutermost) pass.report(missedRemark(nest, result));
          return;
        }
        if (options['verify-raising']) checkRaising(nest, result, pass);
        if (options.remarks) pass.report(locatedDiagnostic('remark', nest.location, `raised to ${namesOf(result)}`));
      },
    });
  },
});

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
