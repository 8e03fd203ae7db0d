import { unnamed } from '../ir/identifier.js';
import { ellipticCurves, galoisFields } from '../ir/galois-field.js';
import { floatTypeBits } from '../ir/type.js';
import type { FloatTypeName, Type } from '../ir/type.js';
import { MAX_INTEGER_WIDTH } from '../ir/type-table.js';
import type { TypeTable } from '../ir/type-table.js';
import type { Lexer } from './lexer.js';
import { TokenKind } from './lexer.js';
import { Punctuation } from './punctuation.js';

/** Nesting of types and constants beyond which a text is refused rather than the stack exhausted. */
export const MAX_NESTING = 256;

/** Reads types; the lexer stands on the first token of one, and afterwards on the token behind it. */
export class TypeReader {
  readonly lexer: Lexer;
  readonly types: TypeTable;
  /** Per word: the type it names, null if none, undefined if not asked yet. */
  private readonly byWord: Array<Type | null | undefined> = [];
  private depth = 0;

  constructor(lexer: Lexer, types: TypeTable) {
    this.lexer = lexer;
    this.types = types;
  }

  /** Whether a type can begin at the current token. */
  atType(): boolean {
    const { lexer } = this;
    switch (lexer.kind) {
      case TokenKind.word:
        return this.isTarget() || this.wordType(lexer.word) !== undefined;
      case TokenKind.localName:
      case TokenKind.localNumber:
        return true;
      case TokenKind.punctuation:
        return (
          lexer.value === Punctuation.openSquare ||
          lexer.value === Punctuation.openBrace ||
          lexer.value === Punctuation.less
        );
      default:
        return false;
    }
  }

  /** Reads a type that a value can have. */
  readType(expectation = 'expected type'): Type {
    const { start } = this.lexer;
    const type = this.readAnyType(expectation);
    if (type.kind === 'void') this.lexer.fail('void type only allowed for function results', start);
    return type;
  }

  /** Reads a type, `void` and function types included. */
  readAnyType(expectation = 'expected type'): Type {
    const { lexer } = this;
    // The usual case: one word, and no function type behind it.
    if (++this.depth > MAX_NESTING) lexer.fail('type is nested too deeply');
    let type = this.readPrimary(expectation);
    while (lexer.kind === TokenKind.punctuation) {
      if (lexer.value === Punctuation.star) {
        lexer.fail(
          type.kind === 'pointer'
            ? 'ptr* is invalid - use ptr instead'
            : `typed pointers are not supported - use ptr instead of '${type.text}*'`,
        );
      }
      if (lexer.value !== Punctuation.openParenthesis) break;
      type = this.readFunctionType(type);
    }
    this.depth--;
    return type;
  }

  private readPrimary(expectation: string): Type {
    const { lexer, types } = this;
    switch (lexer.kind) {
      case TokenKind.word: {
        if (this.isTarget()) return this.readTargetType();
        const type = this.wordType(lexer.word);
        if (type === undefined) return lexer.fail(expectation);
        lexer.next();
        if (type.kind === 'pointer' && lexer.kind === TokenKind.word && lexer.text() === 'addrspace') {
          return types.pointer(this.readAddressSpace());
        }
        return type;
      }
      case TokenKind.localName: {
        const name = lexer.names.text(lexer.word);
        lexer.next();
        return types.namedStruct(name);
      }
      case TokenKind.localNumber: {
        const name = unnamed(lexer.value);
        lexer.next();
        return types.namedStruct(name);
      }
      case TokenKind.punctuation:
        if (lexer.value === Punctuation.openSquare) {
          const [length, element] = this.readSequence(Punctuation.closeSquare, "expected ']' at end of array type");
          return types.array(length, element);
        }
        if (lexer.value === Punctuation.openBrace) return types.struct(this.readFields(), false);
        if (lexer.value === Punctuation.less) return this.readVectorOrPackedStruct();
        return lexer.fail(expectation);
      default:
        return lexer.fail(expectation);
    }
  }

  private isTarget(): boolean {
    const { lexer } = this;
    return lexer.end - lexer.start === 6 && lexer.text() === 'target';
  }

  /** `target("name", T, 1)`. */
  private readTargetType(): Type {
    const { lexer, types } = this;
    lexer.next();
    this.expect(Punctuation.openParenthesis, "expected '(' in target extension type");
    if (lexer.kind !== TokenKind.string) lexer.fail('expected string constant for target extension type name');
    const name = new TextDecoder().decode(lexer.stringBytes());
    lexer.next();
    const typeParameters: Type[] = [];
    const integerParameters: number[] = [];
    while (lexer.is(Punctuation.comma)) {
      lexer.next();
      if (lexer.kind === TokenKind.integer) integerParameters.push(this.readNatural('expected uint32 param'));
      else if (integerParameters.length > 0) lexer.fail('expected uint32 param');
      else typeParameters.push(this.readAnyType());
    }
    this.expect(Punctuation.closeParenthesis, "expected ')' in target extension type");
    return types.target(name, typeParameters, integerParameters);
  }

