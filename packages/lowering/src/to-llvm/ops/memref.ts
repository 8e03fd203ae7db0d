import type { ValueId } from '@mlir2zk/llvm-emit';
import type { Operation } from '@mlir2zk/mlir-parser';
import { errorAt } from '../../operation/located-error.js';
import type { FunctionCode } from '../emission/function-code.js';
import type { LoweredOp } from '../emission/lowered-op.js';
import {
  addressAt, alignmentAttribute, allocaArray, byteSize, copyBytes, denseStrides, elementAddress, elementCount, knownByteSize,
} from '../emission/memory.js';
import { isIdentityLayout } from '../types/memref-layout.js';
import { countedLoop } from '../emission/counted-loop.js';
import { getGlobal } from './memref-global.js';

/** Sizes and strides of the dense array that an allocation makes. */
function allocatedShape(op: Operation, code: FunctionCode) {
  const memref = code.memrefType(op, op.result(0).type);
  if (!isIdentityLayout(memref.layout)) throw errorAt(op, 'memory of another layout than the row-major one has no code');
  const dynamic = code.valuesOf(op.operands);
  let next = 0;
  const sizes = memref.layout.sizes.map((size) => (size === undefined ? dynamic[next++] : code.index.constant(size)));
  return { memref, sizes, strides: denseStrides(code, sizes) };
}

/** `malloc`, with room to move the start to a multiple of the alignment. */
const alloc: LoweredOp = {
  name: 'memref.alloc',
  lower(op, code) {
    const { builder, index, types, constants } = code;
    const { memref, sizes, strides } = allocatedShape(op, code);
    if (memref.pointer !== types.ptr) throw errorAt(op, 'only memory of address space 0 can be allocated');
    const bytes = byteSize(code, memref.element, elementCount(code, sizes));
    const malloc = code.module.declarations.function('malloc', types.ptr, [types.i64]);
    let align = index.constant(alignmentAttribute(op));
    // Vectors must lie at a multiple of their size; malloc only sees to scalars.
    if (align === index.zero && knownByteSize(memref.element) === undefined) align = byteSize(code, memref.element, index.one);
    if (align === index.zero) {
      const pointer = builder.call(malloc, [bytes]);
      code.setMemRef(op.result(0), { memref, allocated: pointer, aligned: pointer, offset: index.zero, sizes, strides });
      return;
    }
    const allocated = builder.call(malloc, [index.add(bytes, align)]);
    const raised = index.add(builder.cast('ptrtoint', allocated, types.i64), index.subtract(align, index.one));
    const surplus = builder.urem(raised, align);
    const aligned = builder.cast('inttoptr', builder.sub(raised, surplus), types.ptr);
    code.setMemRef(op.result(0), { memref, allocated, aligned, offset: constants.int(types.i64, 0), sizes, strides });
  },
};

const alloca: LoweredOp = {
  name: 'memref.alloca',
  lower(op, code) {
    const { memref, sizes, strides } = allocatedShape(op, code);
    const pointer =
      code.stackSlots.get(op) ?? allocaArray(code, memref.element, elementCount(code, sizes), alignmentAttribute(op));
    code.setMemRef(op.result(0), { memref, allocated: pointer, aligned: pointer, offset: code.index.zero, sizes, strides });
  },
};

const dealloc: LoweredOp = {
  name: 'memref.dealloc',
  lower(op, code) {
    const free = code.module.declarations.function('free', code.types.void, [code.types.ptr]);
    code.builder.call(free, [code.memref(op.operand(0)).allocated]);
  },
};

const load: LoweredOp = {
  name: 'memref.load',
  lower(op, code) {
    const source = code.memref(op.operand(0));
    const address = elementAddress(code, source, code.valuesOf(op.operands.slice(1)));
    code.setPacked(op.result(0), code.builder.load(source.memref.element, address));
  },
};

const store: LoweredOp = {
  name: 'memref.store',
  lower(op, code) {
    const target = code.memref(op.operand(1));
    code.builder.store(code.packed(op.operand(0)), elementAddress(code, target, code.valuesOf(op.operands.slice(2))));
  },
};

