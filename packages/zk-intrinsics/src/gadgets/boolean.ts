import type { CircuitCore } from '../core/circuit-core.js';
import type { CircuitValue } from '../core/value-table.js';

/** 1 − a: free, merges with what follows. */
export function not(core: CircuitCore, a: CircuitValue): CircuitValue {
  return core.sub(core.real(1), a);
}

/** a·b. */
export function and(core: CircuitCore, a: CircuitValue, b: CircuitValue): CircuitValue {
  return a === b ? a : core.product(a, b);
}

/** [a + b ≠ 0]. */
export function or(core: CircuitCore, a: CircuitValue, b: CircuitValue): CircuitValue {
  if (a === b) return a;
  if (core.isConstant(a)) return core.lowerOf(a) === 0 ? b : a;
  if (core.isConstant(b)) return core.lowerOf(b) === 0 ? a : b;
  const { emitter, values } = core;
  const sum = core.plainId(core.add(a, b));
  return values.plain(emitter.equality('ne', sum, emitter.constant(0)), 0, 0, 1);
}

/** [a ≠ b]. */
export function xor(core: CircuitCore, a: CircuitValue, b: CircuitValue): CircuitValue {
  if (a === b) return core.real(0);
  if (core.isConstant(a)) return core.lowerOf(a) === 0 ? b : not(core, b);
  if (core.isConstant(b)) return core.lowerOf(b) === 0 ? a : not(core, a);
  const id = core.emitter.equality('ne', core.plainId(a), core.plainId(b));
  return core.values.plain(id, 0, 0, 1);
}
