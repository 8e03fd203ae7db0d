import type { SourceText, TextPosition } from './source-text.js';

/**
 * What the reader throws for text that it cannot read, and nothing else: the place, and a message that shows it in the
 * form of LLVM's own tools.
 */
export class LlvmTextError extends Error {
  readonly fileName: string;
  readonly position: TextPosition;
  /** The message without place and code frame. */
  readonly reason: string;

  constructor(source: SourceText, offset: number, reason: string) {
    super(locatedMessage(source, offset, reason));
    this.name = 'LlvmTextError';
    this.fileName = source.name;
    this.position = source.positionAt(offset);
    this.reason = reason;
  }
}

/** `file:line:column: error: message`, the line, and a caret under the place. */
export function locatedMessage(source: SourceText, offset: number, message: string): string {
  const { line, column } = source.positionAt(offset);
  const { text, caret } = source.lineAround(offset);
  const indent = text.slice(0, caret).replace(/[^\t]/g, ' ');
  return `${source.name}:${line}:${column}: error: ${message}\n${text}\n${indent}^`;
}
