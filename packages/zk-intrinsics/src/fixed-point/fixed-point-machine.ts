import type { FixedPointFormat } from './fixed-point-format.js';
import type { RealPredicate } from './predicates.js';

/**
 * What functions of a real are written in. Two machines run them: the reference arithmetic computes
 * on integers, the circuit builder emits instructions. Every operation is exact but for those that
 * say how they round, so the two agree bit for bit.
 *
 * A value is the real v·2^(−s) with integer v and scale s. Booleans are 0 and 1 at scale 0.
 * An operation whose condition does not hold makes the circuit unsatisfiable; the reference
 * arithmetic throws `UnsatisfiableError`.
 */
export interface FixedPointMachine<V> {
  readonly format: FixedPointFormat;
  /** A constant. It takes its scale where it is used: exact if it has a finite short expansion. */
  real(value: number): V;
  /** The scale of a value that is not constant. */
  scaleOf(a: V): number;
  add(a: V, b: V): V;
  sub(a: V, b: V): V;
  neg(a: V): V;
  /** a·b; the scales add up and nothing is rounded. */
  product(a: V, b: V): V;
  /** a times round(factor·2^bits)·2^(−bits): the scale grows by `bits`. */
  scaled(a: V, factor: number, bits: number): V;
  /** a·2^k by moving the scale; k < 0 raises it. Free. */
  shifted(a: V, k: number): V;
  /** At scale `scale`: floor((v + 2^(s−1)) / 2^s) where s bits go, exact where bits come. */
  roundTo(a: V, scale: number): V;
  /** a at scale F, proven to fit the format where it is rounded: what functions do with arguments and results. */
  toFormat(a: V): V;
  /** a with bounds that hold by the way it was computed. */
  within(a: V, lower: number, upper: number): V;
  /** True only if the boolean is false; may miss it. */
  isKnownFalse(a: V): boolean;
  compare(predicate: RealPredicate, a: V, b: V): V;
  select(condition: V, a: V, b: V): V;
  abs(a: V): V;
  maximum(a: V, b: V): V;
  minimum(a: V, b: V): V;
  not(a: V): V;
  and(a: V, b: V): V;
  /** The bits of v, which must not be negative. They must be read before the next decomposition. */
  decompose(a: V): BitsOf<V>;
  /** round(a/b) at scale `scale`, ties upwards; a ≥ 0 and b > 0 are required. */
  quotient(a: V, b: V, scale: number): V;
  /** Requires a = 0. */
  requireZero(a: V): void;
  /** Requires 0 ≤ v < 2^length and returns a with these bounds. */
  requireBits(a: V, length: number): V;
}

/** The bits of a non-negative integer v, from bit 0, the least significant. */
export interface BitsOf<V> {
  /** Bit `position` as a boolean. */
  bit(position: number): V;
  /** The integer floor(v / 2^low) mod 2^count, at scale 0. */
  slice(low: number, count: number): V;
  /** The integer floor(v / 2^low), at scale 0. */
  top(low: number): V;
}
