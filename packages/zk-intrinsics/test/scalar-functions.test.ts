import fc from 'fast-check';
import type { FixedPointFormat, FixedPointNumber, ReferenceValue, ScalarFunctionName } from '../src/index.js';
import { decodeReal, encodeReal, NumericError, ReferenceArithmetic, scalarFunctions } from '../src/index.js';
import { pow, powerOfConstant } from '../src/functions/power.js';
import { errorFunction } from '../src/functions/error-function.js';
import { circuitOf, Unsatisfied } from './circuit-run.js';
import type { Circuit } from './circuit-run.js';

const formats: readonly FixedPointFormat[] = [
  { integerBits: 16, fractionBits: 16 },
  { integerBits: 32, fractionBits: 32 },
  { integerBits: 8, fractionBits: 8 },
];

const names = Object.keys(scalarFunctions) as ScalarFunctionName[];

/** The whole range of a format, as far as doubles hold its ends. */
function rangeOf({ integerBits, fractionBits }: FixedPointFormat) {
  const bits = integerBits + fractionBits - 1;
  const upper = bits < 53 ? 2 ** bits - 1 : 2 ** bits * (1 - 2 ** -53);
  return { scale: fractionBits, lower: -(2 ** bits), upper };
}

/** A v of either sign and any magnitude that a format has. */
function valueOf({ integerBits, fractionBits }: FixedPointFormat): fc.Arbitrary<bigint> {
  const bits = integerBits + fractionBits - 1;
  const one = 1n << BigInt(fractionBits);
  return fc.oneof(
    fc
      .tuple(fc.double({ min: 0, max: bits - 2 ** -20, noNaN: true }), fc.boolean())
      .map(([log, negative]) => BigInt(Math.floor(2 ** log)) * (negative ? -1n : 1n)),
    fc.constantFrom(0n, 1n, -1n, one, -one, one >> 1n, one - 1n, one + 1n, -(1n << BigInt(bits))),
  );
}

function outcome(compute: () => bigint): bigint | 'unsatisfiable' {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Unsatisfied || error instanceof NumericError) return 'unsatisfiable';
    throw error;
  }
}

/** v of a function of the reference arithmetic; a value outside the format counts as unsatisfiable. */
function expected(format: FixedPointFormat, compute: () => ReferenceValue): bigint | 'unsatisfiable' {
  return outcome(() => (compute() as FixedPointNumber).v);
}

describe.each(formats)('$integerBits.$fractionBits', (format) => {
  const reference = new ReferenceArithmetic(format);

  test.each(names)('%s computes what the reference does, bit for bit', (name) => {
    const circuit = circuitOf(format, [rangeOf(format)], (b, [a]) => [b.call(name, a)]);
    expect(circuit.scales).toEqual([format.fractionBits]);
    fc.assert(
      fc.property(valueOf(format), (v) => {
        const want = expected(format, () =>
          scalarFunctions[name].run<ReferenceValue>(reference, { v, scale: format.fractionBits }),
        );
        expect(outcome(() => circuit.run([v])[0])).toEqual(want);
      }),
      { numRuns: 25 },
    );
  });
});

/** Largest error that is allowed, in units of 2^(−F), relative to results beyond 1. */
const UNITS = 1;

describe.each(formats)('accuracy at $integerBits.$fractionBits', (format) => {
  const { integerBits, fractionBits } = format;
  const reference = new ReferenceArithmetic(format);

  test.each(names)('%s', (name) => {
    const { measured, real, run } = scalarFunctions[name];
    const limit = 2 ** (integerBits - 1);
    const [from, to] = [Math.max(measured[0], -limit / 2), Math.min(measured[1], limit / 2)];
    for (let i = 0; i <= 150; i++) {
      // The cube puts more points near 0, where most functions vary most.
      const t = i / 150;
      const points = [from + (to - from) * t, Math.sign(2 * t - 1) * Math.abs(2 * t - 1) ** 3 * to];
      for (const point of points) {
        const v = encodeReal(point, fractionBits);
        const x = decodeReal(v, fractionBits);
        if (x < from || x > to || Math.abs(real(x)) >= limit) continue;
        const result = run<ReferenceValue>(reference, { v, scale: fractionBits }) as FixedPointNumber;
        const error = Math.abs(decodeReal(result.v, fractionBits) - real(x));
        const unit = 2 ** -fractionBits * Math.max(1, Math.abs(real(x)));
        if (!(error <= UNITS * unit)) throw new Error(`${name}(${x}): error ${error / unit} units`);
      }
    }
  });
});

