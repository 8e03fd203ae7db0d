import type { Value } from '@mlir2zk/mlir-parser';
import type { Dimension, LinearForm } from './linear-form.js';

/** Operators that are associative and commutative over the reals, and in the field. NaN is excluded. */
export type AssociativeOperator = 'add' | 'mul' | 'max' | 'min';

/** Comparisons, named as in `arith.cmpf` and `arith.cmpi` without ordering and signedness. */
export type Comparison = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';

/**
 * A scalar function of elements of arrays: the right-hand side of a statement.
 *
 * Terms are kept in the normal form of `term-builder.ts`. A load reads its array as it was before
 * the nest that the statement summarises.
 */
export type Term = ConstantTerm | LoadTerm | ValueTerm | IndexTerm | ChainTerm | ReduceTerm | ApplyTerm;

export interface ConstantTerm {
  readonly kind: 'constant';
  /** A number for floats, a bigint for integers. */
  readonly value: number | bigint;
}
export interface LoadTerm {
  readonly kind: 'load';
  readonly memref: Value;
  readonly subscripts: readonly LinearForm[];
}
/** A scalar that is computed outside the nest. */
export interface ValueTerm {
  readonly kind: 'value';
  readonly value: Value;
}
/** An induction variable, or a function of some, used as data. */
export interface IndexTerm {
  readonly kind: 'index';
  readonly form: LinearForm;
}
/** `a ⊕ b ⊕ …`: at least two operands, none of them a chain of the same operator, at most one constant and that first. */
export interface ChainTerm {
  readonly kind: 'chain';
  readonly operator: AssociativeOperator;
  readonly operands: readonly Term[];
}
/**
 * ⊕ of `body` over all values of `dimensions` within the guards; the neutral element if there are none.
 * The dimensions are bound here.
 */
export interface ReduceTerm {
  readonly kind: 'reduce';
  readonly operator: AssociativeOperator;
  readonly dimensions: readonly Dimension[];
  readonly guards: readonly Guard[];
  readonly body: Term;
}
/** Any other scalar operation: `operator` is its MLIR name, or `compare.lt` and the like for comparisons. */
export interface ApplyTerm {
  readonly kind: 'apply';
  readonly operator: string;
  readonly operands: readonly Term[];
}

/** The constraint 0 ≤ form < extent; `extent` may be Infinity. */
export interface Guard {
  readonly form: LinearForm;
  readonly extent: number;
}
