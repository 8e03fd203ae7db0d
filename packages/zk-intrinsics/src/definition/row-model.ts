import { bitRows, cheapestLength } from '../core/bit-rows.js';
import { sumRows } from '../core/sum-plan.js';
import { defaultFixedPointFormat } from '../fixed-point/fixed-point-format.js';

/*
 * What the circuit builder's gadgets take in rows of the zkLLVM assigner's table, for inputs of which
 * nothing is known but that they fit the default format. Tests compare these figures with the rows
 * of circuits.
 */

const { integerBits, fractionBits } = defaultFixedPointFormat;
const formatBits = integerBits + fractionBits;

/** The larger of two numbers: difference, offset, decomposition, product with the sign, sum. */
export const maximumRows = 4 + bitRows(cheapestLength(formatBits + 1));

/** A number or zero: offset, decomposition, product with the sign. */
export const rectifyRows = 2 + bitRows(cheapestLength(formatBits));

/** Σ aᵢ·bᵢ over `length` pairs of variables: products, and their sum. */
export function dotRows(length: number): number {
  return length + sumRows(length);
}

/** A sum of products at `scale` bits behind the point, rounded: offset, decomposition, composition, offset. */
export function rescaleRows(scale: number): number {
  const dropped = scale - fractionBits;
  const length = cheapestLength(integerBits + scale, dropped);
  return 2 + bitRows(length) + bitRows(length - dropped);
}

/** e^a at scale F for a difference a ≤ 0 of two numbers, which it takes a row to subtract. */
export const decayRows = 64;

/** A quotient in [0, 1] of two positive numbers of scale F. */
export const shareRows = 26;

/** Products or comparisons that a row of 15 witness columns would hold in a component made for them. */
export const nativeProductsPerRow = 7;
export const nativeComparisonsPerRow = 3;
