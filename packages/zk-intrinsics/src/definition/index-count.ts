import { dimensionsOf, evaluateForm, extent, type Dimension, type Point } from '../structured/linear-form.js';
import { walkTerm } from '../structured/term-substitution.js';
import type { Term } from '../structured/term.js';

/** Points at which a term is compared, at most. */
const POINT_BUDGET = 1_000_000;

const conversions = new Set(['arith.index_cast', 'arith.index_castui', 'arith.sitofp', 'arith.uitofp', 'arith.extsi', 'arith.extui']);

/** The value of a term of indices and constants at `point`; undefined if it depends on data, or is another function of indices. */
function indexTermValue(term: Term, point: Point): number | undefined {
  switch (term.kind) {
    case 'constant':
      return Number(term.value);
    case 'index':
      return evaluateForm(term.form, point);
    case 'chain': {
      let total: number | undefined;
      for (const operand of term.operands) {
        const value = indexTermValue(operand, point);
        if (value === undefined || (term.operator !== 'add' && term.operator !== 'mul')) return undefined;
        if (total === undefined) total = value;
        else total = term.operator === 'add' ? total + value : total * value;
      }
      return total;
    }
    case 'apply': {
      const [operand] = term.operands;
      return operand !== undefined && term.operands.length === 1 && conversions.has(term.operator)
        ? indexTermValue(operand, point)
        : undefined;
    }
    case 'load':
    case 'value':
    case 'reduce':
      return undefined;
  }
}

/**
 * Whether `term`, a function of the dimensions `axes` alone (undefined for an axis of one point), has at each
 * of their points the value of `expected`.
 */
export function equalsAtAllPoints(
  term: Term,
  axes: readonly (Dimension | undefined)[],
  expected: (point: readonly number[]) => number,
): boolean {
  const inside = new Set<Dimension>();
  walkTerm(term, (leaf) => {
    if (leaf.kind === 'index') dimensionsOf(leaf.form, inside);
  });
  if ([...inside].some((dimension) => !axes.includes(dimension))) return false;
  const sizes = axes.map((axis) => (axis === undefined ? 1 : extent(axis)));
  if (sizes.reduce((product, size) => product * size, 1) > POINT_BUDGET) return false;
  const values = new Map<number, number>();
  const coordinates: number[] = [];
  const holds = (depth: number): boolean => {
    if (depth === axes.length) return indexTermValue(term, values) === expected(coordinates);
    for (let value = 0; value < sizes[depth]; value++) {
      coordinates[depth] = value;
      const axis = axes[depth];
      if (axis !== undefined) values.set(axis.id, value);
      if (!holds(depth + 1)) return false;
    }
    return true;
  };
  return holds(0);
}
