const NIBBLES = new Int8Array(256).fill(-1);
for (let value = 0; value < 16; value++) {
  NIBBLES[value.toString(16).charCodeAt(0)] = value;
  NIBBLES[value.toString(16).toUpperCase().charCodeAt(0)] = value;
}

const littleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** By two digits read as one little-endian 16-bit number: the byte that they spell. Built on first use. */
let pairTable: Uint8Array | undefined;

function pairs(): Uint8Array {
  if (pairTable !== undefined) return pairTable;
  pairTable = new Uint8Array(1 << 16);
  for (let pair = 0; pair < pairTable.length; pair++) {
    const high = NIBBLES[pair & 0xff];
    const low = NIBBLES[pair >> 8];
    pairTable[pair] = (high << 4) | low;
  }
  return pairTable;
}

/** The bit of `scanTable` that lower-case digits set. */
const LOWER_CASE = 1;
/** Set by anything that is no digit. */
const NO_DIGIT = 2;

/** By two ASCII bytes read as one 16-bit number: what they are besides upper-case digits. Built on first use. */
let scanTable: Uint8Array | undefined;

function scans(): Uint8Array {
  if (scanTable !== undefined) return scanTable;
  const kinds = Uint8Array.from({ length: 256 }, (_, byte) => (NIBBLES[byte] < 0 ? NO_DIGIT : byte > 0x60 ? LOWER_CASE : 0));
  scanTable = new Uint8Array(1 << 16);
  for (let pair = 0; pair < scanTable.length; pair++) scanTable[pair] = kinds[pair & 0xff] | kinds[pair >> 8];
  return scanTable;
}

/**
 * Bytes that are known by their hexadecimal digits in a source text, two a byte. The digits stay where they are: a constant of
 * a gigabyte that nobody looks into is never decoded, and printed from the text that it was read from.
 */
export class HexDigits {
  /** How many bytes the digits spell. */
  readonly length: number;
  private readonly text: Uint8Array;
  private readonly start: number;
  private readonly isUpperCase: boolean;

  private constructor(text: Uint8Array, start: number, length: number, isUpperCase: boolean) {
    this.text = text;
    this.start = start;
    this.length = length;
    this.isUpperCase = isUpperCase;
  }

  /**
   * The digits in bytes `[start, end)` of `text`. The offset of the first byte that is no digit (or `end` if their number is odd)
   * instead if they are malformed.
   */
  static scan(text: Uint8Array, start: number, end: number): HexDigits | number {
    if ((end - start) % 2 !== 0) return end;
    if (end === start) return new HexDigits(text, start, 0, true);
    const table = scans();
    const from = (text.byteOffset + start) % 2 === 0 ? start : start + 1;
    const pairs = new Uint16Array(text.buffer, text.byteOffset + from, (end - from) >> 1);
    let found = 0;
    for (let index = 0; index < pairs.length; index++) found |= table[pairs[index]];
    // At an odd address the first and the last byte stand outside the pairs.
    if (from > start) found |= table[text[start] | (text[end - 1] << 8)];
    if ((found & NO_DIGIT) === 0) return new HexDigits(text, start, (end - start) >> 1, (found & LOWER_CASE) === 0);
    for (let at = start; at < end; at++) if (NIBBLES[text[at]] < 0) return at;
    return end;
  }

  /** The digits of bytes `[from, to)`. */
  subarray(from: number, to: number = this.length): HexDigits {
    return new HexDigits(this.text, this.start + 2 * from, to - from, this.isUpperCase);
  }

  /** Byte `index`. */
  byte(index: number): number {
    const at = this.start + 2 * index;
    return (NIBBLES[this.text[at]] << 4) | NIBBLES[this.text[at + 1]];
  }

  /** Whether each `period` bytes are the same as those before them. */
  repeats(period: number): boolean {
    for (let index = period; index < this.length; index++) if (this.byte(index) !== this.byte(index - period)) return false;
    return true;
  }

  /** The digits in upper case as ASCII, in pieces of the source text if it has them so. */
  *upperCase(): Generator<Uint8Array> {
    const end = this.start + 2 * this.length;
    for (let at = this.start; at < end; at += PIECE) {
      const piece = this.text.subarray(at, Math.min(end, at + PIECE));
      yield this.isUpperCase ? piece : piece.map((digit) => (digit > 0x60 ? digit - 0x20 : digit));
    }
  }

  /** The bytes, in memory of their own. */
  decode(): Uint8Array {
    const { text, start, length } = this;
    const decoded = new Uint8Array(length);
    if (length === 0) return decoded;
    // Reading 16 bits at a time needs even alignment; a copy of the digits costs less than reading byte by byte.
    const end = start + 2 * length;
    if (littleEndian) {
      const aligned = (text.byteOffset + start) % 2 === 0 ? text.subarray(start, end) : new Uint8Array(text.subarray(start, end));
      const table = pairs();
      const source = new Uint16Array(aligned.buffer, aligned.byteOffset, length);
      for (let index = 0; index < length; index++) decoded[index] = table[source[index]];
    } else for (let index = 0; index < length; index++) decoded[index] = this.byte(index);
    return decoded;
  }
}

/** Digits are handed on in pieces of so many bytes at most. */
const PIECE = 1 << 22;
