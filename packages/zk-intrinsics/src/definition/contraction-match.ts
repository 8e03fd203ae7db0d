import { extent, type Dimension } from '../structured/linear-form.js';
import type { LoadTerm, Term } from '../structured/term.js';
import { miss, type Miss } from './intrinsic.js';

/** factor · Σ_k left · right, as found in a term; left and right in the order of the text. */
export interface Contraction {
  readonly kind: 'contraction';
  /** Constant factors, from inside and outside the sum. */
  readonly factor: number;
  readonly dimension: Dimension;
  /** Values of `dimension`. */
  readonly length: number;
  readonly left: LoadTerm;
  readonly right: LoadTerm;
}

/** Reads `term` as a constant times a sum over one dimension of products of two elements. */
export function matchContraction(term: Term): Contraction | Miss {
  const { factor, rest } = constantFactor(term);
  if (rest?.kind !== 'reduce' || rest.operator !== 'add') return miss(0, 'its value is no sum');
  if (rest.guards.length > 0) return miss(1, 'the domain of its sum is no box');
  const { factor: innerFactor, operands } = factors(rest.body);
  const [left, right] = operands;
  if (operands.length !== 2 || left?.kind !== 'load' || right?.kind !== 'load')
    return miss(1, 'it does not sum products of two elements of arrays');
  const [dimension] = rest.dimensions;
  if (dimension === undefined || rest.dimensions.length !== 1) return miss(2, 'its sum runs over more than one dimension');
  return { kind: 'contraction', factor: factor * innerFactor, dimension, length: extent(dimension), left, right };
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
