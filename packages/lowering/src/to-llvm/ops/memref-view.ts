import type { ValueId } from '@mlir2zk/llvm-emit';
import type { Operation } from '@mlir2zk/mlir-parser';
import { dynamicIndex, integerListAttribute, operandSegments, requiredAttribute } from '../../operation/attributes.js';
import { errorAt } from '../../operation/located-error.js';
import type { Descriptor } from '../emission/descriptor.js';
import type { FunctionCode } from '../emission/function-code.js';
import type { LoweredOp } from '../emission/lowered-op.js';
import { addressAt, denseStrides, elementAddress, elementCount } from '../emission/memory.js';
import { keptDimensions } from './rank-reduction.js';

/** What a view changes of the descriptor that it looks at. */
type Change = Partial<Pick<Descriptor, 'allocated' | 'aligned' | 'offset' | 'sizes' | 'strides'>>;

/** An operation whose result is another view of its first operand. What the result type knows is taken from the type. */
function viewOp(name: string, change: (op: Operation, code: FunctionCode, source: Descriptor) => Change): LoweredOp {
  return {
    name,
    lower(op, code) {
      const memref = code.memrefType(op, op.result(0).type);
      const source = code.memref(op.operand(0));
      const made = { ...source, ...change(op, code, source) };
      const { layout } = memref;
      const pick = (known: number | undefined, computed: ValueId): ValueId => (known === undefined ? computed : code.index.constant(known));
      code.setMemRef(op.result(0), {
        memref,
        allocated: made.allocated,
        aligned: made.aligned,
        offset: pick(layout.offset, made.offset),
        sizes: layout.sizes.map((size, i) => pick(size, made.sizes[i])),
        strides: layout.strides.map((stride, i) => pick(stride, made.strides[i])),
      });
    },
  };
}

/** The mixed static and dynamic offsets, sizes and strides of `op`. */
function mixedIndices(op: Operation, code: FunctionCode): [offsets: ValueId[], sizes: ValueId[], strides: ValueId[]] {
  const segments = operandSegments(op);
  let at = segments[0];
  const group = (attribute: string, count: number): ValueId[] => {
    const dynamic = code.valuesOf(op.operands.slice(at, (at += count)));
    return mixed(code, integerListAttribute(op, attribute), dynamic);
  };
  return [group('static_offsets', segments[1]), group('static_sizes', segments[2]), group('static_strides', segments[3])];
}

function mixed(code: FunctionCode, fixed: readonly bigint[], dynamic: readonly ValueId[]): ValueId[] {
  let next = 0;
  return fixed.map((value) => (value === dynamicIndex ? dynamic[next++] : code.index.constant(value)));
}

function reassociation(op: Operation): number[][] {
  return requiredAttribute(op, 'reassociation', 'array').elements.map((group) => {
    if (group.kind !== 'array') throw errorAt(op, 'the reassociation is no list of lists');
    return group.elements.map((element) => (element.kind === 'integer' ? Number(element.value) : 0));
  });
}

/** The sizes of an expanded shape: static, given, or (before MLIR 19) what the others of its group leave. */
function expandedSizes(op: Operation, code: FunctionCode, source: Descriptor, groups: readonly (readonly number[])[]): ValueId[] {
  const { layout } = code.memrefType(op, op.result(0).type);
  const dynamic = code.valuesOf(op.operands.slice(1));
  let next = 0;
  const sizes = layout.sizes.map((size) => (size === undefined ? dynamic[next++] : code.index.constant(size)));
  if (dynamic.length > 0) return sizes;
  for (const [i, group] of groups.entries()) {
    const open = group.find((dimension) => layout.sizes[dimension] === undefined);
    if (open === undefined) continue;
    const others = elementCount(code, group.filter((dimension) => dimension !== open).map((dimension) => sizes[dimension]));
    sizes[open] = code.index.floorDivide(source.sizes[i], others);
  }
  return sizes;
}

