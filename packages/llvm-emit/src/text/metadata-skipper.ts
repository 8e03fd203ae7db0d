import type { Lexer } from './lexer.js';
import { TokenKind } from './lexer.js';
import { Punctuation } from './punctuation.js';

/** Skips `!5`, `!{…}`, `!"…"`, `!DILocation(…)`; the lexer stands on the metadata token. */
export function skipMetadataNode(lexer: Lexer): void {
  const named = lexer.end - lexer.start > 1;
  lexer.next();
  if (named && !lexer.is(Punctuation.openParenthesis)) return;
  if (!named && lexer.kind === TokenKind.string) {
    lexer.next();
    return;
  }
  if (!named && !lexer.is(Punctuation.openBrace)) lexer.fail('expected metadata node');
  let depth = 0;
  do {
    if (lexer.kind === TokenKind.eof) lexer.fail('expected end of metadata node');
    if (lexer.is(Punctuation.openBrace) || lexer.is(Punctuation.openParenthesis)) depth++;
    else if (lexer.is(Punctuation.closeBrace) || lexer.is(Punctuation.closeParenthesis)) depth--;
    lexer.next();
  } while (depth > 0);
}

/** Skips `!name !5` or `!name !{…}`, as it is attached to an instruction. */
export function skipAttachment(lexer: Lexer): void {
  lexer.next();
  if (lexer.kind !== TokenKind.metadata) lexer.fail('expected metadata node');
  skipMetadataNode(lexer);
}
