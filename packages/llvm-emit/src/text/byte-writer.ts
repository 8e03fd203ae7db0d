/** Receives the next part of a text. The array is the receiver's to keep. */
export type ByteSink = (chunk: Uint8Array) => void;

/** Bytes per chunk. */
const CHUNK = 1 << 18;
/** Longest write that needs no check in between: a decimal safe integer. */
const MARGIN = 32;

/** Length of an escaped byte. */
const ESCAPE = 3;
const hexDigits = new Uint8Array(16).map((_, digit) => digit.toString(16).toUpperCase().charCodeAt(0));
/** 1 for the bytes that stand for themselves between quotes. */
const isPlain = new Uint8Array(256).map((_, byte) =>
  byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c ? 1 : 0,
);

/** Writes ASCII text into chunks of bytes, so that no text is ever held as one string. */
export class ByteWriter {
  private readonly sink: ByteSink;
  private buffer = new Uint8Array(CHUNK);
  private length = 0;

  constructor(sink: ByteSink) {
    this.sink = sink;
  }

  /** Appends a text of ASCII characters. */
  ascii(text: string): void {
    const size = text.length;
    if (size > CHUNK) {
      for (let at = 0; at < size; at += CHUNK) this.ascii(text.slice(at, at + CHUNK));
      return;
    }
    if (this.length + size > CHUNK) this.flush();
    const { buffer } = this;
    let at = this.length;
    for (let i = 0; i < size; i++) buffer[at++] = text.charCodeAt(i);
    this.length = at;
  }

  /** Appends a few bytes. */
  bytes(text: Uint8Array): void {
    const size = text.length;
    if (this.length + size > CHUNK) this.flush();
    const { buffer } = this;
    let at = this.length;
    for (let i = 0; i < size; i++) buffer[at++] = text[i];
    this.length = at;
  }

  /** Appends one ASCII character by its code. */
  character(code: number): void {
    if (this.length === CHUNK) this.flush();
    this.buffer[this.length++] = code;
  }

  /** Appends an integer between 0 and 2^53 in decimal. */
  natural(value: number): void {
    if (this.length + MARGIN > CHUNK) this.flush();
    const { buffer } = this;
    if (value < 10) {
      buffer[this.length++] = 0x30 + value;
      return;
    }
    let digits = 2;
    for (let power = 100; value >= power; power *= 10) digits++;
    const end = this.length + digits;
    let rest = value;
    let at = end - 1;
    // Division of integers of 31 bits is much quicker than of doubles.
    for (; rest >= 2 ** 31; at--) {
      const next = Math.floor(rest / 10);
      buffer[at] = 0x30 + rest - next * 10;
      rest = next;
    }
    for (let small = rest | 0; at >= this.length; at--) {
      const next = (small / 10) | 0;
      buffer[at] = 0x30 + small - next * 10;
      small = next;
    }
    this.length = end;
  }

  /** Appends bytes as LLVM writes them between quotes: printable ASCII as it is, everything else as `\\XX`. */
  escaped(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; ) {
      if (this.length + ESCAPE > CHUNK) this.flush();
      const { buffer } = this;
      let at = this.length;
      const to = Math.min(bytes.length, from + Math.floor((CHUNK - at) / ESCAPE));
      for (; from < to; from++) {
        const byte = bytes[from];
        if (isPlain[byte] === 1) {
          buffer[at++] = byte;
          continue;
        }
        buffer[at] = 0x5c;
        buffer[at + 1] = hexDigits[byte >> 4];
        buffer[at + 2] = hexDigits[byte & 15];
        at += ESCAPE;
      }
      this.length = at;
    }
  }

  /** Appends `0x` and the sixteen digits of two halves. */
  hexadecimal(high: number, low: number): void {
    if (this.length + MARGIN > CHUNK) this.flush();
    const { buffer, length } = this;
    buffer[length] = 0x30;
    buffer[length + 1] = 0x78;
    for (let digit = 0; digit < 8; digit++) {
      buffer[length + 2 + digit] = hexDigits[(high >>> (28 - 4 * digit)) & 15];
      buffer[length + 10 + digit] = hexDigits[(low >>> (28 - 4 * digit)) & 15];
    }
    this.length = length + 18;
  }

  /** Hands out what has been written since the last chunk. */
  flush(): void {
    if (this.length === 0) return;
    const full = this.buffer.subarray(0, this.length);
    this.buffer = new Uint8Array(CHUNK);
    this.length = 0;
    this.sink(full);
  }
}

/** Runs `write` and returns what it wrote as a string; for short texts such as messages. */
export function textOf(write: (writer: ByteWriter) => void): string {
  const decoder = new TextDecoder('latin1');
  let text = '';
  const writer = new ByteWriter((chunk) => {
    text += decoder.decode(chunk);
  });
  write(writer);
  writer.flush();
  return text;
}
