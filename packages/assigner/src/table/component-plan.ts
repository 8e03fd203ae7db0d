/** Witness columns of the table, the assigner's default. */
export const WITNESS_COLUMNS = 15;
/** Selector columns for gates: 50 for components and 6 for lookups, the assigner's default. */
export const SELECTOR_COLUMNS = 56;
/** Bits of the native field's modulus; values compare and decompose below this. */
export const MODULUS_BITS = 255;

/** How one component is laid out. */
export interface ComponentPlan {
  /** Witness columns. */
  readonly width: number;
  /** Rows that it takes. */
  readonly rows: number;
  /** What the width policy adds to the rounded rows. */
  readonly gates: number;
  /** Names of the distinct gates, each of which takes a selector column for the whole table. */
  readonly selectors: readonly string[];
}

/** The rows and gates of a component as functions of its width. */
export interface Layout {
  readonly widths: Iterable<number>;
  rows(width: number): number;
  gates(width: number): number;
  selectors(width: number): readonly string[];
}

/**
 * Chooses the width: the least `2^ceil(log2 rows) + gates`, and the narrowest among equals.
 *
 * @throws ComponentError if no width is allowed
 */
export function choosePlan({ widths, rows, gates, selectors }: Layout): ComponentPlan {
  let best: ComponentPlan | undefined;
  let bestValue = Infinity;
  for (const width of widths) {
    const plan = { width, rows: rows(width), gates: gates(width), selectors: [] };
    const value = powerOfTwoAtLeast(plan.rows) + plan.gates;
    if (value >= bestValue) continue;
    best = plan;
    bestValue = value;
  }
  if (best === undefined) throw new ComponentError('no witness width is allowed');
  return { ...best, selectors: selectors(best.width) };
}

/** A component with a single layout. */
export function fixedPlan(width: number, rows: number, gates: number, selectors: readonly string[]): ComponentPlan {
  return { width, rows, gates, selectors };
}

/** The widths `start`, `start + step`, … below `finish` that the table has. */
export function widthRange(start: number, finish: number, step = 1): number[] {
  const widths: number[] = [];
  for (let width = start; width < Math.min(finish, WITNESS_COLUMNS + 1); width += step) widths.push(width);
  return widths;
}

export function powerOfTwoAtLeast(value: number): number {
  return value <= 1 ? 1 : 2 ** Math.ceil(Math.log2(value));
}

export function ceilDivide(dividend: number, divisor: number): number {
  return Math.ceil(dividend / divisor);
}

/** A use of a component outside of its limits, where the assigner ends with an uncaught exception. */
export class ComponentError extends Error {}
