import { cheapestLength } from '../core/bit-rows.js';
import type { CircuitCore } from '../core/circuit-core.js';
import { decomposeInto, signedLength, unsignedLength } from '../core/decomposition.js';
import type { CircuitValue } from '../core/value-table.js';
import { NumericError } from '../fixed-point/numeric-error.js';
import { powerOfTwo, roundToScale } from '../fixed-point/rounding.js';

/**
 * The real at scale `scale`. Where s bits go, v becomes floor((v + 2^(s−1)) / 2^s): v plus an offset
 * that makes it positive and rounds is decomposed, and its bits from s on are composed.
 *
 * If the bounds fit the format, the decomposition is as long as they ask. Otherwise it is as long as
 * the format allows and so proves that the value fits: I + scale of the argument bits, or up to two
 * more where that takes fewer rows.
 */
export function rescale(core: CircuitCore, a: CircuitValue, scale: number): CircuitValue {
  if (core.isConstant(a)) return core.real(roundToScale(core.lowerOf(a), scale));
  const drop = core.scaleOf(a) - scale;
  if (drop > 0) return roundedOff(core, a, scale, powerOfTwo(-scale - 1), formatBounds);
  return drop === 0 ? a : raised(core, a, scale);
}

/** As {@link rescale}, but the bounds are those of the value, whether they fit the format or not. */
export function roundTo(core: CircuitCore, a: CircuitValue, scale: number): CircuitValue {
  return core.isConstant(a) || core.scaleOf(a) <= scale
    ? rescale(core, a, scale)
    : roundedOff(core, a, scale, powerOfTwo(-scale - 1), ownBounds);
}

/**
 * v / 2^s rounded down rather than to nearest, otherwise as {@link rescale}; it accepts twice the
 * range of the format, so that the negative of its least value is accepted too.
 */
export function truncateTo(core: CircuitCore, a: CircuitValue, scale: number): CircuitValue {
  return core.scaleOf(a) <= scale ? a : roundedOff(core, a, scale, 0, doubledFormatBounds);
}

/** A value with more than F fraction bits at scale F, others as they are. A value that is used again is rescaled once. */
export function toOperand(core: CircuitCore, a: CircuitValue): CircuitValue {
  const { fractionBits } = core.format;
  if (core.isConstant(a) || core.scaleOf(a) <= fractionBits) return a;
  const known = core.operands.get(a);
  if (known !== undefined) return known;
  const operand = rescale(core, a, fractionBits);
  core.operands.set(a, operand);
  return operand;
}

/** The same value with more fraction bits. */
export function raised(core: CircuitCore, a: CircuitValue, scale: number): CircuitValue {
  const id = core.llvmAt(a, scale);
  return core.values.plain(id, scale, core.lowerOf(a), core.upperOf(a));
}

/** floor((a + rounding)·2^scale)·2^(−scale). */
function roundedOff(
  core: CircuitCore,
  a: CircuitValue,
  scale: number,
  rounding: number,
  boundsOf: (core: CircuitCore, a: CircuitValue) => Bounds,
): CircuitValue {
  const from = core.scaleOf(a);
  const shifted = core.add(a, core.real(rounding));
  const unit = powerOfTwo(-scale);
  const bounds = boundsOf(core, shifted);
  const lower = Math.floor(bounds.lower / unit) * unit;
  const upper = Math.floor(bounds.upper / unit) * unit;
  const drop = from - scale;
  if (bounds.lower >= 0) {
    const length = cheapestLength(Math.max(unsignedLength(bounds.upper, from), drop + 1), drop);
    const id = core.plainId(decomposeInto(core, shifted, length).top(drop));
    return core.values.plain(id, scale, lower, proven(core, shifted, upper, powerOfTwo(length - from) - unit));
  }
  const length = cheapestLength(
    Math.max(signedLength(bounds.lower, bounds.upper, from), drop + 1),
    drop,
  );
  const half = powerOfTwo(length - 1 - from);
  const biased = core.add(shifted, core.real(half));
  const id = core.plainId(decomposeInto(core, biased, length).top(drop));
  // The bits prove −half ≤ shifted < half; bounds that hold anyway may be narrower.
  const least = core.lowerOf(shifted) >= -half ? lower : -half;
  const most = core.upperOf(shifted) < half ? upper : half - unit;
  const composed = core.values.plain(id, scale, least + half, most + half);
  return core.add(composed, core.real(-half));
}

function proven(core: CircuitCore, a: CircuitValue, upper: number, limit: number): number {
  return core.upperOf(a) <= limit ? upper : limit;
}

interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

function ownBounds(core: CircuitCore, a: CircuitValue): Bounds {
  return { lower: core.lowerOf(a), upper: core.upperOf(a) };
}

export function formatBounds(core: CircuitCore, a: CircuitValue): Bounds {
  return boundsWithin(core, a, powerOfTwo(core.format.integerBits - 1));
}

function doubledFormatBounds(core: CircuitCore, a: CircuitValue): Bounds {
  return boundsWithin(core, a, powerOfTwo(core.format.integerBits));
}

/**
 * The bounds of a value between −limit and limit.
 *
 * @throws NumericError if no value between the bounds is
 */
function boundsWithin(core: CircuitCore, a: CircuitValue, limit: number): Bounds {
  const lower = core.lowerOf(a);
  const upper = core.upperOf(a);
  if (lower >= limit || upper < -limit) {
    const { integerBits, fractionBits } = core.format;
    const greatest = powerOfTwo(integerBits - 1);
    throw new NumericError(
      `the value lies between ${lower} and ${upper}, outside the fixed-point format ` +
        `${integerBits}.${fractionBits} (−${greatest} to ${greatest})`,
    );
  }
  return {
    lower: Math.max(lower, -limit),
    upper: Math.min(upper, limit - powerOfTwo(-core.scaleOf(a))),
  };
}
