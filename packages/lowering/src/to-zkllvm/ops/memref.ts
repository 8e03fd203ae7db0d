import { dynamicDimension, type Operation, type Value } from '@mlir2zk/mlir-parser';
import { errorAt } from '../../operation/located-error.js';
import { requireScalar } from '../interface/scalar-type.js';
import { compileAccess, readOfUninitialised } from '../trace/access.js';
import { slotCode, type IndexCode } from '../trace/affine-code.js';
import { requiredAttribute } from '../../operation/attributes.js';
import { constantStorage } from '../trace/dense-elements.js';
import type { FunctionCode } from '../trace/function-code.js';
import {
  addressesOf,
  contiguousView,
  elementCount,
  Storage,
  uninitialised,
  type MemRefView,
} from '../trace/memory.js';
import { requireKnownSize, requireMemRef } from '../trace/shape.js';
import type { TracedOp } from '../trace/traced-op.js';

/** Cells of one allocation at most: their table must fit into memory. */
const allocationLimit = 2 ** 28;

function allocOp(name: string): TracedOp {
  return {
    name,
    compile(op, code) {
      const type = requireMemRef(op, op.result(0).type);
      requireScalar(op, type.elementType);
      if (type.layout !== undefined) throw errorAt(op, 'allocations with a layout are not supported');
      const result = code.slot(op.result(0));
      const sizeSlots = code.slotsOf(op.operands);
      return () => {
        let next = 0;
        const sizes = type.shape.map((size) =>
          size === dynamicDimension ? requireKnownSize(op, code, sizeSlots[next++], 'a dimension') : size,
        );
        if (sizes.some((size) => size < 0)) throw errorAt(op, `memref<${sizes.join('x')}> has a negative dimension`);
        const count = elementCount(sizes);
        if (count > allocationLimit)
          throw errorAt(op, `the allocation has ${count} elements; at most ${allocationLimit} are supported`);
        code.environment.memories[result] = contiguousView(Storage.uninitialised(count), sizes);
      };
    },
  };
}

const loadOp: TracedOp = {
  name: 'memref.load',
  compile(op, code) {
    const access = compileAccess(op, code, op.operand(0), slotCodes(code, op.operands.slice(1)));
    const { type } = op.result(0);
    const result = code.slot(op.result(0));
    return () => code.setScalar(result, type, access.load());
  },
};

const storeOp: TracedOp = {
  name: 'memref.store',
  compile(op, code) {
    const access = compileAccess(op, code, op.operand(1), slotCodes(code, op.operands.slice(2)));
    const { type } = op.operand(0);
    const value = code.slot(op.operand(0));
    return () => access.store(code.scalar(value, type));
  },
};

function slotCodes(code: FunctionCode, values: readonly Value[]): IndexCode[] {
  return code.slotsOf(values).map((slot) => slotCode(slot, code.environment, code.builder));
}

const copyOp: TracedOp = {
  name: 'memref.copy',
  compile(op, code) {
    const [source, target] = code.slotsOf(op.operands) as [number, number];
    return () => copyElements(op, code.environment.memory(source), code.environment.memory(target));
  },
};

/** Copies all elements of `source` to the elements of `target` at the same row-major positions. */
export function copyElements(op: Operation, source: MemRefView, target: MemRefView): void {
  if (target.storage.readOnly) throw errorAt(op, 'the target is a constant and cannot be written');
  const from = addressesOf(source);
  const to = addressesOf(target);
  if (from.length !== to.length) throw errorAt(op, `copies ${from.length} elements to ${to.length}`);
  const values = from.map((address) => source.storage.read(address));
  for (const [i, address] of to.entries()) {
    const value = values[i];
    if (value === uninitialised) throw readOfUninitialised(op);
    target.storage.cells[address] = value;
  }
}

const dimOp: TracedOp = {
  name: 'memref.dim',
  compile(op, code) {
    const [memref, dimension] = code.slotsOf(op.operands) as [number, number];
    const result = code.slot(op.result(0));
    return () => {
      const { sizes } = code.environment.memory(memref);
      const size = sizes[requireKnownSize(op, code, dimension, 'the dimension asked for')];
      if (size === undefined) throw errorAt(op, `the memref has only ${sizes.length} dimensions`);
      code.environment.setKnown(result, size);
    };
  },
};

const rankOp: TracedOp = {
  name: 'memref.rank',
  compile(op, code) {
    const { shape } = requireMemRef(op, op.operand(0).type);
    const result = code.slot(op.result(0));
    return () => code.environment.setKnown(result, shape.length);
  },
};

const getGlobalOp: TracedOp = {
  name: 'memref.get_global',
  compile(op, code) {
    const { root } = requiredAttribute(op, 'name', 'symbol-ref');
    const global = code.context.symbol(root);
    if (global?.name !== 'memref.global') throw errorAt(op, `there is no memref.global @${root}`);
    const type = requireMemRef(op, op.result(0).type);
    const value = global.attribute('initial_value');
    const result = code.slot(op.result(0));
    if (value?.kind !== 'dense-elements')
      throw errorAt(op, `memref.global @${root} has no constant value`, 'only constants can be read from globals');
    const storage = constantStorage(global, value, type.elementType, elementCount(type.shape), code.builder);
    const view = contiguousView(storage, type.shape);
    return () => {
      code.environment.memories[result] = view;
    };
  },
};

/** What has no effect on values. */
const noEffect = ['memref.dealloc', 'memref.assume_alignment', 'memref.prefetch'].map(
  (name): TracedOp => ({
    name,
    compile(op, code) {
      // Since LLVM 21 assume_alignment returns its operand.
      if (op.results.length === 0) return undefined;
      const from = code.slotsOf(op.operands.slice(0, 1));
      const to = code.slotsOf(op.results.slice(0, 1));
      return () => code.environment.copy(from, to);
    },
  }),
);

export const memrefOps: readonly TracedOp[] = [
  allocOp('memref.alloc'),
  allocOp('memref.alloca'),
  loadOp,
  storeOp,
  copyOp,
  dimOp,
  rankOp,
  getGlobalOp,
  ...noEffect,
];
