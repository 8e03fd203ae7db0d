import type { CircuitCore } from '../core/circuit-core.js';
import { ValueKind } from '../core/value-table.js';
import type { CircuitValue } from '../core/value-table.js';
import { roundToScale } from '../fixed-point/rounding.js';
import { isNonNegative } from './sign-bit.js';

/**
 * condition ? a : b as condition·(a − b) + b: three rows, two if one of the two is constant, one if
 * one is zero.
 */
export function select(
  core: CircuitCore,
  condition: CircuitValue,
  whenTrue: CircuitValue,
  whenFalse: CircuitValue,
): CircuitValue {
  if (core.isConstant(condition)) {
    return core.lowerOf(condition) !== 0 ? whenTrue : whenFalse;
  }
  if (whenTrue === whenFalse) return whenTrue;
  const a = core.roundedBeside(whenTrue, whenFalse);
  const b = core.roundedBeside(whenFalse, whenTrue);
  const { values } = core;
  const base = values.baseOf(condition);
  const negated =
    values.kinds[condition] === ValueKind.affine &&
    values.factors[condition] === -1 &&
    values.offsets[condition] === 1;
  if (negated) return select(core, base, b, a);
  if (core.isConstant(a) && core.isConstant(b)) return selectConstant(core, condition, a, b);
  const chosen = core.add(core.product(condition, core.sub(a, b)), b);
  return core.boundedBy(
    chosen,
    Math.min(core.lowerOf(a), core.lowerOf(b)),
    Math.max(core.upperOf(a), core.upperOf(b)),
  );
}

/** A choice between two constants is affine in the condition. */
function selectConstant(
  core: CircuitCore,
  condition: CircuitValue,
  a: CircuitValue,
  b: CircuitValue,
): CircuitValue {
  const big = core.values.bigConstants;
  if (big.has(a) || big.has(b)) {
    return core.add(core.product(condition, core.sub(a, b)), b);
  }
  const scale = Math.max(core.scaleOf(a), core.scaleOf(b));
  const x = roundToScale(core.lowerOf(a), scale);
  const y = roundToScale(core.lowerOf(b), scale);
  const difference = core.scaled(condition, x - y, scale);
  return core.add(difference, core.real(y));
}

/** max(a, b) = b + [a ≥ b]·(a − b). */
export function maximum(
  core: CircuitCore,
  left: CircuitValue,
  right: CircuitValue,
): CircuitValue {
  const a = core.roundedBeside(left, right);
  const b = core.roundedBeside(right, left);
  const known = knownGreater(core, a, b);
  if (known !== undefined) return known;
  if (isZero(core, b)) return relu(core, a);
  if (isZero(core, a)) return relu(core, b);
  const difference = core.sub(a, b);
  const gain = core.product(isNonNegative(core, difference), difference);
  return core.boundedBy(
    core.add(gain, b),
    Math.max(core.lowerOf(a), core.lowerOf(b)),
    Math.max(core.upperOf(a), core.upperOf(b)),
  );
}

/** min(a, b) = a − [a ≥ b]·(a − b). */
export function minimum(
  core: CircuitCore,
  left: CircuitValue,
  right: CircuitValue,
): CircuitValue {
  const a = core.roundedBeside(left, right);
  const b = core.roundedBeside(right, left);
  const greater = knownGreater(core, a, b);
  if (greater !== undefined) return greater === a ? b : a;
  const difference = core.sub(a, b);
  const loss = core.product(isNonNegative(core, difference), difference);
  return core.boundedBy(
    core.sub(a, loss),
    Math.min(core.lowerOf(a), core.lowerOf(b)),
    Math.min(core.upperOf(a), core.upperOf(b)),
  );
}

/** max(a, 0). */
export function relu(core: CircuitCore, a: CircuitValue): CircuitValue {
  if (core.isConstant(a)) return core.real(Math.max(core.lowerOf(a), 0));
  if (core.lowerOf(a) >= 0) return a;
  if (core.upperOf(a) <= 0) return core.real(0);
  return core.boundedBy(
    core.product(isNonNegative(core, a), a),
    0,
    core.upperOf(a),
  );
}

/** |a| = (2·[a ≥ 0] − 1)·a. */
export function absolute(core: CircuitCore, a: CircuitValue): CircuitValue {
  const lower = core.lowerOf(a);
  const upper = core.upperOf(a);
  if (core.isConstant(a)) {
    return lower < 0 ? core.neg(a) : a;
  }
  if (lower >= 0) return a;
  if (upper <= 0) return core.neg(a);
  const product = core.product(signFactor(core, isNonNegative(core, a)), a);
  return core.boundedBy(product, 0, Math.max(-lower, upper));
}

/** 1 for true, −1 for false. */
export function signFactor(core: CircuitCore, nonNegative: CircuitValue): CircuitValue {
  return core.sub(core.product(nonNegative, core.real(2)), core.real(1));
}

function isZero(core: CircuitCore, a: CircuitValue): boolean {
  return core.constantReal(a) === 0;
}

/** The greater of two where the bounds tell, infinities included. */
function knownGreater(
  core: CircuitCore,
  a: CircuitValue,
  b: CircuitValue,
): CircuitValue | undefined {
  if (a === b) return a;
  if (core.lowerOf(a) >= core.upperOf(b)) return a;
  if (core.upperOf(a) <= core.lowerOf(b)) return b;
  return undefined;
}