  /** `addrspace(n)`. */
  readAddressSpace(): number {
    const { lexer } = this;
    lexer.next();
    this.expect(Punctuation.openParenthesis, "expected '(' in address space");
    const value = this.readNatural('expected integer');
    this.expect(Punctuation.closeParenthesis, "expected ')' in address space");
    return value;
  }

  /** Reads `{ T, T }`; the lexer stands on the brace. */
  readFields(): Type[] {
    const { lexer } = this;
    lexer.next();
    const fields: Type[] = [];
    if (!lexer.is(Punctuation.closeBrace)) {
      for (;;) {
        const { start } = lexer;
        const field = this.readType();
        if (!isElementType(field)) lexer.fail('invalid element type for struct', start);
        fields.push(field);
        if (!lexer.is(Punctuation.comma)) break;
        lexer.next();
      }
    }
    this.expect(Punctuation.closeBrace, "expected '}' at end of struct");
    return fields;
  }

  /** Consumes a punctuation character. */
  expect(code: number, message: string): void {
    if (!this.lexer.is(code)) this.lexer.fail(message);
    this.lexer.next();
  }

  /** Consumes an integer of at most 2^53. */
  readNatural(message: string): number {
    const { lexer } = this;
    const value = lexer.kind === TokenKind.integer ? Number(lexer.integer()) : -1;
    if (!Number.isSafeInteger(value) || value < 0) lexer.fail(message);
    lexer.next();
    return value;
  }

  private readVectorOrPackedStruct(): Type {
    const { lexer, types } = this;
    const open = lexer.start;
    lexer.next();
    if (lexer.is(Punctuation.openBrace)) {
      const fields = this.readFields();
      this.expect(Punctuation.greater, "expected '>' in packed struct");
      return types.struct(fields, true);
    }
    const [length, element] = this.readSequenceBody(Punctuation.greater, "expected '>' at end of vector type");
    if (length === 0) lexer.fail('zero element vector is illegal', open);
    if (element.kind !== 'integer' && element.kind !== 'float' && element.kind !== 'pointer' && element.kind !== 'field') {
      lexer.fail('invalid vector element type', open);
    }
    return types.vector(length, element);
  }

  private readSequence(close: number, message: string): [number, Type] {
    const { lexer } = this;
    const open = lexer.start;
    lexer.next();
    const sequence = this.readSequenceBody(close, message);
    if (!isElementType(sequence[1])) lexer.fail('invalid array element type', open);
    return sequence;
  }

  private readSequenceBody(close: number, message: string): [number, Type] {
    const { lexer } = this;
    if (lexer.kind === TokenKind.word && lexer.text() === 'vscale') lexer.fail('scalable vectors are not supported');
    const length = this.readNatural('expected number in sequential type');
    if (lexer.kind !== TokenKind.word || lexer.text() !== 'x') lexer.fail("expected 'x' after element count");
    lexer.next();
    const element = this.readType();
    this.expect(close, message);
    return [length, element];
  }

  private readFunctionType(returnType: Type): Type {
    const { lexer } = this;
    lexer.next();
    const parameters: Type[] = [];
    let varargs = false;
    while (!lexer.is(Punctuation.closeParenthesis)) {
      if (parameters.length > 0 || varargs) this.expect(Punctuation.comma, "expected ',' in function type");
      if (lexer.kind === TokenKind.ellipsis) {
        varargs = true;
        lexer.next();
        break;
      }
      parameters.push(this.readType());
    }
    this.expect(Punctuation.closeParenthesis, "expected ')' at end of function type");
    return this.types.function(returnType, parameters, varargs);
  }

  private wordType(word: number): Type | undefined {
    const known = this.byWord[word];
    if (known !== undefined) return known ?? undefined;
    const type = this.typeNamed(this.lexer.words.text(word));
    this.byWord[word] = type ?? null;
    return type;
  }

  private typeNamed(word: string): Type | undefined {
    const { types, lexer } = this;
    switch (word) {
      case 'void':
        return types.void;
      case 'ptr':
        return types.ptr;
      case 'label':
        return types.label;
      case 'metadata':
        return types.metadata;
      default:
        break;
    }
    const integer = /^i(\d{1,9})$/.exec(word);
    if (integer !== null) {
      const width = Number(integer[1]);
      if (width < 1 || width > MAX_INTEGER_WIDTH) lexer.fail('bitwidth for integer type out of range');
      return types.int(width);
    }
    if (Object.hasOwn(floatTypeBits, word)) return types.float(word as FloatTypeName); // the line's own condition
    const field = galoisFields.find(({ name }) => word === `__zkllvm_field_${name}`);
    if (field !== undefined) return types.field(field.name);
    const curve = ellipticCurves.find(({ name }) => word === `__zkllvm_curve_${name}`);
    return curve === undefined ? undefined : types.curve(curve.name);
  }
}

function isElementType(type: Type): boolean {
  return type.kind !== 'label' && type.kind !== 'metadata' && type.kind !== 'function';
}
