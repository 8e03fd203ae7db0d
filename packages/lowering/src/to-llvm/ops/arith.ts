import { floatPredicates, type BinaryOpcode, type CastOpcode, type IntegerPredicate, type ValueId } from '@mlir2zk/llvm-emit';
import { integerAttribute } from '../../operation/attributes.js';
import { errorAt } from '../../operation/located-error.js';
import { attributeConstant } from '../emission/attribute-constant.js';
import { callIntrinsic, elementwise, type RowCode } from '../emission/elementwise.js';
import { fastMathFlags, overflowFlags } from '../emission/flags.js';
import type { FunctionCode } from '../emission/function-code.js';
import { splatConstant } from '../emission/lanes.js';
import type { LoweredOp } from '../emission/lowered-op.js';

/** Operations that are one instruction over two operands, without flags. */
const plainBinary: Readonly<Record<string, BinaryOpcode>> = {
  divui: 'udiv', divsi: 'sdiv', remui: 'urem', remsi: 'srem', shrui: 'lshr', shrsi: 'ashr', andi: 'and', ori: 'or', xori: 'xor',
};

/** Of these the result may not wrap where `overflow<…>` says so. */
const wrappingBinary: Readonly<Record<string, BinaryOpcode>> = { addi: 'add', subi: 'sub', muli: 'mul', shli: 'shl' };

const floatBinary: Readonly<Record<string, BinaryOpcode>> = {
  addf: 'fadd', subf: 'fsub', mulf: 'fmul', divf: 'fdiv', remf: 'frem',
};

/** Operations that are one intrinsic over values of one type. `maximumf` hands NaN on, `maxnumf` prefers the number. */
const extrema: Readonly<Record<string, string>> = {
  maxsi: 'smax', minsi: 'smin', maxui: 'umax', minui: 'umin',
  maximumf: 'maximum', minimumf: 'minimum', maxnumf: 'maxnum', minnumf: 'minnum',
};

const casts: Readonly<Record<string, CastOpcode>> = {
  extsi: 'sext', extui: 'zext', trunci: 'trunc', extf: 'fpext', truncf: 'fptrunc',
  sitofp: 'sitofp', uitofp: 'uitofp', fptosi: 'fptosi', fptoui: 'fptoui', bitcast: 'bitcast',
};

/** Predicates of `arith.cmpi` in the order of their numbers. */
const integerPredicates: readonly IntegerPredicate[] = ['eq', 'ne', 'slt', 'sle', 'sgt', 'sge', 'ult', 'ule', 'ugt', 'uge'];

/** Integer of the width that `index` or another integer type has: extended or cut off. */
export function castInteger(signed: boolean): RowCode {
  return (code, [value], type) => {
    const from = laneWidth(code, value);
    const to = type.kind === 'vector' ? type.element : type;
    const width = to.kind === 'integer' ? to.width : 0;
    if (from === width) return value;
    return code.builder.cast(from > width ? 'trunc' : signed ? 'sext' : 'zext', value, type);
  };
}

function laneWidth(code: FunctionCode, value: ValueId): number {
  const type = code.builder.function.typeOf(value);
  const lane = type.kind === 'vector' ? type.element : type;
  return lane.kind === 'integer' ? lane.width : 0;
}

/** Quotients that round down or up, from the division that rounds towards zero, as `arith-expand` does it. */
export const floorDivide: RowCode = (code, [a, b], type) => {
  const { builder } = code;
  const quotient = builder.sdiv(a, b);
  const exact = builder.icmp('eq', builder.mul(quotient, b), a);
  const zero = code.constants.zero(type);
  const signsDiffer = builder.icmp('ne', builder.icmp('slt', a, zero), builder.icmp('slt', b, zero));
  const inexact = builder.binary('xor', exact, allOnes(code, exact));
  const one = integerConstant(code, type, 1);
  return builder.select(builder.binary('and', inexact, signsDiffer), builder.sub(quotient, one), quotient);
};

export const ceilDivide: RowCode = (code, [a, b], type) => {
  const { builder } = code;
  const quotient = builder.sdiv(a, b);
  const inexact = builder.icmp('ne', builder.mul(quotient, b), a);
  const zero = code.constants.zero(type);
  const signsAgree = builder.icmp('eq', builder.icmp('slt', a, zero), builder.icmp('slt', b, zero));
  const one = integerConstant(code, type, 1);
  return builder.select(builder.binary('and', inexact, signsAgree), builder.add(quotient, one), quotient);
};

/** 0 for 0, else `(a - 1) / b + 1`. */
export const ceilDivideUnsigned: RowCode = (code, [a, b], type) => {
  const { builder } = code;
  const one = integerConstant(code, type, 1);
  const zero = code.constants.zero(type);
  const roundedUp = builder.add(builder.udiv(builder.sub(a, one), b), one);
  return builder.select(builder.icmp('eq', a, zero), zero, roundedUp);
};

