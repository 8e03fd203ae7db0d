/** Where printed text goes, piece by piece. Text is ASCII: MLIR escapes everything else. */
export interface TextSink {
  /** Takes the next piece, which nobody changes afterwards. */
  write(chunk: string | Uint8Array): void;
}

/** Pieces are handed on when this many characters have gathered. */
const CHUNK = 1 << 16;

/** Gathers small pieces of text into chunks for a sink; large blobs pass through as bytes. */
export class Output {
  private readonly sink: TextSink;
  private pending = '';

  constructor(sink: TextSink) {
    this.sink = sink;
  }

  write(text: string): void {
    this.pending += text;
    if (this.pending.length > CHUNK) this.flush();
  }

  writeBytes(ascii: Uint8Array): void {
    this.flush();
    this.sink.write(ascii);
  }

  flush(): void {
    if (this.pending === '') return;
    this.sink.write(this.pending);
    this.pending = '';
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
