const NIBBLES = new Int8Array(256).fill(-1);
for (let value = 0; value < 16; value++) {
  NIBBLES[value.toString(16).charCodeAt(0)] = value;
  NIBBLES[value.toString(16).toUpperCase().charCodeAt(0)] = value;
}

const littleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** By two ASCII bytes read as one little-endian 16-bit number: the byte that they spell, or -1. Built on first use. */
let pairTable: Int16Array | undefined;

function pairs(): Int16Array {
  if (pairTable !== undefined) return pairTable;
  pairTable = new Int16Array(1 << 16);
  for (let pair = 0; pair < pairTable.length; pair++) {
    const high = NIBBLES[pair & 0xff];
    const low = NIBBLES[pair >> 8];
    pairTable[pair] = high < 0 || low < 0 ? -1 : (high << 4) | low;
  }
  return pairTable;
}

/**
 * Decodes the hexadecimal digits in bytes `[start, end)`, two a byte. Returns the offset of the first byte that is no digit
 * (or `end` if their number is odd) instead if the text is malformed.
 */
export function decodeHex(bytes: Uint8Array, start: number, end: number): Uint8Array | number {
  if ((end - start) % 2 !== 0) return end;
  const length = (end - start) >>> 1;
  const decoded = new Uint8Array(length);
  // Reading 16 bits at a time needs even alignment; a copy of the digits costs less than reading byte by byte.
  const aligned = (bytes.byteOffset + start) % 2 === 0 ? bytes.subarray(start, end) : new Uint8Array(bytes.subarray(start, end));
  if (littleEndian) {
    const table = pairs();
    const source = new Uint16Array(aligned.buffer, aligned.byteOffset, length);
    let bad = 0;
    for (let i = 0; i < length; i++) {
      const value = table[source[i]];
      bad |= value;
      decoded[i] = value;
    }
    if (bad >= 0) return decoded;
  }
  for (let i = 0; i < length; i++) {
    const high = NIBBLES[aligned[2 * i]];
    const low = NIBBLES[aligned[2 * i + 1]];
    if (high < 0) return start + 2 * i;
    if (low < 0) return start + 2 * i + 1;
    decoded[i] = (high << 4) | low;
  }
  return decoded;
}
