import type { FixedPointFormat } from './fixed-point-format.js';
import type { BitsOf, FixedPointMachine } from './fixed-point-machine.js';
import { UnsatisfiableError } from './numeric-error.js';
import type { RealPredicate } from './predicates.js';
import { factorBits } from './product-scale.js';
import {
  decodeReal,
  encodeReal,
  fractionBitsOf,
  powerOfTwo,
  powerOfTwoExponent,
  rescaleInteger,
} from './rounding.js';

/** A constant, or the real v·2^(−scale). */
export type ReferenceValue = number | FixedPointNumber;

export interface FixedPointNumber {
  readonly v: bigint;
  readonly scale: number;
}

/**
 * Fixed-point arithmetic on integers: what circuits must compute, bit for bit. It knows no ranges,
 * so where a circuit cannot prove that a value fits the format, this returns the value.
 */
export class ReferenceArithmetic implements FixedPointMachine<ReferenceValue> {
  readonly format: FixedPointFormat;

  constructor(format: FixedPointFormat) {
    this.format = format;
  }

  real(value: number): ReferenceValue {
    return value;
  }

  scaleOf(a: ReferenceValue): number {
    return typeof a === 'number' ? this.format.fractionBits : a.scale;
  }

  add(a: ReferenceValue, b: ReferenceValue): ReferenceValue {
    if (typeof a === 'number' && typeof b === 'number') return a + b;
    const [x, y] = this.aligned(a, b);
    return { v: x.v + y.v, scale: x.scale };
  }

  sub(a: ReferenceValue, b: ReferenceValue): ReferenceValue {
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    const [x, y] = this.aligned(a, b);
    return { v: x.v - y.v, scale: x.scale };
  }

  neg(a: ReferenceValue): ReferenceValue {
    return typeof a === 'number' ? -a : { v: -a.v, scale: a.scale };
  }

  product(a: ReferenceValue, b: ReferenceValue): ReferenceValue {
    if (typeof a === 'number') {
      if (typeof b === 'number') return a * b;
      return this.product(b, a);
    }
    if (typeof b === 'number') {
      const exponent = powerOfTwoExponent(b);
      if (exponent !== undefined) return this.shifted(a, exponent);
      return this.scaled(a, b, factorBits(b, this.format));
    }
    return { v: a.v * b.v, scale: a.scale + b.scale };
  }

  scaled(a: ReferenceValue, factor: number, bits: number): ReferenceValue {
    if (typeof a === 'number') return a * factor;
    return { v: a.v * encodeReal(factor, bits), scale: a.scale + bits };
  }

  shifted(a: ReferenceValue, k: number): ReferenceValue {
    if (typeof a === 'number') return a * powerOfTwo(k);
    const scale = a.scale - k;
    return scale >= 0 ? { v: a.v, scale } : { v: a.v << BigInt(-scale), scale: 0 };
  }

  roundTo(a: ReferenceValue, scale: number): ReferenceValue {
    return this.encoded(a, scale);
  }

  /** What {@link roundTo} returns, which never is a constant. */
  encoded(a: ReferenceValue, scale: number): FixedPointNumber {
    if (typeof a === 'number') return { v: encodeReal(a, scale), scale };
    const drop = a.scale - scale;
    if (drop <= 0) return { v: a.v << BigInt(-drop), scale };
    return { v: rescaleInteger(a.v, drop), scale };
  }

  toFormat(a: ReferenceValue): ReferenceValue {
    return this.roundTo(a, this.format.fractionBits);
  }

  within(a: ReferenceValue, lower: number, upper: number): ReferenceValue {
    const real = typeof a === 'number' ? a : decodeReal(a.v, a.scale);
    if (real >= lower && real <= upper) return a;
    throw new RangeError(`${real} is not between ${lower} and ${upper}`); // a bug of the function, not of the input
  }

  isKnownFalse(a: ReferenceValue): boolean {
    return !isTrue(a);
  }

  compare(predicate: RealPredicate, a: ReferenceValue, b: ReferenceValue): ReferenceValue {
    return boolean(holds(predicate, this.comparison(a, b)));
  }

  select(condition: ReferenceValue, a: ReferenceValue, b: ReferenceValue): ReferenceValue {
    if (typeof condition === 'number') return isTrue(condition) ? a : b;
    const both =
      typeof a === 'number' && typeof b === 'number'
        ? this.constantPair(a, b)
        : this.aligned(a, b);
    return both[isTrue(condition) ? 0 : 1];
  }

  abs(a: ReferenceValue): ReferenceValue {
    if (typeof a === 'number') return Math.abs(a);
    return { v: a.v < 0n ? -a.v : a.v, scale: a.scale };
  }

