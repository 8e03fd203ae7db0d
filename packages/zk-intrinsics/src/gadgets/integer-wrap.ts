import { cheapestLength } from '../core/bit-rows.js';
import type { CircuitCore } from '../core/circuit-core.js';
import { decomposeInto, unsignedLength } from '../core/decomposition.js';
import type { CircuitValue } from '../core/value-table.js';
import { NumericError } from '../fixed-point/numeric-error.js';
import { powerOfTwo } from '../fixed-point/rounding.js';

/** The representative of an integer mod 2^width in [0, 2^width). Free if it is known to be there. */
export function wrapUnsigned(core: CircuitCore, a: CircuitValue, width: number): CircuitValue {
  const constant = core.constantInteger(a);
  if (constant !== undefined) return core.integer(BigInt.asUintN(width, constant));
  if (core.lowerOf(a) >= 0 && core.upperOf(a) <= greatestBelow(width)) return a;
  return lowBits(core, a, width);
}

/** The representative in [−2^(width−1), 2^(width−1)): the low bits of a + 2^(width−1), less that. */
export function wrapSigned(core: CircuitCore, a: CircuitValue, width: number): CircuitValue {
  const constant = core.constantInteger(a);
  if (constant !== undefined) return core.integer(BigInt.asIntN(width, constant));
  if (width === 1 && core.lowerOf(a) >= 0 && core.upperOf(a) <= 1) return core.neg(a);
  const half = powerOfTwo(width - 1);
  if (core.lowerOf(a) >= -half && core.upperOf(a) <= greatestBelow(width - 1)) return a;
  const offset = core.integer(1n << BigInt(width - 1));
  return core.sub(lowBits(core, core.add(a, offset), width), offset);
}

/**
 * Two integers of `width` bits as representatives that are equal where the integers are: free if
 * both are known to lie in the signed or both in the unsigned range.
 */
export function wrapAlike(
  core: CircuitCore,
  a: CircuitValue,
  b: CircuitValue,
  width: number,
): readonly [CircuitValue, CircuitValue] {
  const half = powerOfTwo(width - 1);
  const most = greatestBelow(width - 1);
  const isSigned = (x: CircuitValue): boolean => core.lowerOf(x) >= -half && core.upperOf(x) <= most;
  const wrap = isSigned(a) && isSigned(b) ? wrapSigned : wrapUnsigned;
  return [wrap(core, a, width), wrap(core, b, width)];
}

/** The largest double that is an integer less than 2^bits, as bounds are. */
function greatestBelow(bits: number): number {
  return bits <= 53 ? powerOfTwo(bits) - 1 : powerOfTwo(bits) * (1 - 2 ** -53);
}

/** a mod 2^width, after adding a multiple of 2^width that makes a positive. */
function lowBits(core: CircuitCore, a: CircuitValue, width: number): CircuitValue {
  if (core.scaleOf(a) !== 0) throw new NumericError('an integer operation on a real that has fraction bits');
  let positive = a;
  if (core.lowerOf(a) < 0) {
    const bits = Math.max(width, unsignedLength(-core.lowerOf(a), 0));
    positive = core.add(a, core.integer(1n << BigInt(bits)));
  }
  const needed = Math.max(unsignedLength(core.upperOf(positive), 0), width);
  return decomposeInto(core, positive, cheapestLength(needed)).slice(0, width);
}
