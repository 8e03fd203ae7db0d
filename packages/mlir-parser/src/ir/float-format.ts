import type { FloatTypeName } from './type.js';

/** What the all-ones exponent (or another reserved pattern) of a format stands for. */
export type NonFiniteBehaviour =
  /** Infinities and NaNs as in IEEE 754. */
  | 'ieee'
  /** No infinity; all ones is NaN. */
  | 'nan-all-ones'
  /** No infinity; the pattern of minus zero is the only NaN. */
  | 'nan-negative-zero'
  /** Neither infinity nor NaN. */
  | 'finite-only';

/** A binary floating-point format: `bits` = sign + exponent + `mantissa` stored bits. */
export interface FloatFormat {
  readonly bits: number;
  readonly exponent: number;
  /** Stored mantissa bits; f80 stores the leading one too. */
  readonly mantissa: number;
  readonly bias: number;
  readonly nonFinite: NonFiniteBehaviour;
  readonly explicitLeadingBit: boolean;
  readonly signed: boolean;
}

function format(exponent: number, mantissa: number, more: Partial<FloatFormat> = {}): FloatFormat {
  return {
    bits: 1 + exponent + mantissa, exponent, mantissa, bias: 2 ** (exponent - 1) - 1,
    nonFinite: 'ieee', explicitLeadingBit: false, signed: true, ...more,
  };
}

/** The formats of MLIR's float types. */
export const floatFormats: Readonly<Record<FloatTypeName, FloatFormat>> = {
  f16: format(5, 10),
  bf16: format(8, 7),
  tf32: format(8, 10),
  f32: format(8, 23),
  f64: format(11, 52),
  f80: format(15, 64, { explicitLeadingBit: true }),
  f128: format(15, 112),
  f8E5M2: format(5, 2),
  f8E4M3: format(4, 3),
  f8E3M4: format(3, 4),
  f8E4M3FN: format(4, 3, { nonFinite: 'nan-all-ones' }),
  f8E5M2FNUZ: format(5, 2, { bias: 16, nonFinite: 'nan-negative-zero' }),
  f8E4M3FNUZ: format(4, 3, { bias: 8, nonFinite: 'nan-negative-zero' }),
  f8E4M3B11FNUZ: format(4, 3, { bias: 11, nonFinite: 'nan-negative-zero' }),
  f6E2M3FN: format(2, 3, { nonFinite: 'finite-only' }),
  f6E3M2FN: format(3, 2, { nonFinite: 'finite-only' }),
  f4E2M1FN: format(2, 1, { nonFinite: 'finite-only' }),
  f8E8M0FNU: { bits: 8, exponent: 8, mantissa: 0, bias: 127, nonFinite: 'nan-all-ones', explicitLeadingBit: false, signed: false },
};

const scratch = new DataView(new ArrayBuffer(8));

/** The encoding of `value` in format `name`, rounded to nearest, ties to even; NaN becomes the format's quiet NaN. */
export function floatToBits(name: FloatTypeName, value: number): bigint {
  if (name === 'f64' && !Number.isNaN(value)) {
    scratch.setFloat64(0, value);
    return scratch.getBigUint64(0);
  }
  if (name === 'f32' && !Number.isNaN(value)) {
    scratch.setFloat32(0, value);
    return BigInt(scratch.getUint32(0));
  }
  return encode(floatFormats[name], value);
}

/** The value that `bits` encode in format `name`, as a double (rounded for f80 and f128, which may overflow to infinity). */
export function bitsToFloat(name: FloatTypeName, bits: bigint): number {
  if (name === 'f32') {
    scratch.setUint32(0, Number(bits & 0xffffffffn));
    return scratch.getFloat32(0);
  }
  if (name === 'f64') {
    scratch.setBigUint64(0, bits);
    return scratch.getFloat64(0);
  }
  const decoded = decodeFloat(name, bits);
  if (decoded.kind !== 'finite') return decoded.kind === 'nan' ? NaN : decoded.negative ? -Infinity : Infinity;
  return (decoded.negative ? -1 : 1) * scale(decoded.significand, decoded.exponent);
}

