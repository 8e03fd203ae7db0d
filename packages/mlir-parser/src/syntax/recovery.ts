import type { Lexer } from './lexer.js';

/**
 * After an error in the operation that began at byte `start` with `depth` open braces: moves to where the next operation or
 * block seems to begin, or to the `}` of the region around. It takes a token at the beginning of a line for that beginning if it
 * is at the same depth and could begin an operation.
 */
export function skipToNextOperation(lexer: Lexer, start: number, depth: number): void {
  while (lexer.kind !== 'end-of-file') {
    if (lexer.braceDepth < depth) {
      // Closing braces of the failed operation have been taken too: only the one at this depth ends the region.
      if (lexer.kind === '}') return;
    } else if (lexer.braceDepth === depth && lexer.start > start && beginsOperation(lexer)) return;
    lexer.advance();
  }
}

function beginsOperation(lexer: Lexer): boolean {
  switch (lexer.kind) {
    case 'percent-identifier':
    case 'string':
    case 'bare-identifier':
    case 'caret-identifier':
    case 'hash-identifier':
    case 'exclamation-identifier':
      return lexer.bytes.subarray(lexer.previousEnd, lexer.start).includes(0x0a);
    default:
      return false;
  }
}