function integerConstant(code: FunctionCode, type: Parameters<RowCode>[2], value: number): ValueId {
  const lane = type.kind === 'vector' ? type.element : type;
  if (lane.kind !== 'integer') throw new TypeError(`no integer type: ${type.text}`);
  return splatConstant(code, type, code.constants.int(lane, value));
}

function allOnes(code: FunctionCode, like: ValueId): ValueId {
  return integerConstant(code, code.builder.function.typeOf(like), -1);
}

/** The low and the high half of a product, or a sum with its carry. */
function twoResults(name: string, compute: (code: FunctionCode, a: ValueId, b: ValueId) => [ValueId, ValueId]): LoweredOp {
  return {
    name,
    lower(op, code) {
      if (op.result(0).type.kind === 'vector') throw errorAt(op, 'has code for scalars only');
      const [low, high] = compute(code, code.value(op.operand(0)), code.value(op.operand(1)));
      code.setValue(op.result(0), low);
      code.setValue(op.result(1), high);
    },
  };
}

function extendedProduct(extension: 'sext' | 'zext') {
  return (code: FunctionCode, a: ValueId, b: ValueId): [ValueId, ValueId] => {
    const { builder, types, constants } = code;
    const narrow = builder.function.typeOf(a);
    const width = laneWidth(code, a);
    const wide = types.int(2 * width);
    const product = builder.mul(builder.cast(extension, a, wide), builder.cast(extension, b, wide));
    const high = builder.lshr(product, constants.int(wide, width));
    return [builder.cast('trunc', product, narrow), builder.cast('trunc', high, narrow)];
  };
}

const entries = <T>(prefix: string, table: Readonly<Record<string, T>>, make: (name: string, row: T) => LoweredOp): LoweredOp[] =>
  Object.entries(table).map(([name, row]) => make(`${prefix}.${name}`, row));

export const arithOps: readonly LoweredOp[] = [
  ...entries('arith', plainBinary, (name, opcode) => elementwise(name, (code, [a, b]) => code.builder.binary(opcode, a, b))),
  ...entries('arith', wrappingBinary, (name, opcode) =>
    elementwise(name, (code, [a, b], _type, op) => code.builder.binary(opcode, a, b, overflowFlags(op)))),
  ...entries('arith', floatBinary, (name, opcode) =>
    elementwise(name, (code, [a, b], _type, op) => code.builder.binary(opcode, a, b, fastMathFlags(op)))),
  ...entries('arith', extrema, (name, intrinsic) =>
    elementwise(name, (code, rows, type, op) => callIntrinsic(code, intrinsic, type, rows, op))),
  ...entries('arith', casts, (name, opcode) => elementwise(name, (code, [value], type) => code.builder.cast(opcode, value, type))),
  elementwise('arith.negf', (code, [value], _type, op) => code.builder.fneg(value, fastMathFlags(op))),
  elementwise('arith.floordivsi', floorDivide),
  elementwise('arith.ceildivsi', ceilDivide),
  elementwise('arith.ceildivui', ceilDivideUnsigned),
  elementwise('arith.index_cast', castInteger(true)),
  elementwise('arith.index_castui', castInteger(false)),
  elementwise('arith.cmpi', (code, [a, b], _type, op) =>
    code.builder.icmp(integerPredicates[integerAttribute(op, 'predicate')], a, b)),
  elementwise('arith.cmpf', (code, [a, b], _type, op) =>
    code.builder.fcmp(floatPredicates[integerAttribute(op, 'predicate')], a, b, fastMathFlags(op))),
  twoResults('arith.mulsi_extended', extendedProduct('sext')),
  twoResults('arith.mului_extended', extendedProduct('zext')),
  twoResults('arith.addui_extended', (code, a, b) => {
    const sum = code.builder.add(a, b);
    return [sum, code.builder.icmp('ult', sum, a)];
  }),
  {
    name: 'arith.select',
    lower(op, code) {
      const [condition, whenTrue, whenFalse] = op.operands;
      const result = op.result(0);
      if (result.type.kind !== 'memref' && result.type.kind !== 'vector') {
        code.setValue(result, code.builder.select(code.value(condition), code.value(whenTrue), code.value(whenFalse)));
      } else if (result.type.kind === 'vector' && condition.type.kind === 'vector') {
        selectRows.lower(op, code);
      } else {
        const others = code.parts(whenFalse);
        const chosen = code.parts(whenTrue).map((part, i) => code.builder.select(code.value(condition), part, others[i]));
        code.setParts(op, result, chosen);
      }
    },
  },
  {
    name: 'arith.constant',
    lower(op, code) {
      const value = op.attribute('value');
      if (value === undefined) throw errorAt(op, 'has no value');
      code.setValue(op.result(0), attributeConstant(op, code, value, op.result(0).type));
    },
  },
];

const selectRows = elementwise('arith.select', (code, [condition, a, b]) => code.builder.select(condition, a, b));
