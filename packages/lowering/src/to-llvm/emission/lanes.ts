import type { Type as LlvmType, ValueId } from '@mlir2zk/llvm-emit';
import type { FunctionCode } from './function-code.js';

/** The one-dimensional vectors (or the scalar) that a value of `type` is made of: `[2 x [3 x <4 x float>]]` has six rows. */
export function rowType(type: LlvmType): LlvmType {
  return type.kind === 'array' ? rowType(type.element) : type;
}

/** The type of the same shape as `type` with `row` for its rows. */
export function withRows(code: FunctionCode, type: LlvmType, row: LlvmType): LlvmType {
  return type.kind === 'array' ? code.types.array(type.length, withRows(code, type.element, row)) : row;
}

/** Where the rows of `type` are, as paths of extractvalue; one empty path if there is but one. */
export function rowPaths(type: LlvmType): number[][] {
  if (type.kind !== 'array') return [[]];
  const inner = rowPaths(type.element);
  return Array.from({ length: type.length }, (_, i) => inner.map((path) => [i, ...path])).flat();
}

/**
 * `compute` of corresponding rows of `operands`, as a value of type `result`. Instructions only work on one-dimensional
 * vectors; where there are more dimensions, it runs once for each row.
 */
export function mapRows(
  code: FunctionCode, result: LlvmType, operands: readonly ValueId[], compute: (rows: readonly ValueId[]) => ValueId,
): ValueId {
  if (result.kind !== 'array') return compute(operands);
  const { builder } = code;
  const isArray = operands.map((operand) => builder.function.typeOf(operand).kind === 'array');
  return rowPaths(result).reduce((whole, path) => {
    const rows = operands.map((operand, i) => (isArray[i] ? builder.extractValue(operand, path) : operand));
    return builder.insertValue(whole, compute(rows), path);
  }, code.constants.poison(result));
}

/** `compute` of corresponding lanes of `rows`, for functions that exist for scalars only. */
export function mapLanes(
  code: FunctionCode, result: LlvmType, rows: readonly ValueId[], compute: (lanes: readonly ValueId[]) => ValueId,
): ValueId {
  if (result.kind !== 'vector') return compute(rows);
  const { builder, index } = code;
  let whole = code.constants.poison(result);
  for (let lane = 0; lane < result.length; lane++) {
    const position = index.constant(lane);
    const lanes = rows.map((row) => builder.extractElement(row, position));
    whole = builder.insertElement(whole, compute(lanes), position);
  }
  return whole;
}

/** A constant of `type` with every element `scalar`. */
export function splatConstant(code: FunctionCode, type: LlvmType, scalar: ValueId): ValueId {
  if (type.kind !== 'vector' && type.kind !== 'array') return scalar;
  const element = splatConstant(code, type.element, scalar);
  return code.constants.aggregate(type, new Array<ValueId>(type.length).fill(element));
}
