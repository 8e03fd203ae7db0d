import type { Attribute } from '../ir/attribute.js';
import { dynamicDimension, type FloatTypeName, type Type } from '../ir/type.js';
import { characterSets, CharacterSet } from './character-class.js';
import { floatFormats } from '../ir/float-format.js';
import { attributeText, typeText } from '../printer/describe.js';
import { parseDialectSymbolBody, skipBrackets, withoutAliases } from './dialect-symbol.js';
import { nearest } from './edit-distance.js';
import { TokenParser } from './token-parser.js';

/** MLIR's limit on the width of integers. */
const MAX_INTEGER_WIDTH = (1 << 24) - 1;
const structuredTypeWords: ReadonlySet<string> = new Set(['tensor', 'memref', 'vector', 'complex', 'tuple']);
const isFloatName = (name: string): name is FloatTypeName => Object.hasOwn(floatFormats, name);

/** Types. Attributes inside types (layouts, encodings, memory spaces) are the subclass's business. */
export abstract class TypeParser extends TokenParser {
  private readonly simpleTypes = new Map<string, Type>();
  private readonly typesByText = new Map<string, Type>();

  protected abstract parseAttribute(type?: Type): Attribute;
  protected abstract resolveAttributeAlias(name: string): Attribute;
  /** The type of alias `name`, which `range` uses; reports an unknown one. */
  protected abstract resolveTypeAlias(name: string): Type;

  parseType(): Type {
    return this.kind === '(' ? this.parseFunctionType() : this.parseNonFunctionType();
  }

  parseOptionalType(): Type | undefined {
    switch (this.kind) {
      case '(':
      case 'exclamation-identifier':
        return this.parseType();
      case 'bare-identifier':
        return this.startsBuiltinType(this.lexer.text()) ? this.parseType() : undefined;
      default:
        return undefined;
    }
  }

  /** `(types) -> types` */
  parseFunctionType(): Type {
    return this.nested(() => {
      const inputs = this.parseParenthesisedTypes();
      this.expect('->');
      return this.context.functionType(inputs, this.parseFunctionResults());
    });
  }

  /** A type or a parenthesised list, as after `->`. */
  parseFunctionResults(): Type[] {
    return this.kind === '(' ? this.parseParenthesisedTypes() : [this.parseNonFunctionType()];
  }

  /** Types separated by commas, at least one. */
  parseTypeList(): Type[] {
    const types: Type[] = [];
    this.commaSeparated(() => types.push(this.parseType()));
    return types;
  }

  /** `4x?x2`; the last dimension is followed by an `x` too if `withTrailingX`. */
  parseDimensions(allowDynamic: boolean, withTrailingX: boolean): number[] {
    const shape: number[] = [];
    while (this.kind === 'integer' || this.kind === '?') {
      shape.push(this.parseDimension(allowDynamic));
      if (this.consumeX()) continue;
      if (withTrailingX) this.wrongToken("expected 'x' in dimension list");
      break;
    }
    return shape;
  }

  private parseParenthesisedTypes(): Type[] {
    const types: Type[] = [];
    this.expect('(');
    this.commaSeparatedUntil(')', () => types.push(this.parseType()));
    return types;
  }

  private startsBuiltinType(word: string): boolean {
    return (
      structuredTypeWords.has(word) || word === 'index' || word === 'none' || isFloatName(word) || /^(?:si|ui|i)(?:0|[1-9]\d*)$/.test(word)
    );
  }

  private parseNonFunctionType(): Type {
    const { lexer } = this;
    if (lexer.kind === 'exclamation-identifier') return this.parseExtendedType();
    if (lexer.kind !== 'bare-identifier') return this.wrongToken('expected non-function type');
    const word = lexer.text();
    if (structuredTypeWords.has(word)) return this.parseKnownText(word);
    let simple = this.simpleTypes.get(word);
    if (simple === undefined) {
      simple = this.simpleType(word);
      if (simple === undefined) return this.unknownType(word);
      this.simpleTypes.set(word, simple);
    }
    lexer.advance();
    return simple;
  }

  private unknownType(word: string): never {
    const suggestion = nearest([...structuredTypeWords, 'index', 'none', ...Object.keys(floatFormats)], word);
    if (suggestion === undefined) return this.wrongToken('expected non-function type');
    const range = this.range();
    return this.error('expected non-function type', range, [{ severity: 'note', message: `did you mean '${suggestion}'?`, range }]);
  }

  /** A structured type, found by its text if that came before: a module spells few types many times. */
  private parseKnownText(word: string): Type {
    const { lexer } = this;
    const end = plainTypeEnd(lexer.bytes, lexer.end);
    const text = end === undefined ? undefined : lexer.textOf(lexer.start, end);
    const known = text === undefined ? undefined : this.typesByText.get(text);
    if (known !== undefined && end !== undefined) {
      lexer.seek(end);
      return known;
    }
    lexer.advance();
    const type = this.nested(() => this.parseStructuredType(word));
    if (text !== undefined) this.typesByText.set(text, type);
    return type;
  }

