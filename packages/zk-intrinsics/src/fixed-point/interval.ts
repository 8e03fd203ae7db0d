/**
 * Sums and products of doubles rounded outward, for bounds. Exact results stay exact, so that
 * integer bounds below 2^53 do.
 */

const EPSILON = 2 ** -52;

function widenUp(x: number): number {
  return x + Math.abs(x) * EPSILON;
}

function widenDown(x: number): number {
  return x - Math.abs(x) * EPSILON;
}

/** True if a + b was computed as `sum` without rounding (Knuth's two-sum). */
export function isExactSum(a: number, b: number, sum: number): boolean {
  const rest = sum - a;
  return a - (sum - rest) + (b - rest) === 0;
}

/** Splits a double in two halves of 26 bits (Veltkamp). */
const SPLITTER = 2 ** 27 + 1;

/**
 * True if a·b was computed as `product` without rounding (Dekker's two-product); magnitudes must
 * stay far from overflow and underflow.
 */
export function isRoundingFree(a: number, b: number, product: number): boolean {
  const scaledA = SPLITTER * a;
  const highA = scaledA - (scaledA - a);
  const lowA = a - highA;
  const scaledB = SPLITTER * b;
  const highB = scaledB - (scaledB - b);
  const lowB = b - highB;
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB) === 0;
}

/** True only if a·b was computed as `product` without rounding; may miss exact products. */
function isExactProduct(a: number, b: number, product: number): boolean {
  if (a === 1 || b === 1 || a === -1 || b === -1 || product === 0) return true;
  return Math.abs(product) <= 2 ** 53 && Number.isInteger(a) && Number.isInteger(b);
}

export function addUp(a: number, b: number): number {
  const sum = a + b;
  return isExactSum(a, b, sum) ? sum : widenUp(sum);
}

export function addDown(a: number, b: number): number {
  const sum = a + b;
  return isExactSum(a, b, sum) ? sum : widenDown(sum);
}

export function multiplyUp(a: number, b: number): number {
  const product = a * b;
  return isExactProduct(a, b, product) ? product : widenUp(product);
}

export function multiplyDown(a: number, b: number): number {
  const product = a * b;
  return isExactProduct(a, b, product) ? product : widenDown(product);
}
