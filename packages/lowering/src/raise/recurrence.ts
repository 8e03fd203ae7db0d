import { chainTerm, walkTerm, type AssociativeOperator, type Term } from '@mlir2zk/zk-intrinsics';

/** How one iteration of a loop updates what it carries to the next. */
export type Update =
  /** carried := carried */
  | { readonly kind: 'none' }
  /** carried := carried ⊕ term, and the term reads nothing that is carried. */
  | { readonly kind: 'accumulate'; readonly operator: AssociativeOperator; readonly term: Term }
  /** carried := term, and the term reads nothing that is carried. */
  | { readonly kind: 'overwrite'; readonly term: Term }
  /** Anything else. */
  | { readonly kind: 'recurrence' };

/**
 * Classifies carried := `term`. `isSelf` tells the carried value among the leaves of the term,
 * `isCarried` any value that the loop carries, this one included.
 */
export function classifyUpdate(term: Term, isSelf: (leaf: Term) => boolean, isCarried: (leaf: Term) => boolean): Update {
  if (isSelf(term)) return { kind: 'none' };
  if (!reads(term, isCarried)) return { kind: 'overwrite', term };
  if (term.kind !== 'chain') return { kind: 'recurrence' };
  const rest = term.operands.filter((operand) => !isSelf(operand));
  if (rest.length !== term.operands.length - 1 || rest.some((operand) => reads(operand, isCarried)))
    return { kind: 'recurrence' };
  return { kind: 'accumulate', operator: term.operator, term: chainTerm(term.operator, rest) };
}

/** Whether a leaf for which `test` holds occurs in `term`. */
export function reads(term: Term, test: (leaf: Term) => boolean): boolean {
  let found = false;
  walkTerm(term, (subterm) => {
    found ||= test(subterm);
  });
  return found;
}