/** The size of the dimension with a number that only the run knows: the sizes, in memory, indexed. */
function dynamicDimension(code: FunctionCode, sizes: readonly ValueId[], dimension: ValueId): ValueId {
  const { builder, types, index } = code;
  const array = types.array(sizes.length, types.i64);
  const slot = builder.alloca(array);
  sizes.forEach((size, i) => builder.store(size, addressAt(code, types.i64, slot, index.constant(i))));
  return builder.load(types.i64, addressAt(code, types.i64, slot, dimension));
}

const dim: LoweredOp = {
  name: 'memref.dim',
  lower(op, code) {
    const { sizes } = code.memref(op.operand(0));
    const dimension = code.value(op.operand(1));
    const known = code.index.knownValue(dimension);
    if (known >= sizes.length || known < 0) throw errorAt(op, `the memref has no dimension ${known}`);
    code.setValue(op.result(0), Number.isNaN(known) ? dynamicDimension(code, sizes, dimension) : sizes[known]);
  },
};

/** Element by element, or at once where both lie densely from their pointer on. */
const copy: LoweredOp = {
  name: 'memref.copy',
  lower(op, code) {
    const [source, target] = [code.memref(op.operand(0)), code.memref(op.operand(1))];
    const { element } = source.memref;
    if (isIdentityLayout(source.memref.layout) && isIdentityLayout(target.memref.layout)) {
      copyBytes(code, target.aligned, source.aligned, byteSize(code, element, elementCount(code, source.sizes)));
      return;
    }
    const copyFrom = (dimension: number, indices: readonly ValueId[]): void => {
      if (dimension === source.sizes.length) {
        const value = code.builder.load(element, elementAddress(code, source, indices));
        code.builder.store(value, elementAddress(code, target, indices));
        return;
      }
      const { zero, one } = code.index;
      const upper = source.sizes[dimension];
      countedLoop(code, { lower: zero, upper, step: one }, [], (counter) => {
        copyFrom(dimension + 1, [...indices, counter]);
        return [];
      });
    };
    copyFrom(0, []);
  },
};

const prefetch: LoweredOp = {
  name: 'memref.prefetch',
  lower(op, code) {
    const source = code.memref(op.operand(0));
    prefetchElement(op, code, elementAddress(code, source, code.valuesOf(op.operands.slice(1))));
  },
};

/** `llvm.prefetch` with the hints of `op`. */
export function prefetchElement(op: Operation, code: FunctionCode, address: ValueId): void {
  const { types, constants, builder } = code;
  const i32 = types.i32;
  const fn = code.module.declarations.intrinsic('prefetch', [types.ptr], types.void, [types.ptr, i32, i32, i32]);
  const flag = (name: string): number => {
    const attribute = op.attribute(name);
    return attribute?.kind === 'integer' && attribute.value !== 0n ? 1 : 0;
  };
  const hint = op.attribute('localityHint');
  const locality = hint?.kind === 'integer' ? Number(hint.value) : 0;
  builder.call(fn, [address, ...[flag('isWrite'), locality, flag('isDataCache')].map((value) => constants.int(i32, value))]);
}

const assumeAlignment: LoweredOp = {
  name: 'memref.assume_alignment',
  // What it promises lets optimisers do more; nothing depends on it.
  lower(op, code) {
    if (op.results.length > 0) code.copyValue(op.result(0), op.operand(0));
  },
};

const alignedPointer: LoweredOp = {
  name: 'memref.extract_aligned_pointer_as_index',
  lower(op, code) {
    code.setValue(op.result(0), code.builder.cast('ptrtoint', code.memref(op.operand(0)).aligned, code.types.i64));
  },
};

const stridedMetadata: LoweredOp = {
  name: 'memref.extract_strided_metadata',
  lower(op, code) {
    const source = code.memref(op.operand(0));
    const [base, ...numbers] = op.results;
    const memref = code.memrefType(op, base.type);
    code.setMemRef(base, { ...source, memref, offset: code.index.zero, sizes: [], strides: [] });
    const values = [source.offset, ...source.sizes, ...source.strides];
    numbers.forEach((result, i) => code.setValue(result, values[i]));
  },
};

const rank: LoweredOp = {
  name: 'memref.rank',
  lower(op, code) {
    code.setValue(op.result(0), code.index.constant(code.memref(op.operand(0)).sizes.length));
  },
};

export const memrefOps: readonly LoweredOp[] = [
  alloc, alloca, dealloc, load, store, dim, rank, copy, prefetch, assumeAlignment, alignedPointer, stridedMetadata, getGlobal,
];
