/** Where printed text goes, piece by piece. Text is ASCII: MLIR escapes everything else. */
export interface TextSink {
  /** Takes the next piece, which nobody changes afterwards. */
  write(chunk: string | Uint8Array): void;
}

/** Pieces are handed on when so many bytes have gathered: few at first, because most texts are short. */
const FIRST_CHUNK = 1 << 9;
const LARGEST_CHUNK = 1 << 16;

/** Longer texts are encoded by the platform; for others calling it costs more than it saves. */
const LONG_TEXT = 64;

const encoder = new TextEncoder();
const nothing = new Uint8Array(0);

/** Gathers small pieces of text into chunks of bytes for a sink; large blobs pass through as they are. */
export class Output {
  private readonly sink: TextSink;
  private pending = nothing;
  private length = 0;
  private capacity = FIRST_CHUNK;

  constructor(sink: TextSink) {
    this.sink = sink;
  }

  /** Writes `text`, each unit of which is one byte. */
  write(text: string): void {
    const { length } = text;
    if (this.length + length > this.pending.length) this.makeRoom(length);
    const { pending, length: start } = this;
    this.length = start + length;
    if (length > LONG_TEXT) {
      const { read, written } = encoder.encodeInto(text, pending.subarray(start, start + length));
      if (read === length && written === length) return; // else it has units above 127
    }
    for (let index = 0; index < length; index++) pending[start + index] = text.charCodeAt(index);
  }

  /** Writes bytes that nobody changes afterwards. */
  writeBytes(ascii: Uint8Array): void {
    this.flush();
    this.sink.write(ascii);
  }

  /** Hands on what has gathered. */
  flush(): void {
    if (this.length === 0) return;
    this.sink.write(this.pending.subarray(0, this.length));
    // The sink may keep what it got.
    this.pending = nothing;
    this.length = 0;
  }

  private makeRoom(needed: number): void {
    this.flush();
    this.pending = new Uint8Array(Math.max(this.capacity, needed));
    this.capacity = Math.min(2 * this.capacity, LARGEST_CHUNK);
  }
}

/** A sink that keeps everything as one string; fails with a RangeError beyond V8's limit on strings. */
export class StringSink implements TextSink {
  private readonly chunks: string[] = [];
  private readonly decoder = new TextDecoder('latin1');

  write(chunk: string | Uint8Array): void {
    this.chunks.push(typeof chunk === 'string' ? chunk : this.decoder.decode(chunk));
  }

  get text(): string {
    return this.chunks.join('');
  }
}
