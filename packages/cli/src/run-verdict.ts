import { compareOutputs, matchArrays, type TestVector, type Translation } from '@mlir2zk/lowering';
import type { CircuitRun } from './circuit-run.js';

/** How far outputs may lie from the expected ones. */
export interface Tolerance {
  readonly tolerance: number;
  readonly 'relative-tolerance': number;
}

/** Whether a run is right. */
export interface Verdict {
  readonly passed: boolean;
  /** Undefined if the vector has no outputs to compare with. */
  readonly largestError: number | undefined;
  readonly messages: readonly string[];
}

/** Compares the outputs of `result` with those of `vector`. Throws a VectorError if these do not fit the model. */
export function judge(args: Tolerance, translation: Translation, vector: TestVector, result: CircuitRun): Verdict {
  const { satisfied } = result.assignment;
  if (vector.outputs === undefined) return { passed: satisfied, largestError: undefined, messages: [] };
  const { outputs: layouts } = translation.layout;
  const expected = matchArrays(layouts, vector.outputs, 'output');
  const { absolute, excess, worst } = compareOutputs(layouts, result.outputs, expected, args.tolerance, args['relative-tolerance']);
  const messages =
    excess > 0 && worst !== undefined
      ? [
          `error: output '${worst.output}', element ${worst.element}, is ${worst.computed}, expected ${worst.expected}: ` +
            `beyond the tolerance of ${args.tolerance}`,
        ]
      : [];
  return { passed: satisfied && excess <= 0, largestError: absolute, messages };
}
