import type { SourceFile } from '../source/source-file.js';
import { CharacterSet, characterSets, TokenStart, tokenStarts } from './character-class.js';
import { IdentifierTable } from './identifier-table.js';
import type { TokenKind } from './token.js';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
const MINUS = 0x2d;
const DOT = 0x2e;
const SLASH = 0x2f;

/** Strings that begin with `0x` may be weights of many megabytes: their end is searched for, not scanned for. */
const isHexPrefix = (bytes: Uint8Array, at: number): boolean => bytes[at] === 0x30 && bytes[at + 1] === 0x78;

/**
 * The lexer of MLIR, over bytes. It holds the current token as `kind`, `start` and `end`, makes no token objects, and never
 * throws: what is no token has kind `error` and its reason in `errorMessage`.
 */
export class Lexer {
  readonly file: SourceFile;
  readonly bytes: Uint8Array;
  kind: TokenKind = 'end-of-file';
  start = 0;
  end = 0;
  /** Where the token before the current one ended. */
  previousEnd = 0;
  /** Number of `{` minus number of `}` up to the current token, itself included; lets the parser find its way after errors. */
  braceDepth = 0;
  errorMessage = '';
  private readonly identifiers = new IdentifierTable();

  constructor(file: SourceFile) {
    this.file = file;
    this.bytes = file.bytes;
    this.advance();
  }

  /** The text of the current token. */
  text(): string {
    return this.identifiers.text(this.bytes, this.start, this.end);
  }

  /** The text of bytes `[start, end)`, uniqued. */
  textOf(start: number, end: number): string {
    return this.identifiers.text(this.bytes, start, end);
  }

  /** Makes the token at byte `offset` the current one. */
  seek(offset: number): void {
    this.end = offset;
    this.advance();
  }

  /** Reads the next token. */
  advance(): void {
    const bytes = this.bytes;
    this.previousEnd = this.end;
    let at = this.end;
    let byte = bytes[at];
    for (;;) {
      while (byte === 0x20 || byte === NEWLINE || byte === 0x0d || byte === 0x09) byte = bytes[++at];
      if (byte !== SLASH || bytes[at + 1] !== SLASH) break;
      const newline = bytes.indexOf(NEWLINE, at);
      at = newline < 0 ? bytes.length : newline;
      byte = bytes[at];
    }
    this.start = at;
    if (at >= bytes.length) return this.finish('end-of-file', at);
    switch (tokenStarts[byte]) {
      case TokenStart.letter:
        return this.finish('bare-identifier', this.skipClass(at + 1, CharacterSet.identifierPart));
      case TokenStart.digit:
        return this.lexNumber(at);
      case TokenStart.sigil:
        return this.lexSigil(byte, at);
      case TokenStart.single:
        if (byte === 0x7b) {
          if (bytes[at + 1] === MINUS && bytes[at + 2] === 0x23) return this.finish('{-#', at + 3);
          this.braceDepth++;
        } else if (byte === 0x7d) this.braceDepth--;
        return this.finish(singleKinds[byte], at + 1);
      default:
    }
    switch (byte) {
      case QUOTE:
        return this.lexString('string', at);
      case MINUS:
        return bytes[at + 1] === 0x3e ? this.finish('->', at + 2) : this.finish('-', at + 1);
      case 0x3a: // :
        return bytes[at + 1] === 0x3a ? this.finish('::', at + 2) : this.finish(':', at + 1);
      case SLASH:
        return this.finish('/', at + 1);
      case DOT:
        if (bytes[at + 1] === DOT && bytes[at + 2] === DOT) return this.finish('...', at + 3);
        return this.fail("expected three consecutive dots for an ellipsis", at + 1);
      default:
        return this.fail('unexpected character', at + 1);
    }
  }

  private finish(kind: TokenKind, end: number): void {
    this.kind = kind;
    this.end = end;
  }

  private fail(message: string, end: number): void {
    this.errorMessage = message;
    this.finish('error', end);
  }

