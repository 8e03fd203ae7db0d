import type { FixedPointMachine } from '../fixed-point/fixed-point-machine.js';
import { withSignOf } from './logistic.js';
import { centred, evaluatePolynomial, fractionPolynomial } from './polynomial.js';
import type { Polynomial } from './polynomial.js';
import { squareRootOf } from './square-root.js';

/** An angle in quarter turns: the quarter it is in and how far, as u = 2y − 1 ∈ [−1, 1). */
interface QuarterTurns<V> {
  /** Whether the whole number of quarter turns is odd. */
  readonly isOdd: V;
  /** Whether it is 2 or 3 mod 4. */
  readonly isOverHalf: V;
  readonly u: V;
}

/**
 * Reduces an angle: a·2/π + offset in binary. The constant has enough bits for the greatest angle of
 * the format.
 */
function quarterTurns<V>(
  machine: FixedPointMachine<V>,
  a: V,
  offset: number,
  kept: number,
): QuarterTurns<V> {
  const { integerBits } = machine.format;
  const bits = kept + integerBits;
  const turns = machine.scaled(machine.toFormat(a), 2 / Math.PI, bits);
  // A whole number of turns, at least as many as the least angle has, makes the sum positive.
  const positive = machine.add(turns, machine.real(2 ** (integerBits + 1) + offset));
  const from = machine.scaleOf(positive);
  const digits = machine.decompose(positive);
  const fraction = digits.slice(from - kept, kept);
  return {
    isOdd: digits.bit(from),
    isOverHalf: digits.bit(from + 1),
    u: centred(machine, fraction, kept),
  };
}

/** sin(π/2·y) for y = (u + 1)/2. */
function sineOfQuarter(kept: number, bits: number): Polynomial {
  return fractionPolynomial('sin(pi/2 y)', (y) => Math.sin((Math.PI / 2) * y), kept, true, bits);
}

/** −1 where the boolean is true, 1 elsewhere. */
function negativeIf<V>(machine: FixedPointMachine<V>, condition: V): V {
  return machine.sub(machine.real(1), machine.scaled(condition, 2, 0));
}

/**
 * u, or the u of 1 − y, for which the sine is the cosine of y: the interval of fractions that begins
 * with y's bits reflects to the one at −u − 2^(1−kept).
 */
function reflected<V>(machine: FixedPointMachine<V>, u: V, isReflected: V, kept: number): V {
  const sign = negativeIf(machine, isReflected);
  const centre = machine.scaled(isReflected, 2 ** (1 - kept), kept - 1);
  return machine.sub(machine.product(u, sign), centre);
}

function sineWithOffset<V>(machine: FixedPointMachine<V>, a: V, offset: number): V {
  const kept = machine.format.fractionBits + 4;
  const { isOdd, isOverHalf, u } = quarterTurns(machine, a, offset, kept);
  const value = evaluatePolynomial(
    machine,
    sineOfQuarter(kept, kept),
    reflected(machine, u, isOdd, kept),
  );
  return machine.toFormat(machine.product(value, negativeIf(machine, isOverHalf)));
}

export const sin = <V>(machine: FixedPointMachine<V>, a: V): V => sineWithOffset(machine, a, 0);

export const cos = <V>(machine: FixedPointMachine<V>, a: V): V => sineWithOffset(machine, a, 1);

/** sin/cos from one reduction; near the poles as accurate as the cosine is relative to itself. At a pole unsatisfiable. */
export function tan<V>(machine: FixedPointMachine<V>, a: V): V {
  const { fractionBits } = machine.format;
  const kept = fractionBits + 10;
  const { isOdd, u } = quarterTurns(machine, a, 0, kept);
  const polynomial = sineOfQuarter(kept, kept);
  const scale = fractionBits + 8;
  // The fit may miss 0 and 1 by less than a unit of its coefficients.
  const zero = machine.real(0);
  const part = (isReflected: V): V => {
    const value = evaluatePolynomial(machine, polynomial, reflected(machine, u, isReflected, kept));
    const rounded = machine.roundTo(value, scale);
    return machine.select(machine.compare('gt', rounded, zero), rounded, zero);
  };
  const magnitude = machine.quotient(part(isOdd), part(machine.not(isOdd)), fractionBits);
  return machine.product(magnitude, negativeIf(machine, isOdd));
}

/** atan of 0 ≤ z ≤ 1, where z is at scale `kept`; at a higher scale. */
function arctangentOfFraction<V>(machine: FixedPointMachine<V>, z: V, kept: number): V {
  const polynomial = fractionPolynomial(
    'atan(y)',
    Math.atan,
    kept,
    false,
    kept,
  );
  const u = machine.sub(machine.shifted(z, 1), machine.real(1));
  return evaluatePolynomial(machine, polynomial, u);
}

/** atan |a| is π/2 − atan(1/|a|) for |a| > 1. */
export function atan<V>(machine: FixedPointMachine<V>, a: V): V {
  const kept = machine.format.fractionBits + 4;
  const x = machine.toFormat(a);
  const one = machine.real(1);
  const magnitude = machine.abs(x);
  const inverted = machine.compare('gt', magnitude, one);
  const z = machine.within(
    machine.quotient(
      machine.select(inverted, one, magnitude),
      machine.select(inverted, magnitude, one),
      kept,
    ),
    0,
    1,
  );
  const angle = machine.roundTo(arctangentOfFraction(machine, z, kept), kept);
  const folded = machine.select(
    inverted,
    machine.sub(machine.real(Math.PI / 2), angle),
    angle,
  );
  return withSignOf(machine, x, machine.toFormat(folded));
}

/** asin |a|: asin z = π/2 − 2·asin √((1 − z)/2) for z > 1/2. */
function arcsineOfMagnitude<V>(machine: FixedPointMachine<V>, magnitude: V): V {
  const { fractionBits } = machine.format;
  const kept = fractionBits + 4;
  const steep = machine.compare('gt', magnitude, machine.real(0.5));
  const rest = machine.shifted(machine.sub(machine.real(1), magnitude), fractionBits);
  const root = squareRootOf(machine, rest, fractionBits + 1, fractionBits + 1, kept);
  const z = machine.within(
    machine.select(steep, root, magnitude),
    0,
    0.5 + 2 ** -fractionBits,
  );
  const polynomial = fractionPolynomial(
    'asin(y/2)',
    (y) => Math.asin(y / 2),
    kept,
    false,
    kept,
  );
  const u = machine.sub(machine.shifted(machine.roundTo(z, kept), 2), machine.real(1));
  const angle = machine.roundTo(evaluatePolynomial(machine, polynomial, u), kept);
  const folded = machine.sub(machine.real(Math.PI / 2), machine.shifted(angle, 1));
  return machine.select(steep, folded, angle);
}

/** asin a; |a| ≤ 1 is required. */
export function asin<V>(machine: FixedPointMachine<V>, a: V): V {
  const x = machine.toFormat(a);
  const magnitude = arcsineOfMagnitude(machine, machine.abs(x));
  return withSignOf(machine, x, machine.toFormat(magnitude));
}

/** acos a = π/2 − asin a; |a| ≤ 1 is required. */
export function acos<V>(machine: FixedPointMachine<V>, a: V): V {
  const x = machine.toFormat(a);
  const magnitude = arcsineOfMagnitude(machine, machine.abs(x));
  const arcsine = withSignOf(machine, x, magnitude);
  return machine.toFormat(machine.sub(machine.real(Math.PI / 2), arcsine));
}
