import type { CircuitCore } from '../core/circuit-core.js';
import type { CircuitValue } from '../core/value-table.js';
import { NumericError } from '../fixed-point/numeric-error.js';
import { floorDivideIntegers, powerOfTwoExponent } from '../fixed-point/rounding.js';
import { and, not, xor } from './boolean.js';
import { compare } from './compare.js';
import { divideWithRemainder, signOf } from './division.js';
import { dropLowBits } from './drop-low-bits.js';
import { wrapSigned, wrapUnsigned } from './integer-wrap.js';

/** The divisions and remainders of arith, on integers of some width. */
export type IntegerDivision =
  | 'divsi'
  | 'divui'
  | 'floordivsi'
  | 'ceildivsi'
  | 'ceildivui'
  | 'remsi'
  | 'remui';

interface DivisionRule {
  readonly signed: boolean;
  /** The result for constants. */
  fold(a: bigint, b: bigint): bigint;
}

const ceilDivide = (a: bigint, b: bigint): bigint => -floorDivideIntegers(-a, b);

const rules: Readonly<Record<IntegerDivision, DivisionRule>> = {
  divsi: { signed: true, fold: (a, b) => a / b },
  divui: { signed: false, fold: (a, b) => a / b },
  floordivsi: { signed: true, fold: floorDivideIntegers },
  ceildivsi: { signed: true, fold: ceilDivide },
  ceildivui: { signed: false, fold: ceilDivide },
  remsi: { signed: true, fold: (a, b) => a % b },
  remui: { signed: false, fold: (a, b) => a % b },
};

/**
 * What arith defines for operands of `width` bits. A division by zero is unsatisfiable; the quotient
 * of the least integer and −1 is 2^(width−1), which wraps when it is looked at.
 */
export function integerDivision(
  core: CircuitCore,
  kind: IntegerDivision,
  a: CircuitValue,
  b: CircuitValue,
  width: number,
): CircuitValue {
  const { signed, fold } = rules[kind];
  const wrap = signed ? wrapSigned : wrapUnsigned;
  const x = wrap(core, a, width);
  const y = wrap(core, b, width);
  const dividend = core.constantInteger(x);
  const divisor = core.constantInteger(y);
  if (divisor === 0n) throw new NumericError('an integer division by zero');
  if (dividend !== undefined && divisor !== undefined) return core.integer(fold(dividend, divisor));
  if (divisor === 1n || divisor === -1n) {
    if (kind === 'remsi' || kind === 'remui') return core.real(0);
    return divisor === 1n ? x : core.neg(x);
  }
  const exponent = powerOfTwoExponent(Number(divisor ?? 0n));
  if (exponent !== undefined && divisor === 1n << BigInt(exponent)) {
    const shifted = divisionByPowerOfTwo(core, kind, x, exponent);
    if (shifted !== undefined) return shifted;
  }
  const signX = signOf(core, x);
  const signY = signOf(core, y);
  const { quotient, remainder } = divideWithRemainder(core, signX.magnitude, signY.magnitude);
  switch (kind) {
    case 'divsi':
    case 'divui':
      return core.product(core.product(signX.sign, signY.sign), quotient);
    case 'remsi':
    case 'remui':
      return core.product(signX.sign, remainder);
    case 'floordivsi':
    case 'ceildivsi':
    case 'ceildivui': {
      // Away from zero by one where the division does not come out even and rounds that way.
      const truncated = core.product(core.product(signX.sign, signY.sign), quotient);
      const inexact = compare(core, 'ne', remainder, core.real(0));
      const opposite = xor(core, signX.isNegative, signY.isNegative);
      return kind === 'floordivsi'
        ? core.sub(truncated, and(core, inexact, opposite))
        : core.add(truncated, and(core, inexact, not(core, opposite)));
    }
  }
}

/** The divisions by 2^exponent that are a choice of bits; undefined for the others. */
function divisionByPowerOfTwo(
  core: CircuitCore,
  kind: IntegerDivision,
  a: CircuitValue,
  exponent: number,
): CircuitValue | undefined {
  switch (kind) {
    case 'divui':
    case 'floordivsi':
      return dropLowBits(core, a, exponent);
    case 'ceildivsi':
    case 'ceildivui':
      return core.neg(dropLowBits(core, core.neg(a), exponent));
    case 'remui':
      return wrapUnsigned(core, a, exponent);
    case 'divsi':
    case 'remsi':
      return undefined;
  }
}
