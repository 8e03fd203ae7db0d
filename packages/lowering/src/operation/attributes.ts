import type { AffineMap, Attribute, Operation } from '@mlir2zk/mlir-parser';
import { errorAt } from './located-error.js';

/** MLIR's mark for "given as an operand" in static offsets, sizes and strides. */
export const dynamicIndex = -(2n ** 63n);

type AttributeOfKind<K extends Attribute['kind']> = Extract<Attribute, { kind: K }>;

/** Attribute `name` of `op`; throws a DiagnosticError if it is missing or not of kind `kind`. */
export function requiredAttribute<K extends Attribute['kind']>(op: Operation, name: string, kind: K): AttributeOfKind<K> {
  const attribute = op.attribute(name);
  if (attribute?.kind !== kind)
    throw errorAt(op, attribute === undefined ? `attribute '${name}' is missing` : `attribute '${name}' is not a ${kind}`);
  return attribute as AttributeOfKind<K>; // checked just above; a generic kind does not narrow by itself
}

export function integerAttribute(op: Operation, name: string): number {
  return Number(requiredAttribute(op, name, 'integer').value);
}

export function affineMapAttribute(op: Operation, name: string): AffineMap {
  return requiredAttribute(op, name, 'affine-map-attr').map;
}

/** The elements of an integer list: `array<i64: …>`, `dense<…>` or `[1, 2]`. */
export function integerListAttribute(op: Operation, name: string): bigint[] {
  const attribute = op.attribute(name);
  switch (attribute?.kind) {
    case 'dense-array': {
      const type = attribute.elementType;
      const width = type.kind === 'integer' ? Math.ceil(type.width / 8) : 8;
      return littleEndianIntegers(attribute.data, width);
    }
    case 'dense-elements': {
      const { type } = attribute;
      if (type.kind !== 'tensor' && type.kind !== 'vector') break;
      const width = type.elementType.kind === 'integer' ? Math.ceil(type.elementType.width / 8) : 8;
      const count = type.shape.reduce((product, size) => product * size, 1);
      const values = littleEndianIntegers(attribute.data, width);
      return attribute.splat ? new Array<bigint>(count).fill(values[0] ?? 0n) : values;
    }
    case 'array':
      return attribute.elements.map((element) => {
        if (element.kind !== 'integer') throw errorAt(op, `attribute '${name}' holds something else than integers`);
        return element.value;
      });
    default:
      break;
  }
  throw errorAt(op, attribute === undefined ? `attribute '${name}' is missing` : `attribute '${name}' is no list of integers`);
}

/** How many operands belong to each group, from `operandSegmentSizes`. */
export function operandSegments(op: Operation): number[] {
  return integerListAttribute(op, 'operandSegmentSizes').map(Number);
}

function littleEndianIntegers(data: Uint8Array, width: number): bigint[] {
  const values: bigint[] = [];
  for (let at = 0; at + width <= data.length; at += width) {
    let value = 0n;
    for (let byte = width - 1; byte >= 0; byte--) value = (value << 8n) | BigInt(data[at + byte]);
    values.push(BigInt.asIntN(8 * width, value));
  }
  return values;
}
