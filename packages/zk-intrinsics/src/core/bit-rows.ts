/** Witness columns of the assigner's table. */
export const COLUMNS = 15;

const rowsByLength = new Map<number, number>();

/**
 * Rows that the assigner takes to decompose a value into n bits, or to compose it: 3·⌈n/(3w−2)⌉ on
 * w witness columns, where it takes the first w that minimises 2^⌈log2 rows⌉. The widths it tries
 * end at ⌊n/3⌋ + 1, which makes lengths ≡ 2 mod 3 twice as dear up to 41 bits.
 */
export function bitRows(n: number): number {
  const known = rowsByLength.get(n);
  if (known !== undefined) return known;
  const end = Math.min(COLUMNS, Math.max(4, Math.floor(n / 3) + 2) - 1);
  let best = Infinity;
  let rows = 0;
  for (let width = 3; width <= end; width++) {
    const count = 3 * Math.ceil(n / (3 * width - 2));
    const metric = 2 ** Math.ceil(Math.log2(count));
    if (metric < best) {
      best = metric;
      rows = count;
    }
  }
  rowsByLength.set(n, rows);
  return rows;
}

/** A decomposition may be this much longer than needed where that takes fewer rows. */
const SLACK = 2;

/**
 * The length n' from n to n + 2 that takes the fewest rows: its decomposition, and the composition
 * of all but the low `dropped` bits when that is stated.
 */
export function cheapestLength(n: number, dropped?: number): number {
  const rows = (length: number): number =>
    bitRows(length) + (dropped === undefined ? 0 : bitRows(length - dropped));
  let best = n;
  for (let length = n + 1; length <= n + SLACK; length++) {
    if (rows(length) < rows(best)) best = length;
  }
  return best;
}
