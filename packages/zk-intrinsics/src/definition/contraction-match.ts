import { extent, type Dimension } from '../structured/linear-form.js';
import type { Guard, LoadTerm, Term } from '../structured/term.js';
import { miss, type Miss } from './intrinsic.js';

/** factor · Σ left · right over `dimensions` within `guards`, as found in a term; left and right in the order of the text. */
export interface ProductSum {
  readonly kind: 'product-sum';
  /** Constant factors, from inside and outside the sum. */
  readonly factor: number;
  /** Empty if it is one product, and no sum. */
  readonly dimensions: readonly Dimension[];
  readonly guards: readonly Guard[];
  readonly left: LoadTerm;
  readonly right: LoadTerm;
}

/** Reads `term` as a constant times a sum of products of two elements. */
export function matchProductSum(term: Term): ProductSum | Miss {
  const { factor: outerFactor, operands: outer } = factors(term);
  const [only] = outer;
  const sum = outer.length === 1 && only?.kind === 'reduce' && only.operator === 'add' ? only : undefined;
  const { factor: innerFactor, operands } = sum === undefined ? { factor: 1, operands: outer } : factors(sum.body);
  const [left, right] = operands;
  if (operands.length !== 2 || left?.kind !== 'load' || right?.kind !== 'load')
    return sum === undefined ? miss(0, 'its value is no sum') : miss(1, 'it does not sum products of two elements of arrays');
  const { dimensions, guards } = sum ?? { dimensions: [], guards: [] };
  return { kind: 'product-sum', factor: outerFactor * innerFactor, dimensions, guards, left, right };
}

/** factor · Σ_k left · right: a sum of products over one dimension. */
export interface Contraction {
  readonly kind: 'contraction';
  readonly factor: number;
  readonly dimension: Dimension;
  /** Values of `dimension`. */
  readonly length: number;
  readonly left: LoadTerm;
  readonly right: LoadTerm;
}

/** Reads `term` as a constant times a sum over one dimension of products of two elements. */
export function matchContraction(term: Term): Contraction | Miss {
  const sum = matchProductSum(term);
  if (sum.kind === 'miss') return sum;
  const { factor, dimensions, guards, left, right } = sum;
  const [dimension] = dimensions;
  if (dimension === undefined) return miss(0, 'its value is no sum');
  if (guards.length > 0) return miss(1, 'the domain of its sum is no box');
  if (dimensions.length !== 1) return miss(2, 'its sum runs over more than one dimension');
  return { kind: 'contraction', factor, dimension, length: extent(dimension), left, right };
}

/** A product split into its constant and the rest; `rest` is undefined if more than one factor is left. */
export function constantFactor(term: Term): { factor: number; rest: Term | undefined } {
  const { factor, operands } = factors(term);
  return { factor, rest: operands.length === 1 ? operands[0] : undefined };
}

function factors(term: Term): { factor: number; operands: readonly Term[] } {
  if (term.kind !== 'chain' || term.operator !== 'mul') return { factor: 1, operands: [term] };
  const [first, ...others] = term.operands;
  if (first?.kind === 'constant' && typeof first.value === 'number') return { factor: first.value, operands: others };
  return { factor: 1, operands: term.operands };
}
