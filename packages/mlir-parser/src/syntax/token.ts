/**
 * Kinds of tokens. Punctuation is its own kind, so that a parser names what it expects by writing it.
 * Keywords are bare identifiers: whether one is a keyword depends on where it stands.
 */
export type TokenKind =
  | 'end-of-file' | 'error'
  | 'bare-identifier'
  /** `@name` or `@"any bytes"` */
  | 'at-identifier'
  /** `#name`, `!name`, `%name`, `^name` */
  | 'hash-identifier' | 'exclamation-identifier' | 'percent-identifier' | 'caret-identifier'
  | 'integer' | 'float' | 'string'
  | '(' | ')' | '[' | ']' | '{' | '}' | '<' | '>' | ',' | ':' | '::' | '=' | '->' | '*' | '+' | '-' | '?' | '|' | '...' | '/'
  | '{-#' | '#-}';

/** How diagnostics call the token kinds that are no punctuation. */
export const tokenKindNames: Partial<Record<TokenKind, string>> = {
  'end-of-file': 'end of file',
  'bare-identifier': 'bare identifier',
  'at-identifier': 'symbol name',
  'percent-identifier': 'SSA value name',
  'caret-identifier': 'block name',
  integer: 'integer',
  float: 'floating point literal',
  string: 'string',
};
