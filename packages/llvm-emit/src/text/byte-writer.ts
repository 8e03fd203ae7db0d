/** Receives the next part of a text. The array is the receiver's to keep. */
export type ByteSink = (chunk: Uint8Array) => void;

/** Bytes per chunk. */
const CHUNK = 1 << 18;
/** Longest write that needs no check in between: a decimal safe integer. */
const MARGIN = 32;

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

  /** Appends an integer between 0 and 2^53 in decimal. */
  natural(value: number): void {
    if (this.length + MARGIN > CHUNK) this.flush();
    let digits = 1;
    for (let power = 10; value >= power; power *= 10) digits++;
    let rest = value;
    const end = this.length + digits;
    for (let at = end - 1; at >= this.length; at--) {
      const next = Math.floor(rest / 10);
      this.buffer[at] = 0x30 + rest - next * 10;
      rest = next;
    }
    this.length = end;
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
