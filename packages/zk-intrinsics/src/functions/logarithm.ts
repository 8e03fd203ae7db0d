import type { FixedPointMachine } from '../fixed-point/fixed-point-machine.js';
import { mantissaFraction, normalise } from './normalise.js';
import { evaluateOnFraction, fractionPolynomial } from './polynomial.js';

/**
 * factor·ln(v·2^(−inputScale)) of an integer 0 < v < 2^length, with about `precision` exact fraction
 * bits and a higher scale.
 *
 * v = (1 + y)·2^e with y ∈ [0, 1) by normalisation, and ln v = e·ln 2 + ln(1 + y).
 */
export function logarithmOf<V>(
  machine: FixedPointMachine<V>,
  v: V,
  inputScale: number,
  length: number,
  factor: number,
  precision: number,
): V {
  const { mantissa, steps } = normalise(machine, v, length);
  const { fraction, kept, cut } = mantissaFraction(machine, mantissa, length, precision);
  const ofMantissa = fractionPolynomial(
    `${factor} ln(1+y)`,
    (y) => factor * Math.log1p(y),
    kept,
    cut,
    precision,
  );
  const unit = factor * Math.LN2;
  let sum = machine.add(
    evaluateOnFraction(machine, ofMantissa, fraction, kept),
    machine.real(unit * (length - 1 - inputScale)),
  );
  for (const { shift, taken } of steps) {
    sum = machine.sub(sum, machine.scaled(taken, unit * shift, precision + 8));
  }
  return sum;
}

/** factor·ln(a) of a value of the format, with about `precision` fraction bits; a > 0 is required. */
export function logarithm<V>(
  machine: FixedPointMachine<V>,
  a: V,
  factor: number,
  precision: number,
): V {
  const { integerBits, fractionBits } = machine.format;
  const v = machine.shifted(machine.toFormat(a), fractionBits);
  return logarithmOf(machine, v, fractionBits, integerBits + fractionBits - 1, factor, precision);
}

const scaledLogarithm =
  (factor: number) =>
  <V>(machine: FixedPointMachine<V>, a: V): V =>
    machine.toFormat(logarithm(machine, a, factor, machine.format.fractionBits + 4));

export const log = scaledLogarithm(1);
export const log2 = scaledLogarithm(Math.LOG2E);
export const log10 = scaledLogarithm(Math.LOG10E);

/** ln(1 + a): accurate to the unit of the format, not relative to the result. */
export function log1p<V>(machine: FixedPointMachine<V>, a: V): V {
  const { integerBits, fractionBits } = machine.format;
  const sum = machine.add(machine.toFormat(a), machine.real(1));
  return machine.toFormat(
    logarithmOf(
      machine,
      machine.shifted(sum, fractionBits),
      fractionBits,
      integerBits + fractionBits,
      1,
      fractionBits + 4,
    ),
  );
}
