import { rescaleInteger } from '../fixed-point/rounding.js';
import type { FixedPointArray } from './intrinsic.js';

/** Element `index` of `array`. Throws a RangeError if there is none. */
export function element(array: FixedPointArray, index: number): bigint {
  const value = array.values[index];
  if (value === undefined) throw new RangeError(`element ${index} of an array of ${array.values.length}`);
  return value;
}

/** `value` at a scale `bits` lower: rounded as floor((v + 2^(s-1)) / 2^s), or exactly shifted left if `bits` is negative. */
export function atLowerScale(value: bigint, bits: number): bigint {
  return bits < 0 ? value << BigInt(-bits) : rescaleInteger(value, bits);
}

/** Input `index` of an intrinsic. Throws a RangeError if there is none. */
export function inputAt<T>(inputs: readonly T[], index: number): T {
  const input = inputs[index];
  if (input === undefined) throw new RangeError(`an intrinsic has no array ${index}`);
  return input;
}
