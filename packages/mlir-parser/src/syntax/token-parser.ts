import type { Context } from '../ir/context.js';
import type { Punctuation } from '../ir/op-asm-parser.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { SourceRange } from '../source/source-file.js';
import type { Lexer } from './lexer.js';
import type { TokenKind } from './token.js';

/** Thrown inside the parser to leave a construct; caught where parsing can go on, at the next operation. */
export class SyntaxFailure extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

/** Nested types, attributes, affine parentheses and regions: deeper text is refused before it exhausts the stack. */
const MAX_NESTING = 192;

/** The token level of the parser: looking at the current token, taking it, and saying what was wrong with it. */
export class TokenParser {
  readonly context: Context;
  readonly lexer: Lexer;
  /** How deep the construct at hand is nested; whoever catches a failure puts back what it was. */
  protected nesting = 0;

  constructor(lexer: Lexer, context: Context) {
    this.lexer = lexer;
    this.context = context;
  }

  get kind(): TokenKind {
    return this.lexer.kind;
  }

  /** Whether the current token is of `kind`. A call, not a comparison of `this.kind`: taking tokens changes the answer. */
  is(kind: TokenKind): boolean {
    return this.lexer.kind === kind;
  }

  /** Whether the current token is the bare identifier `keyword`. */
  isKeyword(keyword: string): boolean {
    return this.lexer.kind === 'bare-identifier' && this.lexer.text() === keyword;
  }

  /** Runs `parse` one level deeper. */
  nested<T>(parse: () => T): T {
    if (this.nesting >= MAX_NESTING) this.error(`nested too deeply: more than ${MAX_NESTING} levels`);
    this.nesting++;
    const result = parse();
    this.nesting--;
    return result;
  }

  range(start: number = this.lexer.start, end: number = this.lexer.end): SourceRange {
    return { file: this.lexer.file, start, end };
  }

  /** Reports at the current token, or at `range`. */
  error(message: string, range?: SourceRange, notes?: readonly Diagnostic[]): never {
    const { lexer } = this;
    if (range === undefined && lexer.kind === 'error')
      throw new SyntaxFailure({ severity: 'error', message: lexer.errorMessage, range: this.range() });
    throw new SyntaxFailure({
      severity: 'error',
      message,
      range: range ?? this.range(),
      ...(notes === undefined ? {} : { notes }),
    });
  }

  /** Reports that something else should stand here: right after the token before, as mlir-opt does. */
  wrongToken(message: string): never {
    const { lexer } = this;
    if (lexer.kind === 'error') this.error(message);
    const at = lexer.previousEnd;
    return this.error(message, at === 0 ? this.range() : this.range(at, at + 1));
  }

  consumeIf(kind: TokenKind): boolean {
    if (this.lexer.kind !== kind) return false;
    this.lexer.advance();
    return true;
  }

  /** `where` ends the message: ` in attribute dictionary`. */
  expect(kind: Punctuation | '#-}', where = ''): void {
    if (!this.consumeIf(kind)) this.wrongToken(`expected '${kind}'${where}`);
  }

  consumeKeyword(keyword: string): boolean {
    if (!this.isKeyword(keyword)) return false;
    this.lexer.advance();
    return true;
  }

  expectKeyword(keyword: string): void {
    if (!this.consumeKeyword(keyword)) this.wrongToken(`expected '${keyword}'`);
  }

  /** Items separated by commas, at least one. */
  commaSeparated(parseItem: () => void): void {
    do parseItem();
    while (this.consumeIf(','));
  }

  /** Items separated by commas up to the token `close`, maybe none; takes `close`. */
  commaSeparatedUntil(close: Punctuation | '#-}', parseItem: () => void, where = ''): void {
    if (this.consumeIf(close)) return;
    this.commaSeparated(parseItem);
    this.expect(close, where);
  }

  /** The value of the current integer token. */
  integerToken(): bigint {
    const value = BigInt(this.lexer.text());
    this.lexer.advance();
    return value;
  }

  /** `[-]integer`, or undefined if none stands here. */
  optionalSignedInteger(): bigint | undefined {
    if (this.lexer.kind === 'integer') return this.integerToken();
    if (this.lexer.kind !== '-') return undefined;
    this.lexer.advance();
    if (!this.is('integer')) this.wrongToken('expected integer value');
    return -this.integerToken();
  }

  signedInteger(): bigint {
    return this.optionalSignedInteger() ?? this.wrongToken('expected integer value');
  }

  /** The bytes of the current string (or quoted symbol) token, one UTF-16 unit each, without taking the token. */
  stringTokenValue(): string {
    const { lexer } = this;
    const from = lexer.start + (lexer.kind === 'at-identifier' ? 2 : 1);
    const raw = lexer.textOf(from, lexer.end - 1);
    return raw.includes('\\') ? unescape(raw) : raw;
  }

  takeString(): string {
    if (this.lexer.kind !== 'string') this.wrongToken('expected string');
    const value = this.stringTokenValue();
    this.lexer.advance();
    return value;
  }

  /** The name of the `@symbol` that stands here. */
  optionalSymbolName(): string | undefined {
    const { lexer } = this;
    if (lexer.kind !== 'at-identifier') return undefined;
    const quoted = lexer.bytes[lexer.start + 1] === 0x22;
    const name = quoted ? this.stringTokenValue() : lexer.textOf(lexer.start + 1, lexer.end);
    lexer.advance();
    return name;
  }

  symbolName(): string {
    return this.optionalSymbolName() ?? this.wrongToken('expected symbol name');
  }
}

function unescape(raw: string): string {
  return raw.replace(/\\(["\\nt]|[0-9a-fA-F]{2})/g, (_, escape: string) => {
    if (escape === 'n') return '\n';
    if (escape === 't') return '\t';
    return escape.length === 1 ? escape : String.fromCharCode(parseInt(escape, 16));
  });
}
