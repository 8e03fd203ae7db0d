import type { Attribute, LocationAttr } from '../ir/attribute.js';
import type { Type } from '../ir/type.js';
import { parseAffineMapOrIntegerSet } from './affine-parser.js';
import { isDenseArrayElementType, parseDenseElements, parseSparseElements } from './dense-attribute-parser.js';
import { DenseLiteralParser } from './dense-literal-parser.js';
import { parseDialectSymbolBody } from './dialect-symbol.js';
import { parseLocationInstance } from './location-parser.js';
import { fitInteger, isFloatType, isHexToken, isIntegerOrIndexType, takeFloatLiteral } from './number-literal.js';
import { TypeParser } from './type-parser.js';

/** Attributes. Aliases are the subclass's business: their definitions stand between operations. */
export abstract class AttributeParser extends TypeParser {
  private readonly distinct = new Map<bigint, Attribute>();

  /** An attribute; `type` is the type where it is already known (then none is written). */
  parseAttribute(type?: Type): Attribute {
    return this.parseOptionalAttribute(type) ?? this.wrongToken('expected attribute value');
  }

  /** Undefined, with nothing taken, if what stands here starts no attribute. */
  parseOptionalAttribute(type?: Type): Attribute | undefined {
    const { context, lexer } = this;
    switch (this.kind) {
      case 'at-identifier':
        return this.parseSymbolReference();
      case '[':
        return this.nested(() => {
          const elements: Attribute[] = [];
          lexer.advance();
          this.commaSeparatedUntil(']', () => elements.push(this.parseAttribute()));
          return context.arrayAttr(elements);
        });
      case '{': {
        const entries = new Map<string, Attribute>();
        this.nested(() => this.parseAttributeDict(entries));
        return context.dictionaryAttr(entries);
      }
      case 'string': {
        const value = this.takeString();
        const written = type === undefined && this.consumeIf(':') ? this.parseType() : type;
        return context.stringAttr(value, written === undefined || written.kind === 'none' ? undefined : written);
      }
      case '-':
      case 'integer':
      case 'float':
        return this.parseNumber(type);
      case 'hash-identifier':
        return this.parseExtendedAttribute(type);
      case '(':
      case 'exclamation-identifier':
        return context.typeAttr(this.parseType());
      case 'bare-identifier':
        return this.parseKeywordAttribute(lexer.text(), type);
      default:
        return undefined;
    }
  }

  /** `{name = attribute, flag}` into `entries`; reports duplicates among the keys of this dictionary. */
  parseAttributeDict(entries: Map<string, Attribute>): void {
    const seen = new Set<string>();
    this.expect('{');
    this.commaSeparatedUntil('}', () => {
      const { lexer } = this;
      let name: string;
      if (lexer.kind === 'string') name = this.stringTokenValue();
      else if (lexer.kind === 'bare-identifier' || lexer.kind === 'integer') name = lexer.text();
      else return this.wrongToken('expected attribute name');
      if (name === '') this.error('expected valid attribute name');
      if (seen.has(name)) this.error(`duplicate key '${name}' in dictionary attribute`);
      seen.add(name);
      lexer.advance();
      entries.set(name, this.consumeIf('=') ? this.parseAttribute() : this.context.unitAttr);
    }, ' in attribute dictionary');
  }

  /** `loc(…)` */
  parseLocation(): LocationAttr {
    this.expectKeyword('loc');
    this.expect('(');
    const attribute = this.parseLocationInside();
    this.expect(')');
    return attribute;
  }

  /** What stands inside `loc(…)`: a location or an alias of one. */
  parseLocationInside(): LocationAttr {
    if (this.kind !== 'hash-identifier')
      return this.context.locationAttr(
        parseLocationInstance(this, { nested: () => this.parseLocationInside().location, attribute: () => this.parseAttribute() }),
      );
    const at = this.range();
    const attribute = this.parseExtendedAttribute(undefined);
    if (attribute.kind !== 'location') return this.error('expected location, but found another attribute', at);
    return attribute;
  }

