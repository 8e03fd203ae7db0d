import { integerWidth, type Operation } from '@mlir2zk/mlir-parser';
import type { CircuitBuilder, CircuitValue, IntegerPredicate } from '@mlir2zk/zk-intrinsics';
import { integerAttribute } from '../../operation/attributes.js';
import type { FunctionCode } from '../trace/function-code.js';
import { errorAt } from '../../operation/located-error.js';
import { indexWidth, requireScalar } from '../interface/scalar-type.js';
import type { Step, TracedOp } from '../trace/traced-op.js';

type Emit = (builder: CircuitBuilder, a: CircuitValue, b: CircuitValue, width: number) => CircuitValue;

/** How a binary operation computes: on indices that are known while tracing, and in the circuit. */
interface IntegerBinary {
  readonly emit: Emit;
  /** On doubles; undefined if the result is not defined (division by zero). Without it the circuit builder folds. */
  readonly fold?: (a: number, b: number) => number | undefined;
}

const quotient = (round: (x: number) => number) => (a: number, b: number): number | undefined =>
  b === 0 ? undefined : round(a / b);

const binary: Readonly<Record<string, IntegerBinary>> = {
  'arith.addi': { emit: (builder, a, b, width) => builder.addi(a, b, width), fold: (a, b) => a + b },
  'arith.subi': { emit: (builder, a, b, width) => builder.subi(a, b, width), fold: (a, b) => a - b },
  'arith.muli': { emit: (builder, a, b, width) => builder.muli(a, b, width), fold: (a, b) => a * b },
  'arith.divsi': { emit: (builder, a, b, width) => builder.divsi(a, b, width), fold: quotient(Math.trunc) },
  'arith.divui': { emit: (builder, a, b, width) => builder.divui(a, b, width) },
  'arith.floordivsi': { emit: (builder, a, b, width) => builder.floordivsi(a, b, width), fold: quotient(Math.floor) },
  'arith.ceildivsi': { emit: (builder, a, b, width) => builder.ceildivsi(a, b, width), fold: quotient(Math.ceil) },
  'arith.ceildivui': { emit: (builder, a, b, width) => builder.ceildivui(a, b, width) },
  'arith.remsi': {
    emit: (builder, a, b, width) => builder.remsi(a, b, width),
    fold: (a, b) => (b === 0 ? undefined : a % b),
  },
  'arith.remui': { emit: (builder, a, b, width) => builder.remui(a, b, width) },
  'arith.andi': { emit: (builder, a, b, width) => (width === 1 ? builder.and(a, b) : builder.andi(a, b, width)) },
  'arith.ori': { emit: (builder, a, b, width) => (width === 1 ? builder.or(a, b) : builder.ori(a, b, width)) },
  'arith.xori': { emit: (builder, a, b, width) => (width === 1 ? builder.xor(a, b) : builder.xori(a, b, width)) },
  'arith.shli': { emit: (builder, a, b, width) => builder.shli(a, b, width) },
  'arith.shrsi': { emit: (builder, a, b, width) => builder.shrsi(a, b, width) },
  'arith.shrui': { emit: (builder, a, b, width) => builder.shrui(a, b, width) },
  'arith.maxsi': { emit: (builder, a, b, width) => builder.maxsi(a, b, width), fold: Math.max },
  'arith.maxui': { emit: (builder, a, b, width) => builder.maxui(a, b, width) },
  'arith.minsi': { emit: (builder, a, b, width) => builder.minsi(a, b, width), fold: Math.min },
  'arith.minui': { emit: (builder, a, b, width) => builder.minui(a, b, width) },
};

function integerBinaryOp(name: string, { emit, fold }: IntegerBinary): TracedOp {
  return {
    name,
    compile(op, code) {
      const scalar = requireScalar(op, op.result(0).type);
      if (scalar.kind === 'index') return compileIndexBinary(op, code, emit, fold);
      const { builder, environment } = code;
      const width = integerWidth(op.result(0).type);
      const lhs = code.slot(op.operand(0));
      const rhs = code.slot(op.operand(1));
      const result = code.slot(op.result(0));
      return () => {
        environment.handles[result] = emit(builder, environment.handle(lhs), environment.handle(rhs), width);
      };
    },
  };
}

function compileIndexBinary(op: Operation, code: FunctionCode, emit: Emit, fold: IntegerBinary['fold']): Step {
  const { builder, environment } = code;
  const lhs = code.slot(op.operand(0));
  const rhs = code.slot(op.operand(1));
  const result = code.slot(op.result(0));
  if (code.variableIndices([lhs, rhs]).length === 0) code.markConstantIndex(result);
  return () => {
    if (fold !== undefined && environment.isKnown(lhs) && environment.isKnown(rhs)) {
      const value = fold(environment.number(lhs), environment.number(rhs));
      if (value === undefined) throw errorAt(op, 'division by zero');
      if (Number.isSafeInteger(value)) {
        environment.setKnown(result, value);
        return;
      }
    }
    code.setIndex(result, emit(builder, code.indexHandle(lhs), code.indexHandle(rhs), indexWidth));
  };
}

/** `arith.cmpi`'s predicates by number. */
const predicates: readonly IntegerPredicate[] = ['eq', 'ne', 'slt', 'sle', 'sgt', 'sge', 'ult', 'ule', 'ugt', 'uge'];

/** Comparison of indices that are known while tracing; unsigned ones are left to the circuit builder. */
const indexComparisons: Partial<Record<IntegerPredicate, (a: number, b: number) => boolean>> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  slt: (a, b) => a < b,
  sle: (a, b) => a <= b,
  sgt: (a, b) => a > b,
  sge: (a, b) => a >= b,
};

const cmpiOp: TracedOp = {
  name: 'arith.cmpi',
  compile(op, code) {
    const { type } = op.operand(0);
    requireScalar(op, type);
    const { builder, environment } = code;
    const width = integerWidth(type);
    const number = integerAttribute(op, 'predicate');
    const predicate = predicates[number];
    if (predicate === undefined) throw errorAt(op, `there is no predicate ${number}`);
    const lhs = code.slot(op.operand(0));
    const rhs = code.slot(op.operand(1));
    const result = code.slot(op.result(0));
    const compare = type.kind === 'index' ? indexComparisons[predicate] : undefined;
    return () => {
      if (compare !== undefined && environment.isKnown(lhs) && environment.isKnown(rhs))
        environment.handles[result] = code.boolean(compare(environment.number(lhs), environment.number(rhs)));
      else environment.handles[result] = builder.cmpi(predicate, code.scalar(lhs, type), code.scalar(rhs, type), width);
    };
  },
};

/** An operation on one integer of some width. */
export function integerUnaryOp(
  name: string,
  emit: (builder: CircuitBuilder, a: CircuitValue, width: number) => CircuitValue,
): TracedOp {
  return {
    name,
    compile(op, code) {
      const { type } = op.operand(0);
      requireScalar(op, type);
      const width = integerWidth(type);
      const operand = code.slot(op.operand(0));
      const result = code.slot(op.result(0));
      return () => code.setScalar(result, type, emit(code.builder, code.scalar(operand, type), width));
    },
  };
}

export const arithIntegerOps: readonly TracedOp[] = [
  ...Object.entries(binary).map(([name, record]) => integerBinaryOp(name, record)),
  cmpiOp,
];
