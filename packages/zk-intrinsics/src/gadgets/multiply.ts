import type { CircuitCore } from '../core/circuit-core.js';
import { MAGNITUDE_BITS } from '../core/circuit-core.js';
import type { CircuitValue } from '../core/value-table.js';
import { bitLengthOf, powerOfTwo } from '../fixed-point/rounding.js';
import { highestScale } from '../fixed-point/product-scale.js';
import { rescale } from './rescale.js';

/**
 * a·b of two reals. Products keep all bits, and scales add up; only where the product would pass
 * the highest scale or leave the field is the factor of the higher scale first brought back to F.
 */
export function multiply(core: CircuitCore, a: CircuitValue, b: CircuitValue): CircuitValue {
  if (core.isConstant(a) || core.isConstant(b)) return core.product(a, b);
  let x = a;
  let y = b;
  while (needsRescale(core, x, y)) {
    const { fractionBits } = core.format;
    if (core.scaleOf(x) >= core.scaleOf(y)) {
      if (core.scaleOf(x) <= fractionBits) break;
      x = rescale(core, x, fractionBits);
      if (a === b) y = x;
    } else {
      y = rescale(core, y, fractionBits);
    }
  }
  return core.product(x, y);
}

function needsRescale(core: CircuitCore, a: CircuitValue, b: CircuitValue): boolean {
  const scale = core.scaleOf(a) + core.scaleOf(b);
  return scale > highestScale(core.format) || magnitudeBits(core, a) + magnitudeBits(core, b) > MAGNITUDE_BITS;
}

/** Bits of the greatest |v|. */
function magnitudeBits(core: CircuitCore, a: CircuitValue): number {
  const greatest = Math.max(-core.lowerOf(a), core.upperOf(a));
  return bitLengthOf(greatest * powerOfTwo(core.scaleOf(a)));
}
