import type { CircuitCore } from '../core/circuit-core.js';
import type { CircuitValue } from '../core/value-table.js';
import type { IntegerPredicate, RealPredicate } from '../fixed-point/predicates.js';
import { compare } from './compare.js';
import { wrapAlike, wrapSigned, wrapUnsigned } from './integer-wrap.js';

interface PredicateRule {
  readonly predicate: RealPredicate;
  readonly range: 'signed' | 'unsigned' | 'either';
}

const rules: Readonly<Record<IntegerPredicate, PredicateRule>> = {
  eq: { predicate: 'eq', range: 'either' },
  ne: { predicate: 'ne', range: 'either' },
  slt: { predicate: 'lt', range: 'signed' },
  sle: { predicate: 'le', range: 'signed' },
  sgt: { predicate: 'gt', range: 'signed' },
  sge: { predicate: 'ge', range: 'signed' },
  ult: { predicate: 'lt', range: 'unsigned' },
  ule: { predicate: 'le', range: 'unsigned' },
  ugt: { predicate: 'gt', range: 'unsigned' },
  uge: { predicate: 'ge', range: 'unsigned' },
};

/** `arith.cmpi` on integers of `width` bits. */
export function compareIntegers(
  core: CircuitCore,
  name: IntegerPredicate,
  a: CircuitValue,
  b: CircuitValue,
  width: number,
): CircuitValue {
  const { predicate, range } = rules[name];
  if (range === 'either') {
    const [x, y] = wrapAlike(core, a, b, width);
    return compare(core, predicate, x, y);
  }
  const wrap = range === 'signed' ? wrapSigned : wrapUnsigned;
  return compare(core, predicate, wrap(core, a, width), wrap(core, b, width));
}
