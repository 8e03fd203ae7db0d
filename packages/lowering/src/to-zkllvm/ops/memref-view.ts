import { dynamicDimension, type Operation } from '@mlir2zk/mlir-parser';
import { errorAt } from '../../operation/located-error.js';
import { dynamicIndex, integerListAttribute, operandSegments, requiredAttribute } from '../../operation/attributes.js';
import type { FunctionCode } from '../trace/function-code.js';
import { contiguousStrides, elementCount, isInBounds, type MemRefView } from '../trace/memory.js';
import { requireKnownSize, requireMemRef } from '../trace/shape.js';
import type { TracedOp } from '../trace/traced-op.js';

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
        value === dynamicIndex ? requireKnownSize(op, code, dynamic[next++], 'the layout') : Number(value),
      );
    };
  }) as [() => number[], () => number[], () => number[]];
  return { offsets, sizes, strides };
}

export const memrefViewOps: readonly TracedOp[] = [
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
        ? requireKnownSize(op, code, dynamic[next++], 'a dimension')
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
