import { addDown, addUp, isExactSum } from '../fixed-point/interval.js';
import type { CircuitCore } from './circuit-core.js';
import { sumRows } from './sum-plan.js';
import type { CircuitValue } from './value-table.js';

/**
 * The exact sum of values of any scales, in the rows of `sumRows`. Returns undefined where that is no gain over
 * adding one after the other, or where not all of it fits the field at once.
 */
export function longSum(core: CircuitCore, terms: Int32Array): CircuitValue | undefined {
  const variables = terms.filter((term) => !core.isConstant(term));
  if (sumRows(variables.length) >= variables.length - 1) return undefined;
  const { values } = core;
  let scale = 0;
  let lower = 0;
  let upper = 0;
  let magnitude = 0;
  let offset = 0;
  let isExact = true;
  for (const term of variables) {
    scale = Math.max(scale, values.scales[term]);
    lower = addDown(lower, values.lowers[term]);
    upper = addUp(upper, values.uppers[term]);
    const added = values.offsets[term];
    magnitude += Math.max(-values.lowers[term], values.uppers[term]) + Math.abs(added);
    const sum = offset + added;
    isExact &&= isExactSum(offset, added, sum);
    offset = sum;
  }
  if (!core.fits(-magnitude, magnitude, scale)) return undefined;
  if (!isExact) {
    for (const term of variables) core.plainId(term);
    offset = 0;
  }
  const positive = variables.filter((term) => values.factors[term] > 0);
  const negative = variables.filter((term) => values.factors[term] <= 0);
  const total = signedTotal(core, positive, negative, scale);
  const sum = core.addOffset(total.id, total.factor, offset, { scale, lower, upper });
  let constant = core.real(0);
  for (const term of terms) if (core.isConstant(term)) constant = core.add(constant, term);
  return core.add(sum, constant);
}

/** Σ positive − Σ negative without their offsets, as factor·id. */
function signedTotal(
  core: CircuitCore,
  positive: Int32Array,
  negative: Int32Array,
  scale: number,
): { readonly id: number; readonly factor: 1 | -1 } {
  const sumOf = (terms: Int32Array): number => core.emitter.sum(terms.map((term) => core.linearAt(term, scale)));
  if (positive.length === 0) return { id: sumOf(negative), factor: -1 };
  const gained = sumOf(positive);
  return { id: negative.length === 0 ? gained : core.emitter.sub(gained, sumOf(negative)), factor: 1 };
}
