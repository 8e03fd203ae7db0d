/** 2^exponent as a double, exact for |exponent| ≤ 1022. */
export function powerOfTwo(exponent: number): number {
  return POWERS[exponent + POWER_LIMIT] ?? 2 ** exponent;
}

const POWER_LIMIT = 300;
const POWERS = Float64Array.from({ length: 2 * POWER_LIMIT + 1 }, (_, i) => 2 ** (i - POWER_LIMIT));

/**
 * round(real·2^scale), ties upwards, as an integral double.
 *
 * Math.round is exact on doubles, and the product only moves the exponent.
 */
export function encodeNumber(real: number, scale: number): number {
  return Math.round(real * powerOfTwo(scale));
}

/** round(real·2^scale), ties upwards. @throws RangeError if `real` is not finite */
export function encodeReal(real: number, scale: number): bigint {
  return BigInt(encodeNumber(real, scale));
}

/** The double nearest to v·2^(−scale). */
export function decodeReal(v: bigint, scale: number): number {
  return Number(v) * powerOfTwo(-scale);
}

/** `real` rounded to a multiple of 2^(−scale), ties upwards. */
export function roundToScale(real: number, scale: number): number {
  return encodeNumber(real, scale) * powerOfTwo(-scale);
}

/** Drops s bits with rounding, ties upwards: floor((v + 2^(s−1)) / 2^s). */
export function rescaleInteger(v: bigint, s: number): bigint {
  return s === 0 ? v : (v + (1n << BigInt(s - 1))) >> BigInt(s);
}

/** floor(a / b) for b ≠ 0. */
export function floorDivideIntegers(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

const scratch = new Float64Array(1);
const scratchWords = new Uint32Array(scratch.buffer);
/** Where the sign and exponent of a double are in a pair of 32-bit words. */
const HIGH_WORD = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** floor(log2 |x|) of a normal double. */
export function exponentOf(x: number): number {
  scratch[0] = x;
  return ((scratchWords[HIGH_WORD] >>> 20) & 0x7ff) - 1023;
}

/** Number of bits of an integral double ≥ 0; 0 for 0. */
export function bitLengthOf(x: number): number {
  return x < 1 ? 0 : exponentOf(x) + 1;
}

/** Fraction bits of a finite double: the least k ≥ 0 such that x·2^k is an integer. */
export function fractionBitsOf(x: number): number {
  if (Number.isInteger(x)) return 0;
  let low = 0; // x·2^low is no integer
  let high = 52 - exponentOf(x);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (Number.isInteger(x * powerOfTwo(middle))) high = middle;
    else low = middle;
  }
  return high;
}

/** k if x = 2^k, else undefined. */
export function powerOfTwoExponent(x: number): number | undefined {
  if (!(x > 0)) return undefined;
  const exponent = exponentOf(x);
  return x === powerOfTwo(exponent) ? exponent : undefined;
}
