import type { FloatTypeName } from './type.js';

const scratch = new DataView(new ArrayBuffer(8));

/** The bits of a number in a format, undefined for the formats that a double cannot hold. */
export function floatBits(
  format: FloatTypeName,
  value: number,
): { readonly low: number; readonly high: number } | undefined {
  switch (format) {
    case 'half':
      return { low: narrowBits(value, 5, 10), high: 0 };
    case 'bfloat':
      return { low: narrowBits(value, 8, 7), high: 0 };
    case 'float':
      scratch.setFloat32(0, value);
      return { low: scratch.getUint32(0), high: 0 };
    case 'double':
      scratch.setFloat64(0, value);
      return { low: scratch.getUint32(4), high: scratch.getUint32(0) };
    case 'x86_fp80':
    case 'fp128':
    case 'ppc_fp128':
      return undefined;
  }
}

/** The number with those bits in a format, undefined for the formats that a double cannot hold. */
export function floatFromBits(format: FloatTypeName, low: number, high: number): number | undefined {
  switch (format) {
    case 'half':
      return widenBits(low & 0xffff, 5, 10);
    case 'bfloat':
      return widenBits(low & 0xffff, 8, 7);
    case 'float':
      scratch.setUint32(0, low);
      return scratch.getFloat32(0);
    case 'double':
      scratch.setUint32(0, high);
      scratch.setUint32(4, low);
      return scratch.getFloat64(0);
    case 'x86_fp80':
    case 'fp128':
    case 'ppc_fp128':
      return undefined;
  }
}

/** The double with those bits. */
export function doubleOfBits(bits: bigint): number {
  scratch.setBigUint64(0, BigInt.asUintN(64, bits));
  return scratch.getFloat64(0);
}

/** {@link floatBits} as one number. */
export function bitsOfFloat(format: FloatTypeName, value: number): bigint | undefined {
  const bits = floatBits(format, value);
  return bits === undefined ? undefined : (BigInt(bits.high) << 32n) | BigInt(bits.low);
}

/** The bits of `value` in a 16-bit format, rounded to nearest even. */
export function narrowBits(value: number, exponentBits: number, fractionBits: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 1 << 15 : 0;
  const bias = 2 ** (exponentBits - 1) - 1;
  const infinity = ((1 << exponentBits) - 1) << fractionBits;
  if (Number.isNaN(value)) return infinity | (1 << (fractionBits - 1));
  const magnitude = Math.abs(value);
  if (magnitude === Infinity) return sign | infinity;
  const exponent = Math.max(1 - bias, magnitude === 0 ? 1 - bias : Math.floor(Math.log2(magnitude)));
  const steps = roundHalfEven(magnitude / 2 ** (exponent - fractionBits));
  // A significand that rounds up to the next power of two carries into the exponent by plain addition.
  const bits = steps + (exponent + bias - 1) * 2 ** fractionBits;
  return sign | Math.min(bits, infinity);
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}

/** The value of a 16-bit format with the given split. */
export function widenBits(bits: number, exponentBits: number, fractionBits: number): number {
  const sign = bits >>> 15 === 0 ? 1 : -1;
  const exponent = (bits >>> fractionBits) & ((1 << exponentBits) - 1);
  const fraction = (bits & ((1 << fractionBits) - 1)) / 2 ** fractionBits;
  const bias = 2 ** (exponentBits - 1) - 1;
  if (exponent === (1 << exponentBits) - 1) return fraction === 0 ? sign * Infinity : Number.NaN;
  return exponent === 0 ? sign * fraction * 2 ** (1 - bias) : sign * (1 + fraction) * 2 ** (exponent - bias);
}
