/**
 * A dimension of an iteration domain: one loop, with step 1. The values it takes lie in
 * [max of `lower`, min of `upper`); the bounds are forms over outer dimensions.
 *
 * In a finished `StructuredStatement` every dimension is a *box*: `lower` is [0] and `upper` is one
 * constant; what does not fit in the box stands in the guards.
 */
export interface Dimension {
  readonly kind: 'dimension';
  readonly id: number;
  readonly lower: readonly LinearForm[];
  readonly upper: readonly LinearForm[];
}

/** The largest or smallest of several forms. At least two of them, no two equal. */
export interface ExtremumVariable {
  readonly kind: 'max' | 'min';
  readonly id: number;
  readonly forms: readonly LinearForm[];
}

/** `numerator floordiv divisor` or `numerator mod divisor`, for a positive constant divisor. */
export interface QuotientVariable {
  readonly kind: 'floordiv' | 'mod';
  readonly id: number;
  readonly numerator: LinearForm;
  readonly divisor: number;
}

/** What a linear form is linear in. Only dimensions are left in the accesses of a recognisable statement. */
export type IndexVariable = Dimension | ExtremumVariable | QuotientVariable;

/** One summand of a linear form; the coefficient is never 0. */
export interface LinearTerm {
  readonly variable: IndexVariable;
  readonly coefficient: number;
}

/** Σ coefficient·variable + constant over integers. Immutable; equal forms have equal keys. */
export class LinearForm {
  /** Sorted by variable id. */
  readonly terms: readonly LinearTerm[];
  readonly constant: number;
  /** Two forms are equal exactly if their keys are. */
  readonly key: string;

  private constructor(terms: readonly LinearTerm[], constant: number) {
    this.terms = terms;
    this.constant = constant;
    this.key = terms.map((term) => `${term.coefficient}*${term.variable.id}+`).join('') + constant;
  }

  static constant(value: number): LinearForm {
    return new LinearForm([], value);
  }

  static of(variable: IndexVariable, coefficient = 1): LinearForm {
    return coefficient === 0 ? LinearForm.constant(0) : new LinearForm([{ variable, coefficient }], 0);
  }

  /** The value if no variable is left. */
  get constantValue(): number | undefined {
    return this.terms.length === 0 ? this.constant : undefined;
  }

  /** The variable if the form is just that variable, with coefficient 1. */
  get bareVariable(): IndexVariable | undefined {
    const [term] = this.terms;
    return this.terms.length === 1 && this.constant === 0 && term?.coefficient === 1 ? term.variable : undefined;
  }

  equals(other: LinearForm): boolean {
    return this.key === other.key;
  }

  /** The coefficient of `variable`; 0 if it does not occur. */
  coefficient(variable: IndexVariable): number {
    return this.terms.find((term) => term.variable.id === variable.id)?.coefficient ?? 0;
  }

  /** Throws a RangeError if a coefficient or the constant leaves the safe integers. */
  add(other: LinearForm): LinearForm {
    const terms: LinearTerm[] = [];
    let left = 0;
    let right = 0;
    while (left < this.terms.length || right < other.terms.length) {
      const a = this.terms[left];
      const b = other.terms[right];
      if (b === undefined || (a !== undefined && a.variable.id < b.variable.id)) {
        terms.push(a); // one of both exists, and b does not come first
        left++;
      } else if (a === undefined || b.variable.id < a.variable.id) {
        terms.push(b);
        right++;
      } else {
        const coefficient = safe(a.coefficient + b.coefficient);
        if (coefficient !== 0) terms.push({ variable: a.variable, coefficient });
        left++;
        right++;
      }
    }
    return new LinearForm(terms, safe(this.constant + other.constant));
  }

  plus(constant: number): LinearForm {
    return constant === 0 ? this : new LinearForm(this.terms, safe(this.constant + constant));
  }

  scale(factor: number): LinearForm {
    if (factor === 0) return LinearForm.constant(0);
    if (factor === 1) return this;
    const terms = this.terms.map(({ variable, coefficient }) => ({ variable, coefficient: safe(coefficient * factor) }));
    return new LinearForm(terms, safe(this.constant * factor));
  }

  subtract(other: LinearForm): LinearForm {
    return this.add(other.scale(-1));
  }

  /** This form without `variable`. */
  without(variable: IndexVariable): LinearForm {
    return new LinearForm(this.terms.filter((term) => term.variable.id !== variable.id), this.constant);
  }
}

function safe(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError('an index expression leaves the range of 53-bit integers');
  return value;
}

/** Values of dimensions, by dimension id. */
export type Point = ReadonlyMap<number, number>;

/** The value of `form` at `point`. Throws an Error if a dimension has no value there. */
export function evaluateForm(form: LinearForm, point: Point): number {
  let value = form.constant;
  for (const term of form.terms) value += term.coefficient * evaluateVariable(term.variable, point);
  return value;
}

function evaluateVariable(variable: IndexVariable, point: Point): number {
  switch (variable.kind) {
    case 'dimension': {
      const value = point.get(variable.id);
      if (value === undefined) throw new Error('evaluated an index form outside its domain');
      return value;
    }
    case 'max':
      return Math.max(...variable.forms.map((form) => evaluateForm(form, point)));
    case 'min':
      return Math.min(...variable.forms.map((form) => evaluateForm(form, point)));
    case 'floordiv':
      return Math.floor(evaluateForm(variable.numerator, point) / variable.divisor);
    case 'mod': {
      const numerator = evaluateForm(variable.numerator, point);
      return numerator - variable.divisor * Math.floor(numerator / variable.divisor);
    }
  }
}

/** The number of values of a box dimension. Throws an Error for another one. */
export function extent(dimension: Dimension): number {
  const upper = dimension.upper[0]?.constantValue;
  if (dimension.upper.length !== 1 || upper === undefined || !isZero(dimension.lower))
    throw new Error('asked for the extent of a dimension that is no box');
  return upper;
}

function isZero(forms: readonly LinearForm[]): boolean {
  return forms.length === 1 && forms[0]?.constantValue === 0;
}

/** The dimensions that the value of `form` depends on, through extrema and quotients too. */
export function dimensionsOf(form: LinearForm, into: Set<Dimension> = new Set()): Set<Dimension> {
  for (const { variable } of form.terms)
    switch (variable.kind) {
      case 'dimension':
        into.add(variable);
        break;
      case 'max':
      case 'min':
        for (const inner of variable.forms) dimensionsOf(inner, into);
        break;
      case 'floordiv':
      case 'mod':
        dimensionsOf(variable.numerator, into);
        break;
    }
  return into;
}
