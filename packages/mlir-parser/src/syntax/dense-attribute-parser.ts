import type { Attribute, DenseElementsAttr } from '../ir/attribute.js';
import { elementByteSize } from '../ir/element-storage.js';
import type { HexDigits } from '../ir/hex-digits.js';
import { dynamicDimension, type MemRefType, type RankedTensorType, type Type, type VectorType } from '../ir/type.js';
import { typeText } from '../printer/describe.js';
import type { SourceRange } from '../source/source-file.js';
import { DenseLiteralParser, type DenseLiteral } from './dense-literal-parser.js';
import { isFloatType, isIntegerOrIndexType } from './number-literal.js';
import type { TypeParser } from './type-parser.js';

type StaticShapedType = RankedTensorType | VectorType | MemRefType;

/** `dense<…> : type`, from after the word `dense`. Parses the type first: it says how to store what stands before it. */
export function parseDenseElements(parser: TypeParser, givenType: Type | undefined): Attribute {
  const { lexer } = parser;
  const start = parser.range();
  parser.expect('<');
  const literalStart = lexer.start;
  const isEmpty = parser.kind === '>';
  const type = parseTypeAfterLiteral(parser, givenType);
  const after = lexer.start;
  lexer.seek(literalStart);
  const literal = isEmpty ? emptyLiteral : new DenseLiteralParser(parser, type.elementType).parse();
  const literalRange = parser.range(literalStart, lexer.previousEnd);
  parser.expect('>');
  lexer.seek(after);
  return denseElements(parser, type, literal, isEmpty ? start : literalRange);
}

/** `sparse<indices, values> : type`, from after the word `sparse`. */
export function parseSparseElements(parser: TypeParser, givenType: Type | undefined): Attribute {
  const { lexer, context } = parser;
  parser.expect('<');
  const literalStart = lexer.start;
  const isEmpty = parser.kind === '>';
  const type = parseTypeAfterLiteral(parser, givenType);
  const after = lexer.start;
  const indexType = context.integerType(64);
  if (isEmpty) {
    const indices = context.denseElementsAttr(context.tensorType([0, type.shape.length], indexType), new Uint8Array(0), false);
    const values = context.denseElementsAttr(context.tensorType([0], type.elementType), new Uint8Array(0), false);
    return context.sparseElementsAttr(type, indices, values);
  }
  lexer.seek(literalStart);
  const at = parser.range();
  const indices = new DenseLiteralParser(parser, indexType).parse();
  parser.expect(',');
  const values = new DenseLiteralParser(parser, type.elementType).parse();
  parser.expect('>');
  lexer.seek(after);
  const rank = type.shape.length;
  // A single index may be written without its list.
  const indexShape = indices.shape === undefined ? [1, rank] : indices.shape.length === 1 ? [1, indices.shape[0]] : indices.shape;
  if (indexShape[1] !== rank) parser.error(`expected sparse indices of ${rank} dimensions each`, at);
  const valueShape = values.shape ?? [indexShape[0]];
  const indexAttr = denseElements(parser, context.tensorType(indexShape, indexType), { ...indices, shape: indices.shape === undefined ? undefined : indexShape }, at);
  const valueAttr = denseElements(parser, context.tensorType(valueShape, type.elementType), values, at);
  return context.sparseElementsAttr(type, indexAttr, valueAttr);
}

const emptyLiteral: DenseLiteral = { shape: [0], data: new Uint8Array(0), strings: undefined, digits: undefined };

/** Skips to the `>` that ends the literal and parses `: type` behind it. Leaves the token after the type current. */
function parseTypeAfterLiteral(parser: TypeParser, givenType: Type | undefined): StaticShapedType {
  const { lexer } = parser;
  const open = parser.range(lexer.start - 1, lexer.start);
  while (parser.kind !== '>') {
    if (parser.kind === 'error') parser.error(lexer.errorMessage);
    if (parser.kind === 'end-of-file') parser.error("expected '>' to end the elements literal", open);
    lexer.advance();
  }
  lexer.advance();
  const at = parser.range();
  if (givenType === undefined) parser.expect(':');
  const typeRange = givenType === undefined ? parser.range() : at;
  const type = givenType ?? parser.parseType();
  if (type.kind !== 'tensor' && type.kind !== 'vector' && type.kind !== 'memref')
    return parser.error('elements literal must be a shaped type', typeRange);
  if (type.shape.includes(dynamicDimension)) parser.error('elements literal type must have static shape', typeRange);
  return type;
}