  private parseSymbolReference(): Attribute {
    const root = this.symbolName();
    const nested: string[] = [];
    while (this.consumeIf('::')) nested.push(this.symbolName());
    return this.context.symbolRefAttr(root, nested);
  }

  /** An integer or float, with the sign that may stand before it. */
  private parseNumber(givenType: Type | undefined): Attribute {
    const { context, lexer } = this;
    const at = lexer.start;
    const negative = this.consumeIf('-');
    if (this.kind !== 'integer' && this.kind !== 'float') return this.wrongToken('expected constant integer or floating point value');
    const isFloat = this.kind === 'float';
    const isHex = !isFloat && isHexToken(this);
    const literalStart = lexer.start;
    lexer.advance();
    const literalEnd = lexer.previousEnd;
    const literalRange = this.range(at, literalEnd);
    let type = givenType;
    if (type === undefined) {
      const typeStart = this.consumeIf(':');
      type = typeStart ? this.parseType() : isFloat ? context.floatType('f64') : context.integerType(64);
    }
    if (isFloatType(type)) {
      const after = lexer.start;
      lexer.seek(literalStart);
      const { value, bits } = takeFloatLiteral(this, type.name, negative);
      lexer.seek(after);
      return context.floatAttr(type, value, bits);
    }
    if (isFloat) return this.error('floating point value not valid for specified type', literalRange);
    if (!isIntegerOrIndexType(type)) return this.error('integer literal not valid for specified type', literalRange);
    if (negative && type.kind === 'integer' && type.signedness === 'unsigned')
      this.error('negative integer literal not valid for unsigned integer type', literalRange);
    if (negative && isHex) this.error('hexadecimal integer literal should not have a leading minus', literalRange);
    const value = fitInteger(BigInt(lexer.textOf(literalStart, literalEnd)), negative, type);
    if (value === undefined) return this.error('integer constant out of range for attribute', literalRange);
    return context.integerAttr(type, value);
  }

  /** `#alias`, `#dialect.attr<…>` or `#dialect<…>`. */
  private parseExtendedAttribute(givenType: Type | undefined): Attribute {
    const { lexer, context } = this;
    const name = lexer.textOf(lexer.start + 1, lexer.end);
    if (!name.includes('.') && lexer.bytes[lexer.end] !== 0x3c) {
      const attribute = this.resolveAttributeAlias(name);
      lexer.advance();
      return attribute;
    }
    const { dialect, body } = parseDialectSymbolBody(this);
    const type = this.consumeIf(':') ? this.parseType() : givenType;
    return context.dialectAttr(dialect, this.bodyWithoutAliases(dialect, body), type);
  }

  private parseKeywordAttribute(word: string, type: Type | undefined): Attribute | undefined {
    const { context, lexer } = this;
    switch (word) {
      case 'true':
      case 'false':
        lexer.advance();
        if (type !== undefined && type !== context.integerType(1)) this.error("expected i1 type for 'true' or 'false' values");
        return context.boolAttr(word === 'true');
      case 'unit':
        lexer.advance();
        return context.unitAttr;
      case 'affine_map':
      case 'affine_set':
        return this.parseAffine(word);
      case 'dense':
        lexer.advance();
        return parseDenseElements(this, type);
      case 'sparse':
        lexer.advance();
        return parseSparseElements(this, type);
      case 'dense_resource':
        return this.parseDenseResource(type);
      case 'opaque':
        return this.parseOpaqueElements(type);
      case 'array':
        return this.parseDenseArray();
      case 'strided':
        return this.parseStridedLayout();
      case 'distinct':
        return this.parseDistinct(type);
      case 'loc':
        return this.parseLocation();
      default: {
        const parsed = this.parseOptionalType();
        return parsed === undefined ? undefined : context.typeAttr(parsed);
      }
    }
  }

