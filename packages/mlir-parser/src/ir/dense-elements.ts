import type { DenseElementsAttr } from './attribute.js';
import { readFloat, readInteger } from './element-storage.js';
import type { Type } from './type.js';

/** The typed arrays that elements show as. */
export type ElementArray =
  | Float32Array | Float64Array | Int8Array | Int16Array | Int32Array | BigInt64Array
  | Uint8Array | Uint16Array | Uint32Array | BigUint64Array;

/** The number of elements of a dense attribute, also if it stores a splat. */
export function denseElementCount(attribute: DenseElementsAttr): number {
  return 'shape' in attribute.type ? attribute.type.shape.reduce((product, size) => product * size, 1) : 0;
}

/** The type of the elements. */
export function denseElementType(attribute: DenseElementsAttr): Type {
  if (!('elementType' in attribute.type)) throw new Error('dense elements of a type without elements');
  return attribute.type.elementType;
}

/**
 * The stored elements, row-major, as the typed array of their format, without copying: `Float32Array` for f32, `BigInt64Array`
 * for i64 and index, `Uint8Array` for i1 (0 and 1) and f8, `Uint16Array` (encodings) for f16 and bf16, …. One element for a
 * splat. Throws a RangeError for formats that no typed array has (complex, f80, i24, strings).
 */
export function denseElementsView(attribute: DenseElementsAttr): ElementArray {
  const create = viewConstructor(denseElementType(attribute));
  const { data } = attribute;
  if (data.byteOffset % create.BYTES_PER_ELEMENT === 0)
    return new create(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength / create.BYTES_PER_ELEMENT);
  return new create(new Uint8Array(data).buffer); // typed arrays need alignment
}

/**
 * Reads element `index` (in row-major order, also of splats) as a number: floats exactly, integers exactly up to 2^53. The
 * reader throws a RangeError for larger integers; `denseElementReader` itself throws one for elements that are no numbers.
 */
export function denseElementReader(attribute: DenseElementsAttr): (index: number) => number {
  const type = denseElementType(attribute);
  const { data, splat } = attribute;
  if (type.kind === 'float') {
    if (type.name === 'f32' || type.name === 'f64') {
      const view = denseElementsView(attribute) as Float32Array | Float64Array;
      return splat ? () => view[0] : (index) => view[index];
    }
    return (index) => readFloat(type.name, data, splat ? 0 : index);
  }
  if (type.kind !== 'integer' && type.kind !== 'index') throw new RangeError(`dense elements of type ${type.kind} are no numbers`);
  return (index) => {
    const value = Number(readInteger(type, data, splat ? 0 : index));
    if (!Number.isSafeInteger(value)) throw new RangeError(`dense element ${index} is not exact as a number`);
    return value;
  };
}

interface ViewConstructor {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer, byteOffset?: number, length?: number): ElementArray;
}

function viewConstructor(type: Type): ViewConstructor {
  switch (type.kind) {
    case 'index':
      return BigInt64Array;
    case 'integer': {
      if (type.width === 1) return Uint8Array;
      const unsigned = type.signedness === 'unsigned';
      switch (type.width) {
        case 8:
          return unsigned ? Uint8Array : Int8Array;
        case 16:
          return unsigned ? Uint16Array : Int16Array;
        case 32:
          return unsigned ? Uint32Array : Int32Array;
        case 64:
          return unsigned ? BigUint64Array : BigInt64Array;
      }
      break;
    }
    case 'float':
      if (type.name === 'f32') return Float32Array;
      if (type.name === 'f64') return Float64Array;
      if (type.name === 'f16' || type.name === 'bf16') return Uint16Array;
      if (type.name.startsWith('f8') && type.name !== 'f80') return Uint8Array;
      break;
    default:
  }
  throw new RangeError(`no typed array holds elements of this type: ${type.kind}`);
}
