import type { LinearForm } from './linear-form.js';
import type {
  ApplyTerm, AssociativeOperator, Comparison, ConstantTerm, Guard, IndexTerm, LoadTerm, ReduceTerm, Term, ValueTerm,
} from './term.js';
import type { Dimension } from './linear-form.js';
import type { Value } from '@mlir2zk/mlir-parser';

/*
 * The normal form of terms, which holds over the reals and in the field:
 * - a - b is a + (-1)·b, and -a is (-1)·a;
 * - chains are flat, their constants are folded into one that stands first, neutral elements go;
 * - a reduction in a reduction by the same operator is one;
 * - `select (a < b) a b` and its seven sisters are min or max. NaN is excluded.
 */

export function constantTerm(value: number | bigint): ConstantTerm {
  return { kind: 'constant', value };
}

export function loadTerm(memref: Value, subscripts: readonly LinearForm[]): LoadTerm {
  return { kind: 'load', memref, subscripts };
}

export function valueTerm(value: Value): ValueTerm {
  return { kind: 'value', value };
}

/** An index as data. A constant index is a constant. */
export function indexTerm(form: LinearForm): IndexTerm | ConstantTerm {
  const value = form.constantValue;
  return value === undefined ? { kind: 'index', form } : constantTerm(BigInt(value));
}

/** `a ⊕ b ⊕ …` of at least one operand. */
export function chainTerm(operator: AssociativeOperator, operands: readonly Term[]): Term {
  const flat = operands.flatMap((term) => (term.kind === 'chain' && term.operator === operator ? term.operands : [term]));
  const constants = flat.filter((term) => term.kind === 'constant');
  const others = flat.filter((term) => term.kind !== 'constant');
  const folded = foldConstants(operator, constants).filter(
    (constant) => others.length === 0 || !isNeutral(operator, constant.value),
  );
  const all = [...folded, ...others];
  const only = all[0];
  return all.length === 1 && only !== undefined ? only : { kind: 'chain', operator, operands: all };
}

/** One constant, or several where folding would need the width of an integer type. */
function foldConstants(operator: AssociativeOperator, constants: readonly ConstantTerm[]): ConstantTerm[] {
  const [first, ...rest] = constants;
  if (first === undefined) return [];
  let folded = first;
  for (const next of rest) {
    const value = foldPair(operator, folded.value, next.value);
    if (value === undefined) return [...constants];
    folded = constantTerm(value);
  }
  return [folded];
}

function foldPair(operator: AssociativeOperator, a: number | bigint, b: number | bigint): number | bigint | undefined {
  if (typeof a === 'bigint' && typeof b === 'bigint') {
    if (operator === 'max') return a > b ? a : b;
    if (operator === 'min') return a < b ? a : b;
    return undefined;
  }
  if (typeof a === 'bigint' || typeof b === 'bigint') return undefined;
  switch (operator) {
    case 'add':
      return a + b;
    case 'mul':
      return a * b;
    case 'max':
      return Math.max(a, b);
    case 'min':
      return Math.min(a, b);
  }
}

const neutralElements: Readonly<Record<AssociativeOperator, number>> = { add: 0, mul: 1, max: -Infinity, min: Infinity };

/** Whether a ⊕ value = a for all a. (Integers have no neutral element of max and min without a width.) */
export function isNeutral(operator: AssociativeOperator, value: number | bigint): boolean {
  return Number(value) === neutralElements[operator];
}

/** ⊕ of `body` over `dimensions` within `guards`. The body itself if there are no dimensions. */
export function reduceTerm(
  operator: AssociativeOperator,
  dimensions: readonly Dimension[],
  guards: readonly Guard[],
  body: Term,
): Term {
  if (dimensions.length === 0 && guards.length === 0) return body;
  if (body.kind === 'reduce' && body.operator === operator)
    return reduceTerm(operator, [...dimensions, ...body.dimensions], [...guards, ...body.guards], body.body);
  return { kind: 'reduce', operator, dimensions, guards, body } satisfies ReduceTerm;
}

/** -a; `minusOne` is -1 or -1n, as the element type asks. */
export function negateTerm(term: Term, minusOne: number | bigint): Term {
  return chainTerm('mul', [constantTerm(minusOne), term]);
}

export function applyTerm(operator: string, operands: readonly Term[]): ApplyTerm {
  return { kind: 'apply', operator, operands };
}

export function compareTerm(comparison: Comparison, a: Term, b: Term): ApplyTerm {
  return applyTerm(`compare.${comparison}`, [a, b]);
}

/** `condition ? a : b`; a maximum or minimum if it is one. */
export function selectTerm(condition: Term, a: Term, b: Term): Term {
  return asExtremum(condition, a, b) ?? applyTerm('select', [condition, a, b]);
}

function asExtremum(condition: Term, a: Term, b: Term): Term | undefined {
  if (condition.kind !== 'apply') return undefined;
  const [left, right] = condition.operands;
  if (left === undefined || right === undefined) return undefined;
  const larger = condition.operator === 'compare.gt' || condition.operator === 'compare.ge';
  const smaller = condition.operator === 'compare.lt' || condition.operator === 'compare.le';
  if (!larger && !smaller) return undefined;
  if (equalTerms(left, a) && equalTerms(right, b)) return chainTerm(larger ? 'max' : 'min', [a, b]);
  if (equalTerms(left, b) && equalTerms(right, a)) return chainTerm(larger ? 'min' : 'max', [a, b]);
  return undefined;
}

/** Whether two terms are the same, up to nothing: chains in the same order, the same bound dimensions. */
export function equalTerms(a: Term, b: Term): boolean {
  if (a === b) return true;
  switch (a.kind) {
    case 'constant':
      return b.kind === 'constant' && Object.is(a.value, b.value);
    case 'load':
      return b.kind === 'load' && a.memref === b.memref && equalForms(a.subscripts, b.subscripts);
    case 'value':
      return b.kind === 'value' && a.value === b.value;
    case 'index':
      return b.kind === 'index' && a.form.equals(b.form);
    case 'chain':
      return b.kind === 'chain' && a.operator === b.operator && equalLists(a.operands, b.operands);
    case 'apply':
      return b.kind === 'apply' && a.operator === b.operator && equalLists(a.operands, b.operands);
    case 'reduce':
      return (
        b.kind === 'reduce' && a.operator === b.operator && equalTerms(a.body, b.body) &&
        a.dimensions.length === b.dimensions.length &&
        a.dimensions.every((dimension, i) => dimension === b.dimensions[i]) &&
        a.guards.length === b.guards.length &&
        a.guards.every((guard, i) => b.guards[i]?.extent === guard.extent && b.guards[i]?.form.equals(guard.form) === true)
      );
  }
}

function equalLists(a: readonly Term[], b: readonly Term[]): boolean {
  return a.length === b.length && a.every((term, i) => equalTerms(term, b[i]));
}

/** Whether two lists hold equal forms. */
export function equalForms(a: readonly LinearForm[], b: readonly LinearForm[]): boolean {
  return a.length === b.length && a.every((form, i) => form.key === b[i]?.key);
}
