import { Opcode, type Type as LlvmType, type ValueId } from '@mlir2zk/llvm-emit';
import { typeText, type Operation } from '@mlir2zk/mlir-parser';
import { dynamicIndex, integerListAttribute } from '../../operation/attributes.js';
import { errorAt } from '../../operation/located-error.js';
import { attributeWords } from '../emission/dialect-attribute.js';
import { callIntrinsic, elementwise, setFlags } from '../emission/elementwise.js';
import { fastMathFlags } from '../emission/flags.js';
import type { FunctionCode } from '../emission/function-code.js';
import { mapRows, rowType } from '../emission/lanes.js';
import type { LoweredOp } from '../emission/lowered-op.js';
import { loadVector, storeVector } from './vector-memory.js';

/** `shufflevector a, b, mask`; a negative position stands for any lane. */
export function shuffle(code: FunctionCode, a: ValueId, b: ValueId, mask: readonly number[]): ValueId {
  const { types, constants, builder } = code;
  const fn = builder.function;
  const source = fn.typeOf(a);
  if (source.kind !== 'vector') throw new TypeError(`shuffle of '${source.text}'`);
  const maskType = types.vector(mask.length, types.i32);
  const positions = mask.map((lane) => (lane < 0 ? constants.poison(types.i32) : constants.int(types.i32, lane)));
  const constantMask = mask.every((lane) => lane === 0) ? constants.zero(maskType) : constants.aggregate(maskType, positions);
  const index = fn.append(Opcode.shufflevector, types.vector(mask.length, source.element).id, 0, 0);
  for (const operand of [a, b, constantMask]) fn.push(operand);
  return fn.valueOf(index);
}

/** A vector with `scalar` in all lanes. */
function splat(code: FunctionCode, scalar: ValueId, type: LlvmType): ValueId {
  if (type.kind !== 'vector') throw new TypeError(`'${type.text}' is no vector`);
  const poison = code.constants.poison(type);
  const single = code.builder.insertElement(poison, scalar, code.index.zero);
  return type.length === 1 ? single : shuffle(code, single, poison, new Array<number>(type.length).fill(0));
}

/** A scalar in all lanes, or a vector in all rows. */
function broadcast(name: string): LoweredOp {
  return {
    name,
    lower(op, code) {
      const operand = op.operand(0);
      const type = code.convertType(op, op.result(0).type);
      const source = code.value(operand);
      if (operand.type.kind !== 'vector') {
        const row = splat(code, source, rowType(type));
        code.setValue(op.result(0), mapRows(code, type, [], () => row));
        return;
      }
      if (operand.type.shape.length > 1 || op.result(0).type.kind !== 'vector')
        throw errorAt(op, `a broadcast of ${typeText(operand.type)} has no code`);
      const row = rowType(type);
      const from = code.builder.function.typeOf(source);
      const lanes = row.kind === 'vector' ? row.length : 1;
      const stretched = from === row ? source : shuffle(code, source, source, new Array<number>(lanes).fill(0));
      code.setValue(op.result(0), mapRows(code, type, [], () => stretched));
    },
  };
}

/** Intrinsics over the lanes of a vector. Sums and products of floats begin with a value and go from lane to lane. */
const reductions: Readonly<Record<string, { readonly float?: string; readonly integer?: string; readonly starts?: number }>> = {
  add: { float: 'fadd', integer: 'add', starts: -0 },
  mul: { float: 'fmul', integer: 'mul', starts: 1 },
  minui: { integer: 'umin' }, minsi: { integer: 'smin' }, maxui: { integer: 'umax' }, maxsi: { integer: 'smax' },
  minnumf: { float: 'fmin' }, maxnumf: { float: 'fmax' }, minimumf: { float: 'fminimum' }, maximumf: { float: 'fmaximum' },
  and: { integer: 'and' }, or: { integer: 'or' }, xor: { integer: 'xor' },
};

/** How an accumulator joins a reduction that does not begin with one. */
const accumulation: Readonly<Record<string, { readonly opcode: 'add' | 'mul' | 'and' | 'or' | 'xor' } | { readonly intrinsic: string }>> = {
  add: { opcode: 'add' }, mul: { opcode: 'mul' }, and: { opcode: 'and' }, or: { opcode: 'or' }, xor: { opcode: 'xor' },
  minui: { intrinsic: 'umin' }, minsi: { intrinsic: 'smin' }, maxui: { intrinsic: 'umax' }, maxsi: { intrinsic: 'smax' },
  minnumf: { intrinsic: 'minnum' }, maxnumf: { intrinsic: 'maxnum' },
  minimumf: { intrinsic: 'minimum' }, maximumf: { intrinsic: 'maximum' },
};

const reduction: LoweredOp = {
  name: 'vector.reduction',
  lower(op, code) {
    const [kind = ''] = attributeWords(op, 'kind');
    const vector = code.value(op.operand(0));
    const vectorType = code.builder.function.typeOf(vector);
    const type = code.convertType(op, op.result(0).type);
    const row = reductions[kind];
    const name = row === undefined ? undefined : type.kind === 'float' ? row.float : row.integer;
    if (name === undefined) throw errorAt(op, `a reduction of ${typeText(op.operand(0).type)} by '${kind}' has no code`);
    const accumulator = op.numOperands > 1 ? code.value(op.operand(1)) : undefined;
    const startsWith = type.kind === 'float' && row.starts !== undefined ? (accumulator ?? code.constants.float(type, row.starts)) : undefined;
    const values = startsWith === undefined ? [vector] : [startsWith, vector];
    const parameters = startsWith === undefined ? [vectorType] : [type, vectorType];
    const fn = code.module.declarations.intrinsic(`vector.reduce.${name}`, [vectorType], type, parameters);
    const reduced = code.builder.call(fn, values);
    setFlags(code, reduced, fastMathFlags(op));
    code.setValue(op.result(0), accumulator === undefined || startsWith !== undefined ? reduced : join(code, kind, type, reduced, accumulator));
  },
};

