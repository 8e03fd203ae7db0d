import type { Io } from '../src/io.js';

/** An `Io` that keeps what a command writes, for tests. */
export class BufferIo implements Io {
  readonly interactive = false;
  readonly color = false;
  private readonly chunks: Buffer[] = [];
  private errors = '';

  constructor(
    readonly cwd: string = process.cwd(),
    private readonly stdin = '',
  ) {}

  readStdin(): Uint8Array {
    return Buffer.from(this.stdin);
  }

  stdout(chunk: string | Uint8Array): void {
    this.chunks.push(Buffer.from(chunk));
  }

  stderr(text: string): void {
    this.errors += text;
  }

  get out(): string {
    return Buffer.concat(this.chunks).toString('utf8');
  }

  get err(): string {
    return this.errors;
  }
}