function denseElements(parser: TypeParser, type: StaticShapedType, literal: DenseLiteral, at: SourceRange): DenseElementsAttr {
  const { context } = parser;
  const count = type.shape.reduce((product, size) => product * size, 1);
  const { strings } = literal;
  if (literal.shape !== undefined && !sameShape(literal.shape, type.shape, count))
    parser.error(
      `inferred shape of elements literal ([${literal.shape.join(', ')}]) does not match type ([${type.shape.join(', ')}])`,
      at,
    );
  if (strings !== undefined) {
    const splat = count > 1 && strings.length > 0 && strings.every((text) => text === strings[0]);
    return context.denseElementsAttr(type, new Uint8Array(0), splat || literal.shape === undefined, splat ? strings.slice(0, 1) : strings);
  }
  const size = elementByteSize(type.elementType);
  if (size === undefined) return parser.error('expected elements of a type that has literals', at);
  if (count === 0 && literal.digits === undefined) return context.denseElementsAttr(type, new Uint8Array(0), false);
  if (literal.digits !== undefined) return hexElements(parser, type, literal.digits, count, size, at);
  const { data } = literal;
  if (data.length === size) return context.denseElementsAttr(type, data.slice(), true);
  if (repeatsFirst(data, size)) return context.denseElementsAttr(type, data.slice(0, size), true);
  return context.denseElementsAttr(type, data, false);
}

/** An empty list has one dimension less than its type may have (`[]` for `0x2`), which MLIR lets pass. */
function sameShape(written: readonly number[], wanted: readonly number[], count: number): boolean {
  if (count === 0 && written[written.length - 1] === 0) return true;
  return written.length === wanted.length && written.every((size, i) => size === wanted[i]);
}

/** A hexadecimal blob: the elements as they are stored, but for i1, which MLIR packs eight to a byte. */
function hexElements(
  parser: TypeParser, type: StaticShapedType, digits: HexDigits, count: number, size: number, at: SourceRange,
): DenseElementsAttr {
  const { context } = parser;
  const { elementType } = type;
  const isBit = elementType.kind === 'integer' && elementType.width === 1;
  if (isBit && digits.length === 1 && (digits.byte(0) === 0 || digits.byte(0) === 0xff))
    return context.denseElementsAttr(type, count === 0 ? new Uint8Array(0) : Uint8Array.of(digits.byte(0) & 1), count !== 0);
  const expected = isBit ? Math.ceil(count / 8) : count * size;
  if (digits.length !== expected && (isBit || digits.length !== size))
    parser.error(`elements hex data size is invalid for provided type: '${typeText(type)}'`, at, [
      { severity: 'note', message: `it has ${digits.length} bytes, the type ${expected}`, range: at },
    ]);
  if (count === 0) return context.denseElementsAttr(type, new Uint8Array(0), false);
  if (!isBit) {
    if (digits.length === size || digits.repeats(size)) return context.denseElementsAttr(type, digits.subarray(0, size).decode(), true);
    return context.hexElementsAttr(type, digits);
  }
  const bits = Uint8Array.from({ length: count }, (_, index) => (digits.byte(index >> 3) >> (index & 7)) & 1);
  if (bits.length === size || repeatsFirst(bits, size)) return context.denseElementsAttr(type, bits.slice(0, size), true);
  return context.denseElementsAttr(type, bits, false);
}

function repeatsFirst(data: Uint8Array, size: number): boolean {
  for (let at = size; at < data.length; at++) if (data[at] !== data[at - size]) return false;
  return true;
}

/** Whether `array<…>` can hold elements of `type`: i1, i8 and wider whole bytes, and floats. */
export function isDenseArrayElementType(type: Type): boolean {
  return (isIntegerOrIndexType(type) && type.kind === 'integer' && (type.width === 1 || type.width % 8 === 0)) || isFloatType(type);
}
