import type { Operation, Value } from '@mlir2zk/mlir-parser';
import {
  dimensionsOf, equalForms, LinearForm, substituteTerm, type Dimension, type IndexSpace, type LoadTerm, type Term,
} from '@mlir2zk/zk-intrinsics';
import { Decline } from './decline.js';
import { constantBounds, intervalOf, intervalOfDimension } from './interval.js';

/**
 * The effect of a piece of code on one array: for all values of `dimensions`, the element at
 * `subscripts` gets `value`. Different values of the dimensions write different elements. Loads in
 * `value` read memory as it was before the piece of code.
 */
export interface Write {
  readonly memref: Value;
  readonly dimensions: readonly Dimension[];
  readonly subscripts: readonly LinearForm[];
  /** Undefined if nothing is known of the new contents: fine as long as nobody reads them. */
  readonly value: Term | undefined;
  /** The store that this comes from. */
  readonly op: Operation;
}

/** Where an access lies relative to a write. */
type Placement =
  | { readonly kind: 'inside'; readonly at: ReadonlyMap<number, LinearForm> }
  | { readonly kind: 'outside' }
  | { readonly kind: 'unclear' };

/** Finds the values of the write's dimensions at which it writes the element at `subscripts`. */
export function placeInWrite(write: Write, subscripts: readonly LinearForm[]): Placement {
  const own = new Set(write.dimensions);
  const at = new Map<number, LinearForm>();
  const unclear: Placement = { kind: 'unclear' };
  for (const [axis, form] of write.subscripts.entries()) {
    const wanted = subscripts[axis];
    if (wanted === undefined) return unclear;
    const solved = solveSubscript(form, wanted, own);
    if (solved === 'never') return { kind: 'outside' };
    if (solved === undefined) return unclear;
    for (const [dimension, value] of solved) {
      const earlier = at.get(dimension.id);
      if (earlier !== undefined && !earlier.equals(value)) return unclear;
      at.set(dimension.id, value);
    }
  }
  for (const dimension of write.dimensions) {
    const value = at.get(dimension.id);
    if (value === undefined) return unclear;
    const containment = contains(dimension, value);
    if (containment !== 'inside') return { kind: containment };
  }
  return { kind: 'inside', at };
}

/** Solves form = wanted for the dimensions `own` in form; undefined if that is not possible, 'never' if no values solve it. */
function solveSubscript(
  form: LinearForm,
  wanted: LinearForm,
  own: ReadonlySet<Dimension>,
): [Dimension, LinearForm][] | 'never' | undefined {
  const inside = form.terms.filter(({ variable }) => variable.kind === 'dimension' && own.has(variable));
  const hidden = [...dimensionsOf(form)].filter((dimension) => own.has(dimension)).length;
  if (hidden !== inside.length) return undefined; // a dimension occurs inside a maximum or quotient
  const [only] = inside;
  if (only === undefined) {
    if (form.equals(wanted)) return [];
    return form.subtract(wanted).constantValue === undefined ? undefined : 'never';
  }
  const { variable, coefficient } = only;
  if (inside.length === 1 && variable.kind === 'dimension') {
    const scaled = wanted.subtract(form.without(variable));
    const value = divideExactly(scaled, coefficient);
    return value === undefined ? undefined : [[variable, value]];
  }
  return matchDigits(form, wanted, own);
}

function divideExactly(form: LinearForm, divisor: number): LinearForm | undefined {
  if (form.constant % divisor !== 0 || form.terms.some(({ coefficient }) => coefficient % divisor !== 0)) return undefined;
  let quotient = LinearForm.constant(form.constant / divisor);
  for (const { variable, coefficient } of form.terms) quotient = quotient.add(LinearForm.of(variable, coefficient / divisor));
  return quotient;
}

