import fc from 'fast-check';
import type { CircuitBuilder, CircuitValue, IntegerPredicate } from '../src/index.js';
import { defaultFixedPointFormat, floorDivideIntegers } from '../src/index.js';
import { circuitOf, Unsatisfied } from './circuit-run.js';

type Emit = (b: CircuitBuilder, x: CircuitValue, y: CircuitValue, width: number) => CircuitValue;
/** On the representatives of the operation's signedness; the result is taken mod 2^N. */
type Meaning = (x: bigint, y: bigint, width: number) => bigint;

interface Row {
  readonly signed: boolean;
  readonly emit: Emit;
  readonly meaning: Meaning;
}

const bit = (value: boolean): bigint => (value ? 1n : 0n);
const power = (y: bigint): bigint => 1n << y;
const ceilDivide: Meaning = (x, y) => -floorDivideIntegers(-x, y);

const rows: Readonly<Record<string, Row>> = {
  addi: { signed: true, emit: (b, x, y, w) => b.addi(x, y, w), meaning: (x, y) => x + y },
  subi: { signed: true, emit: (b, x, y, w) => b.subi(x, y, w), meaning: (x, y) => x - y },
  muli: { signed: true, emit: (b, x, y, w) => b.muli(x, y, w), meaning: (x, y) => x * y },
  divsi: { signed: true, emit: (b, x, y, w) => b.divsi(x, y, w), meaning: (x, y) => x / y },
  divui: { signed: false, emit: (b, x, y, w) => b.divui(x, y, w), meaning: (x, y) => x / y },
  floordivsi: { signed: true, emit: (b, x, y, w) => b.floordivsi(x, y, w), meaning: floorDivideIntegers },
  ceildivsi: { signed: true, emit: (b, x, y, w) => b.ceildivsi(x, y, w), meaning: ceilDivide },
  ceildivui: { signed: false, emit: (b, x, y, w) => b.ceildivui(x, y, w), meaning: ceilDivide },
  remsi: { signed: true, emit: (b, x, y, w) => b.remsi(x, y, w), meaning: (x, y) => x % y },
  remui: { signed: false, emit: (b, x, y, w) => b.remui(x, y, w), meaning: (x, y) => x % y },
  andi: { signed: false, emit: (b, x, y, w) => b.andi(x, y, w), meaning: (x, y) => x & y },
  ori: { signed: false, emit: (b, x, y, w) => b.ori(x, y, w), meaning: (x, y) => x | y },
  xori: { signed: false, emit: (b, x, y, w) => b.xori(x, y, w), meaning: (x, y) => x ^ y },
  maxsi: { signed: true, emit: (b, x, y, w) => b.maxsi(x, y, w), meaning: (x, y) => (x > y ? x : y) },
  minsi: { signed: true, emit: (b, x, y, w) => b.minsi(x, y, w), meaning: (x, y) => (x < y ? x : y) },
  maxui: { signed: false, emit: (b, x, y, w) => b.maxui(x, y, w), meaning: (x, y) => (x > y ? x : y) },
  minui: { signed: false, emit: (b, x, y, w) => b.minui(x, y, w), meaning: (x, y) => (x < y ? x : y) },
  absi: { signed: true, emit: (b, x, _y, w) => b.absi(x, w), meaning: (x) => (x < 0n ? -x : x) },
};

/** Signed and unsigned predicates with what they mean on representatives of that signedness. */
const predicates: Readonly<Record<IntegerPredicate, Omit<Row, 'emit'>>> = {
  eq: { signed: true, meaning: (x, y) => bit(x === y) },
  ne: { signed: true, meaning: (x, y) => bit(x !== y) },
  slt: { signed: true, meaning: (x, y) => bit(x < y) },
  sle: { signed: true, meaning: (x, y) => bit(x <= y) },
  sgt: { signed: true, meaning: (x, y) => bit(x > y) },
  sge: { signed: true, meaning: (x, y) => bit(x >= y) },
  ult: { signed: false, meaning: (x, y) => bit(x < y) },
  ule: { signed: false, meaning: (x, y) => bit(x <= y) },
  ugt: { signed: false, meaning: (x, y) => bit(x > y) },
  uge: { signed: false, meaning: (x, y) => bit(x >= y) },
};

const division = /div|rem/;
const widths = fc.constantFrom(1, 4, 8, 13, 32, 64);

