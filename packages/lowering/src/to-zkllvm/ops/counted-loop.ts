import type { Operation, Value } from '@mlir2zk/mlir-parser';
import { errorAt } from '../../operation/located-error.js';
import type { FunctionCode } from '../trace/function-code.js';
import type { Step } from '../trace/traced-op.js';

/** From `start` in steps of `step` up to but not including `end`. */
export interface LoopRange {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/**
 * A loop whose body is region 0 of `op`: argument 0 is the induction variable, the others are carried from iteration to
 * iteration, starting from `initials`, and become the results.
 */
export function compileCountedLoop(
  op: Operation,
  code: FunctionCode,
  initials: readonly Value[],
  range: () => LoopRange,
): Step {
  const { environment, builder, context } = code;
  const argument = op.region(0).entry?.arguments[0];
  if (argument === undefined) throw errorAt(op, 'the body has no induction variable');
  const induction = code.slot(argument);
  const isIndex = argument.type.kind === 'index';
  if (isIndex) code.markConstantIndex(induction);
  const body = code.body(op, op.region(0));
  const initial = code.slotsOf(initials);
  const carried = body.arguments.slice(1);
  const results = code.slotsOf(op.results);
  return () => {
    const { start, end, step } = range();
    if (step <= 0) throw errorAt(op, `the step must be positive, not ${step}`);
    environment.copy(initial, carried);
    for (let i = start; i < end; i += step) {
      context.budget.iterate(op);
      if (isIndex) environment.setKnown(induction, i);
      else environment.handles[induction] = builder.integer(i);
      body.run();
      environment.copy(body.yields, carried);
    }
    environment.copy(carried, results);
  };
}
