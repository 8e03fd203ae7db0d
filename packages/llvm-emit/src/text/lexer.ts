import { opcodes } from '../ir/opcode.js';
import type { SourceText } from './source-text.js';
import { unnamed } from '../ir/identifier.js';
import { LlvmTextError } from './text-error.js';
import { emptyHash, hashByte, WordTable } from './word-table.js';

export const TokenKind = {
  eof: 0,
  /** Keyword, opcode or type name: {@link Lexer.word}. */
  word: 1,
  integer: 2,
  /** `f0x…`. */
  field: 3,
  float: 4,
  /** `%12`: {@link Lexer.value}. */
  localNumber: 5,
  /** `%name`, `%"name"`: {@link Lexer.word} in {@link Lexer.names}. */
  localName: 6,
  /** `@name`, `@"name"`, `@12`: {@link Lexer.word} in {@link Lexer.names}. */
  global: 7,
  /** `name:`, `"name":`. */
  labelName: 8,
  /** `12:`. */
  labelNumber: 9,
  string: 10,
  /** `c"…"`. */
  byteString: 11,
  /** `#3`. */
  attributeGroup: 12,
  /** `!`, with the name behind it. */
  metadata: 13,
  /** `$name`. */
  comdat: 14,
  /** `^4`. */
  summary: 15,
  ellipsis: 16,
  /** One character: {@link Lexer.value} is its code. */
  punctuation: 17,
  /** `#dbg_value`. */
  debugRecord: 18,
} as const;

export type TokenKind = (typeof TokenKind)[keyof typeof TokenKind];

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
const DOT = 0x2e;
const MINUS = 0x2d;
const COLON = 0x3a;

/** Bit 1: part of an identifier; bit 2: digit; bit 4: hexadecimal digit; bit 8: white space. */
const classes = new Uint8Array(256);
for (const c of '-$._') classes[c.charCodeAt(0)] |= 1;
for (let c = 0x61; c <= 0x7a; c++) {
  classes[c] |= 1;
  classes[c - 0x20] |= 1;
}
for (let c = 0x30; c <= 0x39; c++) classes[c] |= 1 | 2 | 4;
for (const c of 'abcdefABCDEF') classes[c.charCodeAt(0)] |= 4;
for (const c of ' \t\r\n\0') classes[c.charCodeAt(0)] |= 8;
const IDENTIFIER = 1;
const DIGIT = 2;
const HEX = 4;
const SPACE = 8;

/** Hexadecimal digits that fit a double exactly. */
const EXACT_HEX_DIGITS = 13;
/** Decimal digits that surely fit a double. */
const EXACT_DIGITS = 15;

const latin1 = new TextDecoder('latin1');

/**
 * Splits LLVM IR text into tokens. The current token is in the public fields; no token is an object, and a word that
 * was seen before is only a number.
 */
export class Lexer {
  readonly source: SourceText;
  /** Keywords, opcodes and type names. */
  readonly words = new WordTable();
  /** Names of values, blocks, types, functions and globals, without sigil and quotes. */
  readonly names = new WordTable();

  kind: TokenKind = TokenKind.eof;
  /** The token is `bytes[start, end)`. */
  start = 0;
  end = 0;
  /** Number of the word or name. */
  word = -1;
  /** Value of an integer of at most 15 digits, a number behind a sigil, or the code of a punctuation character. */
  value = 0;

  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(source: SourceText) {
    this.source = source;
    this.bytes = source.bytes;
    // Opcodes are numbered first, so that the number of an opcode's word is its code.
    for (const { name } of opcodes) this.words.intern(name);
  }

  fail(message: string, offset = this.start): never {
    throw new LlvmTextError(this.source, offset, message);
  }

  /** The token as text. */
  text(): string {
    return latin1.decode(this.bytes.subarray(this.start, this.end));
  }

  /** Whether the token is the punctuation character with that code. */
  is(code: number): boolean {
    return this.kind === TokenKind.punctuation && this.value === code;
  }

  /** The exact value of an integer token. */
  integer(): number | bigint {
    return this.end - this.start <= EXACT_DIGITS ? this.value : BigInt(this.text());
  }

  /** The value of a field token. */
  fieldValue(): number | bigint {
    const { bytes, end } = this;
    const from = this.start + 3;
    if (end - from > EXACT_HEX_DIGITS) return BigInt(`0x${latin1.decode(bytes.subarray(from, end))}`);
    let value = 0;
    for (let i = from; i < end; i++) value = value * 16 + hexDigit(bytes[i]);
    return value;
  }

