import { decimalToBits, decodeFloat, floatPrecision, floatToBits } from '../ir/float-format.js';
import type { FloatTypeName } from '../ir/type.js';

/** How MLIR spells a float: `1.000000e+00`, else in as many digits as tell it apart, else (inf, NaN) its encoding in hexadecimal. */
export interface FloatText {
  readonly text: string;
  readonly isHex: boolean;
}

const known = new Map<FloatTypeName, Map<bigint, FloatText>>();
/** Models repeat a few constants many times; beyond this many the table starts anew. */
const KNOWN_LIMIT = 1 << 16;

/** The spelling of the value that `bits` encode in format `name`. */
export function spellFloat(name: FloatTypeName, bits: bigint): FloatText {
  let table = known.get(name);
  if (table === undefined) known.set(name, (table = new Map()));
  let text = table.get(bits);
  if (text === undefined) {
    if (table.size >= KNOWN_LIMIT) table.clear();
    text = computeFloatText(name, bits);
    table.set(bits, text);
  }
  return text;
}

function computeFloatText(name: FloatTypeName, bits: bigint): FloatText {
  const decoded = decodeFloat(name, bits);
  if (decoded.kind === 'finite') {
    const { negative, significand, exponent } = decoded;
    const sign = negative ? '-' : '';
    const short = sign + shortForm(significand, exponent);
    if (decimalTextToBits(name, short) === bits) return { text: short, isHex: false };
    const long = sign + naturalForm(significand, exponent, 2 + Math.trunc((floatPrecision(name) * 59) / 196));
    if (long.includes('.')) return { text: long, isHex: false };
  }
  return { text: `0x${bits.toString(16).toUpperCase()}`, isHex: true };
}

/** The encoding of a text in the form of `shortForm`. */
function decimalTextToBits(name: FloatTypeName, text: string): bigint {
  if (name === 'f32' || name === 'f64') return floatToBits(name, Number(text));
  const [significand, power] = text.replace(/^-/, '').split('e');
  const [whole, fraction] = significand.split('.');
  return decimalToBits(name, text.startsWith('-'), BigInt(whole + fraction), Number(power) - fraction.length);
}

/** Six significant digits in scientific notation, padded to six decimals: what `%e` looks like. */
function shortForm(significand: bigint, exponent: number): string {
  if (significand === 0n) return '0.000000e+00';
  const { digits, power } = decimalDigits(significand, exponent, 6);
  const scientific = power + digits.length - 1;
  const fraction = digits.slice(1).padEnd(6, '0');
  const magnitude = String(Math.abs(scientific)).padStart(2, '0');
  return `${digits[0]}.${fraction}e${scientific < 0 ? '-' : '+'}${magnitude}`;
}

/** Up to `precision` digits without trailing zeros; scientific when plain notation would need more than three zeros of padding. */
function naturalForm(significand: bigint, exponent: number, precision: number): string {
  const { digits, power } = decimalDigits(significand, exponent, precision);
  const leading = power + digits.length - 1;
  const scientific = power >= 0 ? power > 3 || digits.length + power > precision : leading < 0 && -leading > 3;
  if (scientific) {
    const fraction = digits.length === 1 ? '0' : digits.slice(1);
    return `${digits[0]}.${fraction}E${leading >= 0 ? '+' : '-'}${Math.abs(leading)}`;
  }
  if (power >= 0) return digits + '0'.repeat(power);
  const whole = digits.length + power;
  return whole > 0 ? `${digits.slice(0, whole)}.${digits.slice(whole)}` : `0.${'0'.repeat(-whole)}${digits}`;
}

/**
 * significand·2^exponent as digits·10^power with at most `precision` digits and no trailing zero. Digits beyond are first cut
 * in bulk to about `precision` digits, then rounded half up: LLVM's APFloat does it so, and its last digit is then not always
 * the nearest one.
 */
function decimalDigits(significand: bigint, exponent: number, precision: number): { digits: string; power: number } {
  let value = significand;
  let power = 0;
  while ((value & 1n) === 0n) {
    value >>= 1n;
    exponent++;
  }
  if (exponent > 0) value <<= BigInt(exponent);
  else if (exponent < 0) {
    value *= 5n ** BigInt(-exponent); // N·2^-e = N·5^e·10^-e
    power = exponent;
  }
  const bits = value.toString(2).length;
  // 196/59 is slightly more than log2(10).
  const needed = Math.trunc((precision * 196 + 58) / 59);
  const removable = bits > needed ? Math.trunc(((bits - needed) * 59) / 196) : 0;
  value /= 10n ** BigInt(removable);
  power += removable;

  let digits = value.toString();
  const stripped = digits.replace(/0+$/, '');
  power += digits.length - stripped.length;
  digits = stripped;
  if (digits.length <= precision) return { digits, power };
  const roundUp = digits[precision] >= '5';
  power += digits.length - precision;
  let kept = digits.slice(0, precision);
  if (roundUp) {
    const next = (BigInt(kept) + 1n).toString();
    if (next.length > kept.length) return { digits: '1', power: power + kept.length };
    kept = next;
  }
  digits = kept.replace(/0+$/, '');
  return { digits, power: power + kept.length - digits.length };
}
