/**
 * Affine (and semi-affine) expressions as MLIR defines them. Expressions are uniqued by the `AffineUniquer` that builds
 * them and are simplified when built, so structural equality is `===`.
 */
export type AffineBinaryKind = 'add' | 'mul' | 'mod' | 'floordiv' | 'ceildiv';

/** An affine expression, told by `kind`. Equal ones of one context are the same object. */
export type AffineExpr =
  | { readonly kind: 'dim'; readonly position: number; readonly id: number }
  | { readonly kind: 'symbol'; readonly position: number; readonly id: number }
  | { readonly kind: 'constant'; readonly value: bigint; readonly id: number }
  | { readonly kind: AffineBinaryKind; readonly lhs: AffineExpr; readonly rhs: AffineExpr; readonly id: number };

/** `(d0, …)[s0, …] -> (results…)`. Uniqued: equal maps are `===`. */
export interface AffineMap {
  readonly kind: 'affine-map';
  readonly numDims: number;
  readonly numSymbols: number;
  readonly results: readonly AffineExpr[];
  readonly id: number;
}

/** One constraint of an integer set: `expr == 0` or `expr >= 0`. */
export interface AffineConstraint {
  readonly expr: AffineExpr;
  readonly equality: boolean;
}

/** `(d0, …)[s0, …] : (constraints…)`. Uniqued: equal sets are `===`. */
export interface IntegerSet {
  readonly kind: 'integer-set';
  readonly numDims: number;
  readonly numSymbols: number;
  readonly constraints: readonly AffineConstraint[];
  readonly id: number;
}
