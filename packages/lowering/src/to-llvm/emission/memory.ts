import type { Type as LlvmType, ValueId } from '@mlir2zk/llvm-emit';
import type { Operation } from '@mlir2zk/mlir-parser';
import type { Descriptor } from './descriptor.js';
import type { FunctionCode } from './function-code.js';

/** The offset of an element from the aligned pointer, in elements. */
export function linearIndex(code: FunctionCode, { offset, strides }: Descriptor, indices: readonly ValueId[]): ValueId {
  const { index } = code;
  let linear = offset;
  for (let i = 0; i < strides.length; i++) linear = index.add(linear, index.multiply(indices[i], strides[i]));
  return linear;
}

/** The address of the element at `indices`. */
export function elementAddress(code: FunctionCode, descriptor: Descriptor, indices: readonly ValueId[]): ValueId {
  return addressAt(code, descriptor.memref.element, descriptor.aligned, linearIndex(code, descriptor, indices));
}

/** `pointer` moved by `distance` objects of type `type`. */
export function addressAt(code: FunctionCode, type: LlvmType, pointer: ValueId, distance: ValueId): ValueId {
  return distance === code.index.zero ? pointer : code.builder.getelementptr(type, pointer, [distance]);
}

/** The bytes from one object of `type` to the next; undefined where that is for the data layout to say. */
export function knownByteSize(type: LlvmType): number | undefined {
  switch (type.kind) {
    case 'integer':
      return type.width === 1 || (type.width >= 8 && type.width <= 64 && Number.isInteger(Math.log2(type.width)))
        ? Math.ceil(type.width / 8)
        : undefined;
    case 'float':
      return type.bits <= 64 ? type.bits / 8 : undefined;
    case 'pointer':
      return 8;
    default:
      return undefined;
  }
}

/** The bytes of `count` objects of `type` in a row. */
export function byteSize(code: FunctionCode, type: LlvmType, count: ValueId): ValueId {
  const known = knownByteSize(type);
  if (known !== undefined) return code.index.multiply(count, code.index.constant(known));
  // The data layout knows where object number `count` of an array at address 0 begins.
  const end = code.builder.getelementptr(type, code.constants.null(code.types.ptr), [count]);
  return code.builder.cast('ptrtoint', end, code.types.i64);
}

/** How many elements an array of these sizes has. */
export function elementCount(code: FunctionCode, sizes: readonly ValueId[]): ValueId {
  return sizes.reduce((product, size) => code.index.multiply(product, size), code.index.one);
}

/** Strides of a dense row-major array. */
export function denseStrides(code: FunctionCode, sizes: readonly ValueId[]): ValueId[] {
  const strides = new Array<ValueId>(sizes.length);
  let stride = code.index.one;
  for (let i = sizes.length - 1; i >= 0; i--) {
    strides[i] = stride;
    stride = code.index.multiply(stride, sizes[i]);
  }
  return strides;
}

/** `alloca type, i64 count, align n`. @param align in bytes; 0 leaves it to the data layout */
export function allocaArray(code: FunctionCode, type: LlvmType, count: ValueId, align: number): ValueId {
  const known = code.index.knownValue(count);
  if (known === 1) return code.builder.alloca(type, align);
  if (!Number.isNaN(known)) return code.builder.alloca(code.types.array(known, type), align);
  const address = code.builder.alloca(type, align);
  code.builder.function.push(count);
  return address;
}

/** `memcpy` of `bytes` bytes between arrays that do not overlap. */
export function copyBytes(code: FunctionCode, target: ValueId, source: ValueId, bytes: ValueId): void {
  const { types, constants, builder } = code;
  const [to, from] = [target, source].map((pointer) => builder.function.typeOf(pointer));
  const parameters = [to, from, types.i64, types.i1];
  const memcpy = code.module.declarations.intrinsic('memcpy', [to, from, types.i64], types.void, parameters);
  builder.call(memcpy, [target, source, bytes, constants.int(types.i1, 0)]);
}


/** The `alignment` of an allocation or a global, in bytes; 0 if none is stated. */
export function alignmentAttribute(op: Operation): number {
  const attribute = op.attribute('alignment');
  return attribute?.kind === 'integer' ? Number(attribute.value) : 0;
}
