import { hornerLayout } from './horner-rows.js';

/**
 * Widths of Horner gates that sums may use. Each width takes some 2w of the table's 56 selector columns,
 * and these two together 38; among pairs they sum best from 20 terms on.
 */
const WIDTHS: readonly number[] = [8, 14];

/** Terms in the longest single gate: more take 64 rows per 414 anyway. */
const MOST_TERMS = 415;

/** How many terms one gate sums, and its rows. */
interface SumGate {
  readonly terms: number;
  readonly rows: number;
}

/** Per number of rows, the gate that sums most. */
const gates: readonly SumGate[] = bestGates();

function bestGates(): SumGate[] {
  const best: SumGate[] = [];
  for (let terms = MOST_TERMS; terms > 2; terms--) {
    const { width, rows } = hornerLayout(terms);
    // Plain additions take a row less than there are terms.
    if (!WIDTHS.includes(width) || rows >= terms - 1) continue;
    if (best.every((gate) => gate.rows > rows)) best.push({ terms, rows });
  }
  return best;
}

/** The first step of a sum of so many terms: a gate over `terms` of them, or one addition, whose result is a term again. */
export interface SumStep {
  /** 2 for an addition. */
  readonly terms: number;
  /** Cells of the gate: as many as there are terms, or more, the rest of which are zero. 0 for an addition. */
  readonly cells: number;
}

/** Rows of the cheapest sum of 0, 1, 2, … terms, and its first step. */
const rowsOf: number[] = [0, 0];
const steps: SumStep[] = [
  { terms: 1, cells: 0 },
  { terms: 1, cells: 0 },
];

/** Rows of the cheapest sum of `count` terms: n − 1 additions, or Horner gates at θ = 1, each of which sums up to 415. */
export function sumRows(count: number): number {
  for (let n = rowsOf.length; n <= count; n++) {
    let rows = rowsOf[n - 1] + 1;
    let step: SumStep = { terms: 2, cells: 0 };
    for (const gate of gates) {
      const terms = Math.min(n, gate.terms);
      const total = gate.rows + rowsOf[n - terms + 1];
      if (total < rows) {
        rows = total;
        step = { terms, cells: gate.terms };
      }
    }
    rowsOf.push(rows);
    steps.push(step);
  }
  return rowsOf[count];
}

/** The first step of the cheapest sum of `count` ≥ 2 terms. */
export function firstSumStep(count: number): SumStep {
  sumRows(count);
  return steps[count];
}
