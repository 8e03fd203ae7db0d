import type { FixedPointMachine } from '../fixed-point/fixed-point-machine.js';
import { evaluateOnFraction, fractionPolynomial } from './polynomial.js';

/**
 * 2^(peak − w) at scale `scale`, for w ≥ 0; below 2^(−scale−1) it is 0.
 *
 * One decomposition of w gives its fraction y, of which a polynomial computes 2^(−y), and its whole
 * part n, whose bits bᵢ give 2^(2^m − 1 − n) = Π (bᵢ ? 1 : 2^(2^i)); where n has more than these m
 * bits the result is 0.
 */
export function powerOfTwoBelow<V>(
  machine: FixedPointMachine<V>,
  w: V,
  peak: number,
  scale: number,
): V {
  const precision = Math.max(machine.format.fractionBits, scale) + 4;
  const from = machine.scaleOf(w);
  const kept = Math.min(precision, from);
  const digits = Math.ceil(Math.log2(peak + scale + 1));
  const bits = machine.decompose(w);
  const fraction = bits.slice(from - kept, kept);
  const flags = Array.from({ length: digits }, (_, i) => bits.bit(from + i));
  const inReach = machine.compare('eq', bits.top(from + digits), machine.real(0));
  const mantissa = fractionPolynomial('2^-y', (y) => 2 ** -y, kept, kept < from, precision);
  let power = evaluateOnFraction(machine, mantissa, fraction, kept);
  for (const [i, flag] of flags.entries()) {
    const weight = 2 ** (2 ** i);
    const factor = machine.sub(machine.real(weight), machine.scaled(flag, weight - 1, 0));
    power = machine.product(power, factor);
  }
  const result = machine.shifted(machine.product(inReach, power), peak + 1 - 2 ** digits);
  // The polynomial may exceed 1 by its error, a few units of its coefficients.
  const most = 2 ** peak * (1 + 2 ** (4 - precision));
  return machine.within(machine.roundTo(result, scale), 0, most + 2 ** -scale);
}

/** Fraction bits of log2(e) such that exponents of results that do not vanish are accurate. */
function factorBits({ format: { integerBits, fractionBits } }: FixedPointMachine<unknown>): number {
  return fractionBits + 4 + Math.ceil(Math.log2(integerBits + fractionBits));
}

/** base^a, given log2(base). The result must fit the format: a result of 2^(I−1) or more is unsatisfiable. */
export function exponential<V>(machine: FixedPointMachine<V>, a: V, log2Base: number): V {
  const { integerBits, fractionBits } = machine.format;
  return exponentialBelow(machine, machine.toFormat(a), log2Base, integerBits - 1, fractionBits);
}

/** base^a at scale `scale`, where base^a ≤ 2^peak is required. */
export function exponentialBelow<V>(
  machine: FixedPointMachine<V>,
  a: V,
  log2Base: number,
  peak: number,
  scale: number,
): V {
  const exponent = machine.scaled(a, log2Base, log2Base === 1 ? 0 : factorBits(machine));
  return powerOfTwoBelow(machine, machine.sub(machine.real(peak), exponent), peak, scale);
}

export const exp = <V>(machine: FixedPointMachine<V>, a: V): V =>
  exponential(machine, a, Math.LOG2E);

export const exp2 = <V>(machine: FixedPointMachine<V>, a: V): V => exponential(machine, a, 1);

/** exp(a) − 1: near 0 accurate to the unit of the format, not relative to the result. */
export const expm1 = <V>(machine: FixedPointMachine<V>, a: V): V =>
  machine.sub(exp(machine, a), machine.real(1));
