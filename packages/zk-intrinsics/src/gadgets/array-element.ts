import type { CircuitCore } from '../core/circuit-core.js';
import type { CircuitValue } from '../core/value-table.js';
import { NumericError } from '../fixed-point/numeric-error.js';
import { select } from './select.js';

/**
 * For each i < length the boolean index = i. Exactly one is true: that their sum is one proves that
 * the index is in range. 2·length − 1 rows.
 */
export function oneHot(core: CircuitCore, index: CircuitValue, length: number): Int32Array {
  const { emitter, values } = core;
  const id = core.llvmAt(index, 0);
  const flags = new Int32Array(length);
  let sum: number | undefined;
  for (let i = 0; i < length; i++) {
    const flag = emitter.equality('eq', id, emitter.constant(i));
    flags[i] = values.plain(flag, 0, 0, 1);
    sum = sum === undefined ? flag : emitter.add(sum, flag);
  }
  if (sum === undefined) throw new NumericError('an element of an array that has none');
  emitter.requireEqual(sum, emitter.constant(1));
  return flags;
}

/** The position that a constant index names. @throws NumericError if there is none */
export function constantPosition(index: bigint, length: number): number {
  if (index >= 0n && index < BigInt(length)) return Number(index);
  throw new NumericError(`index ${index} is outside an array of ${length} elements`);
}

/** Σ [index = i]·elementᵢ: two rows per element. */
export function selectByFlags(
  core: CircuitCore,
  flags: Int32Array,
  elements: Int32Array,
): CircuitValue {
  let lower = Infinity;
  let upper = -Infinity;
  let sum = core.real(0);
  for (let i = 0; i < flags.length; i++) {
    lower = Math.min(lower, core.lowerOf(elements[i]));
    upper = Math.max(upper, core.upperOf(elements[i]));
    sum = core.add(sum, core.product(flags[i], elements[i]));
  }
  return core.boundedBy(sum, lower, upper);
}

/** Each element, or `value` at the index: three rows per element. */
export function updateByFlags(
  core: CircuitCore,
  flags: Int32Array,
  elements: Int32Array,
  value: CircuitValue,
): Int32Array {
  return elements.map((element, i) => select(core, flags[i], value, element));
}