  /** The contents of a string or byte string token with its escapes replaced. */
  stringBytes(): Uint8Array {
    // Before the quotation mark there may be a `c` or a `$`.
    const from = this.start + (this.bytes[this.start] === QUOTE ? 1 : 2);
    return unescaped(this.bytes.subarray(from, this.end - 1));
  }

  /** Advances to the next token. */
  next(): void {
    const { bytes } = this;
    let at = this.at;
    for (;;) {
      const c = bytes[at];
      if (c === 0x3b) {
        const newline = bytes.indexOf(NEWLINE, at);
        at = newline < 0 ? bytes.length : newline + 1;
      } else if (at < bytes.length && (classes[c] & SPACE) !== 0) at++;
      else break;
    }
    this.start = at;
    if (at >= bytes.length) {
      this.finish(TokenKind.eof, bytes.length);
      return;
    }
    const c = bytes[at];
    switch (c) {
      case 0x25: // %
        this.sigil(TokenKind.localNumber, TokenKind.localName);
        return;
      case 0x40: // @
        this.sigil(TokenKind.global, TokenKind.global);
        return;
      case 0x24: // $
        if (bytes[at + 1] === QUOTE) {
          this.string(TokenKind.comdat, at + 2);
          return;
        }
        break;
      case QUOTE:
        this.string(TokenKind.string, at + 1);
        return;
      case 0x23: // #
        if ((classes[bytes[at + 1]] & (IDENTIFIER | DIGIT)) === IDENTIFIER) {
          this.finish(TokenKind.debugRecord, this.nameEnd(at + 1));
          return;
        }
        this.numbered(TokenKind.attributeGroup);
        return;
      case 0x5e: // ^
        this.numbered(TokenKind.summary);
        return;
      case 0x21: // !
        this.finish(TokenKind.metadata, this.nameEnd(at + 1));
        return;
      case DOT:
        if (bytes[at + 1] === DOT && bytes[at + 2] === DOT) {
          this.finish(TokenKind.ellipsis, at + 3);
          return;
        }
        break;
      default:
        break;
    }
    if ((classes[c] & DIGIT) !== 0 || (c === MINUS && (classes[bytes[at + 1]] & DIGIT) !== 0)) this.number();
    else if ((classes[c] & IDENTIFIER) !== 0) this.identifier();
    else {
      this.value = c;
      this.finish(TokenKind.punctuation, at + 1);
    }
  }

  private finish(kind: TokenKind, end: number): void {
    this.kind = kind;
    this.end = end;
    this.at = end;
  }

  /** End of the identifier characters, and of the escapes that metadata names may have, from `at`. */
  private nameEnd(at: number): number {
    const { bytes } = this;
    let end = at;
    while (end < bytes.length && ((classes[bytes[end]] & IDENTIFIER) !== 0 || bytes[end] === BACKSLASH)) end++;
    return end;
  }

  /** `%` or `@` and what follows. */
  private sigil(numberKind: TokenKind, nameKind: TokenKind): void {
    const { bytes } = this;
    const from = this.start + 1;
    const c = bytes[from];
    if (c === QUOTE) {
      this.string(nameKind, from + 1);
      const content = unescaped(bytes.subarray(from + 1, this.end - 1));
      if (content[0] === 0) this.fail('names that begin with NUL are not supported');
      this.word = this.names.internBytes(content, 0, content.length, hashAll(content));
      return;
    }
    let end = from;
    if (from < bytes.length && (classes[c] & DIGIT) !== 0) {
      let value = 0;
      while (end < bytes.length && (classes[bytes[end]] & DIGIT) !== 0) value = value * 10 + bytes[end++] - 0x30;
      if (!(value < 2 ** 31)) this.fail('invalid value number (too large)');
      this.value = value;
      if (numberKind === TokenKind.global) {
        this.word = this.names.intern(unnamed(value));
      }
      this.finish(numberKind, end);
      return;
    }
    let hash = emptyHash;
    while (end < bytes.length && (classes[bytes[end]] & IDENTIFIER) !== 0) hash = hashByte(hash, bytes[end++]);
    if (end === from) this.fail(`expected a name after '${String.fromCharCode(bytes[this.start])}'`);
    this.word = this.names.internBytes(bytes, from, end, hash);
    this.finish(nameKind, end);
  }

