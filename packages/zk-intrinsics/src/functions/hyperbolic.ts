import type { FixedPointMachine } from '../fixed-point/fixed-point-machine.js';
import { exponentialBelow } from './exponential.js';
import { logarithmOf } from './logarithm.js';
import { withSignOf } from './logistic.js';
import { squareRootOf } from './square-root.js';

/** e^|a| and its reciprocal, at scale F + 2. */
function exponentialPair<V>(machine: FixedPointMachine<V>, x: V): { grown: V; decayed: V } {
  const { integerBits, fractionBits } = machine.format;
  const scale = fractionBits + 2;
  const grown = exponentialBelow(machine, machine.abs(x), Math.LOG2E, integerBits, scale);
  // The polynomial may return a little less than 1.
  const atLeast = machine.within(grown, 1 - 2 ** (1 - fractionBits), 2 ** (integerBits + 1));
  return { grown: atLeast, decayed: machine.quotient(machine.real(1), atLeast, scale) };
}

/** (e^a + e^(−a))/2. */
export function cosh<V>(machine: FixedPointMachine<V>, a: V): V {
  const { grown, decayed } = exponentialPair(machine, machine.toFormat(a));
  return machine.toFormat(machine.shifted(machine.add(grown, decayed), -1));
}

/** (e^a − e^(−a))/2. */
export function sinh<V>(machine: FixedPointMachine<V>, a: V): V {
  const x = machine.toFormat(a);
  const { grown, decayed } = exponentialPair(machine, x);
  const magnitude = machine.toFormat(machine.shifted(machine.sub(grown, decayed), -1));
  return withSignOf(machine, x, magnitude);
}

/** √(x² + offset) at scale F, where offset is ±1 and x is at scale F. */
function rootOfSquarePlus<V>(machine: FixedPointMachine<V>, x: V, offset: 1 | -1): V {
  const { integerBits, fractionBits } = machine.format;
  const radicand = machine.add(machine.product(x, x), machine.real(offset));
  const scale = 2 * fractionBits;
  const integer = machine.shifted(radicand, scale);
  return squareRootOf(machine, integer, scale, 2 * (integerBits - 1) + scale + 1, fractionBits + 2);
}

/** factor·ln of a sum or quotient a > 0 at scale `inputScale`, less than 2^integerBits. */
function logarithmOfWide<V>(
  machine: FixedPointMachine<V>,
  a: V,
  inputScale: number,
  integerBits: number,
  factor: number,
): V {
  const precision = machine.format.fractionBits + 4;
  const v = machine.shifted(a, inputScale);
  return machine.toFormat(
    logarithmOf(machine, v, inputScale, integerBits + inputScale, factor, precision),
  );
}

/** ±ln(|a| + √(a² + 1)). */
export function asinh<V>(machine: FixedPointMachine<V>, a: V): V {
  const { integerBits, fractionBits } = machine.format;
  const x = machine.toFormat(a);
  const sum = machine.add(machine.abs(x), rootOfSquarePlus(machine, x, 1));
  const magnitude = logarithmOfWide(machine, sum, fractionBits + 2, integerBits + 1, 1);
  return withSignOf(machine, x, magnitude);
}

/** ln(a + √(a² − 1)); a ≥ 1 is required. */
export function acosh<V>(machine: FixedPointMachine<V>, a: V): V {
  const { integerBits, fractionBits } = machine.format;
  const x = machine.toFormat(a);
  const sum = machine.add(x, rootOfSquarePlus(machine, x, -1));
  return logarithmOfWide(machine, sum, fractionBits + 2, integerBits + 1, 1);
}

/** ±½·ln((1 + |a|)/(1 − |a|)); |a| < 1 is required. */
export function atanh<V>(machine: FixedPointMachine<V>, a: V): V {
  const { fractionBits } = machine.format;
  const x = machine.toFormat(a);
  const one = machine.real(1);
  const magnitude = machine.abs(x);
  // The greatest ratio is that of 1 − 2^(−F), less than 2^(F+1).
  const ratio = machine.quotient(
    machine.add(one, magnitude),
    machine.sub(one, magnitude),
    fractionBits + 2,
  );
  const half = logarithmOfWide(machine, ratio, fractionBits + 2, fractionBits + 2, 0.5);
  return withSignOf(machine, x, half);
}