/** An encoding taken apart: the value is ±significand·2^exponent. */
export type DecodedFloat =
  | { readonly kind: 'finite'; readonly negative: boolean; readonly significand: bigint; readonly exponent: number }
  | { readonly kind: 'infinity' | 'nan'; readonly negative: boolean };

/** Splits the encoding `bits` into its parts. */
export function decodeFloat(name: FloatTypeName, bits: bigint): DecodedFloat {
  const format = floatFormats[name];
  const mantissaBits = BigInt(format.mantissa);
  const negative = format.signed && (bits >> BigInt(format.bits - 1) & 1n) === 1n;
  const exponentOnes = (1n << BigInt(format.exponent)) - 1n;
  const exponentField = bits >> mantissaBits & exponentOnes;
  const mantissaOnes = (1n << mantissaBits) - 1n;
  const mantissa = bits & mantissaOnes;
  const fraction = format.explicitLeadingBit ? mantissa & (mantissaOnes >> 1n) : mantissa;
  const allOnes = exponentField === exponentOnes;
  if (format.nonFinite === 'ieee' && allOnes) return { kind: fraction === 0n && (!format.explicitLeadingBit || mantissa !== 0n) ? 'infinity' : 'nan', negative };
  if (format.nonFinite === 'nan-all-ones' && allOnes && mantissa === mantissaOnes) return { kind: 'nan', negative };
  if (format.nonFinite === 'nan-negative-zero' && negative && exponentField === 0n && mantissa === 0n)
    return { kind: 'nan', negative };
  // An x87 number whose leading bit is missing is none.
  if (format.explicitLeadingBit && exponentField !== 0n && mantissa >> (mantissaBits - 1n) === 0n) return { kind: 'nan', negative };
  const fractionBits = format.explicitLeadingBit ? format.mantissa - 1 : format.mantissa;
  if (exponentField === 0n && format.signed)
    return { kind: 'finite', negative, significand: mantissa, exponent: 1 - format.bias - fractionBits };
  const significand = format.explicitLeadingBit ? mantissa : mantissa | 1n << mantissaBits;
  return { kind: 'finite', negative, significand, exponent: Number(exponentField) - format.bias - fractionBits };
}

/** `bits` with encodings that are no numbers (f80 without its leading bit) made the NaN that LLVM reads them as. */
export function canonicalFloatBits(name: FloatTypeName, bits: bigint): bigint {
  const format = floatFormats[name];
  if (!format.explicitLeadingBit || decodeFloat(name, bits).kind !== 'nan') return bits;
  return bits | (((1n << BigInt(format.exponent)) - 1n) << BigInt(format.mantissa));
}

/** Significant bits of format `name`, the leading one included. */
export function floatPrecision(name: FloatTypeName): number {
  const format = floatFormats[name];
  return format.explicitLeadingBit ? format.mantissa : format.mantissa + 1;
}

function encode(format: FloatFormat, value: number): bigint {
  const negative = value < 0 || Object.is(value, -0);
  if (Number.isNaN(value)) return quietNaN(format);
  if (!Number.isFinite(value)) return signBit(format, negative) | overflow(format);
  scratch.setFloat64(0, Math.abs(value));
  const double = scratch.getBigUint64(0);
  const field = Number(double >> 52n);
  const significand = (double & 0xfffffffffffffn) | (field === 0 ? 0n : 1n << 52n);
  const power = Math.max(field, 1) - 1075;
  return power < 0
    ? encodeRatio(format, negative, significand, 1n << BigInt(-power))
    : encodeRatio(format, negative, significand << BigInt(power), 1n);
}

/** The encoding of ±digits·10^power in format `name`, rounded once, to nearest, ties to even. */
export function decimalToBits(name: FloatTypeName, negative: boolean, digits: bigint, power: number): bigint {
  return power < 0
    ? encodeRatio(floatFormats[name], negative, digits, 10n ** BigInt(-power))
    : encodeRatio(floatFormats[name], negative, digits * 10n ** BigInt(power), 1n);
}

function signBit(format: FloatFormat, negative: boolean): bigint {
  return format.signed && negative ? 1n << BigInt(format.bits - 1) : 0n;
}