  private simpleType(word: string): Type | undefined {
    if (word === 'index') return this.context.indexType;
    if (word === 'none') return this.context.noneType;
    if (isFloatName(word)) return this.context.floatType(word);
    const match = /^(si|ui|i)(0|[1-9]\d*)$/.exec(word);
    if (match === null) return undefined;
    const width = Number(match[2]);
    if (width > MAX_INTEGER_WIDTH) this.error(`integer bitwidth is limited to ${MAX_INTEGER_WIDTH} bits`);
    const signedness = match[1] === 'si' ? 'signed' : match[1] === 'ui' ? 'unsigned' : 'signless';
    return this.context.integerType(width, signedness);
  }

  private parseStructuredType(word: string): Type {
    switch (word) {
      case 'tensor':
        return this.parseTensorType();
      case 'memref':
        return this.parseMemRefType();
      case 'vector':
        return this.parseVectorType();
      case 'complex':
        return this.parseComplexType();
      default:
        return this.parseTupleType();
    }
  }

  /** `!alias`, `!dialect.type<…>` or `!dialect<…>` */
  private parseExtendedType(): Type {
    const name = this.lexer.textOf(this.lexer.start + 1, this.lexer.end);
    if (!name.includes('.') && this.lexer.bytes[this.lexer.end] !== 0x3c) {
      const type = this.resolveTypeAlias(name);
      this.lexer.advance();
      return type;
    }
    const { dialect, body } = parseDialectSymbolBody(this);
    return this.context.dialectType(dialect, this.bodyWithoutAliases(dialect, body));
  }

