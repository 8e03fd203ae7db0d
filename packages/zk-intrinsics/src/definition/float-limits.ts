import type { LoadTerm, Term } from '../structured/term.js';
import { arrayType } from './statement-match.js';

/** The largest finite f32. Infinities have gone already, as neutral elements; some producers write the largest number instead. */
const LARGEST_F32 = 3.4028234663852886e38;

/**
 * `term` without a bound that every finite number keeps: max(−largest, x) and min(largest, x) are x. Only for f32,
 * whose largest number no fixed-point number reaches.
 */
export function withoutFloatLimit(term: Term, output: LoadTerm): Term {
  if (term.kind !== 'chain' || term.operands.length !== 2) return term;
  const { elementType } = arrayType(output.memref);
  const [bound, inner] = term.operands;
  const limits: Partial<Record<typeof term.operator, number>> = { max: -LARGEST_F32, min: LARGEST_F32 };
  const isLimit = bound?.kind === 'constant' && bound.value === limits[term.operator] && elementType.kind === 'float' && elementType.name === 'f32';
  return isLimit && inner !== undefined ? inner : term;
}
