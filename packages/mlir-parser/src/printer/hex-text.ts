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
