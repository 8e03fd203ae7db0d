import type { ArrayLayout } from './circuit-layout.js';
import { realOf } from './element-encoding.js';
import type { VectorArray } from './test-vector.js';

/** How far computed outputs are from those of a vector. */
export interface Deviation {
  /** Largest |computed − expected| over all elements. */
  readonly absolute: number;
  /** Largest excess over the tolerances; ≤ 0 if all elements are within one of them. */
  readonly excess: number;
  /** The element with the largest excess. */
  readonly worst: { readonly output: string; readonly element: number; readonly computed: number; readonly expected: number } | undefined;
}

/**
 * Compares computed outputs with expected ones: an element agrees if it is within `absolute` or within `relative` times the
 * expected magnitude. An expected NaN or infinity never agrees.
 */
export function compareOutputs(
  layouts: readonly ArrayLayout[],
  computed: readonly (readonly (number | bigint)[])[],
  expected: readonly VectorArray[],
  absolute: number,
  relative: number,
): Deviation {
  let largest = 0;
  let excess = -Infinity;
  let worst: Deviation['worst'];
  for (const [i, layout] of layouts.entries()) {
    const array = expected[i];
    if (array === undefined) continue;
    for (const [element, value] of (computed[i] ?? []).entries()) {
      const wanted = realOf(array.data[element] ?? NaN, layout.type, array.type);
      const difference = Number.isFinite(wanted) ? Math.abs(Number(value) - wanted) : Infinity;
      const beyond = difference - Math.max(absolute, relative * Math.abs(wanted));
      largest = Math.max(largest, difference);
      if (beyond <= excess) continue;
      excess = beyond;
      worst = { output: layout.name, element, computed: Number(value), expected: wanted };
    }
  }
  return { absolute: largest, excess: worst === undefined ? 0 : excess, worst };
}