function join(code: FunctionCode, kind: string, type: LlvmType, a: ValueId, b: ValueId): ValueId {
  const how = accumulation[kind];
  return 'opcode' in how ? code.builder.binary(how.opcode, a, b) : callIntrinsic(code, how.intrinsic, type, [a, b]);
}

/** Where in the vector: the path to a row, and the lane in it if the position goes that far. */
interface Position {
  readonly path: readonly number[];
  readonly lane: ValueId | undefined;
}

function positionIn(op: Operation, code: FunctionCode, rank: number, dynamic: readonly ValueId[]): Position {
  let next = 0;
  const positions = integerListAttribute(op, 'static_position').map((value) =>
    value === dynamicIndex ? dynamic[next++] : code.index.constant(value));
  const path = positions.slice(0, rank - 1).map((position) => code.index.knownValue(position));
  if (path.some(Number.isNaN)) throw errorAt(op, 'a position that only the run knows has code in the innermost dimension only');
  return { path, lane: positions.length === Math.max(rank, 1) ? positions[rank - 1] : rank === 0 ? code.index.zero : undefined };
}

function rankOf(op: Operation, type: Operation['results'][number]['type']): number {
  if (type.kind !== 'vector') throw errorAt(op, `${typeText(type)} is no vector`);
  return type.shape.length;
}

const extract: LoweredOp = {
  name: 'vector.extract',
  lower(op, code) {
    const vector = op.operand(0);
    const { path, lane } = positionIn(op, code, rankOf(op, vector.type), code.valuesOf(op.operands.slice(1)));
    let value = code.value(vector);
    if (path.length > 0) value = code.builder.extractValue(value, path);
    if (lane !== undefined) value = code.builder.extractElement(value, lane);
    // One lane may also come as a vector of one.
    const type = code.convertType(op, op.result(0).type);
    if (lane !== undefined && type.kind === 'vector') value = code.builder.insertElement(code.constants.poison(type), value, code.index.zero);
    code.setValue(op.result(0), value);
  },
};

const insert: LoweredOp = {
  name: 'vector.insert',
  lower(op, code) {
    const { builder } = code;
    const [source, target] = [code.value(op.operand(0)), code.value(op.operand(1))];
    const { path, lane } = positionIn(op, code, rankOf(op, op.operand(1).type), code.valuesOf(op.operands.slice(2)));
    if (lane === undefined) {
      code.setValue(op.result(0), path.length === 0 ? source : builder.insertValue(target, source, path));
      return;
    }
    const row = builder.insertElement(path.length === 0 ? target : builder.extractValue(target, path), source, lane);
    code.setValue(op.result(0), path.length === 0 ? row : builder.insertValue(target, row, path));
  },
};

const extractElement: LoweredOp = {
  name: 'vector.extractelement',
  lower(op, code) {
    const position = op.numOperands > 1 ? code.value(op.operand(1)) : code.index.zero;
    code.setValue(op.result(0), code.builder.extractElement(code.value(op.operand(0)), position));
  },
};

const insertElement: LoweredOp = {
  name: 'vector.insertelement',
  lower(op, code) {
    const position = op.numOperands > 2 ? code.value(op.operand(2)) : code.index.zero;
    code.setValue(op.result(0), code.builder.insertElement(code.value(op.operand(1)), code.value(op.operand(0)), position));
  },
};

/** Lanes of two one-dimensional vectors of one type; of others the rows are picked. */
const shuffleOp: LoweredOp = {
  name: 'vector.shuffle',
  lower(op, code) {
    const { builder } = code;
    const [a, b] = [code.value(op.operand(0)), code.value(op.operand(1))];
    const mask = integerListAttribute(op, 'mask').map(Number);
    const [typeA, typeB] = [a, b].map((value) => builder.function.typeOf(value));
    if (typeA.kind === 'vector' && typeA === typeB) {
      code.setValue(op.result(0), shuffle(code, a, b, mask));
      return;
    }
    const countA = 'length' in typeA ? typeA.length : 0;
    const result = code.convertType(op, op.result(0).type);
    const picked = mask.reduce((whole, from, to) => {
      const [source, at] = from < countA ? [a, from] : [b, from - countA];
      if (result.kind === 'vector')
        return builder.insertElement(whole, builder.extractElement(source, code.index.constant(at)), code.index.constant(to));
      return builder.insertValue(whole, builder.extractValue(source, [at]), [to]);
    }, code.constants.poison(result));
    code.setValue(op.result(0), picked);
  },
};

const load: LoweredOp = {
  name: 'vector.load',
  lower(op, code) {
    const [memref, ...indices] = op.operands;
    code.setValue(op.result(0), loadVector(op, code, memref, code.valuesOf(indices), op.result(0).type));
  },
};

const store: LoweredOp = {
  name: 'vector.store',
  lower(op, code) {
    const [vector, memref, ...indices] = op.operands;
    storeVector(op, code, vector, memref, code.valuesOf(indices));
  },
};

export const vectorOps: readonly LoweredOp[] = [
  load, store, broadcast('vector.broadcast'), broadcast('vector.splat'), reduction,
  extract, insert, extractElement, insertElement, shuffleOp,
  elementwise('vector.fma', (code, rows, type, op) => callIntrinsic(code, 'fmuladd', type, rows, op)),
  elementwise('vector.bitcast', (code, [value], type) => code.builder.cast('bitcast', value, type)),
];
