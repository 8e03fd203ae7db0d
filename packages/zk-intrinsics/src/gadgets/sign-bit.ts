import { bitRows, cheapestLength } from '../core/bit-rows.js';
import type { CircuitCore } from '../core/circuit-core.js';
import { decomposeInto, LONGEST_DECOMPOSITION, signedLength } from '../core/decomposition.js';
import type { Bits } from '../core/decomposition.js';
import type { CircuitValue } from '../core/value-table.js';
import { NumericError } from '../fixed-point/numeric-error.js';
import { powerOfTwo } from '../fixed-point/rounding.js';

/** The boolean a ≥ 0. */
export function isNonNegative(core: CircuitCore, a: CircuitValue): CircuitValue {
  const lower = core.lowerOf(a);
  if (lower >= 0) return core.real(1);
  if (core.upperOf(a) < 0) return core.real(0);
  const known = core.signs.get(a);
  if (known !== undefined) return known;
  const bits = decomposeSigned(core, a);
  const sign = bits.bit(bits.length - 1);
  core.signs.set(a, sign);
  return sign;
}

/**
 * Decomposes v + 2^(n−1), where n bits hold every v between the bounds: the top bit says v ≥ 0, and
 * v = Σ bᵢ·2^i − 2^(n−1).
 *
 * Where that takes fewer rows, reals are proven to lie within twice the format's range instead (as
 * differences of two values that fit do); integers, at scale 0, are not restricted.
 */
export function decomposeSigned(core: CircuitCore, a: CircuitValue, dropped?: number): Bits {
  const scale = core.scaleOf(a);
  const needed = signedLength(core.lowerOf(a), core.upperOf(a), scale);
  const exact = cheapestLength(needed, dropped);
  const allowed = cheapestLength(core.format.integerBits + 1 + scale, dropped);
  const isRestricted = scale > 0 && needed > allowed && bitRows(exact) > bitRows(allowed);
  const length = isRestricted ? allowed : exact;
  if (length > LONGEST_DECOMPOSITION) {
    throw new NumericError(`a value of ${length} bits is too long to be compared`);
  }
  const half = powerOfTwo(length - 1 - scale);
  return decomposeInto(core, core.add(a, core.real(half)), length);
}
