import type { GaloisField } from '@mlir2zk/llvm-emit';
import { elementOfSigned, encodeReal, signedOfElement } from '@mlir2zk/zk-intrinsics';
import type { ArrayLayout, CircuitLayout } from './circuit-layout.js';

/** One array of a test vector: flat, row-major. Floats that JSON has no number for are `"nan"`, `"inf"`, `"-inf"`. */
export interface VectorArray {
  readonly name?: string;
  readonly shape: readonly number[];
  /** `f32`, `i64`, `i1`, `ui8`, …; f16 and bf16 may come as `ui16`, the bits of the float. */
  readonly type?: string;
  readonly data: readonly VectorElement[];
}

export type VectorElement = number | boolean | bigint | string;

/** Inputs of a model and, if known, the outputs that belong to them. */
export interface TestVector {
  readonly inputs: readonly VectorArray[];
  readonly outputs?: readonly VectorArray[];
}

/** A vector that does not fit the model. The message is for the user of the command line. */
export class VectorError extends Error {
  override readonly name = 'VectorError';
}

/** Checks that `value`, parsed from JSON, is a test vector. Throws a VectorError that says what is wrong. */
export function parseTestVector(value: unknown): TestVector {
  if (!isRecord(value)) throw new VectorError('a test vector is a JSON object with "inputs" and, optionally, "outputs"');
  const { inputs, outputs } = value;
  return {
    inputs: vectorArrays(inputs, 'inputs'),
    ...(outputs === undefined ? {} : { outputs: vectorArrays(outputs, 'outputs') }),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function vectorArrays(value: unknown, what: string): VectorArray[] {
  if (!Array.isArray(value)) throw new VectorError(`"${what}" of a test vector is an array of {name, shape, type, data}`);
  return value.map((entry: unknown, position) => {
    const place = `${what}[${position}]`;
    if (!isRecord(entry)) throw new VectorError(`${place} is not an object with shape and data`);
    const { name, shape, type, data } = entry;
    if (name !== undefined && typeof name !== 'string') throw new VectorError(`${place}: the name is not a string`);
    if (type !== undefined && typeof type !== 'string') throw new VectorError(`${place}: the type is not a string`);
    if (!Array.isArray(shape) || !shape.every((size) => Number.isInteger(size) && size >= 0))
      throw new VectorError(`${place}: the shape is not a list of sizes`);
    if (!Array.isArray(data) || !data.every(isElement))
      throw new VectorError(`${place}: the data is not a flat list of numbers`);
    return { shape, data, ...(name === undefined ? {} : { name }), ...(type === undefined ? {} : { type }) };
  });
}

function isElement(value: unknown): value is VectorElement {
  return ['number', 'boolean', 'bigint', 'string'].includes(typeof value);
}

/**
 * The arrays of `vector` in the order of `layouts`, by name; arrays without a name go by position.
 * Throws a VectorError for arrays that are missing, surplus or of another shape.
 */
export function matchArrays(
  layouts: readonly ArrayLayout[],
  vector: readonly VectorArray[],
  what: 'input' | 'output',
): VectorArray[] {
  const list = (names: readonly (string | undefined)[]): string => names.map((name) => `'${name ?? '?'}'`).join(', ') || 'none';
  const wanted = `the model has ${layouts.length} ${what}(s): ${list(layouts.map(({ name }) => name))}`;
  if (vector.length !== layouts.length)
    throw new VectorError(`the vector has ${vector.length} ${what}(s): ${list(vector.map(({ name }) => name))}; ${wanted}`);
  return layouts.map((layout, position) => {
    const unnamed = vector[position].name === undefined || vector[position].name === '';
    const array = unnamed ? vector[position] : vector.find(({ name }) => name === layout.name);
    if (array === undefined) throw new VectorError(`the vector has no ${what} '${layout.name}'; ${wanted}`);
    if (array.shape.length !== layout.shape.length || array.shape.some((size, i) => size !== layout.shape[i]))
      throw new VectorError(
        `${what} '${layout.name}' has shape [${array.shape.join(', ')}] in the vector and [${layout.shape.join(', ')}] in the model`,
      );
    if (array.data.length !== layout.count)
      throw new VectorError(`${what} '${layout.name}' has ${array.data.length} elements; its shape asks for ${layout.count}`);
    return array;
  });
}

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
function realOf(element: VectorElement, type: string, stored: string | undefined): number {
  if (stored === 'ui16' && (type === 'f16' || type === 'bf16')) return halfFloat(Number(element), type);
  return typeof element === 'string' ? (special[element] ?? Number(element)) : Number(element);
}

/** The value of 16 bits read as f16 (5 exponent bits) or bf16 (8). */
function halfFloat(bits: number, type: 'f16' | 'bf16'): number {
  const mantissaBits = type === 'f16' ? 10 : 7;
  const exponentBits = 15 - mantissaBits;
  const sign = bits >= 0x8000 ? -1 : 1;
  const exponent = (bits & 0x7fff) >> mantissaBits;
  const fraction = (bits & (2 ** mantissaBits - 1)) / 2 ** mantissaBits;
  const bias = 2 ** (exponentBits - 1) - 1;
  if (exponent === 2 ** exponentBits - 1) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0 ? sign * fraction * 2 ** (1 - bias) : sign * (1 + fraction) * 2 ** (exponent - bias);
}

/** The two input files of the assigner: JSON values to be written as they are. */
export interface AssignerInputs {
  readonly public: readonly AssignerArray[];
  readonly private: readonly AssignerArray[];
}

/** One argument: its elements as decimal strings of field elements. */
export type AssignerArray = { readonly 'array<field>': readonly string[] };

/**
 * The assigner's inputs for `inputs` (in the order of the layout, see `encodeArray`) and the claimed `outputs`.
 */
export function assignerInputs(
  layout: CircuitLayout,
  inputs: readonly (readonly bigint[])[],
  outputs: readonly (readonly bigint[])[],
  field: GaloisField,
): AssignerInputs {
  const values = [...inputs, ...outputs];
  const arrays = [...layout.inputs, ...layout.outputs];
  const select = (visibility: ArrayLayout['visibility']): AssignerArray[] =>
    arrays.flatMap((array, i) => {
      if (array.argument === undefined || array.visibility !== visibility) return [];
      return [{ 'array<field>': (values[i] ?? []).map((value) => elementOfSigned(field, value).toString()) }];
    });
  return { public: select('public'), private: select('private') };
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
    if (encoding.kind === 'fixed') return Number(value) / 2 ** encoding.scale;
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  });
}