  maximum(a: ReferenceValue, b: ReferenceValue): ReferenceValue {
    return this.select(this.compare('ge', a, b), a, b);
  }

  minimum(a: ReferenceValue, b: ReferenceValue): ReferenceValue {
    return this.select(this.compare('le', a, b), a, b);
  }

  not(a: ReferenceValue): ReferenceValue {
    return boolean(!isTrue(a));
  }

  and(a: ReferenceValue, b: ReferenceValue): ReferenceValue {
    return boolean(isTrue(a) && isTrue(b));
  }

  decompose(a: ReferenceValue): BitsOf<ReferenceValue> {
    const v = this.exact(a).v;
    if (v < 0n) throw new UnsatisfiableError('a value that must not be negative is');
    const slice = (low: number, count: number): FixedPointNumber => ({
      v: BigInt.asUintN(count, v >> BigInt(low)),
      scale: 0,
    });
    return {
      bit: (position) => slice(position, 1),
      slice,
      top: (low) => ({ v: v >> BigInt(low), scale: 0 }),
    };
  }

  quotient(a: ReferenceValue, b: ReferenceValue, scale: number): ReferenceValue {
    const x = this.exact(a);
    const y = this.exact(b);
    if (x.v < 0n || y.v <= 0n) throw new UnsatisfiableError('a division by zero');
    // round(x/y) = floor((2x + y) / 2y), where x is first raised by the bits the quotient keeps.
    const shift = scale + y.scale - x.scale;
    const dividend = x.v << BigInt(Math.max(0, shift));
    const divisor = y.v << BigInt(Math.max(0, -shift));
    return { v: (2n * dividend + divisor) / (2n * divisor), scale };
  }

  requireZero(a: ReferenceValue): void {
    if (this.exact(a).v !== 0n) throw new UnsatisfiableError('a value that must be zero is not');
  }

  requireBits(a: ReferenceValue, length: number): ReferenceValue {
    const { v } = this.exact(a);
    if (v >= 0n && v < 1n << BigInt(length)) return a;
    throw new UnsatisfiableError(`a value does not fit ${length} bits`);
  }

  /** The sign of a − b. */
  private comparison(a: ReferenceValue, b: ReferenceValue): number {
    if (typeof a === 'number' && typeof b === 'number') return Math.sign(a - b);
    const [x, y] = this.aligned(a, b);
    return x.v < y.v ? -1 : x.v > y.v ? 1 : 0;
  }

  private aligned(a: ReferenceValue, b: ReferenceValue): [FixedPointNumber, FixedPointNumber] {
    const x = typeof a === 'number' ? this.constantBeside(a, b) : a;
    const y = typeof b === 'number' ? this.constantBeside(b, a) : b;
    const scale = Math.max(x.scale, y.scale);
    return [raised(x, scale), raised(y, scale)];
  }

  /** Two constants between which a variable chooses: at the least scale up to F that is exact for both. */
  private constantPair(a: number, b: number): [FixedPointNumber, FixedPointNumber] {
    const bits = Math.max(fractionBitsOf(a), fractionBitsOf(b));
    const scale = Math.min(bits, this.format.fractionBits);
    return [
      { v: encodeReal(a, scale), scale },
      { v: encodeReal(b, scale), scale },
    ];
  }

  /** A constant that meets a value: at the value's scale, or finer, up to F bits, as far as it needs. */
  private constantBeside(c: number, other: ReferenceValue): FixedPointNumber {
    const needed = Math.min(fractionBitsOf(c), this.format.fractionBits);
    const scale = typeof other === 'number' ? needed : Math.max(needed, other.scale);
    return { v: encodeReal(c, scale), scale };
  }

  private exact(a: ReferenceValue): FixedPointNumber {
    return typeof a === 'number' ? this.constantBeside(a, 0) : a;
  }
}

function raised(a: FixedPointNumber, scale: number): FixedPointNumber {
  return scale === a.scale ? a : { v: a.v << BigInt(scale - a.scale), scale };
}

function boolean(value: boolean): FixedPointNumber {
  return { v: value ? 1n : 0n, scale: 0 };
}

function isTrue(a: ReferenceValue): boolean {
  return typeof a === 'number' ? a !== 0 : a.v !== 0n;
}

/** Whether a predicate holds of two numbers whose difference has sign `order`. */
export function holds(predicate: RealPredicate, order: number): boolean {
  switch (predicate) {
    case 'eq':
      return order === 0;
    case 'ne':
      return order !== 0;
    case 'lt':
      return order < 0;
    case 'le':
      return order <= 0;
    case 'gt':
      return order > 0;
    case 'ge':
      return order >= 0;
  }
}
