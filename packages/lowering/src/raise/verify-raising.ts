import type { Value } from '@mlir2zk/mlir-parser';
import { arrayType, elementCount, type FixedPointArray } from '@mlir2zk/zk-intrinsics';
import { InterpretationError, NestInterpreter } from '../interpreter/nest-interpreter.js';
import { viewOffsets } from './array-view.js';
import type { RaisableNest } from './raise-nest.js';
import type { RaisingPlan } from './raising-plan.js';

export type RaisingVerdict =
  | { readonly kind: 'equal' }
  | { readonly kind: 'different'; readonly message: string }
  /** The nest could not be executed, so nothing is known. */
  | { readonly kind: 'unknown'; readonly message: string };

const OPERATION_BUDGET = 2_000_000;
const ELEMENT_BUDGET = 2_000_000;
/** Bits behind the point: small eighths and their sums of products are exact, constants nearly so. */
const FORMAT = { integerBits: 32, fractionBits: 30 };
const TOLERANCE = 1e-6;

/**
 * Executes the nests over the reals and the intrinsics by their reference semantics, on the same
 * random data, and compares all outputs.
 */
export function verifyRaising(nest: RaisableNest): RaisingVerdict {
  const interpreter = new NestInterpreter(OPERATION_BUDGET);
  const random = randomEighths(1);
  const arrays = [...arraysOf(nest)];
  if (arrays.reduce((sum, memref) => sum + elementCount(arrayType(memref).shape), 0) > ELEMENT_BUDGET)
    return { kind: 'unknown', message: 'too many array elements to interpret' };
  for (const memref of arrays)
    interpreter.arrays.set(memref, Float64Array.from({ length: elementCount(arrayType(memref).shape) }, random));
  const before = new Map([...interpreter.arrays].map(([memref, array]) => [memref, array.slice()]));
  try {
    for (const op of nest.replaced) interpreter.run(op);
  } catch (error) {
    if (error instanceof InterpretationError) return { kind: 'unknown', message: error.message };
    throw error;
  }
  for (const plan of nest.plans) {
    const actual = evaluatePlan(plan, before);
    const expected = interpreter.arrays.get(plan.output);
    if (expected === undefined) throw new Error('an output was not interpreted');
    const wrong = expected.findIndex((value, i) => !(Math.abs(value - realOf(actual, i)) <= TOLERANCE * (1 + Math.abs(value))));
    if (wrong >= 0)
      return {
        kind: 'different',
        message: `element ${wrong} is ${expected[wrong]} in the loops, but ${realOf(actual, wrong)} by zkml.${plan.intrinsic.name}`,
      };
  }
  return { kind: 'equal' };
}

/** The memrefs that the nest uses and does not allocate itself. */
function arraysOf({ replaced }: RaisableNest): Set<Value> {
  const arrays = new Set<Value>();
  for (const nest of replaced)
    nest.walk((op) => {
      for (const operand of op.operands)
        if (operand.type.kind === 'memref' && !(operand.kind === 'op-result' && nest.isAncestorOf(operand.owner)))
          arrays.add(operand);
    });
  return arrays;
}

/** The elements that `plan` writes, in the order of its output. */
function evaluatePlan(plan: RaisingPlan, arrays: ReadonlyMap<Value, Float64Array>): FixedPointArray {
  const inputs = plan.inputs.map((input): { value: FixedPointArray; memref: Value } => {
    if ('intrinsic' in input) return { value: evaluatePlan(input, arrays), memref: input.output };
    if (!('placeholder' in input)) return { value: fixedPoint(arrays.get(input)), memref: input };
    const { values, scale } = fixedPoint(arrays.get(input.source));
    const seen = BigInt64Array.from(viewOffsets(input), (offset) => values[offset]);
    return { value: { values: seen, scale }, memref: input.placeholder };
  });
  const instance = {
    inputs: inputs.map(({ memref }) => arrayType(memref)),
    outputs: [arrayType(plan.outputView?.placeholder ?? plan.output)],
    attributes: plan.attributes,
  };
  const [output] = plan.intrinsic.evaluate(inputs.map(({ value }) => value), instance, FORMAT);
  if (output === undefined) throw new Error(`zkml.${plan.intrinsic.name} has no output`);
  if (plan.outputView === undefined) return output;
  const values = new BigInt64Array(output.values.length);
  for (const [at, offset] of viewOffsets(plan.outputView).entries()) values[offset] = output.values[at];
  return { values, scale: output.scale };
}

function fixedPoint(array: Float64Array | undefined): FixedPointArray {
  if (array === undefined) throw new Error('an input was not interpreted');
  return { values: BigInt64Array.from(array, (value) => BigInt(Math.round(value * 2 ** FORMAT.fractionBits))), scale: FORMAT.fractionBits };
}

function realOf({ values, scale }: FixedPointArray, index: number): number {
  return Number(values[index]) / 2 ** scale;
}

/** Multiples of 1/8 from -4 to 4, always the same for the same seed (a linear congruential generator). */
function randomEighths(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 16) % 65 / 8 - 4;
  };
}
