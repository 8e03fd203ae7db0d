import fc from 'fast-check';
import type { CircuitBuilder, CircuitValue, FixedPointFormat, RealPredicate, ReferenceValue } from '../src/index.js';
import { ReferenceArithmetic, encodeReal, floorDivideIntegers } from '../src/index.js';
import { circuitOf, Unsatisfied } from './circuit-run.js';

const format: FixedPointFormat = { integerBits: 16, fractionBits: 16 };

interface Case {
  readonly scale: number;
  readonly bits: number;
  readonly signed: boolean;
}

/** An argument's scale and range, within the format. */
const argument: fc.Arbitrary<Case> = fc
  .record({
    scale: fc.constantFrom(0, 3, 16, 16, 32),
    bits: fc.integer({ min: 1, max: 47 }),
    signed: fc.boolean(),
  })
  .map((range) => ({ ...range, bits: Math.min(range.bits, 15 + range.scale) }));

const rangeOf = ({ scale, bits, signed }: Case) => ({
  scale,
  lower: signed ? -(2 ** bits) : 0,
  upper: 2 ** bits - 1,
});

function valueOf({ bits, signed }: Case, seed: number): bigint {
  const lower = signed ? -(2 ** bits) : 0;
  const upper = 2 ** bits - 1;
  if (seed === 0) return BigInt(lower);
  if (seed === 1) return BigInt(upper);
  return BigInt(Math.min(upper, lower + Math.floor(seed * (upper - lower + 1))));
}

const seeds = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }));

const constantOrCase = fc.oneof(
  { weight: 3, arbitrary: argument },
  fc.oneof(fc.constantFrom(0, 1, -1, 0.5, 4, 0.1, -3, 100), fc.double({ min: -1000, max: 1000, noNaN: true })),
);

type Binary = <V>(m: {
  add(a: V, b: V): V;
  sub(a: V, b: V): V;
  product(a: V, b: V): V;
  neg(a: V): V;
  abs(a: V): V;
  compare(p: RealPredicate, a: V, b: V): V;
  select(c: V, a: V, b: V): V;
  maximum(a: V, b: V): V;
  minimum(a: V, b: V): V;
  real(x: number): V;
  scaled(a: V, factor: number, bits: number): V;
  shifted(a: V, k: number): V;
  roundTo(a: V, scale: number): V;
  not(a: V): V;
  and(a: V, b: V): V;
}, a: V, b: V) => V;

const operations: Readonly<Record<string, Binary>> = {
  add: (m, a, b) => m.add(a, b),
  sub: (m, a, b) => m.sub(a, b),
  product: (m, a, b) => m.product(a, b),
  square: (m, a) => m.product(a, a),
  neg: (m, a) => m.neg(a),
  abs: (m, a) => m.abs(a),
  lt: (m, a, b) => m.compare('lt', a, b),
  le: (m, a, b) => m.compare('le', a, b),
  gt: (m, a, b) => m.compare('gt', a, b),
  ge: (m, a, b) => m.compare('ge', a, b),
  eq: (m, a, b) => m.compare('eq', a, b),
  ne: (m, a, b) => m.compare('ne', a, b),
  'eq of itself': (m, a) => m.compare('eq', m.add(a, m.real(1)), m.add(m.real(1), a)),
  maximum: (m, a, b) => m.maximum(a, b),
  minimum: (m, a, b) => m.minimum(a, b),
  select: (m, a, b) => m.select(m.compare('lt', a, b), m.add(a, m.real(0.1)), m.neg(b)),
  'select of constants': (m, a, b) => m.select(m.compare('lt', a, b), m.real(0.1), m.real(-2.5)),
  'select by not': (m, a, b) => m.select(m.not(m.compare('lt', a, b)), a, m.real(7)),
  'both greater': (m, a, b) =>
    m.and(m.compare('gt', a, m.real(0.25)), m.compare('gt', b, m.real(0.25))),
  scaled: (m, a, b) => m.add(m.scaled(a, -1.75, 8), m.scaled(b, 0.3, 11)),
  'nested constants': (m, a, b) =>
    m.sub(m.real(3), m.product(m.sub(m.product(a, m.real(0.7)), m.real(5)), m.add(b, m.real(0.3)))),
  'factors outside': (m, a, b) => m.product(m.product(m.neg(a), m.real(3)), m.product(b, m.real(-0.5))),
  shifted: (m, a, b) => m.sub(m.shifted(a, 5), m.shifted(b, -5)),
  'rounded product': (m, a, b) => m.roundTo(m.product(a, b), 2),
  'rounded affine': (m, a, b) => m.roundTo(m.sub(m.product(a, m.real(0.3)), m.add(b, m.real(9.5))), 7),
  'difference of negated': (m, a, b) => m.sub(m.neg(a), m.neg(b)),
  'sum of negated': (m, a, b) => m.add(m.sub(m.real(1), a), m.sub(m.real(2), b)),
};

