import type { ValueId } from '@mlir2zk/llvm-emit';
import type { AffineExpr, AffineMap, IntegerSet, Operation } from '@mlir2zk/mlir-parser';
import { errorAt } from '../../operation/located-error.js';
import type { FunctionCode } from './function-code.js';

/**
 * The value of `expr` at `operands`, dims first. Division and remainder are those of MLIR: rounded down, never negative.
 * Throws a DiagnosticError at `op` for a constant divisor that is not positive, which MLIR leaves undefined.
 */
export function affineExpression(op: Operation, code: FunctionCode, expr: AffineExpr, numDims: number, operands: readonly ValueId[]): ValueId {
  const { index } = code;
  switch (expr.kind) {
    case 'dim':
      return operands[expr.position];
    case 'symbol':
      return operands[numDims + expr.position];
    case 'constant':
      return index.constant(expr.value);
    default:
  }
  const lhs = affineExpression(op, code, expr.lhs, numDims, operands);
  const rhs = affineExpression(op, code, expr.rhs, numDims, operands);
  switch (expr.kind) {
    case 'add':
      return index.add(lhs, rhs);
    case 'mul':
      return index.multiply(lhs, rhs);
    case 'mod':
    case 'floordiv':
    case 'ceildiv':
      if (index.knownValue(rhs) <= 0) throw errorAt(op, `division by ${index.knownValue(rhs)} in an affine expression: the divisor must be positive`);
      return expr.kind === 'mod' ? index.modulo(lhs, rhs) : expr.kind === 'floordiv' ? index.floorDivide(lhs, rhs) : index.ceilDivide(lhs, rhs);
  }
}

/** The results of `map` at `operands`, dims first. */
export function affineResults(op: Operation, code: FunctionCode, map: AffineMap, operands: readonly ValueId[]): ValueId[] {
  const { results, numDims } = map;
  const values = new Array<ValueId>(results.length);
  for (let i = 0; i < results.length; i++) values[i] = affineExpression(op, code, results[i], numDims, operands);
  return values;
}

/** The bound of a loop: the largest (`smax`) or smallest (`smin`) result of `map` at the operands of `op` from number `first` on. */
export function affineBound(op: Operation, code: FunctionCode, map: AffineMap, first: number, intrinsic: 'smax' | 'smin'): ValueId {
  const [result] = map.results;
  if (map.results.length === 1 && result.kind === 'constant') return code.index.constant(result.value);
  return extremum(code, intrinsic, affineResults(op, code, map, operandsFrom(op, code, first, map.numDims + map.numSymbols)));
}

/** The values of `count` operands of `op` from number `first` on. */
export function operandsFrom(op: Operation, code: FunctionCode, first: number, count: number): ValueId[] {
  const operands = new Array<ValueId>(count);
  for (let i = 0; i < count; i++) operands[i] = code.value(op.operand(first + i));
  return operands;
}

/** The largest (`smax`) or smallest (`smin`) of `values`. */
export function extremum(code: FunctionCode, intrinsic: 'smax' | 'smin', values: readonly ValueId[]): ValueId {
  const { i64 } = code.types;
  return values.reduce((a, b) => {
    const [x, y] = [code.index.knownValue(a), code.index.knownValue(b)];
    if (a === b) return a;
    if (!Number.isNaN(x + y)) return intrinsic === 'smax' === x > y ? a : b;
    const fn = code.module.declarations.intrinsic(intrinsic, [i64], i64, [i64, i64]);
    return code.builder.call(fn, [a, b]);
  });
}

/** Whether `operands` are in `set`, as an i1. */
export function membership(op: Operation, code: FunctionCode, set: IntegerSet, operands: readonly ValueId[]): ValueId {
  const { builder, index } = code;
  let holds = code.constants.int(code.types.i1, 1);
  const always = holds;
  for (const { expr, equality } of set.constraints) {
    const value = affineExpression(op, code, expr, set.numDims, operands);
    const satisfied = index.compare(equality ? 'eq' : 'sge', value, index.zero);
    holds = holds === always ? satisfied : builder.binary('and', holds, satisfied);
  }
  return holds;
}