/** How far computed outputs are from those of a vector. */
export interface Deviation {
  /** Largest |computed − expected| over all elements. */
  readonly absolute: number;
  /** Largest excess over the tolerances; ≤ 0 if all elements are within one of them. */
  readonly excess: number;
  /** The element with the largest excess. */
  readonly worst: { readonly output: string; readonly element: number; readonly computed: number; readonly expected: number } | undefined;
}

/**
 * Compares computed outputs with expected ones: an element agrees if it is within `absolute` or within `relative` times the
 * expected magnitude. An expected NaN or infinity never agrees.
 */
export function compareOutputs(
  layouts: readonly ArrayLayout[],
  computed: readonly (readonly (number | bigint)[])[],
  expected: readonly VectorArray[],
  absolute: number,
  relative: number,
): Deviation {
  let largest = 0;
  let excess = -Infinity;
  let worst: Deviation['worst'];
  for (const [i, layout] of layouts.entries()) {
    const array = expected[i];
    if (array === undefined) continue;
    for (const [element, value] of (computed[i] ?? []).entries()) {
      const wanted = realOf(array.data[element] ?? NaN, layout.type, array.type);
      const difference = Number.isFinite(wanted) ? Math.abs(Number(value) - wanted) : Infinity;
      const beyond = difference - Math.max(absolute, relative * Math.abs(wanted));
      largest = Math.max(largest, difference);
      if (beyond <= excess) continue;
      excess = beyond;
      worst = { output: layout.name, element, computed: Number(value), expected: wanted };
    }
  }
  return { absolute: largest, excess: worst === undefined ? 0 : excess, worst };
}
