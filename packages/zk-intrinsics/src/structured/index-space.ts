import {
  LinearForm, type Dimension, type ExtremumVariable, type IndexVariable, type QuotientVariable,
} from './linear-form.js';

/** Replacements of dimensions (or of whole extrema and quotients) by forms, by variable id. */
export type DimensionMap = ReadonlyMap<number, LinearForm>;

/**
 * Makes the variables of index forms. Extrema and quotients are simplified and uniqued, so that
 * equal index expressions become equal forms. All forms that meet must come from one space.
 */
export class IndexSpace {
  private nextId = 0;
  private readonly derived = new Map<string, ExtremumVariable | QuotientVariable>();

  /** A new dimension with values in [max of `lower`, min of `upper`). */
  dimension(lower: readonly LinearForm[], upper: readonly LinearForm[]): Dimension {
    return { kind: 'dimension', id: this.nextId++, lower, upper };
  }

  /** A new dimension with values in [0, extent). */
  box(extent: number): Dimension {
    return this.dimension([LinearForm.constant(0)], [LinearForm.constant(extent)]);
  }

  /**
   * The largest (or smallest) of `forms`, at least one. What all of them have in common is taken
   * out: max(k, k + o - 1) is k + max(0, o - 1).
   */
  extremum(kind: 'max' | 'min', forms: readonly LinearForm[]): LinearForm {
    const first = forms[0];
    let common = LinearForm.constant(0);
    for (const { variable, coefficient } of first.terms)
      if (forms.every((form) => form.coefficient(variable) === coefficient))
        common = common.add(LinearForm.of(variable, coefficient));
    const rests = extremalForms(kind, forms.map((form) => form.subtract(common)));
    const only = rests[0];
    if (rests.length === 1) return common.add(only);
    const key = `${kind} ${rests.map((form) => form.key).join(' ')}`;
    return common.add(LinearForm.of(this.derive(key, (id): ExtremumVariable => ({ kind, id, forms: rests }))));
  }

  /** `numerator floordiv divisor`, for a divisor other than 0. */
  floorDivide(numerator: LinearForm, divisor: number): LinearForm {
    if (divisor < 0) return this.floorDivide(numerator.scale(-1), -divisor);
    const { quotient, rest } = split(numerator, divisor);
    const small = rest.constantValue;
    if (small !== undefined) return quotient.plus(Math.floor(small / divisor));
    return quotient.add(LinearForm.of(this.quotient('floordiv', rest, divisor)));
  }

  ceilDivide(numerator: LinearForm, divisor: number): LinearForm {
    return this.floorDivide(numerator.scale(-1), divisor).scale(-1);
  }

  /** `numerator mod divisor`, for a positive divisor: never negative. */
  modulo(numerator: LinearForm, divisor: number): LinearForm {
    const { rest } = split(numerator, divisor);
    const small = rest.constantValue;
    if (small !== undefined) return LinearForm.constant(small - divisor * Math.floor(small / divisor));
    return LinearForm.of(this.quotient('mod', rest, divisor));
  }

  /** `form` with variables replaced, all at once, also inside extrema and quotients. */
  substitute(form: LinearForm, replacements: DimensionMap): LinearForm {
    let kept = form;
    let added: LinearForm | undefined;
    for (const { variable, coefficient } of form.terms) {
      const replacement = this.replacementOf(variable, replacements)?.scale(coefficient);
      if (replacement === undefined) continue;
      kept = kept.without(variable);
      added = added === undefined ? replacement : added.add(replacement);
    }
    return added === undefined ? form : kept.add(added);
  }

  private replacementOf(variable: IndexVariable, replacements: DimensionMap): LinearForm | undefined {
    const whole = replacements.get(variable.id);
    if (whole !== undefined) return whole;
    switch (variable.kind) {
      case 'dimension':
        return undefined;
      case 'max':
      case 'min': {
        const forms = variable.forms.map((form) => this.substitute(form, replacements));
        return forms.every((form, i) => form === variable.forms[i]) ? undefined : this.extremum(variable.kind, forms);
      }
      case 'floordiv':
      case 'mod': {
        const numerator = this.substitute(variable.numerator, replacements);
        if (numerator === variable.numerator) return undefined;
        return variable.kind === 'mod'
          ? this.modulo(numerator, variable.divisor)
          : this.floorDivide(numerator, variable.divisor);
      }
    }
  }

  private quotient(kind: 'floordiv' | 'mod', numerator: LinearForm, divisor: number): QuotientVariable {
    const key = `${kind} ${divisor} ${numerator.key}`;
    return this.derive(key, (id): QuotientVariable => ({ kind, id, numerator, divisor }));
  }

  private derive<V extends ExtremumVariable | QuotientVariable>(key: string, create: (id: number) => V): V {
    let variable = this.derived.get(key);
    if (variable === undefined) {
      variable = create(this.nextId++);
      this.derived.set(key, variable);
    }
    return variable as V; // the key starts with the kind
  }
}

/** `forms` sorted, without those that another one dominates for all values of the variables. */
function extremalForms(kind: 'max' | 'min', forms: readonly LinearForm[]): LinearForm[] {
  const best = new Map<string, LinearForm>();
  for (const form of forms) {
    const slope = form.plus(-form.constant).key;
    const other = best.get(slope);
    if (other === undefined || (kind === 'max' ? form.constant > other.constant : form.constant < other.constant))
      best.set(slope, form);
  }
  return [...best.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** numerator = divisor·quotient + rest, with rest made of the terms that `divisor` does not divide. */
function split(numerator: LinearForm, divisor: number): { quotient: LinearForm; rest: LinearForm } {
  let quotient = LinearForm.constant(0);
  let rest = numerator;
  for (const { variable, coefficient } of numerator.terms)
    if (coefficient % divisor === 0) {
      quotient = quotient.add(LinearForm.of(variable, coefficient / divisor));
      rest = rest.without(variable);
    }
  return { quotient, rest };
}
