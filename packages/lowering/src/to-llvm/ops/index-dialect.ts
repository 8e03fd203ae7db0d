import type { BinaryOpcode } from '@mlir2zk/llvm-emit';
import { requiredAttribute } from '../../operation/attributes.js';
import { errorAt } from '../../operation/located-error.js';
import { callIntrinsic, elementwise } from '../emission/elementwise.js';
import { attributeWords } from '../emission/dialect-attribute.js';
import type { LoweredOp } from '../emission/lowered-op.js';
import { indexWidth } from '../types/type-conversion.js';
import { castInteger, ceilDivide, ceilDivideUnsigned, floorDivide } from './arith.js';

const binary: Readonly<Record<string, BinaryOpcode>> = {
  add: 'add', sub: 'sub', mul: 'mul', divs: 'sdiv', divu: 'udiv', rems: 'srem', remu: 'urem',
  and: 'and', or: 'or', xor: 'xor', shl: 'shl', shrs: 'ashr', shru: 'lshr',
};

const extrema: Readonly<Record<string, string>> = { maxs: 'smax', maxu: 'umax', mins: 'smin', minu: 'umin' };

const predicates = ['eq', 'ne', 'slt', 'sle', 'sgt', 'sge', 'ult', 'ule', 'ugt', 'uge'] as const;

export const indexOps: readonly LoweredOp[] = [
  ...Object.entries(binary).map(([name, opcode]) =>
    elementwise(`index.${name}`, (code, rows) => rows.reduce((a, b) => code.builder.binary(opcode, a, b)))),
  ...Object.entries(extrema).map(([name, intrinsic]) =>
    elementwise(`index.${name}`, (code, rows, type) => rows.reduce((a, b) => callIntrinsic(code, intrinsic, type, [a, b])))),
  elementwise('index.ceildivs', ceilDivide),
  elementwise('index.ceildivu', ceilDivideUnsigned),
  elementwise('index.floordivs', floorDivide),
  elementwise('index.casts', castInteger(true)),
  elementwise('index.castu', castInteger(false)),
  elementwise('index.cmp', (code, [a, b], _type, op) => {
    const predicate = predicates.find((name) => attributeWords(op, 'pred').some((word) => word.split(/[\s(]/).pop() === name || word === name));
    if (predicate === undefined) throw errorAt(op, 'has no predicate');
    return code.builder.icmp(predicate, a, b);
  }),
  {
    name: 'index.constant',
    lower(op, code) {
      code.setValue(op.result(0), code.index.constant(requiredAttribute(op, 'value', 'integer').value));
    },
  },
  {
    name: 'index.bool.constant',
    lower(op, code) {
      code.setValue(op.result(0), code.constants.int(code.types.i1, requiredAttribute(op, 'value', 'integer').value));
    },
  },
  {
    name: 'index.sizeof',
    lower(op, code) {
      code.setValue(op.result(0), code.index.constant(indexWidth));
    },
  },
];