  /** Upstream's dialects read aliases inside their types and attributes; of others nothing is known, so their text stays. */
  protected bodyWithoutAliases(dialect: string, body: string): string {
    return /[#!]|\/\//.test(body) && this.context.hasDialect(dialect) ? this.resolvedAliases(body) : body;
  }

  private resolvedAliases(body: string): string {
    return withoutAliases(body, (sigil, name) =>
      sigil === '!' ? typeText(this.resolveTypeAlias(name)) : attributeText(this.resolveAttributeAlias(name)));
  }

  /** The text of the `<…>` that starts here, without aliases. */
  takeParameters(): string {
    const { lexer } = this;
    const end = skipBrackets(this, lexer.start);
    const text = lexer.textOf(lexer.start, end);
    lexer.seek(end);
    return this.resolvedAliases(text);
  }

  private parseTensorType(): Type {
    this.expect('<');
    if (this.consumeIf('*')) {
      if (!this.consumeX()) this.wrongToken("expected 'x' in dimension list");
      const elementType = this.parseElementType('tensor');
      this.expect('>');
      return this.context.unrankedTensorType(elementType);
    }
    const shape = this.parseDimensions(true, true);
    const elementType = this.parseElementType('tensor');
    const encoding = this.consumeIf(',') ? this.parseAttribute() : undefined;
    this.expect('>');
    return this.context.tensorType(shape, elementType, encoding);
  }

  private parseMemRefType(): Type {
    const { context } = this;
    this.expect('<');
    const unranked = this.consumeIf('*');
    if (unranked && !this.consumeX()) this.wrongToken("expected 'x' in dimension list");
    const shape = unranked ? [] : this.parseDimensions(true, true);
    const elementType = this.parseElementType('memref');
    let layout: Attribute | undefined;
    let memorySpace: Attribute | undefined;
    while (this.consumeIf(',')) {
      const at = this.range();
      const attribute = this.isKeyword('offset') ? this.parseStridedSugar() : this.parseAttribute();
      if (attribute.kind === 'affine-map-attr' || attribute.kind === 'strided-layout') {
        if (unranked) this.error('cannot have affine map for unranked memref type', at);
        // Of several maps MLIR keeps the last.
        if (memorySpace !== undefined) this.error('expected memory space to be last in memref type', at);
        layout = attribute;
        if (attribute.kind === 'affine-map-attr' && attribute.map.numDims !== shape.length)
          this.error(`memref layout mismatch between rank and affine map: ${shape.length} != ${attribute.map.numDims}`, at);
        continue;
      }
      if (memorySpace !== undefined) this.error('multiple memory spaces specified in memref type', at);
      memorySpace = attribute;
    }
    if (!this.consumeIf('>')) this.wrongToken("expected ',' or '>' in memref type");
    if (unranked) return context.unrankedMemRefType(elementType, memorySpace);
    if (layout?.kind === 'affine-map-attr' && layout.map === context.affine.identityMap(shape.length)) layout = undefined;
    // Memory space 0 is the default one, as in MLIR.
    if (memorySpace?.kind === 'integer' && memorySpace.value === 0n) memorySpace = undefined;
    return context.memRefType(shape, elementType, layout, memorySpace);
  }

  /** `offset: 0, strides: [4, ?]`, until MLIR 15 for `strided<[4, ?], offset: 0>`. */
  private parseStridedSugar(): Attribute {
    const size = (): bigint | undefined => (this.consumeIf('?') ? undefined : this.signedInteger());
    this.expectKeyword('offset');
    this.expect(':');
    const offset = size();
    this.expect(',');
    this.expectKeyword('strides');
    this.expect(':');
    this.expect('[');
    const strides: (bigint | undefined)[] = [];
    this.commaSeparatedUntil(']', () => strides.push(size()));
    return this.context.stridedLayoutAttr(strides, offset);
  }

  private parseVectorType(): Type {
    const shape: number[] = [];
    const scalable: boolean[] = [];
    this.expect('<');
    while (this.kind === 'integer' || this.kind === '[') {
      const isScalable = this.consumeIf('[');
      const at = this.range();
      const size = this.parseDimension(false);
      if (size === 0) this.error('vector types must have positive constant sizes but got 0', at);
      if (isScalable) this.expect(']');
      shape.push(size);
      scalable.push(isScalable);
      if (!this.consumeX()) this.wrongToken("expected 'x' in dimension list");
    }
    const at = this.range();
    const elementType = this.parseType();
    if (elementType.kind !== 'integer' && elementType.kind !== 'index' && elementType.kind !== 'float')
      this.error('vector elements must be int/index/float type', at);
    this.expect('>');
    return this.context.vectorType(shape, elementType, scalable);
  }

  private parseComplexType(): Type {
    this.expect('<');
    const at = this.range();
    const elementType = this.parseType();
    if (elementType.kind !== 'float' && elementType.kind !== 'integer') this.error('invalid element type for complex', at);
    this.expect('>');
    return this.context.complexType(elementType);
  }

  private parseTupleType(): Type {
    const types: Type[] = [];
    this.expect('<');
    this.commaSeparatedUntil('>', () => types.push(this.parseType()));
    return this.context.tupleType(types);
  }

  private parseElementType(container: 'tensor' | 'memref'): Type {
    const at = this.range();
    const type = this.parseType();
    // Memrefs of memrefs are upstream's; memrefs of dialect types (strings) are what onnx-mlir prints.
    if (type.kind === 'function' || type.kind === 'none' || type.kind === 'tuple')
      this.error(`invalid ${container} element type`, at);
    if (container === 'tensor' && (type.kind === 'memref' || type.kind === 'unranked-memref'))
      this.error('invalid tensor element type', at);
    return type;
  }

  private parseDimension(allowDynamic: boolean): number {
    const { lexer } = this;
    if (lexer.kind === '?') {
      if (!allowDynamic) this.error('expected static shape');
      lexer.advance();
      return dynamicDimension;
    }
    if (lexer.kind !== 'integer') return this.wrongToken('expected integer');
    // `0x4xf32` lexes as a hexadecimal number: in a shape it is the dimension 0.
    if (lexer.bytes[lexer.start] === 0x30 && lexer.bytes[lexer.start + 1] === 0x78) {
      lexer.seek(lexer.start + 1);
      return 0;
    }
    const text = lexer.text();
    const value = Number(text);
    if (!Number.isSafeInteger(value)) this.error('invalid dimension');
    lexer.advance();
    return value;
  }

  /** Takes the `x` between dimensions, which the lexer sees as the start of an identifier. */
  private consumeX(): boolean {
    const { lexer } = this;
    if (lexer.kind !== 'bare-identifier' || lexer.bytes[lexer.start] !== 0x78) return false;
    const next = lexer.start + 1;
    // Digits after the `x` must not become part of a number that continues as an identifier.
    if ((characterSets[lexer.bytes[next]] & CharacterSet.identifierPart) === 0 && next < lexer.end) return false;
    lexer.seek(next);
    return true;
  }
}

/** Longer type texts are not remembered. */
const PLAIN_TYPE_LENGTH = 100;

/** The end of `<…>` at `open` if nothing is in between but dimensions and a simple element type. */
function plainTypeEnd(bytes: Uint8Array, open: number): number | undefined {
  if (bytes[open] !== 0x3c) return undefined;
  for (let at = open + 1; at < open + PLAIN_TYPE_LENGTH; at++) {
    const byte = bytes[at];
    if (byte === 0x3e) return at + 1;
    // Letters, digits and `?`.
    if (byte !== 0x3f && (characterSets[byte] & CharacterSet.identifierPart) === 0) return undefined;
  }
  return undefined;
}
