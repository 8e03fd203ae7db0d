import type { Operation } from '@mlir2zk/mlir-parser';
import {
  applyTerm, chainTerm, compareTerm, constantTerm, negateTerm, selectTerm, type AssociativeOperator, type Comparison,
  type Term,
} from '@mlir2zk/zk-intrinsics';

/** Makes the term of an operation from those of its operands. */
type TermRule = (operands: readonly Term[], op: Operation) => Term | undefined;

const chain = (operator: AssociativeOperator): TermRule => (operands) => chainTerm(operator, operands);
const subtract = (minusOne: number | bigint): TermRule => ([a, b]) =>
  a === undefined || b === undefined ? undefined : chainTerm('add', [a, negateTerm(b, minusOne)]);

/**
 * Operations whose terms are more than `apply NAME`. maxnumf and maximumf differ only for NaN and the
 * sign of zero, which no circuit knows.
 */
const rules: Readonly<Record<string, TermRule>> = {
  'arith.addf': chain('add'),
  'arith.addi': chain('add'),
  'arith.mulf': chain('mul'),
  'arith.muli': chain('mul'),
  'arith.subf': subtract(-1),
  'arith.subi': subtract(-1n),
  'arith.negf': ([a]) => (a === undefined ? undefined : negateTerm(a, -1)),
  'arith.maximumf': chain('max'),
  'arith.maxnumf': chain('max'),
  'arith.minimumf': chain('min'),
  'arith.minnumf': chain('min'),
  'arith.maxsi': chain('max'),
  'arith.minsi': chain('min'),
  'arith.select': ([condition, a, b]) =>
    condition === undefined || a === undefined || b === undefined ? undefined : selectTerm(condition, a, b),
  'arith.cmpf': comparison('cmpf'),
  'arith.cmpi': comparison('cmpi'),
};

/** `arith.cmpf` and `arith.cmpi` number their predicates; unsigned ones are left out: terms are signed. */
const comparisons: Readonly<Record<'cmpf' | 'cmpi', Readonly<Record<number, Comparison>>>> = {
  cmpf: { 1: 'eq', 2: 'gt', 3: 'ge', 4: 'lt', 5: 'le', 6: 'ne', 8: 'eq', 9: 'gt', 10: 'ge', 11: 'lt', 12: 'le', 13: 'ne' },
  cmpi: { 0: 'eq', 1: 'ne', 2: 'lt', 3: 'le', 4: 'gt', 5: 'ge' },
};

function comparison(kind: 'cmpf' | 'cmpi'): TermRule {
  return ([a, b], op) => {
    const predicate = op.attribute('predicate');
    if (predicate?.kind !== 'integer' || a === undefined || b === undefined) return undefined;
    const name = comparisons[kind][Number(predicate.value)];
    return name === undefined ? undefined : compareTerm(name, a, b);
  };
}

/** Attributes that do not change what an operation computes over the reals. */
const harmless = new Set(['fastmath', 'overflowFlags']);

/**
 * The term of the only result of `op`; undefined if `op` is no pure scalar operation or its meaning
 * depends on attributes that terms do not carry.
 */
export function scalarTerm(op: Operation, operands: readonly Term[]): Term | undefined {
  const rule = rules[op.name];
  if (rule !== undefined) return rule(operands, op);
  if (op.results.length !== 1 || op.regions.length > 0 || op.definition?.traits.has('Pure') !== true) return undefined;
  for (const name of [...op.properties.keys(), ...op.attributes.keys()]) if (!harmless.has(name)) return undefined;
  const types = [...op.operands, ...op.results].map(({ type }) => type.kind);
  if (!types.every((kind) => kind === 'float' || kind === 'integer' || kind === 'index')) return undefined;
  return applyTerm(op.name, operands);
}

/** The term of an `arith.constant` of a number; undefined for other constants. */
export function constantOf(op: Operation): Term | undefined {
  if (op.name !== 'arith.constant') return undefined;
  const value = op.attribute('value');
  if (value?.kind === 'integer' || value?.kind === 'float') return constantTerm(value.value);
  return undefined;
}
