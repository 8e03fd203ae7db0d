import type { Type as LlvmType, ValueId } from '@mlir2zk/llvm-emit';
import type { Operation } from '@mlir2zk/mlir-parser';
import { fastMathFlags } from './flags.js';
import type { FunctionCode } from './function-code.js';
import { mapLanes, mapRows, rowType } from './lanes.js';
import type { LoweredOp } from './lowered-op.js';

/** The instructions for one row of operands: one-dimensional vectors, or scalars. `type` is that of the result. */
export type RowCode = (code: FunctionCode, rows: readonly ValueId[], type: LlvmType, op: Operation) => ValueId;

/** An operation with one result that works on the elements of vectors as on scalars. */
export function elementwise(name: string, compute: RowCode): LoweredOp {
  return {
    name,
    lower(op, code) {
      const result = op.result(0);
      const type = code.convertType(op, result.type);
      const operands = code.valuesOf(op.operands);
      const row = rowType(type);
      code.setValue(result, mapRows(code, type, operands, (rows) => compute(code, rows, row, op)));
    },
  };
}

/** A call of an intrinsic that is overloaded on the type of its result and takes only values of that type. */
export function callIntrinsic(code: FunctionCode, name: string, type: LlvmType, values: readonly ValueId[], op?: Operation): ValueId {
  const fn = code.module.declarations.intrinsic(name, [type], type, values.map(() => type));
  const call = code.builder.call(fn, values);
  if (op !== undefined) setFlags(code, call, fastMathFlags(op));
  return call;
}

/** Gives the instruction whose result is `value` fast-math flags. */
export function setFlags(code: FunctionCode, value: ValueId, flags: number): void {
  const fn = code.builder.function;
  if (flags !== 0) fn.flags[value - fn.parameters.length] = flags;
}

/** How the C library spells a function by the type that it takes: `sinf`, `sin`, `sinl`. */
const libmSuffix: Readonly<Record<string, string>> = { float: 'f', double: '', x86_fp80: 'l' };

/** A call of the C library's `name`, lane by lane; 16-bit floats are computed as `float`. */
export function callLibm(code: FunctionCode, name: string, type: LlvmType, values: readonly ValueId[]): ValueId {
  return mapLanes(code, type, values, (lanes) => {
    const scalar = type.kind === 'vector' ? type.element : type;
    const narrow = scalar.kind === 'float' && scalar.bits === 16;
    const computed = narrow ? code.types.float('float') : scalar;
    const fn = code.module.declarations.function(name + (libmSuffix[computed.text] ?? ''), computed, lanes.map(() => computed));
    const wide = narrow ? lanes.map((lane) => code.builder.cast('fpext', lane, computed)) : lanes;
    const result = code.builder.call(fn, wide);
    return narrow ? code.builder.cast('fptrunc', result, scalar) : result;
  });
}
