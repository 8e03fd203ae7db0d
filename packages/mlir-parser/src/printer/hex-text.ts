import type { HexDigits } from '../ir/hex-digits.js';
import type { Output } from './output.js';

const littleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
const DIGITS = '0123456789ABCDEF';

/** By byte: its two upper-case digits in ASCII, as one little-endian 16-bit number. */
const digitPairs = Uint16Array.from({ length: 256 }, (_, byte) => DIGITS.charCodeAt(byte >> 4) | (DIGITS.charCodeAt(byte & 15) << 8));

/** Upper-case hexadecimal ASCII of `bytes`. */
export function encodeHex(bytes: Uint8Array): Uint8Array {
  const digits = new Uint16Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) digits[i] = digitPairs[bytes[i]];
  const ascii = new Uint8Array(digits.buffer);
  if (!littleEndian) for (let i = 0; i < ascii.length; i += 2) ascii.subarray(i, i + 2).reverse();
  return ascii;
}

/** Bytes are encoded in pieces of so many. */
const PIECE = 1 << 20;

/** Writes the upper-case digits of `data`; those of the source text if it comes from one. */
export function writeHex(out: Output, constant: { readonly data: Uint8Array; readonly digits?: HexDigits }): void {
  if (constant.digits !== undefined) {
    for (const piece of constant.digits.upperCase()) out.writeBytes(piece);
    return;
  }
  const { data } = constant;
  for (let at = 0; at < data.length; at += PIECE) out.writeBytes(encodeHex(data.subarray(at, at + PIECE)));
}
