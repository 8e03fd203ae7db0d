import type { ArrayLayout } from './circuit-layout.js';

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
