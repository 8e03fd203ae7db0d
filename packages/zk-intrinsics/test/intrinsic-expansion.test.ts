import { createContext } from '@mlir2zk/mlir-parser';
import fc from 'fast-check';
import { elementCount, intrinsics, type AttributeValue, type Instance, type Intrinsic } from '../src/index.js';
import { circuitOf } from './circuit-run.js';

const context = createContext();
const f32 = context.floatType('f32');
const format = { integerBits: 16, fractionBits: 16 };

function intrinsic(name: string): Intrinsic {
  const found = intrinsics.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no intrinsic ${name}`);
  return found;
}

function instance(
  inputs: readonly (readonly number[])[],
  output: readonly number[],
  attributes: Readonly<Record<string, AttributeValue>> = {},
): Instance {
  const array = (shape: readonly number[]) => ({ shape, elementType: f32 });
  return { inputs: inputs.map(array), outputs: [array(output)], attributes };
}

const gemmAttributes = { alpha: 1, beta: 1, transpose_a: false, transpose_b: false };
const pool = (kernel: number[], strides: number[], pads: number[], dilations: number[]) => ({ kernel, strides, pads, dilations });
const steps = (strides: number[], pads: number[], dilations: number[]) => ({ strides, pads, dilations });
const average = (kernel: number[], strides: number[], pads: number[], count_include_pad: boolean) => ({
  ...pool(kernel, strides, pads, kernel.map(() => 1)), count_include_pad,
});

const cases: readonly (readonly [string, Instance])[] = [
  ['relu', instance([[2, 3]], [2, 3])],
  ['max_pool', instance([[1, 2, 4, 4]], [1, 2, 2, 2], pool([2, 2], [2, 2], [0, 0, 0, 0], [1, 1]))],
  ['max_pool', instance([[1, 1, 4, 5]], [1, 1, 4, 3], pool([3, 2], [1, 2], [1, 0, 1, 1], [1, 1]))],
  ['max_pool', instance([[2, 1, 7]], [2, 1, 3], pool([3], [1], [0, 0], [2]))],
  ['max_pool', instance([[1, 1, 2, 3, 2]], [1, 1, 1, 2, 2], pool([2, 2, 2], [1, 1, 2], [0, 0, 1, 0, 0, 1], [1, 1, 1]))],
  ['matmul', instance([[2, 3], [3, 2]], [2, 2])],
  ['matmul', instance([[2, 1, 2, 3], [3, 3, 2]], [2, 3, 2, 2])],
  ['matmul', instance([[3], [3, 2]], [2])],
  ['matmul', instance([[2, 3], [3]], [2])],
  ['matmul', instance([[3], [3]], [])],
  ['gemm', instance([[2, 3], [3, 2]], [2, 2], gemmAttributes)],
  ['gemm', instance([[3, 2], [2, 3], [2]], [2, 2], { ...gemmAttributes, transpose_a: true, transpose_b: true, alpha: 0.25, beta: 0.3499999940395355 })],
  ['gemm', instance([[2, 3], [3, 2], [2, 1]], [2, 2], { ...gemmAttributes, alpha: 0.1 })],
  ['gemm', instance([[2, 3], [3, 2], []], [2, 2], { ...gemmAttributes, beta: -2 })],
  ['conv', instance([[1, 2, 4, 3], [2, 2, 2, 2]], [1, 2, 3, 2], steps([1, 1], [0, 0, 0, 0], [1, 1]))],
  ['conv', instance([[1, 1, 3, 4], [2, 1, 3, 3], [2]], [1, 2, 2, 2], steps([2, 2], [1, 1, 1, 0], [1, 1]))],
  ['conv', instance([[2, 4, 5], [6, 2, 2], [6]], [2, 6, 2], steps([2], [0, 0], [2]))],
  ['conv', instance([[1, 3, 3], [3, 1, 2]], [1, 3, 4], steps([1], [1, 1], [1]))],
  ['conv', instance([[1, 1, 1, 2, 3], [1, 1, 1, 2, 2], [1]], [1, 1, 1, 1, 2], steps([1, 1, 1], [0, 0, 0, 0, 0, 0], [1, 1, 1]))],
  // Windows of padding only: the bias, or nothing.
  ['conv', instance([[1, 1, 2], [1, 1, 1], [1]], [1, 1, 4], steps([1], [1, 1], [1]))],
  ['average_pool', instance([[1, 2, 4, 4]], [1, 2, 2, 2], average([2, 2], [2, 2], [0, 0, 0, 0], false))],
  ['average_pool', instance([[1, 1, 3, 3]], [1, 1, 3, 3], average([3, 3], [1, 1], [1, 1, 1, 1], false))],
  ['average_pool', instance([[1, 1, 3, 3]], [1, 1, 3, 3], average([3, 3], [1, 1], [1, 1, 1, 1], true))],
  ['average_pool', instance([[2, 1, 5]], [2, 1, 2], average([3], [2], [0, 0], false))],
  ...['reduce_sum', 'reduce_mean', 'reduce_max', 'reduce_min'].flatMap((name) => [
    [name, instance([[2, 3, 2]], [2, 1, 2], { axes: [1] })],
    [name, instance([[2, 3, 2]], [3], { axes: [0, 2] })],
    [name, instance([[7]], [], { axes: [0] })],
  ] as const),
  ['softmax', instance([[2, 3]], [2, 3], { axes: [1] })],
  ['softmax', instance([[2, 2, 2]], [2, 2, 2], { axes: [0, 2] })],
  ['softmax', instance([[1, 9]], [1, 9], { axes: [1] })],
];

// Other factors would leave the format, which no circuit proves.
test.each([1, 3, 4, 5, 9])('a product of %i factors is rounded as it grows', (count) => {
  const use = instance([[count]], [1], { axes: [0] });
  const record = intrinsic('reduce_prod');
  const range = { scale: 16, lower: -(2 ** 31), upper: 2 ** 31 - 1 };
  const circuit = circuitOf(format, new Array(count).fill(range), (builder, values) =>
    [...(record.expand(builder, [values], use)[0] ?? [])].map((value) => builder.rescale(value)));
  const factors = [3n, -2n, 1n, 5n, -1n, 2n, 1n, -3n, 2n].slice(0, count).map((factor) => (factor << 15n) + 321n);
  const [expected] = record.evaluate([{ values: BigInt64Array.from(factors), scale: 16 }], use, format);
  expect(circuit.run(factors)).toEqual([...(expected?.values ?? [])]);
  expect(record.rows.stock(use)).toBe(circuit.rows());
});

describe('expand computes what evaluate says, bit for bit, in as many rows as stated', () => {
  test.each(cases)('%s %#', (name, use) => {
    const record = intrinsic(name);
    expect(record.verify(use)).toEqual([]);
    const sizes = use.inputs.map(({ shape }) => elementCount(shape));
    const range = { scale: 16, lower: -(2 ** 31), upper: 2 ** 31 - 1 };
    const circuit = circuitOf(format, new Array(sizes.reduce((a, b) => a + b)).fill(range), (builder, values) => {
      let at = 0;
      const inputs = sizes.map((size) => values.slice(at, (at += size)));
      return [...(record.expand(builder, inputs, use)[0] ?? [])].map((value) => builder.rescale(value));
    });
    const value = fc.integer({ min: -(2 ** 22), max: 2 ** 22 });
    fc.assert(
      fc.property(fc.tuple(...sizes.map((size) => fc.array(value, { minLength: size, maxLength: size }))), (arrays) => {
        const inputs = arrays.map((array) => ({ values: BigInt64Array.from(array, BigInt), scale: 16 }));
        const [expected] = record.evaluate(inputs, use, format);
        expect(circuit.scales.every((scale) => scale === 16)).toBe(true);
        expect(circuit.run(arrays.flat().map(BigInt))).toEqual([...(expected?.values ?? [])]);
      }),
      { numRuns: 20 },
    );
    expect(record.rows.stock(use)).toBe(circuit.rows());
    expect(record.rows.native(use)).toBeLessThan(circuit.rows());
  });
});
