/** Longest part of a line that a message shows. */
const SHOWN = 120;

/** An input file that does not fit the circuit: what is wrong, and where in the file. */
export class InputError extends Error {
  /** The message without place and code frame. */
  readonly reason: string;

  constructor(file: InputText | undefined, offset: number, reason: string) {
    super(file === undefined ? reason : located(file, offset, reason));
    this.name = 'InputError';
    this.reason = reason;
  }
}

/** The text of an input file and the name that messages give it. */
export interface InputText {
  readonly name: string;
  readonly text: string;
}

function located({ name, text }: InputText, offset: number, reason: string): string {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  const line = before.split('\n').length;
  const lineEnd = text.indexOf('\n', offset);
  const from = Math.max(lineStart, offset - SHOWN / 2);
  const shown = text.slice(from, Math.min(lineEnd < 0 ? text.length : lineEnd, from + SHOWN));
  const indent = text.slice(from, offset).replace(/[^\t]/g, ' ');
  return `${name}:${line}:${offset - lineStart + 1}: error: ${reason}\n${shown}\n${indent}^`;
}
