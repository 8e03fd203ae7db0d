import { narrowBits } from '../ir/float-bits.js';
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
 * @param bits of the constant, asked for where `value` is NaN
 */
export function floatText(type: FloatType, value: number, bits: () => bigint): string {
  if (Number.isNaN(value)) return bitsText(type, bits());
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
      return bitsText(type, bits());
  }
}

const hex = (bits: bigint, digits: number): string => bits.toString(16).toUpperCase().padStart(digits, '0');
const LOW = (1n << 64n) - 1n;

/** The bits of a constant as LLVM writes those that are no finite number, and all of the wide formats. */
function bitsText(type: FloatType, bits: bigint): string {
  switch (type.name) {
    case 'float':
      return `0x${hex(widenedNan(bits), 16)}`;
    case 'double':
      return `0x${hex(bits, 16)}`;
    case 'half':
      return `0xH${hex(bits, 4)}`;
    case 'bfloat':
      return `0xR${hex(bits, 4)}`;
    case 'x86_fp80':
      return `0xK${hex(bits, 20)}`;
    case 'fp128':
    case 'ppc_fp128':
      // The lower half comes first.
      return `0x${type.name === 'fp128' ? 'L' : 'M'}${hex(bits & LOW, 16)}${hex(bits >> 64n, 16)}`;
  }
}

/** The bits of the double that a NaN of 32 bits becomes: sign and payload move up. */
function widenedNan(bits: bigint): bigint {
  return ((bits >> 31n) << 63n) | (0x7ffn << 52n) | ((bits & 0x7f_ffffn) << 29n);
}

/** {@link widenedNan} backwards. */
export function narrowedNan(bits: bigint): bigint {
  return ((bits >> 63n) << 31n) | (0xffn << 23n) | ((bits >> 29n) & 0x7f_ffffn);
}

/** C's `%e`: six decimals and at least two digits of exponent. */
export function exponentForm(value: number): string {
  const text = Object.is(value, -0) ? `-${(0).toExponential(6)}` : value.toExponential(6);
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}
