import type { Attribute, DenseArrayAttr } from './attribute.js';
import type { Context } from './context.js';
import { elementByteSize, readInteger, writeBits } from './element-storage.js';

/** Short arrays (segment sizes, positions) come again and again: by context, what was made of which values. */
const known = new WeakMap<Context, Map<string, DenseArrayAttr>>();
const KNOWN_LENGTH = 8;

/** `array<iN: …>` of the signless integer type of `width` bits. */
export function denseIntegerArray(context: Context, width: number, values: readonly (number | bigint)[]): DenseArrayAttr {
  if (values.length > KNOWN_LENGTH) return makeIntegerArray(context, width, values);
  let attributes = known.get(context);
  if (attributes === undefined) known.set(context, (attributes = new Map()));
  let key = String(width);
  for (const value of values) key += `,${value}`;
  let attribute = attributes.get(key);
  if (attribute === undefined) attributes.set(key, (attribute = makeIntegerArray(context, width, values)));
  return attribute;
}

function makeIntegerArray(context: Context, width: number, values: readonly (number | bigint)[]): DenseArrayAttr {
  const elementType = context.integerType(width);
  const size = elementByteSize(elementType) ?? 8;
  const data = new Uint8Array(values.length * size);
  for (const [index, value] of values.entries()) writeBits(data, index * size, size, BigInt.asUintN(8 * size, BigInt(value)));
  return context.denseArrayAttr(elementType, values.length, data);
}

const decoded = new WeakMap<DenseArrayAttr, readonly bigint[]>();

/** The elements of an integer array; none for other attributes. */
export function denseArrayIntegers(attribute: Attribute | undefined): readonly bigint[] {
  if (attribute?.kind !== 'dense-array') return [];
  let integers = decoded.get(attribute);
  if (integers === undefined) {
    integers = Array.from({ length: attribute.size }, (_, index) => readInteger(attribute.elementType, attribute.data, index));
    decoded.set(attribute, integers);
  }
  return integers;
}
