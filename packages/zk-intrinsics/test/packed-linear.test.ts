import fc from 'fast-check';
import { rescaleInteger } from '../src/fixed-point/rounding.js';
import { circuitOf, Unsatisfied } from './circuit-run.js';

const format = { integerBits: 16, fractionBits: 16 };
const unit = 2 ** -16;

/** Circuit of y = W·x + b for x in `range`, in 16ths of bits as integers, and the largest group that it packs. */
function linearCircuit(weights: readonly (readonly number[])[], biases: readonly number[], range: { lower: number; upper: number }) {
  let isPacked = false;
  const inputs = weights[0]?.length ?? 0;
  const circuit = circuitOf(format, new Array(inputs).fill({ scale: 16, ...range }), (b, x) => {
    const values = (reals: readonly number[]): Int32Array => Int32Array.from(reals, (v) => b.real(v * unit));
    const linear = b.packedLinear(weights.map(values), values(biases), x);
    isPacked = linear !== undefined;
    return linear?.apply(x) ?? new Int32Array(0);
  });
  return { circuit, isPacked };
}

/** floor((Σ w·v + b·2^16 + 2^15) / 2^16), what each output must be. */
function expected(weights: readonly (readonly number[])[], biases: readonly number[], x: readonly number[]): bigint[] {
  return weights.map((row, j) =>
    rescaleInteger(row.reduce((sum, w, i) => sum + BigInt(w) * BigInt(x[i]), 0n) + (BigInt(biases[j]) << 16n), 16),
  );
}

const weight = fc.integer({ min: -(2 ** 17), max: 2 ** 17 });
const shape = fc.record({ outputs: fc.integer({ min: 2, max: 9 }), inputs: fc.integer({ min: 1, max: 40 }) });
const map = shape.chain(({ outputs, inputs }) =>
  fc.record({
    weights: fc.array(fc.array(weight, { minLength: inputs, maxLength: inputs }), { minLength: outputs, maxLength: outputs }),
    biases: fc.array(fc.integer({ min: -(2 ** 20), max: 2 ** 20 }), { minLength: outputs, maxLength: outputs }),
    xs: fc.array(fc.array(fc.integer({ min: -(2 ** 18), max: 2 ** 20 }), { minLength: inputs, maxLength: inputs }), { minLength: 1, maxLength: 3 }),
  }),
);

test('each output is the sum rounded once, at the ends of the range too', () => {
  fc.assert(
    fc.property(map, ({ weights, biases, xs }) => {
      const range = { lower: -(2 ** 18), upper: 2 ** 20 };
      const { circuit, isPacked } = linearCircuit(weights, biases, range);
      fc.pre(isPacked); // few inputs may take fewer rows one by one
      const ends = weights.map((row) => row.map((w) => (w > 0 ? range.upper : range.lower)));
      const otherEnds = weights.map((row) => row.map((w) => (w > 0 ? range.lower : range.upper)));
      for (const x of [...xs, ...ends, ...otherEnds])
        expect(circuit.run(x.map(BigInt))).toEqual(expected(weights, biases, x));
    }),
    { numRuns: 40 },
  );
});

test('an output that may leave the format is proven not to', () => {
  const rest = new Array<number>(20).fill(2 ** 15);
  const weights = [[2 ** 17, 2 ** 17, 2 ** 17, ...rest], [2 ** 16, -(2 ** 16), 2 ** 16, ...rest]];
  const { circuit, isPacked } = linearCircuit(weights, [0, 0], { lower: -(2 ** 31), upper: 2 ** 31 - 1 });
  expect(isPacked).toBe(true);
  const zeros = new Array<number>(20).fill(0);
  const inside = [2 ** 29, 2 ** 28, 2 ** 28 - 1, ...zeros];
  expect(circuit.run(inside.map(BigInt))).toEqual(expected(weights, [0, 0], inside));
  const below = [-(2 ** 29), -(2 ** 28), -(2 ** 28), ...zeros]; // exactly −2^15
  expect(circuit.run(below.map(BigInt))).toEqual(expected(weights, [0, 0], below));
  for (const outside of [[2 ** 29, 2 ** 28, 2 ** 28], [-(2 ** 29), -(2 ** 28), -(2 ** 28) - 1], [2 ** 30, 2 ** 30, 2 ** 30]])
    expect(() => circuit.run([...outside, ...zeros].map(BigInt))).toThrow(Unsatisfied);
});

test('784 inputs and 128 outputs take 0.21 rows for each product', () => {
  const random = (i: number, j: number): number => Math.round(Math.sin(i * 1000 + j * j + 1) * 2 ** 12);
  const weights = Array.from({ length: 128 }, (_, i) => Array.from({ length: 784 }, (_unused, j) => random(i, j)));
  const { circuit } = linearCircuit(weights, new Array<number>(128).fill(0), { lower: 0, upper: 2 ** 16 });
  expect(circuit.rows() / (784 * 128)).toBeCloseTo(0.209, 3);
});
