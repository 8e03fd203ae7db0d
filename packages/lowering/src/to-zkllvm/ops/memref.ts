import { dynamicDimension, typeText, type MemRefType, type Operation, type Type, type Value } from '@mlir2zk/mlir-parser';
import { compileAccess, readOfUninitialised } from '../trace/access.js';
import { slotCode, type IndexCode } from '../trace/affine-code.js';
import { dynamicIndex, integerListAttribute, operandSegments, requiredAttribute } from '../trace/attributes.js';
import { constantStorage } from '../trace/dense-elements.js';
import type { FunctionCode } from '../trace/function-code.js';
import { errorAt } from '../interface/located-error.js';
import {
  addressesOf,
  contiguousStrides,
  contiguousView,
  elementCount,
  isInBounds,
  Storage,
  uninitialised,
  type MemRefView,
} from '../trace/memory.js';
import { requireScalar } from '../interface/scalar-type.js';
import type { TracedOp } from '../trace/traced-op.js';

/** Cells of one allocation at most: their table must fit into memory. */
const allocationLimit = 2 ** 28;

function requireMemRef(op: Operation, type: Type): MemRefType {
  if (type.kind === 'memref') return type;
  throw errorAt(op, `${typeText(type)} is no ranked memref`);
}

/** The index in `slot`, which must not depend on the inputs. */
function requireKnown(op: Operation, code: FunctionCode, slot: number, what: string): number {
  if (code.environment.isKnown(slot)) return code.environment.number(slot);
  throw errorAt(op, `${what} depends on the inputs of the model`, 'all shapes must be known when the circuit is made');
}

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
          size === dynamicDimension ? requireKnown(op, code, sizeSlots[next++], 'a dimension') : size,
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

/** Operations whose result is another view of their first operand. */
function viewOp(
  name: string,
  prepare: (op: Operation, code: FunctionCode) => (source: MemRefView) => MemRefView,
): TracedOp {
  return {
    name,
    compile(op, code) {
      requireMemRef(op, op.operand(0).type);
      requireMemRef(op, op.result(0).type);
      const source = code.slot(op.operand(0));
      const result = code.slot(op.result(0));
      const view = prepare(op, code);
      return () => {
        const made = view(code.environment.memory(source));
        if (!isInBounds(made)) throw errorAt(op, 'the view reaches beyond the memory it looks at');
        code.environment.memories[result] = made;
      };
    },
  };
}

/** The mixed static and dynamic offsets, sizes and strides of `op`, as functions of the environment. */
function mixedIndices(op: Operation, code: FunctionCode): { offsets: () => number[]; sizes: () => number[]; strides: () => number[] } {
  const segments = operandSegments(op);
  const slots = code.slotsOf(op.operands);
  let at = segments[0];
  const [offsets, sizes, strides] = ['static_offsets', 'static_sizes', 'static_strides'].map((name, group) => {
    const dynamic = slots.slice(at, (at += segments[group + 1]));
    const fixed = integerListAttribute(op, name);
    return () => {
      let next = 0;
      return fixed.map((value) =>
        value === dynamicIndex ? requireKnown(op, code, dynamic[next++], 'the layout') : Number(value),
      );
    };
  }) as [() => number[], () => number[], () => number[]];
  return { offsets, sizes, strides };
}

const viewOps: readonly TracedOp[] = [
  viewOp('memref.reinterpret_cast', (op, code) => {
    const { offsets, sizes, strides } = mixedIndices(op, code);
    return ({ storage }) => ({ storage, offset: offsets()[0] ?? 0, sizes: sizes(), strides: strides() });
  }),
  viewOp('memref.subview', (op, code) => {
    const { offsets, sizes, strides } = mixedIndices(op, code);
    const shape = requireMemRef(op, op.result(0).type).shape;
    return (source) => {
      const steps = strides();
      const full = {
        storage: source.storage,
        offset: offsets().reduce((sum, offset, i) => sum + offset * source.strides[i], source.offset),
        sizes: sizes(),
        strides: source.strides.map((stride, i) => stride * steps[i]),
      };
      return dropUnitDimensions(op, full, shape);
    };
  }),
  viewOp('memref.cast', () => (source) => source),
  viewOp('memref.memory_space_cast', () => (source) => source),
  viewOp('memref.collapse_shape', (op) => {
    const groups = reassociation(op);
    return (source) => ({
      ...source,
      sizes: groups.map((group) => elementCount(group.map((i) => source.sizes[i]))),
      strides: groups.map((group) => collapsedStride(op, source, group)),
    });
  }),
  viewOp('memref.expand_shape', (op, code) => {
    const groups = reassociation(op);
    const shape = expandedShape(op, code);
    return (source) => {
      const sizes = shape(source, groups);
      const strides = new Array<number>(sizes.length);
      for (const [i, group] of groups.entries()) {
        const inner = contiguousStrides(group.map((dimension) => sizes[dimension]));
        for (const [j, dimension] of group.entries())
          strides[dimension] = inner[j] * source.strides[i];
      }
      return { ...source, sizes, strides };
    };
  }),
  viewOp('memref.transpose', (op) => {
    const { map } = requiredAttribute(op, 'permutation', 'affine-map-attr');
    const order = map.results.map((expr) => (expr.kind === 'dim' ? expr.position : 0));
    return (source) => ({
      ...source,
      sizes: order.map((dimension) => source.sizes[dimension]),
      strides: order.map((dimension) => source.strides[dimension]),
    });
  }),
];

