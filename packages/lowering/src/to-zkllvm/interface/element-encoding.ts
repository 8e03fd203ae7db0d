import type { GaloisField } from '@mlir2zk/llvm-emit';
import { bitsToFloat } from '@mlir2zk/mlir-parser';
import { decodeReal, encodeReal, signedOfElement } from '@mlir2zk/zk-intrinsics';
import type { ArrayLayout } from './circuit-layout.js';
import { VectorError, type VectorArray, type VectorElement } from './test-vector.js';

/** `array` as the integers that the field elements stand for. Throws a VectorError for elements out of range. */
export function encodeArray(layout: ArrayLayout, array: VectorArray): bigint[] {
  const { encoding } = layout;
  return array.data.map((element, position) => {
    const where = `'${layout.name}', element ${position}`;
    const value =
      encoding.kind === 'fixed'
        ? encodeReal(finiteReal(element, layout, array, where), encoding.scale)
        : integer(element, where);
    if (value >= encoding.lower && value <= encoding.upper) return value;
    throw new VectorError(`${where} is ${element}, outside of ${rangeText(layout)}`);
  });
}

/** The range of a layout's elements, as numbers of the model. */
function rangeText({ type, encoding }: ArrayLayout): string {
  if (encoding.kind === 'integer') return `${type}, which goes from ${encoding.lower} to ${encoding.upper}`;
  const { lower, upper, scale } = encoding;
  const integerBits = (-lower).toString(2).length - scale;
  if (lower !== -upper - 1n) return `its declared range from ${Number(lower) / 2 ** scale} to ${Number(upper) / 2 ** scale}`;
  return `the fixed-point format ${integerBits}.${scale}, which goes from ${Number(lower) / 2 ** scale} to ${Number(upper) / 2 ** scale}; a format with more bits before the point holds it`;
}

function finiteReal(element: VectorElement, layout: ArrayLayout, array: VectorArray, where: string): number {
  const value = realOf(element, layout.type, array.type);
  if (Number.isFinite(value)) return value;
  throw new VectorError(`${where} is ${element}: a circuit has no infinities and no NaN`);
}

function integer(element: VectorElement, where: string): bigint {
  if (typeof element === 'boolean') return element ? 1n : 0n;
  try {
    return BigInt(element);
  } catch {
    throw new VectorError(`${where} is ${element}, which is no integer`);
  }
}

const special: Readonly<Record<string, number>> = { nan: NaN, inf: Infinity, '-inf': -Infinity };

/** The real that an element of a vector means: `type` is the model's type, `stored` that of the vector. */
export function realOf(element: VectorElement, type: string, stored: string | undefined): number {
  if (stored === 'ui16' && (type === 'f16' || type === 'bf16')) return bitsToFloat(type, BigInt(element));
  return typeof element === 'string' ? (special[element] ?? Number(element)) : Number(element);
}

/** The numbers of the model that field elements of one array stand for. Integers beyond 2^53 come as bigints. */
export function decodeElements(
  layout: ArrayLayout,
  elements: readonly bigint[],
  field: GaloisField,
): (number | bigint)[] {
  const { encoding } = layout;
  return elements.map((element) => {
    const value = signedOfElement(field, element);
    if (encoding.kind === 'fixed') return decodeReal(value, encoding.scale);
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  });
}