/** The encoding of ±numerator/denominator, rounded to nearest, ties to even. */
function encodeRatio(format: FloatFormat, negative: boolean, numerator: bigint, denominator: bigint): bigint {
  const sign = signBit(format, negative);
  if (numerator === 0n) return format.nonFinite === 'nan-negative-zero' ? 0n : sign;
  const fractionBits = format.explicitLeadingBit ? format.mantissa - 1 : format.mantissa;
  const lowest = format.signed ? 1 - format.bias : -format.bias;
  // floor(log2) of the value, by the lengths of the numbers and one comparison.
  let leading = bitLength(numerator) - bitLength(denominator);
  if (leading >= 0 ? numerator < denominator << BigInt(leading) : numerator << BigInt(-leading) < denominator) leading--;
  const unit = Math.max(leading, lowest) - fractionBits;
  let rounded = unit >= 0
    ? dividedRounded(numerator, denominator << BigInt(unit))
    : dividedRounded(numerator << BigInt(-unit), denominator);
  let exponent = Math.max(leading, lowest) + format.bias;
  if (bitLength(rounded) > fractionBits + 1) {
    rounded >>= 1n;
    exponent++;
  }
  if (format.signed && bitLength(rounded) <= fractionBits) exponent = 0; // subnormal
  const highest = (1 << format.exponent) - (format.nonFinite === 'ieee' ? 2 : 1);
  if (exponent > highest) return sign | overflow(format);
  const mantissa = format.explicitLeadingBit ? rounded : rounded & ((1n << BigInt(format.mantissa)) - 1n);
  const bits = (BigInt(exponent) << BigInt(format.mantissa)) | mantissa;
  if (format.nonFinite === 'nan-all-ones' && bits === quietNaN(format)) return sign | overflow(format);
  if (bits === 0n && format.nonFinite === 'nan-negative-zero') return 0n;
  return sign | bits;
}

function quietNaN(format: FloatFormat): bigint {
  const exponentOnes = ((1n << BigInt(format.exponent)) - 1n) << BigInt(format.mantissa);
  switch (format.nonFinite) {
    case 'ieee':
      return exponentOnes | (format.explicitLeadingBit ? 3n << BigInt(format.mantissa - 2) : 1n << BigInt(format.mantissa - 1));
    case 'nan-all-ones':
      return exponentOnes | ((1n << BigInt(format.mantissa)) - 1n);
    case 'nan-negative-zero':
      return 1n << BigInt(format.bits - 1);
    case 'finite-only':
      return 1n << BigInt(format.bits - 1); // what LLVM makes of NaN here: minus zero
  }
}

/** The encoding of what is too large: infinity where there is one, else NaN, else the largest number. */
function overflow(format: FloatFormat): bigint {
  switch (format.nonFinite) {
    case 'ieee':
      return (((1n << BigInt(format.exponent)) - 1n) << BigInt(format.mantissa)) | (format.explicitLeadingBit ? 1n << 63n : 0n);
    case 'nan-all-ones':
    case 'nan-negative-zero':
      return quietNaN(format);
    case 'finite-only':
      return (1n << BigInt(format.bits - 1)) - 1n;
  }
}

function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}

function dividedRounded(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const twice = 2n * (dividend - quotient * divisor);
  return twice > divisor || (twice === divisor && (quotient & 1n) === 1n) ? quotient + 1n : quotient;
}

/** significand · 2^exponent as a double, rounded once. */
function scale(significand: bigint, exponent: number): number {
  const excess = bitLength(significand) - 64;
  if (excess > 0) {
    // A sticky bit keeps the rounding of the conversion to double right.
    const sticky = (significand & ((1n << BigInt(excess)) - 1n)) === 0n ? 0n : 1n;
    return scale((significand >> BigInt(excess)) | sticky, exponent + excess);
  }
  const value = Number(significand);
  // Two steps, since 2^exponent alone may leave the range of doubles.
  const half = Math.trunc(exponent / 2);
  return value * 2 ** half * 2 ** (exponent - half);
}