  private parseAffine(word: 'affine_map' | 'affine_set'): Attribute {
    const { context, lexer } = this;
    lexer.advance();
    this.expect('<');
    const at = this.range();
    const body = parseAffineMapOrIntegerSet(this);
    if ((word === 'affine_map') !== (body.kind === 'affine-map'))
      this.error(word === 'affine_map' ? "expected '->', as in an affine map" : "expected ':', as in an integer set", at);
    this.expect('>');
    return body.kind === 'affine-map' ? context.affineMapAttr(body) : context.integerSetAttr(body);
  }

  private parseDenseResource(givenType: Type | undefined): Attribute {
    this.lexer.advance();
    this.expect('<');
    const key = this.kind === 'string' ? this.stringTokenValue() : this.lexer.text();
    if (this.kind !== 'string' && this.kind !== 'bare-identifier') this.wrongToken('expected identifier key for a resource');
    this.lexer.advance();
    this.expect('>');
    return this.context.denseResourceAttr(this.parseElementsType(givenType), key);
  }

  /** `opaque<"dialect", "0x…"> : type` of MLIR up to 14, which stood for constants left out of the text. */
  private parseOpaqueElements(givenType: Type | undefined): Attribute {
    this.lexer.advance();
    this.expect('<');
    const at = this.range();
    const name = this.takeString();
    this.expect(',');
    this.takeString();
    this.expect('>');
    const type = this.parseElementsType(givenType);
    if (name !== 'elided_large_const')
      this.error(`opaque elements of '${name}' cannot be read: MLIR has no such attribute since version 15`, at);
    return this.context.denseResourceAttr(type, '__elided__');
  }

  private parseElementsType(givenType: Type | undefined): Type {
    if (givenType === undefined) this.expect(':');
    const at = this.range();
    const type = givenType ?? this.parseType();
    if (type.kind !== 'tensor' && type.kind !== 'vector' && type.kind !== 'memref')
      this.error('elements literal must be a shaped type', at);
    return type;
  }

  /** `array<i64: 1, 2>` */
  private parseDenseArray(): Attribute {
    const { context, lexer } = this;
    lexer.advance();
    this.expect('<');
    const at = this.range();
    const elementType = this.parseType();
    if (!isDenseArrayElementType(elementType)) this.error('expected integer or float type of whole bytes, or i1', at);
    if (this.consumeIf('>')) return context.denseArrayAttr(elementType, 0, new Uint8Array(0));
    this.expect(':');
    const { data, count } = new DenseLiteralParser(this, elementType).parseElements();
    this.expect('>');
    return context.denseArrayAttr(elementType, count, data);
  }

  /** `strided<[1, ?], offset: 2>` */
  private parseStridedLayout(): Attribute {
    this.lexer.advance();
    const strides: (bigint | undefined)[] = [];
    let offset: bigint | undefined = 0n;
    const item = (): bigint | undefined => (this.consumeIf('?') ? undefined : this.signedInteger());
    this.expect('<');
    this.expect('[');
    this.commaSeparatedUntil(']', () => strides.push(item()));
    if (this.consumeIf(',')) {
      this.expectKeyword('offset');
      this.expect(':');
      offset = item();
    }
    this.expect('>');
    return this.context.stridedLayoutAttr(strides, offset);
  }

  /** `distinct[n]<attribute>`: one attribute for each number in the text. */
  private parseDistinct(type: Type | undefined): Attribute {
    const { context, lexer } = this;
    lexer.advance();
    this.expect('[');
    const at = this.range();
    if (this.kind !== 'integer') this.wrongToken('expected distinct ID');
    const number = this.integerToken();
    this.expect(']');
    this.expect('<');
    const inner = this.is('>') ? context.unitAttr : this.parseAttribute(type);
    this.expect('>');
    const known = this.distinct.get(number);
    if (known !== undefined) {
      if (known.kind === 'distinct' && known.attribute !== inner) this.error(`referenced attribute does not match previous definition of distinct[${number}]`, at);
      return known;
    }
    const attribute = context.distinctAttr(Number(number), inner);
    this.distinct.set(number, attribute);
    return attribute;
  }
}
