import type { FixedPointMachine } from '../fixed-point/fixed-point-machine.js';
import { powerOfTwoBelow } from './exponential.js';
import { logarithm } from './logarithm.js';

/**
 * a^b = ±2^(b·log2 |a|).
 *
 * A negative a requires an integral b, whose lowest bit gives the sign; 0^b is 0 for positive b and
 * 1 for b = 0, and a negative b is not satisfiable there.
 */
export function pow<V>(machine: FixedPointMachine<V>, a: V, b: V): V {
  const { integerBits, fractionBits } = machine.format;
  const x = machine.toFormat(a);
  const y = machine.toFormat(b);
  const zero = machine.real(0);
  const isNegative = machine.compare('lt', x, zero);
  const isZero = machine.compare('eq', x, zero);
  const magnitude = machine.add(machine.abs(x), machine.shifted(isZero, -fractionBits));
  const precision = fractionBits + 8;
  const exponent = logarithm(machine, magnitude, Math.LOG2E, precision);
  const peak = integerBits - 1;
  const scaled = machine.product(machine.roundTo(exponent, precision), y);
  const w = machine.sub(machine.real(peak), machine.product(scaled, machine.not(isZero)));
  const power = powerOfTwoBelow(machine, w, peak, fractionBits);
  const nonZero = machine.isKnownFalse(isZero) ? power : powerOfZero(machine, isZero, y, power);
  return machine.isKnownFalse(isNegative)
    ? nonZero
    : machine.product(nonZero, signOfPower(machine, isNegative, y));
}

function powerOfZero<V>(machine: FixedPointMachine<V>, isZero: V, y: V, power: V): V {
  const zero = machine.real(0);
  machine.requireZero(machine.and(isZero, machine.compare('lt', y, zero)));
  const isOne = machine.compare('eq', y, zero);
  return machine.select(isZero, isOne, power);
}

/** −1 where a is negative and b odd, else 1; b must be an integer where a is negative. */
function signOfPower<V>(machine: FixedPointMachine<V>, isNegative: V, y: V): V {
  const { integerBits, fractionBits } = machine.format;
  const positive = machine.add(y, machine.real(2 ** integerBits));
  const bits = machine.decompose(positive);
  const fraction = bits.slice(0, fractionBits);
  const isOdd = bits.bit(fractionBits);
  machine.requireZero(machine.product(isNegative, fraction));
  const flips = machine.and(isNegative, isOdd);
  return machine.sub(machine.real(1), machine.scaled(flips, 2, 0));
}

/** base^a for a positive constant base is 2^(a·log2 base). */
export function powerOfConstant<V>(machine: FixedPointMachine<V>, base: number, a: V): V {
  const { integerBits, fractionBits } = machine.format;
  const peak = integerBits - 1;
  const bits = 2 * fractionBits + 8;
  const exponent = machine.scaled(machine.toFormat(a), Math.log2(base), bits);
  return powerOfTwoBelow(machine, machine.sub(machine.real(peak), exponent), peak, fractionBits);
}
