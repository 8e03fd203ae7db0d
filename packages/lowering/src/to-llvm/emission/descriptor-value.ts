import type { FunctionBuilder, ValueId } from '@mlir2zk/llvm-emit';
import type { ConvertedMemRef } from '../types/type-conversion.js';
import type { Descriptor } from './descriptor.js';
import type { IndexArithmetic } from './index-arithmetic.js';

/** Positions of the fields of a memref's descriptor. */
const field = { allocated: 0, aligned: 1, offset: 2, sizes: 3, strides: 4 } as const;

/** `descriptor` as one value of the struct type that passes between functions. */
export function packDescriptor(builder: FunctionBuilder, descriptor: Descriptor): ValueId {
  const { memref, sizes, strides } = descriptor;
  let value = builder.module.constants.undef(memref.descriptor);
  value = builder.insertValue(value, descriptor.allocated, [field.allocated]);
  value = builder.insertValue(value, descriptor.aligned, [field.aligned]);
  value = builder.insertValue(value, descriptor.offset, [field.offset]);
  sizes.forEach((size, i) => (value = builder.insertValue(value, size, [field.sizes, i])));
  strides.forEach((stride, i) => (value = builder.insertValue(value, stride, [field.strides, i])));
  return value;
}

/** All fields of the struct `value`, in the order in which functions take them. */
export function descriptorFields(builder: FunctionBuilder, memref: ConvertedMemRef, value: ValueId): ValueId[] {
  const paths: number[][] = [[field.allocated], [field.aligned], [field.offset]];
  for (const part of [field.sizes, field.strides]) memref.type.shape.forEach((_, i) => paths.push([part, i]));
  return paths.map((path) => builder.extractValue(value, path));
}

/** A descriptor from all its fields; what the type knows is taken from the type. */
export function descriptorFromFields(index: IndexArithmetic, memref: ConvertedMemRef, fields: readonly ValueId[]): Descriptor {
  const rank = memref.type.shape.length;
  const [allocated, aligned, offset] = fields;
  const pick = (known: number | undefined, given: ValueId): ValueId => (known === undefined ? given : index.constant(known));
  const { layout } = memref;
  return {
    memref,
    allocated,
    aligned,
    offset: pick(layout.offset, offset),
    sizes: layout.sizes.map((size, i) => pick(size, fields[3 + i])),
    strides: layout.strides.map((stride, i) => pick(stride, fields[3 + rank + i])),
  };
}

/** The descriptor of a memref of static shape that starts at `pointer`. */
export function descriptorFromPointer(index: IndexArithmetic, memref: ConvertedMemRef, pointer: ValueId): Descriptor {
  const known = (value: number | undefined): ValueId => {
    if (value === undefined) throw new Error('a bare pointer to a memref of dynamic shape');
    return index.constant(value);
  };
  const { layout } = memref;
  return {
    memref,
    allocated: pointer,
    aligned: pointer,
    offset: known(layout.offset),
    sizes: layout.sizes.map(known),
    strides: layout.strides.map(known),
  };
}

/** Whether one pointer says all about such a memref. */
export function hasStaticLayout({ layout }: ConvertedMemRef): boolean {
  return layout.offset !== undefined && !layout.sizes.includes(undefined) && !layout.strides.includes(undefined);
}