  private skipClass(at: number, bit: number): number {
    const bytes = this.bytes;
    while ((characterSets[bytes[at]] & bit) !== 0) at++;
    return at;
  }

  private lexNumber(at: number): void {
    const bytes = this.bytes;
    if (isHexPrefix(bytes, at)) {
      const end = this.skipClass(at + 2, CharacterSet.hexDigit);
      // `0xf32` in a shape is the integer 0 and an `x`; a type or dimension parser handles that.
      return this.finish('integer', end === at + 2 ? at + 1 : end);
    }
    let end = this.skipClass(at + 1, CharacterSet.digit);
    if (bytes[end] !== DOT) return this.finish('integer', end);
    end = this.skipClass(end + 1, CharacterSet.digit);
    if (bytes[end] === 0x65 || bytes[end] === 0x45) {
      const sign = bytes[end + 1] === MINUS || bytes[end + 1] === 0x2b ? 1 : 0;
      if ((characterSets[bytes[end + 1 + sign]] & CharacterSet.digit) !== 0)
        end = this.skipClass(end + 2 + sign, CharacterSet.digit);
    }
    return this.finish('float', end);
  }

  private lexSigil(byte: number, at: number): void {
    const bytes = this.bytes;
    const next = bytes[at + 1];
    if (byte === 0x40) {
      if (next === QUOTE) return this.lexString('at-identifier', at + 1);
      if (tokenStarts[next] !== TokenStart.letter) return this.fail('@ identifier expected to start with letter or \'_\'', at + 1);
      return this.finish('at-identifier', this.skipClass(at + 2, CharacterSet.identifierPart));
    }
    if (byte === 0x23 && next === MINUS && bytes[at + 2] === 0x7d) return this.finish('#-}', at + 3);
    const kind = sigilKinds[byte];
    if ((characterSets[next] & CharacterSet.digit) !== 0)
      return this.finish(kind, this.skipClass(at + 2, CharacterSet.digit));
    if ((characterSets[next] & CharacterSet.suffixPart) !== 0)
      return this.finish(kind, this.skipClass(at + 2, CharacterSet.suffixPart));
    return this.fail(sigilErrors[byte], at + 1);
  }

  /** `quote` is the offset of the opening quote. */
  private lexString(kind: TokenKind, quote: number): void {
    const bytes = this.bytes;
    if (isHexPrefix(bytes, quote + 1)) {
      const close = bytes.indexOf(QUOTE, quote + 1);
      if (close - quote > 1024) return this.finish(kind, close + 1);
    }
    for (let at = quote + 1; ; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) return this.finish(kind, at + 1);
      if (byte === undefined || byte === NEWLINE || byte === 0x0b || byte === 0x0c)
        return this.fail('expected \'"\' in string literal', Math.min(at, bytes.length));
      if (byte === BACKSLASH) {
        const escaped = bytes[at + 1];
        if (escaped === QUOTE || escaped === BACKSLASH || escaped === 0x6e || escaped === 0x74) at++;
        else if ((characterSets[escaped] & characterSets[bytes[at + 2]] & CharacterSet.hexDigit) !== 0) at += 2;
        else return this.fail('unknown escape in string literal', at + 1);
      }
    }
  }
}

const sigilKinds: Record<number, TokenKind> = {
  0x23: 'hash-identifier',
  0x21: 'exclamation-identifier',
  0x25: 'percent-identifier',
  0x5e: 'caret-identifier',
};

const sigilErrors: Record<number, string> = {
  0x23: 'invalid attribute name',
  0x21: 'invalid type identifier',
  0x25: 'invalid SSA name',
  0x5e: 'invalid block name',
};

const singleKinds: Record<number, TokenKind> = Object.fromEntries(
  (['(', ')', '[', ']', '{', '}', '<', '>', ',', '=', '*', '+', '?', '|'] as const).map((kind) => [kind.charCodeAt(0), kind]),
);
