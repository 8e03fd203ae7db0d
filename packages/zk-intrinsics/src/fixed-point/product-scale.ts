import type { FixedPointFormat } from './fixed-point-format.js';
import { exponentOf, fractionBitsOf } from './rounding.js';

/**
 * Fraction bits k with which a real constant c enters a product, so that c counts as
 * round(c·2^k)·2^(−k): none are lost if F suffice, else F, and for |c| < 1 up to F/2 more so that
 * small factors keep significant digits.
 */
export function factorBits(c: number, { fractionBits }: FixedPointFormat): number {
  const exact = fractionBitsOf(c);
  if (exact <= fractionBits) return exact;
  const leadingZeros = Math.max(0, -1 - exponentOf(c));
  return fractionBits + Math.min(leadingZeros, fractionBits >> 1);
}

/**
 * Highest scale of a product before its larger factor is rescaled: bringing such a value back to F
 * and proving its range decomposes at most 86 bits, the most that six rows decompose. Products of
 * two values of scale F are always allowed.
 */
export function highestScale({ integerBits, fractionBits }: FixedPointFormat): number {
  return Math.max(2 * fractionBits, 86 - integerBits);
}

/** Fraction bits of the reciprocal of a constant: eight significant ones more than the format has fraction bits. */
export function reciprocalBits(divisor: number, { fractionBits }: FixedPointFormat): number {
  return fractionBits + 8 + Math.max(0, exponentOf(divisor));
}
