const NEWLINE = 0x0a;

/** Where a byte of a text is; both count from 1, columns in bytes. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** LLVM IR text as bytes, with the name that messages give it. */
export class SourceText {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Offset of every 256th line, filled by the first question about a position. */
  private marks: number[] | undefined;

  constructor(name: string, text: string | Uint8Array) {
    this.name = name;
    this.bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  }

  positionAt(offset: number): TextPosition {
    const marks = (this.marks ??= this.lineMarks());
    let low = 0;
    let high = marks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (marks[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    let line = low * LINES_PER_MARK;
    let start = marks[low];
    for (let next = this.bytes.indexOf(NEWLINE, start); next >= 0 && next < offset; line++) {
      start = next + 1;
      next = this.bytes.indexOf(NEWLINE, start);
    }
    return { line: line + 1, column: offset - start + 1 };
  }

  /** The line around `offset`, without its break, cut to about `limit` bytes around it; and the column of the cut. */
  lineAround(offset: number, limit = 160): { readonly text: string; readonly caret: number } {
    const { column } = this.positionAt(offset);
    const start = offset - column + 1;
    const newline = this.bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? this.bytes.length : newline;
    const from = column > limit ? offset - (limit >> 1) : start;
    const decoder = new TextDecoder();
    const before = decoder.decode(this.bytes.subarray(from, offset));
    const after = decoder.decode(this.bytes.subarray(offset, Math.min(end, from + limit))).replace(/\r$/, '');
    return { text: before + after, caret: before.length };
  }

  private lineMarks(): number[] {
    const marks = [0];
    let lines = 0;
    for (let at = this.bytes.indexOf(NEWLINE); at >= 0; at = this.bytes.indexOf(NEWLINE, at + 1)) {
      if (++lines % LINES_PER_MARK === 0) marks.push(at + 1);
    }
    return marks;
  }
}

const LINES_PER_MARK = 256;