export const memrefViewOps: readonly LoweredOp[] = [
  viewOp('memref.cast', () => ({})),
  viewOp('memref.memory_space_cast', (op, code, { allocated, aligned }) => {
    const { pointer } = code.memrefType(op, op.result(0).type);
    const cast = (value: ValueId): ValueId =>
      code.builder.function.typeOf(value) === pointer ? value : code.builder.cast('addrspacecast', value, pointer);
    return { allocated: cast(allocated), aligned: cast(aligned) };
  }),
  viewOp('memref.reinterpret_cast', (op, code) => {
    const [[offset = code.index.zero], sizes, strides] = mixedIndices(op, code);
    return { offset, sizes, strides };
  }),
  viewOp('memref.subview', (op, code, source) => {
    const { index } = code;
    const [offsets, sizes, strides] = mixedIndices(op, code);
    const offset = offsets.reduce((sum, by, i) => index.add(sum, index.multiply(by, source.strides[i])), source.offset);
    const { type } = op.result(0);
    const kept = keptDimensions(integerListAttribute(op, 'static_sizes').map(Number), type.kind === 'memref' ? type.shape : []);
    if (kept === undefined) throw errorAt(op, 'the result type does not fit the subview');
    return {
      offset,
      sizes: kept.map((dimension) => sizes[dimension]),
      strides: kept.map((dimension) => index.multiply(source.strides[dimension], strides[dimension])),
    };
  }),
  viewOp('memref.view', (op, code, source) => {
    const memref = code.memrefType(op, op.result(0).type);
    const start = addressAt(code, code.types.int(8), elementAddress(code, source, [code.index.zero]), code.value(op.operand(1)));
    const dynamic = code.valuesOf(op.operands.slice(2));
    let next = 0;
    const sizes = memref.layout.sizes.map((size) => (size === undefined ? dynamic[next++] : code.index.constant(size)));
    return { aligned: start, offset: code.index.zero, sizes, strides: denseStrides(code, sizes) };
  }),
  viewOp('memref.reshape', (op, code) => {
    const memref = code.memrefType(op, op.result(0).type);
    const shape = code.memref(op.operand(1));
    const sizes = memref.layout.sizes.map((size, i) => {
      if (size !== undefined) return code.index.constant(size);
      const loaded = code.builder.load(shape.memref.element, elementAddress(code, shape, [code.index.constant(i)]));
      return code.builder.function.typeOf(loaded) === code.types.i64 ? loaded : code.builder.cast('sext', loaded, code.types.i64);
    });
    return { sizes, strides: denseStrides(code, sizes) };
  }),
  viewOp('memref.collapse_shape', (op, code, source) => {
    const groups = reassociation(op);
    return {
      sizes: groups.map((group) => elementCount(code, group.map((dimension) => source.sizes[dimension]))),
      strides: groups.map((group) => collapsedStride(code, source, group)),
    };
  }),
  viewOp('memref.expand_shape', (op, code, source) => {
    const groups = reassociation(op);
    const sizes = expandedSizes(op, code, source, groups);
    const strides = [...sizes];
    for (const [i, group] of groups.entries()) {
      const inner = denseStrides(code, group.map((dimension) => sizes[dimension]));
      for (const [j, dimension] of group.entries()) strides[dimension] = code.index.multiply(inner[j], source.strides[i]);
    }
    return { sizes, strides };
  }),
  viewOp('memref.transpose', (op, _code, source) => {
    const { map } = requiredAttribute(op, 'permutation', 'affine-map-attr');
    const order = map.results.map((expr) => (expr.kind === 'dim' ? expr.position : 0));
    return { sizes: order.map((dimension) => source.sizes[dimension]), strides: order.map((dimension) => source.strides[dimension]) };
  }),
];

/** The stride of dimensions that become one: that of the innermost one whose size is not known to be 1. */
function collapsedStride(code: FunctionCode, source: Descriptor, group: readonly number[]): ValueId {
  const inner = [...group].reverse().find((dimension) => code.index.knownValue(source.sizes[dimension]) !== 1) ?? group.at(-1);
  return inner === undefined ? code.index.one : source.strides[inner];
}
