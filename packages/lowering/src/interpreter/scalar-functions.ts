import type { Operation } from '@mlir2zk/mlir-parser';

/** Computes the only result of an operation from its operands. Booleans are 0 and 1. */
export type ScalarFunction = (...operands: number[]) => number;

const mod = (a: number, b: number): number => a - b * Math.trunc(a / b);

/**
 * What scalar operations compute over the reals: floats are not rounded to their type, integers do not
 * wrap. That is what a circuit approximates, and what raising preserves.
 */
const functions: Readonly<Record<string, ScalarFunction>> = {
  'arith.addf': (a, b) => a + b, 'arith.addi': (a, b) => a + b,
  'arith.subf': (a, b) => a - b, 'arith.subi': (a, b) => a - b,
  'arith.mulf': (a, b) => a * b, 'arith.muli': (a, b) => a * b,
  'arith.divf': (a, b) => a / b, 'arith.divsi': (a, b) => Math.trunc(a / b),
  'arith.floordivsi': (a, b) => Math.floor(a / b), 'arith.ceildivsi': (a, b) => Math.ceil(a / b),
  'arith.remf': mod, 'arith.remsi': mod,
  'arith.negf': (a) => -a,
  'arith.maximumf': Math.max, 'arith.maxnumf': Math.max, 'arith.maxsi': Math.max,
  'arith.minimumf': Math.min, 'arith.minnumf': Math.min, 'arith.minsi': Math.min,
  'arith.select': (condition, a, b) => (condition === 0 ? b : a),
  'arith.index_cast': (a) => a, 'arith.extf': (a) => a, 'arith.truncf': (a) => a, 'arith.extsi': (a) => a,
  'arith.extui': (a) => a, 'arith.trunci': (a) => a, 'arith.sitofp': (a) => a, 'arith.uitofp': (a) => a,
  'arith.fptosi': Math.trunc, 'arith.fptoui': Math.trunc,
  'math.absf': Math.abs, 'math.exp': Math.exp, 'math.log': Math.log, 'math.sqrt': Math.sqrt, 'math.tanh': Math.tanh,
  'math.floor': Math.floor, 'math.ceil': Math.ceil, 'math.powf': Math.pow, 'math.rsqrt': (a) => 1 / Math.sqrt(a),
};

const comparisons: readonly ScalarFunction[] = [
  (a, b) => Number(a === b), (a, b) => Number(a !== b), (a, b) => Number(a < b), (a, b) => Number(a <= b),
  (a, b) => Number(a > b), (a, b) => Number(a >= b),
];
const [equal, different, less, atMost, greater, atLeast] = comparisons as [
  ScalarFunction, ScalarFunction, ScalarFunction, ScalarFunction, ScalarFunction, ScalarFunction,
];

/** By the number of the predicate; ordered and unordered comparisons differ for NaN only. */
const floatComparisons: readonly ScalarFunction[] = [
  () => 0, equal, greater, atLeast, less, atMost, different, () => 1,
  equal, greater, atLeast, less, atMost, different, () => 0, () => 1,
];
/** The signed predicates; unsigned ones agree for what is not negative. */
const integerComparisons: readonly ScalarFunction[] = [...comparisons, less, atMost, greater, atLeast];

/** The function of `op`; undefined if it is none that the interpreter knows. */
export function scalarFunction(op: Operation): ScalarFunction | undefined {
  if (op.name !== 'arith.cmpf' && op.name !== 'arith.cmpi') return functions[op.name];
  const predicate = op.attribute('predicate');
  if (predicate?.kind !== 'integer') return undefined;
  return (op.name === 'arith.cmpf' ? floatComparisons : integerComparisons)[Number(predicate.value)];
}
