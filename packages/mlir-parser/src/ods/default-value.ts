import type { Attribute } from '../ir/attribute.js';
import type { Context } from '../ir/context.js';
import { readInteger } from '../ir/element-storage.js';
import { denseArrayIntegers, denseIntegerArray } from '../ir/dense-array.js';
import type { DefaultValue } from './dialect-table.js';

/** The attribute that a default value of a table stands for. */
export function defaultAttribute(value: DefaultValue, context: Context): Attribute {
  switch (value.kind) {
    case 'bool':
      return context.boolAttr(value.value);
    case 'string':
      return context.stringAttr(value.value);
    case 'array':
      return context.arrayAttr([]);
    case 'integer':
      return context.integerAttr(context.integerType(Number(value.type.slice(1))), value.value);
    case 'dialect':
      return context.dialectAttr(value.dialect, value.body);
    case 'dense-i64-array':
      return denseIntegerArray(context, 64, value.values);
    case 'dense-i64-elements': {
      const splat = value.values.every((element) => element === value.values[0]);
      const type = context.tensorType([value.values.length], context.integerType(64));
      return context.denseElementsAttr(type, little64(splat ? value.values.slice(0, 1) : value.values), splat);
    }
  }
}

function little64(values: readonly number[]): Uint8Array {
  return new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
}

/** Whether `attribute` is what `defaultAttribute` would make of `value`. */
export function equalsDefault(attribute: Attribute, value: DefaultValue): boolean {
  switch (value.kind) {
    case 'bool':
      return attribute.kind === 'integer' && attribute.value === (value.value ? 1n : 0n);
    case 'string':
      return attribute.kind === 'string' && attribute.value === value.value;
    case 'array':
      return attribute.kind === 'array' && attribute.elements.length === 0;
    case 'integer':
      return attribute.kind === 'integer' && attribute.value === BigInt(value.value);
    case 'dialect':
      return attribute.kind === 'dialect' && attribute.dialect === value.dialect && attribute.body === value.body;
    case 'dense-i64-array':
      return attribute.kind === 'dense-array' && denseArrayIntegers(attribute).join() === value.values.join();
    case 'dense-i64-elements': {
      if (attribute.kind !== 'dense-elements' || !('shape' in attribute.type)) return false;
      const { type, data, splat } = attribute;
      return (
        type.shape.join() === String(value.values.length) &&
        value.values.every((element, index) => readInteger(type.elementType, data, splat ? 0 : index) === BigInt(element))
      );
    }
  }
}
