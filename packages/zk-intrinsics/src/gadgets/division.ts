import { cheapestLength } from '../core/bit-rows.js';
import type { CircuitCore } from '../core/circuit-core.js';
import { decomposeInto, unsignedLength } from '../core/decomposition.js';
import type { CircuitValue } from '../core/value-table.js';
import { NumericError } from '../fixed-point/numeric-error.js';
import { highestScale, reciprocalBits } from '../fixed-point/product-scale.js';
import { encodeNumber, powerOfTwo, powerOfTwoExponent } from '../fixed-point/rounding.js';
import { toOperand } from './rescale.js';
import { signFactor } from './select.js';
import { isNonNegative } from './sign-bit.js';

/**
 * Integer widths for the division component: up to 56 bits it takes 13 rows whatever the width, up
 * to 128 bits 29, so one width of each kind suffices.
 */
const DIVISION_WIDTHS = [56, 128] as const;

/**
 * ⌊a/b⌋ and a mod b of integers a ≥ 0 and b > 0 (v's at scale 0).
 *
 * The assigner's division proves a = q·b + r with q < 2^N but not r < b, so a prover could claim
 * another quotient. Two decompositions close that: r and b − 1 − r are not negative. They also make
 * b = 0 unsatisfiable.
 */
export function divideWithRemainder(
  core: CircuitCore,
  a: CircuitValue,
  b: CircuitValue,
): { quotient: CircuitValue; remainder: CircuitValue } {
  const length = Math.max(unsignedLength(core.upperOf(a), 0), unsignedLength(core.upperOf(b), 0));
  const width = DIVISION_WIDTHS.find((candidate) => length <= candidate);
  if (width === undefined) {
    throw new NumericError(
      `a division of numbers of ${length} bits; at most ${DIVISION_WIDTHS[1]} can be divided`,
    );
  }
  const { emitter, values } = core;
  const divisor = core.llvmAt(b, 0);
  const claimed = emitter.claimedQuotient(core.llvmAt(a, 0), divisor, width);
  const most = Math.floor(core.upperOf(a) / Math.max(1, core.lowerOf(b)));
  const quotient = values.plain(claimed, 0, 0, most * (1 + 2 ** -52));
  const upper = Math.max(1, core.upperOf(b));
  // Whatever is claimed, the component proves it to be less than 2^width: q·b does not wrap.
  const product = values.plain(emitter.mul(claimed, divisor), 0, 0, powerOfTwo(width) * upper);
  const rest = core.sub(a, product);
  const limit = cheapestLength(unsignedLength(upper - 1, 0));
  core.plainId(rest);
  decomposeInto(core, rest, limit);
  decomposeInto(core, core.sub(core.sub(b, rest), core.real(1)), limit);
  return { quotient, remainder: core.boundedBy(rest, 0, upper - 1) };
}

/** round(a/b) at scale `scale`, ties upwards, for a ≥ 0 and b > 0: ⌊(2·a·2^k + b) / 2b⌋. */
export function quotient(
  core: CircuitCore,
  a: CircuitValue,
  b: CircuitValue,
  scale: number,
): CircuitValue {
  if (core.upperOf(b) <= 0) throw new NumericError('a division by zero');
  const shift = scale + core.scaleOf(b) - core.scaleOf(a);
  const x = core.shifted(a, core.scaleOf(a) + Math.max(0, shift));
  const y = core.shifted(b, core.scaleOf(b) + Math.max(0, -shift));
  core.plainOf(y); // used three times
  const doubled = core.shifted(y, 1);
  const divided = divideWithRemainder(core, core.add(core.shifted(x, 1), y), doubled);
  return core.shifted(divided.quotient, -scale);
}

/**
 * a/b at scale F, rounded to nearest, ties away from zero. A division by a constant is a product
 * with its reciprocal.
 */
export function divide(core: CircuitCore, a: CircuitValue, b: CircuitValue): CircuitValue {
  const constant = core.constantReal(b);
  if (constant !== undefined) return divideByConstant(core, a, constant);
  const x = toOperand(core, a);
  const y = toOperand(core, b);
  if (core.constantReal(x) === 0) return x;
  const signX = signOf(core, x);
  const signY = signOf(core, y);
  const magnitude = quotient(core, signX.magnitude, signY.magnitude, core.format.fractionBits);
  return core.product(core.product(signX.sign, signY.sign), magnitude);
}

function divideByConstant(core: CircuitCore, a: CircuitValue, divisor: number): CircuitValue {
  const constant = core.constantReal(a);
  if (constant !== undefined) return core.real(constant / divisor);
  if (divisor === 0) throw new NumericError('a division by zero');
  if (!Number.isFinite(divisor)) return core.product(a, core.real(1 / divisor));
  const exponent = powerOfTwoExponent(Math.abs(divisor));
  if (exponent === undefined) {
    const bits = reciprocalBits(divisor, core.format);
    const dividend = core.scaleOf(a) + bits > highestScale(core.format) ? toOperand(core, a) : a;
    return core.scaled(dividend, 1 / divisor, bits);
  }
  const moved = core.shifted(a, -exponent);
  return divisor > 0 ? moved : core.neg(moved);
}

/**
 * a − b·trunc(a/b): C's fmod and `arith.remf`. Exact, at the finer scale of the two after bringing
 * both to at most F fraction bits.
 */
export function remainder(core: CircuitCore, a: CircuitValue, b: CircuitValue): CircuitValue {
  if (core.isConstant(a) && core.isConstant(b)) return core.real(core.lowerOf(a) % core.lowerOf(b));
  const x = toOperand(core, a);
  const y = toOperand(core, b);
  const scale = Math.max(core.scaleOf(x), core.scaleOf(y));
  const signX = signOf(core, x);
  const integer = (value: CircuitValue): CircuitValue =>
    core.isConstant(value)
      ? core.real(encodeNumber(core.lowerOf(value), scale))
      : core.shifted(value, scale);
  const divided = divideWithRemainder(core, integer(signX.magnitude), integer(signOf(core, y).magnitude));
  return core.product(signX.sign, core.shifted(divided.remainder, -scale));
}

/** A value as sign·magnitude, where the sign is 1 or −1. */
export interface SignAndMagnitude {
  readonly sign: CircuitValue;
  /** A boolean. */
  readonly isNegative: CircuitValue;
  readonly magnitude: CircuitValue;
}

/** Sign and magnitude; the sign of 0 is either. */
export function signOf(core: CircuitCore, a: CircuitValue): SignAndMagnitude {
  if (core.lowerOf(a) >= 0) {
    return { sign: core.real(1), isNegative: core.real(0), magnitude: a };
  }
  if (core.upperOf(a) <= 0) {
    return { sign: core.real(-1), isNegative: core.real(1), magnitude: core.neg(a) };
  }
  core.plainOf(a);
  const nonNegative = isNonNegative(core, a);
  const sign = core.plainOf(signFactor(core, nonNegative));
  const bound = Math.max(-core.lowerOf(a), core.upperOf(a));
  const magnitude = core.boundedBy(core.product(sign, a), 0, bound);
  return { sign, isNegative: core.sub(core.real(1), nonNegative), magnitude };
}