test.each(Object.entries(operations))('%s', (_name, operation) => {
  const full = new ReferenceArithmetic(format);
  fc.assert(
    fc.property(
      fc.tuple(argument, constantOrCase),
      fc.array(fc.tuple(seeds, seeds), { minLength: 4, maxLength: 4 }),
      ([first, second], points) => {
        const variables = typeof second === 'number' ? [first] : [first, second];
        let isConstant = false;
        const circuit = circuitOf(format, variables.map(rangeOf), (b, args) => {
          const result = operation<CircuitValue>(b, args[0], typeof second === 'number' ? b.real(second) : args[1]);
          isConstant = b.isConstant(result);
          return [result];
        });
        for (const [s, t] of points) {
          const x = valueOf(first, s);
          const y = typeof second === 'number' ? 0n : valueOf(second, t);
          const want = operation<ReferenceValue>(
            full,
            { v: x, scale: first.scale },
            typeof second === 'number' ? second : { v: y, scale: second.scale },
          );
          const [got] = circuit.run([x, y].slice(0, variables.length));
          // Bounds may tell that the result is the constant operand, which is rounded to F bits where it is stored.
          const stored = isConstant && full.scaleOf(want) > format.fractionBits ? full.toFormat(want) : want;
          expect(realOf({ v: got, scale: circuit.scales[0] })).toEqual(realOf(stored));
        }
      },
    ),
    { numRuns: 40 },
  );
});

/** A number as a fraction in lowest terms, so that equal reals of different scales are equal. */
function realOf(value: ReferenceValue): { v: bigint; scale: number } {
  let { v, scale } = typeof value === 'number' ? { v: encodeReal(value, 16), scale: 16 } : value;
  while (scale > 0 && (v & 1n) === 0n) {
    v >>= 1n;
    scale--;
  }
  return { v, scale: v === 0n ? 0 : scale };
}

const integerRoundings = {
  floor: (v: bigint, s: bigint) => v >> s,
  ceil: (v: bigint, s: bigint) => -(-v >> s),
  trunc: (v: bigint, s: bigint) => v / (1n << s),
  roundEven: (v: bigint, s: bigint) => {
    const doubled = 2n * v + (1n << s);
    const rounded = doubled >> (s + 1n);
    const isTie = doubled % (1n << (s + 1n)) === 0n;
    return isTie && rounded % 2n !== 0n ? rounded - 1n : rounded;
  },
} as const;

test.each(Object.entries(integerRoundings))('%s', (name, round) => {
  fc.assert(
    fc.property(argument, fc.array(seeds, { minLength: 8, maxLength: 8 }), (range, points) => {
      const scale = Math.min(range.scale, 16);
      const limited = { ...range, scale, bits: Math.min(range.bits, 15 + scale) };
      const circuit = circuitOf(format, [rangeOf(limited)], (b, [a]) => [
        b[name as keyof typeof integerRoundings](a),
      ]);
      const half = 1n << BigInt(Math.max(0, limited.scale - 1));
      for (const v of [...points.map((p) => valueOf(limited, p)), half, -half, 3n * half, -3n * half, 0n]) {
        if (v < BigInt(rangeOf(limited).lower) || v > BigInt(rangeOf(limited).upper)) continue;
        expect(circuit.run([v])).toEqual([round(v, BigInt(limited.scale))]);
      }
    }),
    { numRuns: 30 },
  );
});

describe('division', () => {
  const full = { scale: 16, lower: -(2 ** 31), upper: 2 ** 31 - 1 };
  const word = fc.oneof(
    fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    fc.integer({ min: -300, max: 300 }),
    fc.constantFrom(-(2 ** 31), 2 ** 31 - 1),
  );
  const quotient = circuitOf(format, [full, full], (b, [x, y]) => [b.div(x, y)]);
  const remainder = circuitOf(format, [full, full], (b, [x, y]) => [b.rem(x, y)]);

  test('rounds to nearest, ties away from zero', () => {
    fc.assert(
      fc.property(word, word, (x, y) => {
        fc.pre(y !== 0);
        const [a, b] = [BigInt(Math.abs(x)), BigInt(Math.abs(y))];
        const magnitude = floorDivideIntegers(2n * (a << 16n) + b, 2n * b);
        expect(quotient.run([BigInt(x), BigInt(y)])).toEqual([x < 0 === y < 0 ? magnitude : -magnitude]);
      }),
    );
  });

  test('remainder has the sign of the dividend', () => {
    fc.assert(
      fc.property(word, word, (x, y) => {
        fc.pre(y !== 0);
        expect(remainder.run([BigInt(x), BigInt(y)])).toEqual([BigInt(x) % BigInt(y)]);
      }),
    );
  });

  test('by zero is unsatisfiable', () => {
    expect(() => quotient.run([5n, 0n])).toThrow(Unsatisfied);
    expect(() => quotient.run([0n, 0n])).toThrow(Unsatisfied);
    expect(() => remainder.run([5n, 0n])).toThrow(Unsatisfied);
  });

  test('by a constant is within a unit', () => {
    fc.assert(
      fc.property(word, fc.double({ min: 0.01, max: 500, noNaN: true }), fc.boolean(), (x, magnitude, negative) => {
        const divisor = negative ? -magnitude : magnitude;
        const circuit = circuitOf(format, [full], (b, [a]) => [b.div(a, b.real(divisor))]);
        const [v] = circuit.run([BigInt(x)]);
        const want = x / 2 ** 16 / divisor;
        expect(Math.abs(Number(v) * 2 ** -circuit.scales[0] - want)).toBeLessThanOrEqual(
          2 ** -16 + Math.abs(want) * 2 ** -23,
        );
      }),
    );
  });
});