/** Several dimensions in one subscript, as in 8·g + c: pairs them with dimensions of the same coefficient in `wanted`. */
function matchDigits(
  form: LinearForm,
  wanted: LinearForm,
  own: ReadonlySet<Dimension>,
): [Dimension, LinearForm][] | undefined {
  let rest = wanted.plus(-form.constant);
  const pairs: [Dimension, LinearForm][] = [];
  for (const { variable, coefficient } of form.terms) {
    if (variable.kind !== 'dimension' || !own.has(variable)) {
      rest = rest.subtract(LinearForm.of(variable, coefficient));
      continue;
    }
    const partner = rest.terms.find((term) => term.coefficient === coefficient);
    if (partner === undefined) return undefined;
    pairs.push([variable, LinearForm.of(partner.variable)]);
    rest = rest.without(partner.variable);
  }
  return rest.constantValue === 0 ? pairs : undefined;
}

function contains(dimension: Dimension, value: LinearForm): Placement['kind'] {
  const bare = value.bareVariable;
  if (bare?.kind === 'dimension' && equalForms(bare.lower, dimension.lower) && equalForms(bare.upper, dimension.upper))
    return 'inside';
  const range = constantBounds(dimension);
  if (range === undefined) return 'unclear';
  const { least, most } = intervalOf(value);
  if (least >= range.least && most <= range.most) return 'inside';
  return most < range.least || least > range.most ? 'outside' : 'unclear';
}

/** What the element that `load` reads holds after `write`: a term over memory before it, or undefined if it is untouched. */
export function forwardLoad(space: IndexSpace, write: Write, load: LoadTerm): Term | undefined {
  const placement = placeInWrite(write, load.subscripts);
  switch (placement.kind) {
    case 'outside':
      return undefined;
    case 'unclear':
      throw new Decline('an element is read of which it is unclear whether it was written before', write.op);
    case 'inside':
      if (write.value === undefined) throw new Decline('an element is read whose contents depend on the last iteration', write.op);
      return substituteTerm(space, write.value, { dimensions: placement.at });
  }
}

/** Whether `later` writes every element that `earlier` wrote. */
export function covers(later: Write, earlier: Write): boolean {
  return placeInWrite(later, earlier.subscripts).kind === 'inside';
}

/** How the iterations of a loop over `dimension` share the elements of a write in its body. */
export type IterationPattern =
  /** Each writes elements of its own, told apart by subscript `axis`. */
  | { readonly kind: 'apart'; readonly axis: number }
  /** All write the same elements. */
  | { readonly kind: 'same' }
  | { readonly kind: 'unclear' };

export function iterationPattern(write: Write, dimension: Dimension): IterationPattern {
  const own = new Set(write.dimensions);
  let depends = false;
  for (const [axis, form] of write.subscripts.entries()) {
    const inside = dimensionsOf(form);
    if (!inside.has(dimension)) continue;
    depends = true;
    if (form.coefficient(dimension) === 0 || isHidden(form, dimension)) continue;
    if (![...inside].some((other) => own.has(other))) return { kind: 'apart', axis };
    if (isMixedRadix(form, dimension, own)) return { kind: 'apart', axis };
  }
  return { kind: depends ? 'unclear' : 'same' };
}

/** Whether `dimension` occurs in a maximum or quotient of `form`. */
function isHidden(form: LinearForm, dimension: Dimension): boolean {
  return form.terms.some(({ variable }) => variable.kind !== 'dimension' && dimensionsOf(LinearForm.of(variable)).has(dimension));
}

/** Whether different values of `dimension` and the dimensions `own` always give different values of `form`. */
function isMixedRadix(form: LinearForm, dimension: Dimension, own: ReadonlySet<Dimension>): boolean {
  const digits = form.terms.filter(({ variable }) => variable === dimension || (variable.kind === 'dimension' && own.has(variable)));
  digits.sort((a, b) => Math.abs(a.coefficient) - Math.abs(b.coefficient));
  let reach = 0;
  for (const { variable, coefficient } of digits) {
    if (variable.kind !== 'dimension' || Math.abs(coefficient) <= reach) return false;
    const { least, most } = intervalOfDimension(variable);
    reach += Math.abs(coefficient) * (most - least);
  }
  return true;
}