function reassociation(op: Operation): number[][] {
  return requiredAttribute(op, 'reassociation', 'array').elements.map((group) => {
    if (group.kind !== 'array') throw errorAt(op, 'the reassociation is no list of lists');
    return group.elements.map((element) => (element.kind === 'integer' ? Number(element.value) : 0));
  });
}

/** The one stride of dimensions that become one; throws if they do not lie densely in one another. */
function collapsedStride(op: Operation, source: MemRefView, group: readonly number[]): number {
  const relevant = group.filter((dimension) => source.sizes[dimension] !== 1);
  for (let i = 0; i + 1 < relevant.length; i++) {
    const [outer, inner] = [relevant[i], relevant[i + 1]];
    if (source.strides[outer] !== source.strides[inner] * source.sizes[inner])
      throw errorAt(op, 'the collapsed dimensions do not lie densely in memory');
  }
  const innermost = relevant.at(-1) ?? group.at(-1);
  return innermost === undefined ? 1 : source.strides[innermost];
}

function expandedShape(
  op: Operation,
  code: FunctionCode,
): (source: MemRefView, groups: readonly (readonly number[])[]) => number[] {
  const { shape } = requireMemRef(op, op.result(0).type);
  const dynamic = code.slotsOf(op.operands.slice(1));
  return (source, groups) => {
    let next = 0;
    const sizes = shape.map((size) =>
      size === dynamicDimension && dynamic.length > 0
        ? requireKnown(op, code, dynamic[next++], 'a dimension')
        : size,
    );
    // Before MLIR 19 the size of the one dynamic dimension of a group follows from the others.
    for (const [i, group] of groups.entries()) {
      const open = group.find((dimension) => sizes[dimension] === dynamicDimension);
      if (open === undefined) continue;
      const others = elementCount(group.filter((d) => d !== open).map((d) => sizes[d]));
      sizes[open] = source.sizes[i] / others;
    }
    return sizes;
  };
}

/** A rank-reducing subview leaves out dimensions of size 1, from the left as far as the result type asks. */
function dropUnitDimensions(op: Operation, view: MemRefView, shape: readonly number[]): MemRefView {
  const kept: number[] = [];
  let surplus = view.sizes.length - shape.length;
  for (const [dimension, size] of view.sizes.entries()) {
    const wanted = shape[kept.length];
    const fits = wanted === size || wanted === dynamicDimension;
    if (surplus > 0 && size === 1 && !(fits && remainingFit(view.sizes, dimension, shape, kept.length))) surplus--;
    else kept.push(dimension);
  }
  if (kept.length !== shape.length) throw errorAt(op, 'the result type does not fit the subview');
  return {
    ...view,
    sizes: kept.map((dimension) => view.sizes[dimension]),
    strides: kept.map((dimension) => view.strides[dimension]),
  };
}

/** Whether `sizes` from `at` on, less dimensions of size 1, can still give `shape` from `from` on if `at` is kept. */
function remainingFit(sizes: readonly number[], at: number, shape: readonly number[], from: number): boolean {
  let next = from + 1;
  for (let i = at + 1; i < sizes.length; i++) {
    const wanted = shape[next];
    if (wanted !== undefined && (wanted === sizes[i] || wanted === dynamicDimension)) next++;
    else if (sizes[i] !== 1) return false;
  }
  return next === shape.length;
}

const dimOp: TracedOp = {
  name: 'memref.dim',
  compile(op, code) {
    const [memref, dimension] = code.slotsOf(op.operands) as [number, number];
    const result = code.slot(op.result(0));
    return () => {
      const { sizes } = code.environment.memory(memref);
      const size = sizes[requireKnown(op, code, dimension, 'the dimension asked for')];
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
  ...viewOps,
  dimOp,
  rankOp,
  getGlobalOp,
  ...noEffect,
];
