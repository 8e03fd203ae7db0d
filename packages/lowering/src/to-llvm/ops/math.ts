import type { Type as LlvmType, ValueId } from '@mlir2zk/llvm-emit';
import { callIntrinsic, callLibm, elementwise, setFlags, type RowCode } from '../emission/elementwise.js';
import { fastMathFlags } from '../emission/flags.js';
import type { FunctionCode } from '../emission/function-code.js';
import { splatConstant } from '../emission/lanes.js';
import type { LoweredOp } from '../emission/lowered-op.js';

/** Functions that are an intrinsic of LLVM over operands of the result's type. */
const intrinsics: Readonly<Record<string, string>> = {
  absf: 'fabs', ceil: 'ceil', copysign: 'copysign', cos: 'cos', ctpop: 'ctpop', exp: 'exp', exp2: 'exp2', floor: 'floor',
  fma: 'fma', log: 'log', log10: 'log10', log2: 'log2', powf: 'pow', round: 'round', roundeven: 'roundeven', sin: 'sin',
  sqrt: 'sqrt', trunc: 'trunc',
};

/** Functions of the C library, with their names there for `double`. */
export const libmFunctions: Readonly<Record<string, string>> = {
  acos: 'acos', acosh: 'acosh', asin: 'asin', asinh: 'asinh', atan: 'atan', atan2: 'atan2', atanh: 'atanh', cbrt: 'cbrt',
  cosh: 'cosh', erf: 'erf', sinh: 'sinh', tan: 'tan', tanh: 'tanh',
};

/** Integer intrinsics with a flag for operands whose result is poison: never set, as in upstream's lowering. */
const flaggedIntrinsics: Readonly<Record<string, string>> = { absi: 'abs', ctlz: 'ctlz', cttz: 'cttz' };

export function floatConstant(code: FunctionCode, type: LlvmType, value: number): ValueId {
  const lane = type.kind === 'vector' ? type.element : type;
  if (lane.kind !== 'float') throw new TypeError(`no floating point type: ${type.text}`);
  return splatConstant(code, type, code.constants.float(lane, value));
}

/** Whether a float is NaN: it is not ordered with itself. */
export const isNaN: RowCode = (code, [value]) => code.builder.fcmp('uno', value, value);

export const isInfinite: RowCode = (code, [value]) => {
  const type = code.builder.function.typeOf(value);
  const magnitude = callIntrinsic(code, 'fabs', type, [value]);
  return code.builder.fcmp('oeq', magnitude, floatConstant(code, type, Infinity));
};

const isFinite: RowCode = (code, [value]) => {
  const type = code.builder.function.typeOf(value);
  const magnitude = callIntrinsic(code, 'fabs', type, [value]);
  return code.builder.fcmp('one', magnitude, floatConstant(code, type, Infinity));
};

/** `base` raised to an integer. */
const floatToInteger: RowCode = (code, [base, exponent], type, op) => {
  const exponentType = code.builder.function.typeOf(exponent);
  const powi = code.module.declarations.intrinsic('powi', [type, exponentType], type, [type, exponentType]);
  const call = code.builder.call(powi, [base, exponent]);
  setFlags(code, call, fastMathFlags(op));
  return call;
};

export const mathOps: readonly LoweredOp[] = [
  ...Object.entries(intrinsics).map(([name, intrinsic]) =>
    elementwise(`math.${name}`, (code, rows, type, op) => callIntrinsic(code, intrinsic, type, rows, op))),
  ...Object.entries(libmFunctions).map(([name, symbol]) =>
    elementwise(`math.${name}`, (code, rows, type) => callLibm(code, symbol, type, rows))),
  ...Object.entries(flaggedIntrinsics).map(([name, intrinsic]) =>
    elementwise(`math.${name}`, (code, [value], type) => {
      const { types, constants, module, builder } = code;
      const fn = module.declarations.intrinsic(intrinsic, [type], type, [type, types.i1]);
      return builder.call(fn, [value, constants.int(types.i1, 0)]);
    })),
  elementwise('math.expm1', (code, rows, type, op) =>
    code.builder.binary('fsub', callIntrinsic(code, 'exp', type, rows, op), floatConstant(code, type, 1), fastMathFlags(op))),
  elementwise('math.log1p', (code, [value], type, op) => {
    const sum = code.builder.binary('fadd', floatConstant(code, type, 1), value, fastMathFlags(op));
    return callIntrinsic(code, 'log', type, [sum], op);
  }),
  elementwise('math.rsqrt', (code, rows, type, op) =>
    code.builder.binary('fdiv', floatConstant(code, type, 1), callIntrinsic(code, 'sqrt', type, rows, op), fastMathFlags(op))),
  elementwise('math.fpowi', floatToInteger),
  elementwise('math.isnan', isNaN),
  elementwise('math.isinf', isInfinite),
  elementwise('math.isfinite', isFinite),
];
