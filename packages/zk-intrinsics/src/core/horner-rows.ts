import { COLUMNS } from './bit-rows.js';

/** How the assigner lays out one call of `llvm.assigner.gate.arg.verifier` with a single gate. */
export interface HornerLayout {
  /** Witness columns: decides which gates, and so which selector columns, the call takes. */
  readonly width: number;
  readonly rows: number;
}

const layouts = new Map<number, HornerLayout>();

/**
 * The layout for one gate with `terms` constraints. A polynomial of degree d = terms − 1 takes
 * ⌈2d/(w−1)⌉ rows on w witness columns, and one more where the last coefficient and the factor do not fit
 * the last row. The assigner takes the first w that minimises 2^⌈log2 rows⌉ + 2w.
 */
export function hornerLayout(terms: number): HornerLayout {
  const known = layouts.get(terms);
  if (known !== undefined) return known;
  let best: HornerLayout = { width: 3, rows: 1 };
  let bestMetric = Infinity;
  for (let width = 3; terms > 1 && width < COLUMNS; width++) {
    const rows = rowsOn(width, terms - 1);
    const metric = 2 ** Math.ceil(Math.log2(rows)) + 2 * width;
    if (metric < bestMetric) {
      bestMetric = metric;
      best = { width, rows };
    }
  }
  layouts.set(terms, best);
  return best;
}

function rowsOn(width: number, degree: number): number {
  const isCrowded = ((2 * degree - 1) % (width - 1)) + 1 >= width - 3;
  return Math.ceil((2 * degree) / (width - 1)) + (isCrowded ? 1 : 0);
}
