import { Operation, type Context, type Location, type MemRefType, type Value } from '@mlir2zk/mlir-parser';
import { arrayType, elementCount, rowMajorStrides } from '@mlir2zk/zk-intrinsics';

/**
 * An array seen with its axes in another order or with another shape, so that an intrinsic finds them where it
 * looks for them. No element moves.
 */
export interface ArrayView {
  /** What is looked at: row-major. */
  readonly source: Value;
  /** Stands for the view in statements: of its shape, as if it were row-major itself. No operation of the module uses it. */
  readonly placeholder: Value;
  readonly kind: ViewKind;
}

type ViewKind =
  /** Axis i is axis order[i] of the source. */
  | { readonly name: 'transposed'; readonly order: readonly number[] }
  /** The same elements in the same order, in another shape. */
  | { readonly name: 'reshaped' };

/** Axis i of the view is axis order[i] of `source`. */
export function transposedView(context: Context, source: Value, order: readonly number[], location: Location): ArrayView {
  const { shape } = arrayType(source);
  const permuted = order.map((axis) => shape[axis]);
  return { source, placeholder: allocation(context, source, permuted, location).result(0), kind: { name: 'transposed', order } };
}

/** `source` with the shape `shape`, of as many elements. */
export function reshapedView(context: Context, source: Value, shape: readonly number[], location: Location): ArrayView {
  return { source, placeholder: allocation(context, source, shape, location).result(0), kind: { name: 'reshaped' } };
}

/** A `memref.alloc` of an array of `shape` with the elements of `like`; inserted nowhere. */
export function allocation(context: Context, like: Value, shape: readonly number[], location: Location): Operation {
  return Operation.create({
    name: 'memref.alloc',
    definition: context.operation('memref.alloc'),
    resultTypes: [context.memRefType(shape, arrayType(like).elementType)],
    // No dynamic sizes, no symbols.
    properties: [['operandSegmentSizes', context.denseArrayAttr(context.integerType(32), 2, new Uint8Array(8))]],
    location,
  });
}

/** The operation whose result is `view` of `source`, inserted nowhere: `memref.transpose` or `memref.reinterpret_cast`. */
export function viewOperation(context: Context, { placeholder, kind, source }: ArrayView, location: Location): Operation {
  const type = arrayType(placeholder);
  switch (kind.name) {
    case 'transposed':
      return transpose(context, source, kind.order, location);
    case 'reshaped':
      return reinterpret(context, source, type, location);
  }
}

function transpose(context: Context, source: Value, order: readonly number[], location: Location): Operation {
  const { shape, elementType } = arrayType(source);
  const { affine } = context;
  const strides = rowMajorStrides(shape);
  const layout = context.stridedLayoutAttr(order.map((axis) => BigInt(strides[axis])), 0n);
  const map = affine.map(order.length, 0, order.map((axis) => affine.dim(axis)));
  return Operation.create({
    name: 'memref.transpose',
    definition: context.operation('memref.transpose'),
    operands: [source],
    resultTypes: [context.memRefType(order.map((axis) => shape[axis]), elementType, layout)],
    properties: [['permutation', context.affineMapAttr(map)]],
    location,
  });
}

function reinterpret(context: Context, source: Value, type: MemRefType, location: Location): Operation {
  const list = (values: readonly number[]) =>
    context.denseArrayAttr(context.integerType(64), values.length, new Uint8Array(BigInt64Array.from(values, BigInt).buffer));
  return Operation.create({
    name: 'memref.reinterpret_cast',
    definition: context.operation('memref.reinterpret_cast'),
    operands: [source],
    resultTypes: [type],
    properties: [
      ['operandSegmentSizes', context.denseArrayAttr(context.integerType(32), 4, new Uint8Array(Int32Array.of(1, 0, 0, 0).buffer))],
      ['static_offsets', list([0])],
      ['static_sizes', list(type.shape)],
      ['static_strides', list(rowMajorStrides(type.shape))],
    ],
    location,
  });
}

/** Where the elements of `view`, row by row, stand in its source. */
export function viewOffsets({ source, placeholder, kind }: ArrayView): Int32Array {
  const { shape } = arrayType(placeholder);
  const offsets = new Int32Array(elementCount(shape));
  if (kind.name === 'reshaped') return offsets.map((_zero, at) => at);
  const sourceStrides = rowMajorStrides(arrayType(source).shape);
  const strides = kind.order.map((axis) => sourceStrides[axis]);
  const index = new Int32Array(shape.length);
  let offset = 0;
  for (let at = 0; at < offsets.length; at++) {
    offsets[at] = offset;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      offset += strides[axis];
      if (++index[axis] < shape[axis]) break;
      offset -= strides[axis] * shape[axis];
      index[axis] = 0;
    }
  }
  return offsets;
}
