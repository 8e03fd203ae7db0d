import { galoisField } from '@mlir2zk/llvm-emit';
import fc from 'fast-check';
import {
  bitRows,
  cheapestLength,
  decodeReal,
  elementOfSigned,
  encodeReal,
  factorBits,
  floorDivideIntegers,
  parseFixedPointFormat,
  rescaleInteger,
  signedOfElement,
} from '../src/index.js';
import { addDown, addUp, multiplyDown, multiplyUp } from '../src/fixed-point/interval.js';
import { bitLengthOf, exponentOf, fractionBitsOf, powerOfTwoExponent } from '../src/fixed-point/rounding.js';
import { roundHalfEven } from '../src/gadgets/round-to-integer.js';

describe('formats', () => {
  test('are read from I.F', () => {
    expect(parseFixedPointFormat('16.16')).toEqual({ integerBits: 16, fractionBits: 16 });
    expect(parseFixedPointFormat('2.32')).toEqual({ integerBits: 2, fractionBits: 32 });
  });

  test.each(['', '16', '16.', '1.16', '33.16', '16.0', '16.33', '-4.4', '16.16.16', '0x8.8', '1e1.4'])(
    "'%s' is none",
    (text) => {
      expect(() => parseFixedPointFormat(text)).toThrow(RangeError);
    },
  );
});

describe('rounding', () => {
  test('encodes to nearest, ties upwards, and exactly where the scale allows', () => {
    expect(encodeReal(0.1, 16)).toBe(6554n);
    expect(encodeReal(-2.5, 0)).toBe(-2n);
    expect(encodeReal(2.5, 0)).toBe(3n);
    expect(encodeReal(0.49999999999999994, 0)).toBe(0n);
    expect(encodeReal(3 * 2 ** -40, 100)).toBe(3n << 60n);
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 53n), max: 2n ** 53n }), fc.integer({ min: 0, max: 100 }), (v, scale) => {
        expect(encodeReal(decodeReal(v, scale), scale)).toBe(v);
      }),
    );
  });

  test('rescales as floor((v + 2^(s−1)) / 2^s)', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }), fc.integer({ min: 1, max: 60 }), (v, s) => {
        const unit = 1n << BigInt(s);
        expect(rescaleInteger(v, s)).toBe(floorDivideIntegers(2n * v + unit, 2n * unit));
      }),
    );
    expect(rescaleInteger(-7n, 0)).toBe(-7n);
  });

  test('knows the bits of doubles', () => {
    fc.assert(
      fc.property(fc.double({ min: 2 ** -60, max: 2 ** 60, noNaN: true }), (x) => {
        expect(2 ** exponentOf(x)).toBeLessThanOrEqual(x);
        expect(2 ** (exponentOf(x) + 1)).toBeGreaterThan(x);
        const bits = fractionBitsOf(x);
        expect(Number.isInteger(x * 2 ** bits)).toBe(true);
        expect(bits === 0 || !Number.isInteger(x * 2 ** (bits - 1))).toBe(true);
      }),
    );
    expect([0, 1, 2, 3, 4, 255, 256].map(bitLengthOf)).toEqual([0, 1, 2, 2, 3, 8, 9]);
    expect([0.25, 1, 8, 3, -8, 0].map(powerOfTwoExponent)).toEqual([-2, 0, 3, undefined, undefined, undefined]);
  });

  test('takes the even one of two nearest integers', () => {
    expect([0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 0.4, -0.6].map((x) => roundHalfEven(x) + 0)).toEqual([0, 2, 2, 0, -2, -2, 0, -1]);
  });

  test('gives small factors more bits', () => {
    const format = { integerBits: 16, fractionBits: 16 };
    expect([3, 0.75, 0.3, 0.1, 0.001, 1e-9].map((c) => factorBits(c, format))).toEqual([0, 2, 17, 19, 24, 24]);
  });
});

/** A double as an exact fraction over 2^1100. */
const exact = (x: number): bigint => {
  const bits = Math.max(0, fractionBitsOf(x));
  return BigInt(x * 2 ** bits) << BigInt(1100 - bits);
};

describe('interval ends', () => {
  const end = fc.double({ min: -(2 ** 200), max: 2 ** 200, noNaN: true }).filter((x) => x === 0 || Math.abs(x) > 2 ** -200);

  test('of sums enclose the sum', () => {
    fc.assert(
      fc.property(end, end, (a, b) => {
        const sum = exact(a) + exact(b);
        expect(exact(addDown(a, b)) <= sum && sum <= exact(addUp(a, b))).toBe(true);
      }),
    );
  });

  test('of products enclose the product', () => {
    fc.assert(
      fc.property(end, end, (a, b) => {
        const product = exact(a) * exact(b);
        const shift = 1100n;
        expect(exact(multiplyDown(a, b)) << shift <= product && product <= exact(multiplyUp(a, b)) << shift).toBe(true);
      }),
    );
  });

  test('that are small integers are exact', () => {
    const integer = fc.integer({ min: -(2 ** 26), max: 2 ** 26 });
    fc.assert(
      fc.property(integer, integer, (a, b) => {
        expect([addDown(a, b), addUp(a, b)]).toEqual([a + b, a + b]);
        expect([multiplyDown(a, b) + 0, multiplyUp(a, b) + 0]).toEqual([a * b + 0, a * b + 0]);
      }),
    );
  });
});

test('signed integers and field elements', () => {
  const field = galoisField('pallas_base');
  expect(elementOfSigned(field, -1n)).toBe(field.modulus - 1n);
  expect(signedOfElement(field, field.modulus - 5n)).toBe(-5n);
  expect(signedOfElement(field, 5n)).toBe(5n);
  expect(() => elementOfSigned(field, field.modulus / 2n + 1n)).toThrow(RangeError);
});

describe('rows of bit components', () => {
  test.each([
    [1, 3],
    [7, 3],
    [8, 6],
    [31, 3],
    [32, 6],
    [43, 3],
    [44, 6],
    [86, 6],
    [87, 15],
    [215, 15],
    [216, 30],
    [221, 27],
    [252, 27],
    [254, 30],
  ])('%d bits take %d', (n, rows) => {
    expect(bitRows(n)).toBe(rows);
  });

  test('a length is stretched by up to two bits where that is cheaper', () => {
    expect([32, 33, 43, 44].map((n) => cheapestLength(n))).toEqual([33, 33, 43, 44]);
    expect(cheapestLength(48, 16)).toBe(49); // of 48 bits 32 would be composed, in six rows instead of three
  });
});
