import type { CircuitCore } from '../core/circuit-core.js';
import type { CircuitValue } from '../core/value-table.js';
import { powerOfTwo } from '../fixed-point/rounding.js';
import type { RealPredicate } from '../fixed-point/predicates.js';
import { holds } from '../fixed-point/reference-arithmetic.js';
import { isNonNegative } from './sign-bit.js';

/**
 * A boolean from comparing two reals or two integers (as they are, without wrapping). Ordered
 * predicates look at the sign bit of the difference, of which the lesser side of a strict one is
 * first moved by one unit.
 */
export function compare(
  core: CircuitCore,
  predicate: RealPredicate,
  left: CircuitValue,
  right: CircuitValue,
): CircuitValue {
  const a = core.roundedBeside(left, right);
  const b = core.roundedBeside(right, left);
  const known = knownOrder(core, predicate, a, b);
  if (known !== undefined) return core.real(known ? 1 : 0);
  switch (predicate) {
    case 'ge':
      return isNonNegative(core, core.sub(a, b));
    case 'le':
      return isNonNegative(core, core.sub(b, a));
    case 'gt':
      return isNonNegative(core, decremented(core, core.sub(a, b)));
    case 'lt':
      return isNonNegative(core, decremented(core, core.sub(b, a)));
    case 'eq':
    case 'ne':
      return equality(core, predicate, a, b);
  }
}

/** The outcome that the bounds decide, infinities included; NaN only compares unequal. */
function knownOrder(
  core: CircuitCore,
  predicate: RealPredicate,
  a: CircuitValue,
  b: CircuitValue,
): boolean | undefined {
  if (a === b && !Number.isNaN(core.lowerOf(a))) return holds(predicate, 0);
  if (core.isConstant(a) && core.isConstant(b)) return foldedComparison(core, predicate, a, b);
  if (core.lowerOf(a) > core.upperOf(b)) return holds(predicate, 1);
  if (core.upperOf(a) < core.lowerOf(b)) return holds(predicate, -1);
  if (core.lowerOf(a) === core.upperOf(b) && (predicate === 'ge' || predicate === 'lt')) {
    return predicate === 'ge';
  }
  if (core.upperOf(a) === core.lowerOf(b) && (predicate === 'le' || predicate === 'gt')) {
    return predicate === 'le';
  }
  if (Number.isNaN(core.lowerOf(a)) || Number.isNaN(core.lowerOf(b))) return predicate === 'ne';
  return undefined;
}

function foldedComparison(
  core: CircuitCore,
  predicate: RealPredicate,
  a: CircuitValue,
  b: CircuitValue,
): boolean {
  const x = core.constantInteger(a);
  const y = core.constantInteger(b);
  if (x !== undefined && y !== undefined) return holds(predicate, x < y ? -1 : x > y ? 1 : 0);
  const difference = core.lowerOf(a) - core.lowerOf(b);
  if (Number.isNaN(core.lowerOf(a)) || Number.isNaN(core.lowerOf(b))) return predicate === 'ne';
  // Two equal infinities have no difference.
  return holds(predicate, Number.isNaN(difference) ? 0 : Math.sign(difference));
}

function decremented(core: CircuitCore, a: CircuitValue): CircuitValue {
  return core.sub(a, core.real(powerOfTwo(-core.scaleOf(a))));
}

/** a = b or a ≠ b, one row. */
function equality(
  core: CircuitCore,
  predicate: 'eq' | 'ne',
  a: CircuitValue,
  b: CircuitValue,
): CircuitValue {
  if (core.isConstant(a)) return equality(core, predicate, b, a);
  const scale = Math.max(core.scaleOf(a), core.scaleOf(b));
  const { emitter, values } = core;
  if (!core.isConstant(b)) {
    const id = emitter.equality(predicate, core.llvmAt(a, scale), core.llvmAt(b, scale));
    return values.plain(id, 0, 0, 1);
  }
  // factor·base + offset = c asks whether base is (c − offset)/factor.
  const difference = core.sub(a, b);
  if (core.isConstant(difference)) return core.real(holds(predicate, Math.sign(core.lowerOf(difference))) ? 1 : 0);
  const base = values.baseOf(difference);
  const root = -values.offsets[difference] / values.factors[difference];
  const v = root * powerOfTwo(values.scales[base]);
  const unit = values.factors[difference] === 1 || values.factors[difference] === -1;
  if (unit && Number.isInteger(v)) {
    return values.plain(
      emitter.equality(predicate, values.ids[base], emitter.constant(v)),
      0,
      0,
      1,
    );
  }
  if (unit) return core.real(predicate === 'ne' ? 1 : 0);
  return values.plain(
    emitter.equality(predicate, core.plainId(difference), emitter.constant(0)),
    0,
    0,
    1,
  );
}