  /** A string whose content begins at `from`. Before a colon it is a label. */
  private string(kind: TokenKind, from: number): void {
    const { bytes } = this;
    const close = bytes.indexOf(QUOTE, from);
    if (close < 0) this.fail('end of file in string constant');
    if (kind === TokenKind.string && bytes[close + 1] === COLON) {
      const content = unescaped(bytes.subarray(from, close));
      if (content[0] === 0) this.fail('names that begin with NUL are not supported');
      this.word = this.names.internBytes(content, 0, content.length, hashAll(content));
      this.finish(TokenKind.labelName, close + 2);
      return;
    }
    this.finish(kind, close + 1);
  }

  private numbered(kind: TokenKind): void {
    const { bytes } = this;
    let end = this.start + 1;
    let value = 0;
    while (end < bytes.length && (classes[bytes[end]] & DIGIT) !== 0) value = value * 10 + bytes[end++] - 0x30;
    if (end === this.start + 1) this.fail(`expected a number after '${String.fromCharCode(bytes[this.start])}'`);
    this.value = value;
    this.finish(kind, end);
  }

  private number(): void {
    const { bytes } = this;
    const negative = bytes[this.start] === MINUS;
    let end = this.start + (negative ? 1 : 0);
    if (bytes[end] === 0x30 && bytes[end + 1] === 0x78) {
      end += 2;
      if (/[KLMHR]/.test(String.fromCharCode(bytes[end]))) end++;
      while (end < bytes.length && (classes[bytes[end]] & HEX) !== 0) end++;
      this.finish(TokenKind.float, end);
      return;
    }
    let value = 0;
    while (end < bytes.length && (classes[bytes[end]] & DIGIT) !== 0) value = value * 10 + bytes[end++] - 0x30;
    if (bytes[end] === COLON && !negative) {
      this.value = value;
      this.finish(TokenKind.labelNumber, end + 1);
      return;
    }
    if (bytes[end] === DOT) {
      end++;
      while (end < bytes.length && (classes[bytes[end]] & DIGIT) !== 0) end++;
      if (bytes[end] === 0x65 || bytes[end] === 0x45) {
        end++;
        if (bytes[end] === MINUS || bytes[end] === 0x2b) end++;
        while (end < bytes.length && (classes[bytes[end]] & DIGIT) !== 0) end++;
      }
      this.finish(TokenKind.float, end);
      return;
    }
    this.value = negative ? -value : value;
    this.finish(TokenKind.integer, end);
  }

  private identifier(): void {
    const { bytes, start } = this;
    const c = bytes[start];
    if (c === 0x63 && bytes[start + 1] === QUOTE) {
      this.string(TokenKind.byteString, start + 2);
      return;
    }
    let end = start;
    let hash = emptyHash;
    while (end < bytes.length && (classes[bytes[end]] & IDENTIFIER) !== 0) hash = hashByte(hash, bytes[end++]);
    if (bytes[end] === COLON) {
      this.word = this.names.internBytes(bytes, start, end, hash);
      this.finish(TokenKind.labelName, end + 1);
      return;
    }
    if (c === 0x66 && bytes[start + 1] === 0x30 && bytes[start + 2] === 0x78 && end > start + 3) {
      for (let i = start + 3; i < end; i++) {
        if ((classes[bytes[i]] & HEX) === 0) this.fail('invalid digit in field constant', i);
      }
      this.finish(TokenKind.field, end);
      return;
    }
    if (c === 0x24) {
      this.finish(TokenKind.comdat, end);
      return;
    }
    this.word = this.words.internBytes(bytes, start, end, hash);
    this.finish(TokenKind.word, end);
  }
}

function hexDigit(code: number): number {
  return code <= 0x39 ? code - 0x30 : (code | 0x20) - 0x57;
}

function hashAll(bytes: Uint8Array): number {
  let hash = emptyHash;
  for (const byte of bytes) hash = hashByte(hash, byte);
  return hash;
}

/** The bytes with `\XX` replaced by the byte of that value and `\\` by a backslash, as LLVM reads them. */
function unescaped(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(BACKSLASH)) return bytes;
  const result = new Uint8Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes[i];
    if (c === BACKSLASH && bytes[i + 1] === BACKSLASH) i++;
    else if (c === BACKSLASH && (classes[bytes[i + 1]] & HEX) !== 0 && (classes[bytes[i + 2]] & HEX) !== 0) {
      result[length++] = Number.parseInt(String.fromCharCode(bytes[i + 1], bytes[i + 2]), 16);
      i += 2;
      continue;
    }
    result[length++] = c;
  }
  return result.subarray(0, length);
}
