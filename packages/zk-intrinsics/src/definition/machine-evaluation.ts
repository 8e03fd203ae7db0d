import type { FixedPointFormat } from '../fixed-point/fixed-point-format.js';
import type { FixedPointMachine } from '../fixed-point/fixed-point-machine.js';
import { reciprocalBits } from '../fixed-point/product-scale.js';
import { ReferenceArithmetic, type ReferenceValue } from '../fixed-point/reference-arithmetic.js';
import { powerOfTwoExponent } from '../fixed-point/rounding.js';
import type { FixedPointArray } from './intrinsic.js';

/*
 * An intrinsic that does more than products and sums is written once, for any `FixedPointMachine`. Run
 * on the circuit builder it is the expansion, on `ReferenceArithmetic` the bit-exact meaning.
 */

/** What an intrinsic computes, on any machine: its one output, row-major. */
export type MachineProgram = <V>(machine: FixedPointMachine<V>, inputs: readonly ArrayLike<V>[]) => V[];

/** Runs `program` on the integers of `inputs`; its results are rounded to the format. */
export function evaluateProgram(
  program: MachineProgram,
  inputs: readonly FixedPointArray[],
  format: FixedPointFormat,
): FixedPointArray[] {
  const machine = new ReferenceArithmetic(format);
  const scale = format.fractionBits;
  const arrays = inputs.map((array) => Array.from(array.values, (v): ReferenceValue => ({ v, scale: array.scale })));
  const results = program(machine, arrays).map((result) => machine.encoded(result, scale));
  return [{ values: BigInt64Array.from(results, ({ v }) => v), scale }];
}

/** sum/count for a positive integer count: a product with its reciprocal, exact for powers of two; rounds nowhere. */
export function dividedByCount<V>(machine: FixedPointMachine<V>, sum: V, count: number): V {
  const exponent = powerOfTwoExponent(count);
  return exponent === undefined
    ? machine.scaled(sum, 1 / count, reciprocalBits(count, machine.format))
    : machine.shifted(sum, -exponent);
}

/** Rows of {@link dividedByCount}, and the scale of its result for a sum at scale F. */
export function countDivision(format: FixedPointFormat, count: number): { readonly rows: number; readonly scale: number } {
  const exponent = powerOfTwoExponent(count);
  const { fractionBits } = format;
  return exponent === undefined
    ? { rows: 1, scale: fractionBits + reciprocalBits(count, format) }
    : { rows: 0, scale: fractionBits + exponent };
}
