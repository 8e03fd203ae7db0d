import { cheapestLength } from '../core/bit-rows.js';
import type { CircuitCore } from '../core/circuit-core.js';
import { decomposeInto, signedLength } from '../core/decomposition.js';
import type { Bits } from '../core/decomposition.js';
import type { CircuitValue } from '../core/value-table.js';
import { powerOfTwo } from '../fixed-point/rounding.js';
import { and, not } from './boolean.js';
import { compare } from './compare.js';
import { toOperand, truncateTo } from './rescale.js';

/** Roundings of a real to an integer; the result has scale 0. */
export type IntegerRounding = 'floor' | 'ceil' | 'trunc' | 'roundeven';

/** Rounds to an integer; a value with more than F fraction bits is first brought to F. */
export function roundToInteger(
  core: CircuitCore,
  rounding: IntegerRounding,
  a: CircuitValue,
): CircuitValue {
  if (core.isConstant(a)) return foldedRounding(core, rounding, a);
  const x = toOperand(core, a);
  if (core.scaleOf(x) === 0) return x;
  switch (rounding) {
    case 'floor':
      return truncateTo(core, x, 0);
    case 'ceil':
      return core.neg(truncateTo(core, core.neg(x), 0));
    case 'trunc':
      return trunc(core, x);
    case 'roundeven':
      return roundEven(core, x);
  }
}

function foldedRounding(core: CircuitCore, rounding: IntegerRounding, a: CircuitValue): CircuitValue {
  if (core.constantInteger(a) !== undefined) return a;
  const real = core.lowerOf(a);
  switch (rounding) {
    case 'floor':
      return core.real(Math.floor(real));
    case 'ceil':
      return core.real(Math.ceil(real));
    case 'trunc':
      return core.real(Math.trunc(real));
    case 'roundeven':
      return core.real(roundHalfEven(real));
  }
}

/** The nearest integer, the even one of two. */
export function roundHalfEven(real: number): number {
  const rounded = Math.round(real);
  return rounded - real === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

/** v + 2^(n−1) in bits, of which those from the scale on are floor(v) + bias with an even bias 2^(n−1−scale). */
function biasedBits(core: CircuitCore, a: CircuitValue): { bits: Bits; bias: number } {
  const scale = core.scaleOf(a);
  const needed = Math.max(signedLength(core.lowerOf(a), core.upperOf(a), scale), scale + 2);
  const length = cheapestLength(needed, scale);
  const bias = powerOfTwo(length - 1 - scale);
  return { bits: decomposeInto(core, core.add(a, core.real(bias)), length), bias };
}

/** floor(v), plus one where v is negative and no integer. */
function trunc(core: CircuitCore, a: CircuitValue): CircuitValue {
  if (core.lowerOf(a) >= 0) return truncateTo(core, a, 0);
  if (core.upperOf(a) <= 0) return core.neg(truncateTo(core, core.neg(a), 0));
  const scale = core.scaleOf(a);
  const { bits, bias } = biasedBits(core, a);
  const nonNegative = bits.bit(bits.length - 1);
  const floor = core.sub(bits.top(scale), core.real(bias));
  const fractional = compare(core, 'ne', bits.slice(0, scale), core.real(0));
  const truncated = core.add(floor, and(core, not(core, nonNegative), fractional));
  return core.boundedBy(truncated, Math.trunc(core.lowerOf(a)), Math.trunc(core.upperOf(a)));
}

/** floor(v + 1/2), minus one where that is odd and v + 1/2 an integer. */
function roundEven(core: CircuitCore, a: CircuitValue): CircuitValue {
  const scale = core.scaleOf(a);
  const { bits, bias } = biasedBits(core, core.add(a, core.real(0.5)));
  const rounded = core.sub(bits.top(scale), core.real(bias)); // the bias is even
  const tie = compare(core, 'eq', bits.slice(0, scale), core.real(0));
  const even = core.sub(rounded, and(core, tie, bits.bit(scale)));
  return core.boundedBy(even, Math.floor(core.lowerOf(a)), Math.ceil(core.upperOf(a)));
}