/** An integer of `width` bits, often at or near an end of the range. */
const word = (width: number): fc.Arbitrary<bigint> =>
  fc.oneof(
    fc.bigInt({ min: -(2n ** BigInt(width - 1)), max: 2n ** BigInt(width - 1) - 1n }),
    fc.constantFrom(0n, 1n, -1n, 2n ** BigInt(width - 1) - 1n, -(2n ** BigInt(width - 1))),
  );

const signedRange = (width: number) => ({
  scale: 0,
  lower: -(2 ** (width - 1)),
  upper: width > 53 ? 2 ** (width - 1) * (1 - 2 ** -53) : 2 ** (width - 1) - 1,
});

/** Booleans are 0 and 1, wider arguments signed. */
const argumentRange = (width: number) => (width === 1 ? { scale: 0, lower: 0, upper: 1 } : signedRange(width));

const argumentOf = (value: bigint, width: number): bigint => (width === 1 ? BigInt.asUintN(1, value) : value);

function check(name: string, emit: Emit, signed: boolean, meaning: Meaning, x: bigint, y: bigint, width: number, constant: boolean): void {
  const range = argumentRange(width);
  // The doubles around 2^63 are not integers of i64; such bounds are only nearly reached.
  const [a, c] = [argumentOf(x, width), argumentOf(y, width)];
  if (Number(a) > range.upper || Number(c) > range.upper) return;
  const circuit = constant
    ? circuitOf(defaultFixedPointFormat, [range], (b, [p]) => [b.wrapUnsigned(emit(b, p, b.integer(c), width), width)])
    : circuitOf(defaultFixedPointFormat, [range, range], (b, [p, q]) => [
        b.wrapUnsigned(emit(b, p, q, width), width),
      ]);
  const view = (v: bigint): bigint => (signed ? BigInt.asIntN(width, v) : BigInt.asUintN(width, v));
  const args = constant ? [a] : [a, c];
  if (division.test(name) && view(y) === 0n) {
    expect(() => circuit.run(args)).toThrow(Unsatisfied);
    return;
  }
  expect(circuit.run(args)).toEqual([BigInt.asUintN(width, meaning(view(x), view(y), width))]);
}

const testCase = widths.chain((width) =>
  fc.record({ width: fc.constant(width), x: word(width), y: word(width), constant: fc.boolean() }),
);

test.each(Object.entries(rows))('%s', (name, { signed, emit, meaning }) => {
  fc.assert(
    fc.property(testCase, ({ width, x, y, constant }) => {
      const view = (v: bigint): bigint => (signed ? BigInt.asIntN(width, v) : BigInt.asUintN(width, v));
      fc.pre(!(constant && division.test(name) && view(y) === 0n));
      check(name, emit, signed, meaning, x, y, width, constant);
    }),
    { numRuns: 40 },
  );
});

test.each(Object.entries(predicates))('cmpi %s', (name, { signed, meaning }) => {
  const emit: Emit = (b, x, y, w) => b.cmpi(name as IntegerPredicate, x, y, w);
  const near = testCase.chain((c) =>
    fc.constantFrom(c, { ...c, y: c.x }, { ...c, y: BigInt.asIntN(c.width, c.x + 1n) }),
  );
  fc.assert(
    fc.property(near, ({ width, x, y, constant }) => {
      const range = argumentRange(width);
      const [a, c] = [argumentOf(x, width), argumentOf(y, width)];
      fc.pre(Number(a) <= range.upper && Number(c) <= range.upper);
      const circuit = constant
        ? circuitOf(defaultFixedPointFormat, [range], (b, [p]) => [emit(b, p, b.integer(c), width)])
        : circuitOf(defaultFixedPointFormat, [range, range], (b, [p, q]) => [emit(b, p, q, width)]);
      const view = (v: bigint): bigint => (signed ? BigInt.asIntN(width, v) : BigInt.asUintN(width, v));
      expect(circuit.run(constant ? [a] : [a, c])).toEqual([meaning(view(x), view(y), width)]);
    }),
    { numRuns: 40 },
  );
});

