import type { FixedPointArray } from './intrinsic.js';

/** floor((v + 2^(s-1)) / 2^s): v at a scale s bits lower, halves rounded up. Negative s shifts left, exactly. */
export function rescale(value: bigint, bits: number): bigint {
  if (bits <= 0) return value << BigInt(-bits);
  return (value + (1n << BigInt(bits - 1))) >> BigInt(bits);
}

/** round(value·2^scale), halves up: the integer that a real constant becomes. Throws a RangeError for infinities and NaN. */
export function quantise(value: number, scale: number): bigint {
  if (!Number.isFinite(value)) throw new RangeError(`${value} has no fixed-point form`);
  return BigInt(Math.floor(value * 2 ** scale + 0.5));
}

/** Element `index` of `array`. Throws a RangeError if there is none. */
export function element(array: FixedPointArray, index: number): bigint {
  const value = array.values[index];
  if (value === undefined) throw new RangeError(`element ${index} of an array of ${array.values.length}`);
  return value;
}

/** Input `index` of an intrinsic. Throws a RangeError if there is none. */
export function inputAt<T>(inputs: readonly T[], index: number): T {
  const input = inputs[index];
  if (input === undefined) throw new RangeError(`an intrinsic has no array ${index}`);
  return input;
}
