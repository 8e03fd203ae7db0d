import type { FloatType } from '../ir/type.js';

const scratch = new DataView(new ArrayBuffer(8));

/** The bits of a double as 16 upper-case hexadecimal digits. */
function doubleHex(value: number): string {
  scratch.setFloat64(0, value);
  return scratch.getBigUint64(0).toString(16).toUpperCase().padStart(16, '0');
}

/**
 * A floating point constant as LLVM writes it: `1.500000e+00` where six decimals are exact, else the bits of the double
 * in hexadecimal (also for `float`); `half` and `bfloat` are always written as their own bits.
 *
 * @throws TypeError for the formats that a double cannot hold
 */
export function floatText(type: FloatType, value: number): string {
  switch (type.name) {
    case 'float':
    case 'double': {
      if (Number.isFinite(value)) {
        const decimal = exponentForm(value);
        if (Number(decimal) === value) return decimal;
      }
      return `0x${doubleHex(value)}`;
    }
    case 'half':
      return `0xH${narrowBits(value, 5, 10).toString(16).toUpperCase().padStart(4, '0')}`;
    case 'bfloat':
      return `0xR${narrowBits(value, 8, 7).toString(16).toUpperCase().padStart(4, '0')}`;
    case 'x86_fp80':
    case 'fp128':
    case 'ppc_fp128':
      throw new TypeError(`constants of type '${type.name}' are not supported`);
  }
}

/** C's `%e`: six decimals and at least two digits of exponent. */
function exponentForm(value: number): string {
  const text = Object.is(value, -0) ? `-${(0).toExponential(6)}` : value.toExponential(6);
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
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
