import type { PredicateSubject, PredicateTree } from './dialect-table.js';

/** Three-valued: undefined where a leaf is C++ that nothing here interprets. */
export type Truth = boolean | undefined;

/** A compiled predicate; `undefined` counts as satisfied wherever a message would follow. */
export type Predicate<T> = (subject: T) => Truth;

/** Compiles a predicate over subjects of type T. */
export interface PredicateLanguage<T> {
  /** The meaning of a C++ expression; undefined if it is not known. */
  leaf(expression: string): Predicate<T> | undefined;
  /** The meaning of `on`: undefined if T has no such part. */
  on(subject: PredicateSubject, tree: PredicateTree): Predicate<T> | undefined;
}

export function compilePredicate<T>(tree: PredicateTree, language: PredicateLanguage<T>): Predicate<T> {
  if (tree === 'true') return () => true;
  if (typeof tree === 'string') return language.leaf(tree) ?? unknown;
  switch (tree[0]) {
    case 'on':
      return language.on(tree[1], tree[2]) ?? unknown;
    case 'not': {
      const inner = compilePredicate(tree[1], language);
      return (subject) => {
        const truth = inner(subject);
        return truth === undefined ? undefined : !truth;
      };
    }
    case 'and':
      return connective(compileAll(tree.slice(1), language), false);
    case 'or':
      return connective(compileAll(tree.slice(1), language), true);
  }
}

function compileAll<T>(trees: readonly PredicateTree[], language: PredicateLanguage<T>): Predicate<T>[] {
  return trees.map((tree) => compilePredicate(tree, language));
}

/** Stops at the first operand that is `decisive`, as `&&` and `||` do: later operands may presuppose earlier ones. */
function connective<T>(operands: readonly Predicate<T>[], decisive: boolean): Predicate<T> {
  return (subject) => {
    let result: Truth = !decisive;
    for (const operand of operands) {
      const truth = operand(subject);
      if (truth === decisive) return decisive;
      if (truth === undefined) result = undefined;
    }
    return result;
  };
}

function unknown(): Truth {
  return undefined;
}
