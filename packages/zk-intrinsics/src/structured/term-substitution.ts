import type { IndexSpace } from './index-space.js';
import { LinearForm, type Dimension } from './linear-form.js';
import { applyTerm, chainTerm, indexTerm, loadTerm, reduceTerm } from './term-builder.js';
import type { LoadTerm, ReduceTerm, Term, ValueTerm } from './term.js';

/** What `substituteTerm` replaces. All replacements happen at once: what is put in is not looked at again. */
export interface TermReplacements {
  /** By dimension id. */
  readonly dimensions?: ReadonlyMap<number, LinearForm>;
  /** Gets the load after its subscripts were substituted; undefined keeps it. */
  load?(load: LoadTerm): Term | undefined;
  /** Undefined keeps the value. */
  value?(value: ValueTerm): Term | undefined;
}

const none: ReadonlyMap<number, LinearForm> = new Map();

/**
 * `term` with dimensions, loads and outer values replaced, in normal form again. Subterms without a
 * replacement are shared. Bound dimensions whose bounds change are renamed.
 */
export function substituteTerm(space: IndexSpace, term: Term, replacements: TermReplacements): Term {
  return substituteIn(space, term, replacements, replacements.dimensions ?? none);
}

function substituteIn(
  space: IndexSpace,
  term: Term,
  replacements: TermReplacements,
  dimensions: ReadonlyMap<number, LinearForm>,
): Term {
  switch (term.kind) {
    case 'constant':
      return term;
    case 'value':
      return replacements.value?.(term) ?? term;
    case 'index': {
      const form = space.substitute(term.form, dimensions);
      return form === term.form ? term : indexTerm(form);
    }
    case 'load': {
      const subscripts = term.subscripts.map((form) => space.substitute(form, dimensions));
      const load = subscripts.every((form, i) => form === term.subscripts[i]) ? term : loadTerm(term.memref, subscripts);
      return replacements.load?.(load) ?? load;
    }
    case 'chain':
    case 'apply': {
      const operands = term.operands.map((operand) => substituteIn(space, operand, replacements, dimensions));
      if (operands.every((operand, i) => operand === term.operands[i])) return term;
      return term.kind === 'chain' ? chainTerm(term.operator, operands) : applyTerm(term.operator, operands);
    }
    case 'reduce':
      return substituteInReduction(space, term, replacements, dimensions);
  }
}

function substituteInReduction(
  space: IndexSpace,
  term: ReduceTerm,
  replacements: TermReplacements,
  dimensions: ReadonlyMap<number, LinearForm>,
): Term {
  const inner = new Map(dimensions);
  const bound = term.dimensions.map((dimension) => {
    const renamed = withSubstitutedBounds(space, dimension, inner);
    if (renamed !== dimension) inner.set(dimension.id, LinearForm.of(renamed));
    return renamed;
  });
  const guards = term.guards.map((guard) => {
    const form = space.substitute(guard.form, inner);
    return form === guard.form ? guard : { form, extent: guard.extent };
  });
  const body = substituteIn(space, term.body, replacements, inner);
  const same =
    body === term.body &&
    bound.every((dimension, i) => dimension === term.dimensions[i]) &&
    guards.every((guard, i) => guard === term.guards[i]);
  return same ? term : reduceTerm(term.operator, bound, guards, body);
}

/** `dimension`, or a new one if the replacements change its bounds. */
export function withSubstitutedBounds(
  space: IndexSpace,
  dimension: Dimension,
  replacements: ReadonlyMap<number, LinearForm>,
): Dimension {
  const lower = dimension.lower.map((form) => space.substitute(form, replacements));
  const upper = dimension.upper.map((form) => space.substitute(form, replacements));
  const same = lower.every((form, i) => form === dimension.lower[i]) && upper.every((form, i) => form === dimension.upper[i]);
  return same ? dimension : space.dimension(lower, upper);
}

/** Calls `visit` for every subterm, parents first. */
export function walkTerm(term: Term, visit: (term: Term) => void): void {
  visit(term);
  switch (term.kind) {
    case 'chain':
    case 'apply':
      for (const operand of term.operands) walkTerm(operand, visit);
      break;
    case 'reduce':
      walkTerm(term.body, visit);
      break;
    case 'constant':
    case 'load':
    case 'value':
    case 'index':
      break;
  }
}
