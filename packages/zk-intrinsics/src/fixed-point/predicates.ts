/** Comparison of two reals. No value of a circuit is NaN, so ordered and unordered do not differ. */
export type RealPredicate = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';

/** `arith.cmpi`'s predicates. */
export type IntegerPredicate =
  | 'eq'
  | 'ne'
  | 'slt'
  | 'sle'
  | 'sgt'
  | 'sge'
  | 'ult'
  | 'ule'
  | 'ugt'
  | 'uge';
