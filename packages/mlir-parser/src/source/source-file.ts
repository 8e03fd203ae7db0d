/** A line and column, both counted from 1, columns in bytes as MLIR counts them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A half-open byte range `[start, end)` of one source file. */
export interface SourceRange {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

const NEWLINE = 0x0a;
const decoder = new TextDecoder();

/**
 * A named text held as UTF-8 bytes. Offsets are byte offsets; lines and columns are computed on demand,
 * so that tokens and locations stay two integers however large the file is.
 */
export class SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  private lineStarts: Uint32Array | Float64Array | undefined;

  constructor(name: string, text: string | Uint8Array) {
    this.name = name;
    this.bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  }

  /** The position of byte `offset`; offsets past the end give the position of the end. */
  positionAt(offset: number): Position {
    const starts = this.starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle]) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.min(offset, this.bytes.length) - (starts[low]) + 1 };
  }

  /** The offset of the first character of line `line` (from 1) that is no blank; the end of the file behind its last line. */
  offsetOfLine(line: number): number {
    let offset = this.starts()[line - 1] ?? this.bytes.length;
    while (this.bytes[offset] === 0x20 || this.bytes[offset] === 0x09) offset++;
    return offset;
  }

  /** The text of line `line` (from 1) without its line break; a line longer than `limit` bytes is cut there. */
  lineText(line: number, limit = 4096): string {
    const starts = this.starts();
    const start = starts[line - 1];
    if (start === undefined) return '';
    const next = starts[line];
    const end = next === undefined ? this.bytes.length : next - 1;
    return decoder.decode(this.bytes.subarray(start, Math.min(end, start + limit))).replace(/\r$/, '');
  }

  /** The text of bytes `[start, end)`. */
  text(start: number, end: number): string {
    return decoder.decode(this.bytes.subarray(start, end));
  }

  private starts(): Uint32Array | Float64Array {
    if (this.lineStarts !== undefined) return this.lineStarts;
    let count = 1;
    for (let at = this.bytes.indexOf(NEWLINE); at >= 0; at = this.bytes.indexOf(NEWLINE, at + 1)) count++;
    const starts = this.bytes.length < 2 ** 32 ? new Uint32Array(count) : new Float64Array(count);
    let line = 1;
    for (let at = this.bytes.indexOf(NEWLINE); at >= 0; at = this.bytes.indexOf(NEWLINE, at + 1)) starts[line++] = at + 1;
    this.lineStarts = starts;
    return starts;
  }
}
