import { bitsToFloat, canonicalFloatBits, floatFormats, floatToBits } from '../ir/float-format.js';
import { integerWidth } from '../ir/element-storage.js';
import type { FloatType, FloatTypeName, IndexType, IntegerType, Type } from '../ir/type.js';
import { latin1 } from './identifier-table.js';
import type { TokenParser } from './token-parser.js';

/** Encoding and value of a float literal. */
export interface FloatLiteral {
  readonly bits: bigint;
  readonly value: number;
}

/** Whether the current integer token is hexadecimal. */
export function isHexToken(parser: TokenParser): boolean {
  const { bytes, start, end } = parser.lexer;
  return end - start > 1 && bytes[start + 1] === 0x78;
}

/**
 * `literal` (of the sign given) as a value of `type`: two's complement for signless types, which take the unsigned spelling
 * too. Undefined if it does not fit.
 */
export function fitInteger(literal: bigint, negative: boolean, type: IntegerType | IndexType): bigint | undefined {
  const width = integerWidth(type);
  const signedness = type.kind === 'index' ? 'signed' : type.signedness;
  const limit = 1n << BigInt(width);
  if (negative) return literal <= limit >> 1n ? -literal : undefined;
  if (literal >= (signedness === 'signed' ? limit >> 1n : limit)) return undefined;
  return signedness === 'signless' && width > 1 ? BigInt.asIntN(width, literal) : literal;
}

/** Takes a `float` token, or an integer token that is the hexadecimal encoding, for `name`. */
export function takeFloatLiteral(parser: TokenParser, name: FloatTypeName, negative: boolean): FloatLiteral {
  const { lexer } = parser;
  if (lexer.kind === 'float') {
    const magnitude = Number(latin1(lexer.bytes, lexer.start, lexer.end));
    lexer.advance();
    return floatLiteral(name, negative ? -magnitude : magnitude);
  }
  const at = parser.range();
  if (!isHexToken(parser))
    parser.error('unexpected decimal integer literal for a floating point value', at, [
      { severity: 'note', message: 'add a trailing dot to make the literal a float', range: at },
    ]);
  if (negative) parser.error('hexadecimal float literal should not have a leading minus', at);
  const bits = parser.integerToken();
  if (bits >= 1n << BigInt(floatFormats[name].bits)) parser.error('hexadecimal float constant out of range for type', at);
  const canonical = canonicalFloatBits(name, bits);
  return { bits: canonical, value: bitsToFloat(name, canonical) };
}

/** `value` rounded to the format `name`. */
export function floatLiteral(name: FloatTypeName, value: number): FloatLiteral {
  const bits = floatToBits(name, value);
  return { bits, value: name === 'f64' || name === 'f80' || name === 'f128' ? value : bitsToFloat(name, bits) };
}

export function isFloatType(type: Type): type is FloatType {
  return type.kind === 'float';
}

export function isIntegerOrIndexType(type: Type): type is IntegerType | IndexType {
  return type.kind === 'integer' || type.kind === 'index';
}
