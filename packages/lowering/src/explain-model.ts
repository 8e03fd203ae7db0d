import type { Operation } from '@mlir2zk/mlir-parser';
import { intrinsicsOf, type AttributeValue } from '@mlir2zk/zk-intrinsics';
import type { Model } from './lower-model.js';
import { sourceLine } from './operation/located-error.js';
import { PassManager, type RunOptions } from './pass/pass-manager.js';
import { parsePassPipeline } from './pass/pipeline-parser.js';
import { passRegistry } from './passes/pass-registry.js';
import type { RaisableNest } from './raise/raise-nest.js';
import { raiseNests } from './raise/raise-nests.js';
import type { RaisingPlan } from './raise/raising-plan.js';

/** What became of one loop nest, or of one of the layers in it. */
export interface NestExplanation {
  /** `zkml.conv`, or the loop operation, `affine.for`, of a nest that stays as it is. */
  readonly op: string;
  /** The attributes of the zkml operation; empty for a nest that stays. */
  readonly parameters: Readonly<Record<string, AttributeValue>>;
  /** First and last line of the nests that it replaces, from 1; 0 if they come from no text. */
  readonly lines: LineRange;
  /** Whether the nest computes with floats or integers, rather than only moving elements. */
  readonly hasArithmetic: boolean;
  /** Why a nest stays: the first condition that fails, for the closest intrinsic if one is near. */
  readonly reason?: string;
  /** The intrinsic that came closest. */
  readonly closest?: string;
  /** The line where the reason lies, if it is a single operation. */
  readonly reasonLine?: number;
}

export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** Loops that recognition does not look into. */
const foreignLoops: ReadonlySet<string> = new Set(['affine.parallel', 'scf.for', 'scf.while', 'scf.parallel', 'scf.forall']);

/**
 * Recognises the layers of `model`, in place, and says of each loop nest what it is, in the order of the source. Inside a
 * nest that stays, layers are listed too. Throws a DiagnosticError if a pass fails.
 */
export function explainModel(model: Model, options: Pick<RunOptions, 'instrumentations' | 'report'> = {}): NestExplanation[] {
  const normalise = parsePassPipeline('builtin.module(canonicalize,cse)', passRegistry);
  new PassManager(model.context, normalise, options).run(model.module);
  const explanations: NestExplanation[] = [];
  raiseNests(model.context, model.module, {
    intrinsics: intrinsicsOf(model.context),
    assumeNoAlias: true,
    onNest(nest, result, isOutermost) {
      if (result.kind === 'raisable') {
        explanations.push(...layersOf(result));
        return;
      }
      if (!isOutermost) return;
      const { reason, intrinsic, op } = result;
      explanations.push({
        op: nest.name, parameters: {}, lines: linesOf([nest]), hasArithmetic: hasArithmetic([nest]), reason,
        ...(intrinsic === undefined ? {} : { closest: `zkml.${intrinsic}` }),
        ...(op === undefined || op === nest ? {} : { reasonLine: sourceLine(op) }),
      });
    },
  });
  model.module.walk((op) => {
    if (!foreignLoops.has(op.name) || isInsideLoop(op)) return;
    explanations.push({
      op: op.name, parameters: {}, lines: linesOf([op]), hasArithmetic: hasArithmetic([op]),
      reason: `loops of kind '${op.name}' are not looked into; lowering them to affine.for would help`,
    });
  });
  return explanations.sort((a, b) => a.lines.first - b.lines.first || a.lines.last - b.lines.last);
}

function layersOf({ plans, replaced }: RaisableNest): NestExplanation[] {
  const lines = linesOf(replaced);
  const explain = (plan: RaisingPlan): NestExplanation[] => [
    ...plan.inputs.flatMap((input) => ('intrinsic' in input ? explain(input) : [])),
    { op: `zkml.${plan.intrinsic.name}`, parameters: plan.attributes, lines, hasArithmetic: hasArithmetic(replaced) },
  ];
  return plans.flatMap(explain);
}

function linesOf(operations: readonly Operation[]): LineRange {
  let [first, last] = [Infinity, 0];
  for (const operation of operations)
    operation.walk((op) => {
      const line = sourceLine(op);
      if (line > 0) [first, last] = [Math.min(first, line), Math.max(last, line)];
    });
  return last === 0 ? { first: 0, last: 0 } : { first, last };
}

function hasArithmetic(operations: readonly Operation[]): boolean {
  let found = false;
  for (const operation of operations)
    operation.walk((op) => {
      const isArithmetic = op.name.startsWith('math.') || (op.name.startsWith('arith.') && op.name !== 'arith.constant');
      const [result] = op.results;
      found ||= isArithmetic && result !== undefined && result.type.kind !== 'index';
    });
  return found;
}

function isInsideLoop(op: Operation): boolean {
  for (let parent = op.parentOp; parent !== undefined; parent = parent.parentOp)
    if (parent.name === 'affine.for' || foreignLoops.has(parent.name)) return true;
  return false;
}