describe('rescale', () => {
  test('proves that a product fits the format', () => {
    const full = { scale: 16, lower: -(2 ** 31), upper: 2 ** 31 - 1 };
    const circuit = circuitOf(format, [full, full], (b, [x, y]) => [b.rescale(b.mul(x, y))]);
    expect(circuit.scales).toEqual([16]);
    expect(circuit.run([3n << 16n, -(5n << 16n)])).toEqual([-(15n << 16n)]);
    expect(circuit.run([1n, 1n << 15n])).toEqual([1n]);
    expect(circuit.run([-1n, 1n << 15n])).toEqual([0n]);
    expect(() => circuit.run([2n ** 30n, 2n ** 30n])).toThrow(Unsatisfied);
    expect(() => circuit.run([-(2n ** 30n), 2n ** 30n])).toThrow(Unsatisfied);
  });

  test('of a value that can never fit is an error', () => {
    const range = { scale: 32, lower: 2 ** 50, upper: 2 ** 51 };
    expect(() => circuitOf(format, [range], (b, [x]) => [b.rescale(x)])).toThrow(/outside the fixed-point format 16\.16/);
  });
});

describe('constants', () => {
  const range = { scale: 16, lower: -(2 ** 20), upper: 2 ** 20 };
  const run = (body: (b: CircuitBuilder, a: number) => number, v = 12345n): bigint[] =>
    circuitOf(format, [range], (b, [a]) => [body(b, a)]).run([v]);

  test('infinities fold away in orders and choices', () => {
    expect(run((b, a) => b.maximum(b.real(-Infinity), a))).toEqual([12345n]);
    expect(run((b, a) => b.minimum(a, b.real(Infinity)))).toEqual([12345n]);
    expect(run((b, a) => b.maximum(a, b.real(-3.4e38)))).toEqual([12345n]);
    expect(run((b, a) => b.compare('gt', a, b.real(-Infinity)))).toEqual([1n]);
    expect(run((b, a) => b.select(b.real(1), a, b.real(NaN)))).toEqual([12345n]);
    expect(run((b, a) => b.compare('ne', a, b.real(NaN)))).toEqual([1n]);
  });

  test.each([
    ['sum', (b: CircuitBuilder, a: number) => b.add(a, b.real(Infinity))],
    ['product', (b: CircuitBuilder, a: number) => b.mul(a, b.real(NaN))],
    ['choice', (b: CircuitBuilder, a: number) => b.select(b.compare('lt', a, b.real(0)), a, b.real(-Infinity))],
  ])('an infinity or NaN in a %s is an error', (_name, body) => {
    expect(() => run(body)).toThrow(/no fixed-point representation/);
  });

  test('cost nothing until they meet a variable', () => {
    const circuit = circuitOf(format, [range], (b, [a]) => [
      b.add(b.mul(b.mul(a, b.real(2)), b.add(b.real(0.25), b.real(0.25))), b.sub(b.real(3), b.real(3))),
    ]);
    expect(circuit.instructions).toBe(0);
  });

  test('of a sum merge with its range proof', () => {
    const full = { scale: 32, lower: -(2 ** 40), upper: 2 ** 40 - 1 };
    const circuit = circuitOf(format, [full], (b, [a]) => [
      b.rescale(b.add(b.add(a, b.real(0.5)), b.real(0.25))),
    ]);
    circuit.run([0n]);
    // one addition, one decomposition and one composition of three rows each, one subtraction
    expect(circuit.rows()).toBe(8);
  });
});

test('a value never leaves the field unnoticed', () => {
  const full = { scale: 16, lower: -(2 ** 31), upper: 2 ** 31 - 1 };
  const circuit = circuitOf(format, [full], (b, [x]) => {
    let power = x;
    for (let i = 0; i < 6; i++) power = b.mul(power, power);
    return [b.rescale(power)];
  });
  expect(circuit.run([1n << 16n])).toEqual([1n << 16n]);
  // 1.1^64 ≈ 446; six roundings at 16 bits
  expect(Math.abs(Number(circuit.run([72090n])[0]) / 2 ** 16 - 445.9)).toBeLessThan(1);
  expect(() => circuit.run([2n << 16n])).toThrow(Unsatisfied);
});
