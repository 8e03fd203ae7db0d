import { element } from './fixed-point-array.js';
import type { FixedPointArray } from './intrinsic.js';

/** Where the elements of one row or column lie in a row-major array. */
export interface Strided {
  readonly start: number;
  readonly step: number;
}

/** Σ aᵢ·bᵢ over `length` elements, exact. */
export function exactDot(a: FixedPointArray, inA: Strided, b: FixedPointArray, inB: Strided, length: number): bigint {
  let sum = 0n;
  for (let i = 0; i < length; i++) sum += element(a, inA.start + i * inA.step) * element(b, inB.start + i * inB.step);
  return sum;
}

/** The circuit values at `length` strided places of `array`. */
export function gather(array: Int32Array, { start, step }: Strided, length: number): Int32Array {
  const values = new Int32Array(length);
  for (let i = 0; i < length; i++) values[i] = array[start + i * step];
  return values;
}
