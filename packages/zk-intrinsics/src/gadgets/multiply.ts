import type { CircuitCore } from '../core/circuit-core.js';
import { MAGNITUDE_BITS } from '../core/circuit-core.js';
import type { CircuitValue } from '../core/value-table.js';
import { bitLengthOf, powerOfTwo, powerOfTwoExponent } from '../fixed-point/rounding.js';
import { factorBits, highestScale } from '../fixed-point/product-scale.js';
import { toOperand } from './rescale.js';

/**
 * a·b of two reals. Products keep all bits, and scales add up; only where the product would pass
 * the highest scale or leave the field is the factor of the higher scale first brought back to F.
 */
export function multiply(core: CircuitCore, a: CircuitValue, b: CircuitValue): CircuitValue {
  if (core.isConstant(a)) return core.isConstant(b) ? core.product(a, b) : timesConstant(core, b, a);
  if (core.isConstant(b)) return timesConstant(core, a, b);
  let x = a;
  let y = b;
  const { fractionBits } = core.format;
  while (!hasRoom(core, magnitudeBits(core, x) + magnitudeBits(core, y), core.scaleOf(x) + core.scaleOf(y))) {
    if (core.scaleOf(x) >= core.scaleOf(y)) {
      if (core.scaleOf(x) <= fractionBits) break;
      x = toOperand(core, x);
      if (a === b) y = x;
    } else {
      y = toOperand(core, y);
    }
  }
  return core.product(x, y);
}

/** a·c for a constant c: without this, scales would pile up from layer to layer until nothing fits the field. */
function timesConstant(core: CircuitCore, a: CircuitValue, c: CircuitValue): CircuitValue {
  const real = Math.abs(core.constantReal(c) ?? 0);
  const bits = powerOfTwoExponent(real) === undefined && Number.isFinite(real) ? factorBits(real, core.format) : 0;
  const magnitude = magnitudeBits(core, a) + bitLengthOf(real * powerOfTwo(bits));
  return core.product(hasRoom(core, magnitude, core.scaleOf(a) + bits) ? a : toOperand(core, a), c);
}

/** Whether a product of at most `magnitude` bits (of |v|) at `scale` is to be kept as it is. */
function hasRoom(core: CircuitCore, magnitude: number, scale: number): boolean {
  return scale <= highestScale(core.format) && magnitude <= MAGNITUDE_BITS;
}

/** Bits of the greatest |v|. */
function magnitudeBits(core: CircuitCore, a: CircuitValue): number {
  const greatest = Math.max(-core.lowerOf(a), core.upperOf(a));
  return bitLengthOf(greatest * powerOfTwo(core.scaleOf(a)));
}