describe('pow', () => {
  const format = formats[0];
  const reference = new ReferenceArithmetic(format);
  const circuit = circuitOf(format, [rangeOf(format), rangeOf(format)], (b, [x, y]) => [b.pow(x, y)]);
  const at = (x: number, y: number): number | 'unsatisfiable' => {
    const v = outcome(() => circuit.run([encodeReal(x, 16), encodeReal(y, 16)])[0]);
    return v === 'unsatisfiable' ? v : decodeReal(v, 16);
  };

  test('computes what the reference does, bit for bit', () => {
    const exponent = fc.oneof(valueOf(format), fc.integer({ min: -8, max: 8 }).map((n) => BigInt(n) << 16n));
    fc.assert(
      fc.property(valueOf(format), exponent, (x, y) => {
        const want = expected(format, () => pow<ReferenceValue>(reference, { v: x, scale: 16 }, { v: y, scale: 16 }));
        expect(outcome(() => circuit.run([x, y])[0])).toEqual(want);
      }),
    );
  });

  test.each([
    [2, 10, 1024],
    [-2, 3, -8],
    [-2, 4, 16],
    [-0.5, -3, -8],
    [0, 2.5, 0],
    [0, 0, 1],
    [3, 0, 1],
    [1.5, -2.25, 1.5 ** -2.25],
    [10, 4.5, 10 ** 4.5],
    [0.001, 0.5, 0.001 ** 0.5],
    [1.0001, 30000, 1.0001 ** 30000],
  ])('%d ^ %d', (x, y, want) => {
    const got = at(x, y) as number;
    const given = decodeReal(encodeReal(x, 16), 16) ** y;
    expect(Math.abs(want - given) < 1e-9 || x === 1.0001 || x === 0.001).toBe(true);
    expect(Math.abs(got - given)).toBeLessThanOrEqual(2 ** -14 * Math.max(1, Math.abs(given)) * Math.max(1, Math.abs(y) / 64));
  });

  test.each([
    [-2, 0.5],
    [0, -1],
    [200, 3],
  ])('%d ^ %d is unsatisfiable', (x, y) => {
    expect(at(x, y)).toBe('unsatisfiable');
  });

  test.each([0, 1, 2, 3, 7, -1, -2, 0.5, -0.5, 1.5])('with the constant exponent %d', (y) => {
    const constant = circuitOf(format, [rangeOf(format)], (b, [x]) => [b.rescale(b.pow(x, b.real(y)))]);
    for (const x of [0.5, 1, 2.25, 3]) {
      const v = constant.run([encodeReal(x, 16)])[0];
      expect(Math.abs(decodeReal(v, constant.scales[0]) - x ** y)).toBeLessThanOrEqual(
        2 ** -15 * Math.max(1, x ** y),
      );
    }
  });

  test('of a constant', () => {
    const circuit = circuitOf(format, [rangeOf(format)], (b, [x]) => [b.pow(b.real(10), x)]);
    for (const x of [-4, -0.25, 0, 1, 4.5]) {
      const v = encodeReal(x, 16);
      const want = powerOfConstant<ReferenceValue>(reference, 10, { v, scale: 16 }) as FixedPointNumber;
      expect(circuit.run([v])).toEqual([want.v]);
      expect(Math.abs(decodeReal(want.v, 16) - 10 ** x)).toBeLessThanOrEqual(2 ** -16 * Math.max(1, 10 ** x));
    }
  });
});

describe('results outside the format', () => {
  const format = formats[0];
  const circuitOfName = (name: ScalarFunctionName): Circuit =>
    circuitOf(format, [rangeOf(format)], (b, [a]) => [b.call(name, a)]);

  test.each([
    ['exp', 10.5],
    ['exp', 32000],
    ['log', 0],
    ['log', -1],
    ['sqrt', -0.001],
    ['rsqrt', 0],
    ['asin', 1.001],
    ['acosh', 0.99],
    ['atanh', 1],
    ['cosh', 12],
    ['log1p', -1],
  ] as const)('%s(%d) is unsatisfiable', (name, x) => {
    expect(() => circuitOfName(name).run([encodeReal(x, 16)])).toThrow(Unsatisfied);
  });

  test('exp of very negative numbers is 0', () => {
    const circuit = circuitOfName('exp');
    for (const x of [-12, -100, -32768]) expect(circuit.run([encodeReal(x, 16)])).toEqual([0n]);
  });
});

test('functions of constants fold', () => {
  const circuit = circuitOf(formats[0], [rangeOf(formats[0])], (b, [a]) => [
    b.add(a, b.sigmoid(b.sub(b.exp(b.real(0)), b.cos(b.real(0))))),
  ]);
  expect(circuit.run([0n])).toEqual([1n << 15n]);
  expect(circuit.rows()).toBe(1);
});

test.each([
  [0.5, 0.5204998778130465],
  [1, 0.8427007929497149],
  [2.4, 0.9993114861033549],
  [3, 0.9999779095030014],
  [-0.1, -0.1124629160182849],
])('errorFunction(%d)', (x, want) => {
  expect(Math.abs(errorFunction(x) - want)).toBeLessThan(1e-14);
});
