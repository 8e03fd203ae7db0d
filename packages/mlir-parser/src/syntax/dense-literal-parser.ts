import { elementByteSize, writeBits } from '../ir/element-storage.js';
import { HexDigits } from '../ir/hex-digits.js';
import type { Type } from '../ir/type.js';
import { fitInteger, isFloatType, isIntegerOrIndexType, takeFloatLiteral } from './number-literal.js';
import type { TokenParser } from './token-parser.js';

/** The elements of a `dense` literal as written. */
export interface DenseLiteral {
  /** Undefined for a lone element (a splat) or a hexadecimal blob. */
  readonly shape: readonly number[] | undefined;
  /** Empty for a blob. */
  readonly data: Uint8Array;
  readonly strings: readonly string[] | undefined;
  /** Of a hexadecimal blob. */
  readonly digits: HexDigits | undefined;
}

const NO_DATA = new Uint8Array(0);
const NO_HEX = 'expected string containing hex digits starting with `0x`';

/** Reads `1.0`, `[[1, 2], [3, 4]]`, `(1, 2)`, `"0x…"` or strings into the storage of `elementType`. */
export class DenseLiteralParser {
  private readonly parser: TokenParser;
  private readonly elementType: Type;
  private readonly elementSize: number | undefined;
  private readonly shape: number[] = [];
  private readonly strings: string[] = [];
  private data: Uint8Array;
  private length = 0;
  /** The depth of list at which elements stand; lists of that depth hold no lists. */
  private leafDepth: number | undefined;

  constructor(parser: TokenParser, elementType: Type) {
    this.parser = parser;
    this.elementType = elementType;
    this.elementSize = elementByteSize(elementType);
    this.data = new Uint8Array((this.elementSize ?? 0) * 16);
  }

  parse(): DenseLiteral {
    const { parser } = this;
    if (parser.kind === 'string' && this.elementSize !== undefined) return this.parseHex();
    const isList = parser.kind === '[';
    if (isList) this.parseList(0);
    else this.parseElement();
    return {
      shape: isList ? this.shape : undefined,
      data: this.data.subarray(0, this.length),
      strings: this.elementSize === undefined ? this.strings : undefined,
      digits: undefined,
    };
  }

  /** Elements separated by commas, at least one: the inside of `array<i64: 1, 2>`. */
  parseElements(): { data: Uint8Array; count: number } {
    let count = 0;
    this.parser.commaSeparated(() => {
      this.parseElement();
      count++;
    });
    return { data: this.data.slice(0, this.length), count };
  }

  private parseHex(): DenseLiteral {
    const { parser } = this;
    const { lexer } = parser;
    const { bytes, start, end } = lexer;
    if (bytes[start + 1] !== 0x30 || bytes[start + 2] !== 0x78) parser.error(NO_HEX);
    const digits = HexDigits.scan(bytes, start + 3, end - 1);
    if (typeof digits === 'number') return parser.error(NO_HEX, parser.range(digits, digits + 1));
    lexer.advance();
    return { shape: undefined, data: NO_DATA, strings: undefined, digits };
  }

  private parseList(depth: number): void {
    const { parser } = this;
    const at = parser.range();
    parser.expect('[');
    let count = 0;
    parser.commaSeparatedUntil(']', () => {
      if (parser.kind === '[') {
        if (this.leafDepth === depth) this.ragged(at);
        parser.nested(() => this.parseList(depth + 1));
      } else {
        if (this.leafDepth !== undefined && this.leafDepth !== depth) this.ragged(at);
        this.leafDepth = depth;
        this.parseElement();
      }
      count++;
    });
    const known = this.shape[depth];
    if (known === undefined) this.shape[depth] = count;
    else if (known !== count) this.ragged(at);
  }

  private ragged(at: ReturnType<TokenParser['range']>): never {
    return this.parser.error('tensor literal is invalid; ranks are not consistent between elements', at);
  }

  private parseElement(): void {
    const { parser, elementType } = this;
    if (this.elementSize === undefined) {
      this.strings.push(parser.takeString());
      return;
    }
    if (elementType.kind !== 'complex') return this.parseNumber(elementType);
    parser.expect('(');
    this.parseNumber(elementType.elementType);
    parser.expect(',');
    this.parseNumber(elementType.elementType);
    parser.expect(')');
  }

  private parseNumber(type: Type): void {
    const { parser } = this;
    const at = parser.range();
    const negative = parser.consumeIf('-');
    const word = parser.kind === 'bare-identifier' ? parser.lexer.text() : undefined;
    if (word === 'true' || word === 'false') {
      if (type.kind !== 'integer' || type.width !== 1) parser.error("expected i1 type for 'true' or 'false' values", at);
      parser.lexer.advance();
      return this.append(type, word === 'true' ? 1n : 0n);
    }
    if (parser.kind !== 'integer' && parser.kind !== 'float') parser.wrongToken('expected element literal of primitive type');
    if (isFloatType(type)) {
      if (parser.kind === 'integer' && parser.lexer.bytes[parser.lexer.start + 1] !== 0x78)
        parser.error('expected floating-point elements, but parsed integer', at);
      return this.append(type, takeFloatLiteral(parser, type.name, negative).bits);
    }
    if (!isIntegerOrIndexType(type)) return parser.error('expected elements of integer or float type', at);
    if (parser.kind === 'float') parser.error('expected integer elements, but parsed floating-point', at);
    if (negative && type.kind === 'integer' && type.signedness === 'unsigned')
      parser.error('expected unsigned integer elements, but parsed negative value', at);
    const value = fitInteger(parser.integerToken(), negative, type);
    if (value === undefined) return parser.error('integer constant out of range for type', at);
    return this.append(type, value);
  }

  private append(type: Type, bits: bigint): void {
    const size = elementByteSize(type) as number; // numbers have a size
    if (this.length + size > this.data.length) {
      const grown = new Uint8Array(2 * this.data.length);
      grown.set(this.data);
      this.data = grown;
    }
    // i1 is stored as 0 or 1, also when written -1.
    writeBits(this.data, this.length, size, type.kind === 'integer' && type.width === 1 ? bits & 1n : bits);
    this.length += size;
  }
}
