/*
 * Rows of the zkLLVM assigner's components on 15 witness columns: the figures that the costs of
 * intrinsics are made of. Formulas are those of its component manifests.
 */

/**
 * Rows of a bit decomposition (or a checked composition) of n bits, n ≤ 254, at the best width:
 * 3·⌈n / (3w − 2)⌉ minimised as 2^⌈log2 rows⌉ over the widths w from 3 to min(15, max(4, ⌊n/3⌋ + 2) − 1).
 */
export function decompositionRows(bits: number): number {
  const widest = Math.min(15, Math.max(4, Math.floor(bits / 3) + 2) - 1);
  let best = { metric: Infinity, rows: 0 };
  for (let width = 3; width <= widest; width++) {
    const rows = 3 * Math.ceil(bits / (3 * width - 2));
    const metric = 2 ** Math.ceil(Math.log2(rows));
    if (metric < best.metric) best = { metric, rows };
  }
  return best.rows;
}

/** A comparison by the sign of the difference (2 + decomposition) and a swap: the maximum of two numbers of at most 40 bits. */
export const maximumRows = 2 + 3 + 1;

/** Rows of Σ aᵢ·bᵢ over `length` pairs with multiplications and additions: n + (n − 1). */
export function dotRows(length: number): number {
  return 2 * length - 1;
}

/** Rounding off bits of a number of `bits` bits: offset, decomposition, composition, offset back. */
export function rescaleRows(bits: number): number {
  return 2 + 2 * decompositionRows(bits);
}