test.each(['shli', 'shrsi', 'shrui'] as const)('%s', (kind) => {
  const meanings = {
    shli: (x: bigint, y: bigint) => x * power(y),
    shrsi: (x: bigint, y: bigint) => x >> y,
    shrui: (x: bigint, y: bigint) => x >> y,
  };
  const cases = fc.constantFrom(4, 8, 13, 32).chain((width) =>
    fc.record({
      width: fc.constant(width),
      x: word(width),
      y: fc.bigInt({ min: 0n, max: BigInt(width - 1) }),
      constant: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(cases, ({ width, x, y, constant }) => {
      const emit: Emit = (b, p, q, w) => b[kind](p, q, w);
      check(kind, emit, kind === 'shrsi', meanings[kind], x, y, width, constant);
    }),
    { numRuns: 40 },
  );
});

describe('wrapping', () => {
  test('is free where the bounds say that nothing wraps', () => {
    const range = { scale: 0, lower: -100, upper: 100 };
    const circuit = circuitOf(defaultFixedPointFormat, [range], (b, [a]) => [
      b.wrapSigned(b.addi(a, b.integer(27), 8), 8),
    ]);
    expect(circuit.instructions).toBe(1);
  });

  test('keeps long chains of products in the field', () => {
    fc.assert(
      fc.property(word(64), word(64), (x, y) => {
        fc.pre(Number(x) <= signedRange(64).upper && Number(y) <= signedRange(64).upper);
        const circuit = circuitOf(defaultFixedPointFormat, [signedRange(64), signedRange(64)], (b, [p, q]) => {
          let product = b.muli(p, q, 64);
          for (let i = 0; i < 5; i++) product = b.addi(b.muli(product, p, 64), b.muli(q, product, 64), 64);
          return [b.wrapSigned(product, 64)];
        });
        let want = x * y;
        for (let i = 0; i < 5; i++) want = BigInt.asIntN(64, want * x + y * want);
        expect(circuit.run([x, y])).toEqual([BigInt.asIntN(64, want)]);
      }),
      { numRuns: 10 },
    );
  });

  test('reads booleans as arith does', () => {
    const circuit = circuitOf(defaultFixedPointFormat, [{ scale: 0, lower: 0, upper: 1 }], (b, [a]) => [
      b.wrapSigned(a, 1),
      b.wrapUnsigned(a, 1),
    ]);
    expect(circuit.run([1n])).toEqual([-1n, 1n]);
    expect(circuit.run([0n])).toEqual([0n, 0n]);
  });
});

describe('elements at a computed index', () => {
  const index = { scale: 0, lower: -5, upper: 20 };
  const element = { scale: 16, lower: -(2 ** 31), upper: 2 ** 31 - 1 };
  const values = [7n, -3n, 100n, 2n ** 30n];

  test('are selected, and the index is proven to be in range', () => {
    const circuit = circuitOf(
      defaultFixedPointFormat,
      [index, element, element, element, element],
      (b, [i, ...elements]) => [b.selectElement(Int32Array.from(elements), i)],
    );
    for (const [i, value] of values.entries()) expect(circuit.run([BigInt(i), ...values])).toEqual([value]);
    for (const i of [-1n, 4n, 17n]) expect(() => circuit.run([i, ...values])).toThrow(Unsatisfied);
  });

  test('of constants are selected', () => {
    const table = [0.5, 3, -7.25];
    const circuit = circuitOf(defaultFixedPointFormat, [index], (b, [i]) => [
      b.selectElement(Int32Array.from(table, (real) => b.real(real)), i),
    ]);
    for (const [i, real] of table.entries()) {
      expect(Number(circuit.run([BigInt(i)])[0]) * 2 ** -circuit.scales[0]).toBe(real);
    }
  });

  test('are updated', () => {
    const circuit = circuitOf(
      defaultFixedPointFormat,
      [index, element, element, element, element],
      (b, [i, ...elements]) => b.updateElement(Int32Array.from(elements), i, b.real(1)),
    );
    expect(circuit.run([2n, ...values])).toEqual([7n, -3n, 1n << 16n, 2n ** 30n]);
    expect(() => circuit.run([4n, ...values])).toThrow(Unsatisfied);
  });

  test('at a constant index cost nothing', () => {
    const circuit = circuitOf(defaultFixedPointFormat, [element, element], (b, elements) => [
      b.selectElement(elements, b.integer(1)),
    ]);
    expect(circuit.instructions).toBe(0);
    expect(() =>
      circuitOf(defaultFixedPointFormat, [element], (b, elements) => [b.selectElement(elements, b.integer(1))]),
    ).toThrow('index 1 is outside an array of 1 elements');
  });
});
