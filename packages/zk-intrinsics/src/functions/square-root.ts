import type { FixedPointMachine } from '../fixed-point/fixed-point-machine.js';
import { mantissaFraction, normalise } from './normalise.js';
import { evaluateOnFraction, fractionPolynomial } from './polynomial.js';

/** Which power of a root is: a^(1/2) or a^(−1/2). */
type RootExponent = 0.5 | -0.5;

/**
 * (v·2^(−inputScale))^exponent for an integer 0 ≤ v < 2^length, at a high scale with about
 * `precision` significant bits. For v = 0 the result is that of v = 1.
 *
 * v = m·2^(length − e) with m ∈ [1/2, 1): a polynomial gives m^exponent, and each step of the
 * normalisation multiplies by its power of two or of √2.
 */
function rootOfNonZero<V>(
  machine: FixedPointMachine<V>,
  v: V,
  inputScale: number,
  length: number,
  exponent: RootExponent,
  precision: number,
): V {
  const { mantissa, steps } = normalise(machine, v, length);
  const { fraction, kept, cut } = mantissaFraction(machine, mantissa, length, precision);
  const halves = (length - inputScale) * exponent; // 2^halves scales the result
  const whole = Math.floor(halves);
  const polynomial = fractionPolynomial(
    `((1+y)/2)^${exponent} 2^${halves - whole}`,
    (y) => ((1 + y) / 2) ** exponent * 2 ** (halves - whole),
    kept,
    cut,
    precision,
  );
  let root = machine.shifted(evaluateOnFraction(machine, polynomial, fraction, kept), whole);
  for (const { shift, taken } of steps) {
    // A step multiplied v by 2^shift, so the root must be multiplied by 2^(−shift·exponent).
    const power = 2 ** (-shift * exponent);
    const bits = shift === 1 ? precision + 2 : Math.max(0, shift * exponent);
    const factor = machine.add(machine.scaled(taken, power - 1, bits), machine.real(1));
    root = machine.product(root, factor);
  }
  return root;
}

/** √(v·2^(−inputScale)) for an integer 0 ≤ v < 2^length, at scale `scale`. */
export function squareRootOf<V>(
  machine: FixedPointMachine<V>,
  v: V,
  inputScale: number,
  length: number,
  scale: number,
): V {
  const isZero = machine.compare('eq', v, machine.real(0));
  const nonZero = machine.add(v, isZero);
  const root = rootOfNonZero(machine, nonZero, inputScale, length, 0.5, scale + 4);
  return machine.roundTo(machine.product(machine.not(isZero), root), scale);
}

/** √a; a ≥ 0 is required. */
export function sqrt<V>(machine: FixedPointMachine<V>, a: V): V {
  const { integerBits, fractionBits } = machine.format;
  const v = machine.shifted(machine.toFormat(a), fractionBits);
  return squareRootOf(machine, v, fractionBits, integerBits + fractionBits - 1, fractionBits);
}

/** 1/√a; a > 0 is required. */
export function rsqrt<V>(machine: FixedPointMachine<V>, a: V): V {
  const { integerBits, fractionBits } = machine.format;
  const length = integerBits + fractionBits - 1;
  const v = machine.shifted(machine.toFormat(a), fractionBits);
  const root = rootOfNonZero(machine, v, fractionBits, length, -0.5, fractionBits + 4);
  return machine.toFormat(root);
}
