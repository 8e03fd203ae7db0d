import type { Attribute, DenseArrayAttr } from './attribute.js';
import type { Context } from './context.js';
import { elementByteSize, readInteger, writeBits } from './element-storage.js';

/** `array<iN: …>` of the signless integer type of `width` bits. */
export function denseIntegerArray(context: Context, width: number, values: readonly (number | bigint)[]): DenseArrayAttr {
  const elementType = context.integerType(width);
  const size = elementByteSize(elementType) ?? 8;
  const data = new Uint8Array(values.length * size);
  for (const [index, value] of values.entries()) writeBits(data, index * size, size, BigInt.asUintN(8 * size, BigInt(value)));
  return context.denseArrayAttr(elementType, values.length, data);
}

/** The elements of an integer array; none for other attributes. */
export function denseArrayIntegers(attribute: Attribute | undefined): bigint[] {
  if (attribute?.kind !== 'dense-array') return [];
  return Array.from({ length: attribute.size }, (_, index) => readInteger(attribute.elementType, attribute.data, index));
}
