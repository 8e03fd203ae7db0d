import { requiredAttribute } from '../../operation/attributes.js';
import { errorAt } from '../../operation/located-error.js';
import { descriptorFromPointer } from '../emission/descriptor-value.js';
import { callIntrinsic, callLibm, elementwise } from '../emission/elementwise.js';
import type { LoweredOp } from '../emission/lowered-op.js';
import { addressAt, alignmentAttribute, byteSize, copyBytes } from '../emission/memory.js';
import { isInfinite, isNaN, libmFunctions } from './math.js';
import { globalAlignment, globalType } from './memref-global.js';

/** A constant array: the weights of a layer. */
const globalOp: LoweredOp = {
  name: 'krnl.global',
  lower(op, code) {
    const memref = globalType(op, op.result(0).type, code.module);
    const value = op.attribute('value');
    if (value === undefined)
      throw errorAt(op, 'the constant has no value', 'emit the model with its weights in the file (onnx-mlir --EmitMLIR writes them to MODEL.onnx.mlir)');
    const { value: name } = requiredAttribute(op, 'name', 'string');
    const align = Math.max(alignmentAttribute(op), globalAlignment);
    const address = code.module.data.addressOf(op, name, value, align);
    code.setMemRef(op.result(0), descriptorFromPointer(code.index, memref, address));
  },
};

/** `krnl.memcpy(target, source, count, targetOffset, sourceOffset)`, in elements of dense arrays. */
const memcpyOp: LoweredOp = {
  name: 'krnl.memcpy',
  lower(op, code) {
    if (op.numOperands !== 3 && op.numOperands !== 5) throw errorAt(op, 'needs a target, a source, a count and two offsets');
    const [target, source] = [code.memref(op.operand(0)), code.memref(op.operand(1))];
    const { element } = target.memref;
    const [count, to = code.index.zero, from = code.index.zero] = code.valuesOf(op.operands.slice(2));
    const start = (memref: typeof target, offset: number): number =>
      addressAt(code, element, memref.aligned, code.index.add(memref.offset, offset));
    copyBytes(code, start(target, to), start(source, from), byteSize(code, element, count));
  },
};

/** Names that differ between krnl and math. */
const intrinsics: Readonly<Record<string, string>> = { 'krnl.round_even': 'roundeven' };

const nothing = (name: string): LoweredOp => ({ name, lower: () => undefined });

export const krnlOps: readonly LoweredOp[] = [
  globalOp,
  memcpyOp,
  ...Object.entries(libmFunctions).map(([name, symbol]) =>
    elementwise(`krnl.${name}`, (code, rows, type) => callLibm(code, symbol, type, rows))),
  ...Object.entries(intrinsics).map(([name, intrinsic]) =>
    elementwise(name, (code, rows, type) => callIntrinsic(code, intrinsic, type, rows))),
  elementwise('krnl.isnan', isNaN),
  elementwise('krnl.isinf', isInfinite),
  nothing('krnl.parallel_clause'),
];
