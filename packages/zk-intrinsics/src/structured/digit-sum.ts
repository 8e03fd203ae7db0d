import type { IndexSpace } from './index-space.js';
import type { LinearForm, QuotientVariable } from './linear-form.js';

/**
 * `form` with the digits of a number put together again: d·(a floordiv d) + (b mod d) is a where a and b leave
 * the same rest on division by d. So 4·(k floordiv 4) + 2·((k mod 4) floordiv 2) + k mod 2 becomes k.
 */
export function joinDigits(space: IndexSpace, form: LinearForm): LinearForm {
  for (const { variable: low, coefficient } of form.terms) {
    if (low.kind !== 'mod') continue;
    for (const { variable: high, coefficient: weight } of form.terms) {
      if (high.kind !== 'floordiv' || high.divisor !== low.divisor || weight !== coefficient * low.divisor) continue;
      if (!sameRest(space, high, low)) continue;
      return joinDigits(space, form.without(low).without(high).add(high.numerator.scale(coefficient)));
    }
  }
  return form;
}

function sameRest(space: IndexSpace, a: QuotientVariable, b: QuotientVariable): boolean {
  const difference = unwrapped(a.numerator, a.divisor).subtract(unwrapped(b.numerator, a.divisor));
  return space.modulo(difference, a.divisor).constantValue === 0;
}

/** `form` up to multiples of `divisor`: x mod m is x where m is such a multiple. */
function unwrapped(form: LinearForm, divisor: number): LinearForm {
  let result = form;
  for (const { variable, coefficient } of form.terms)
    if (variable.kind === 'mod' && (coefficient * variable.divisor) % divisor === 0)
      result = result.without(variable).add(unwrapped(variable.numerator, divisor).scale(coefficient));
  return result;
}
