import type { TokenParser } from './token-parser.js';

/** The dialect and the body of `#d.name<…>` or `!d<…>`. */
export interface DialectSymbol {
  readonly dialect: string;
  /** What follows `d.` in the pretty form, else the bracketed text: `name<…>` or `<…>`. */
  readonly body: string;
}

const closers: Record<number, number> = { 0x3c: 0x3e, 0x28: 0x29, 0x5b: 0x5d, 0x7b: 0x7d };

/**
 * Reads the symbol whose sigil token is current, with brackets balanced and strings skipped, and takes it. Text inside is
 * kept as it is: what it means is the dialect's business.
 */
export function parseDialectSymbolBody(parser: TokenParser): DialectSymbol {
  const { lexer } = parser;
  const name = lexer.textOf(lexer.start + 1, lexer.end);
  const dot = name.indexOf('.');
  const dialect = dot < 0 ? name : name.slice(0, dot);
  if (!/^[A-Za-z_][\w$]*$/.test(dialect)) parser.error(`invalid dialect namespace '${dialect}'`);
  const hasBody = lexer.bytes[lexer.end] === 0x3c;
  const bodyEnd = hasBody ? skipBrackets(parser, lexer.end) : lexer.end;
  if (dot >= 0) {
    const body = lexer.textOf(lexer.start + 2 + dot, bodyEnd);
    lexer.seek(bodyEnd);
    return { dialect, body };
  }
  const inner = lexer.textOf(lexer.end + 1, bodyEnd - 1);
  lexer.seek(bodyEnd);
  return { dialect, body: isPrettyBody(inner) ? inner : `<${inner}>` };
}

const aliasUse = /("(?:[^"\\]|\\.)*")|\/\/[^\n]*|([#!])([A-Za-z_][\w$-]*)(?![\w$.<-])/g;

/** `body` without comments, and with what `resolve` makes of the aliases in it, each given as its sigil and name. */
export function withoutAliases(body: string, resolve: (sigil: '#' | '!', name: string) => string): string {
  return body.replaceAll(aliasUse, (_, text?: string, sigil?: string, name?: string) =>
    text !== undefined ? text : name === undefined ? '' : resolve(sigil === '#' ? '#' : '!', name));
}

/** Whether `#d<body>` may be written `#d.body`; MLIR then does. */
function isPrettyBody(body: string): boolean {
  return /^[a-zA-Z][a-zA-Z0-9._]*(?:<[^]*>)?$/.test(body);
}

/** The offset after the bracket that closes the one at `open`. */
export function skipBrackets(parser: TokenParser, open: number): number {
  const { bytes } = parser.lexer;
  const expected: number[] = [];
  let at = open;
  do {
    const byte = bytes[at];
    const closer = closers[byte];
    if (closer !== undefined) expected.push(closer);
    else if (byte === 0x22) at = skipString(bytes, at);
    else if (byte === 0x2d && bytes[at + 1] === 0x3e) at++; // the arrow closes nothing
    else if (byte === expected[expected.length - 1]) expected.pop();
    else if (byte === 0x3e || byte === 0x29 || byte === 0x5d || byte === 0x7d)
      parser.error(`unbalanced '${String.fromCharCode(byte)}' character in pretty dialect name`, parser.range(at, at + 1));
    at++;
    if (at > bytes.length) parser.error("unexpected end of file in pretty dialect name: missing '>'", parser.range(open, open + 1));
  } while (expected.length > 0);
  return at;
}

/** The offset of the closing quote of the string at `quote`; the end of the file if there is none. */
function skipString(bytes: Uint8Array, quote: number): number {
  let at = quote + 1;
  while (at < bytes.length && bytes[at] !== 0x22) at += bytes[at] === 0x5c ? 2 : 1;
  return at;
}
