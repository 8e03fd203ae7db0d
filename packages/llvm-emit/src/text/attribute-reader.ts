import { isAlignment } from '../ir/alignment.js';
import { isAlignmentAttribute } from '../ir/attribute.js';
import type { Attribute } from '../ir/attribute.js';
import { attributeNames, typeAttributeNames } from './attribute-names.js';
import type { Lexer } from './lexer.js';
import { TokenKind } from './lexer.js';
import { Punctuation } from './punctuation.js';
import type { TypeReader } from './type-reader.js';

const utf8 = new TextDecoder();
const latin1 = new TextDecoder('latin1');

/** Reads attributes of functions, parameters, results and calls. */
export class AttributeReader {
  private readonly lexer: Lexer;
  private readonly typeReader: TypeReader;

  constructor(typeReader: TypeReader) {
    this.lexer = typeReader.lexer;
    this.typeReader = typeReader;
  }

  /** Reads attributes as long as there are any. */
  readList(): Attribute[] {
    const list: Attribute[] = [];
    for (;;) {
      const attribute = this.readOptional();
      if (attribute === undefined) return list;
      list.push(attribute);
    }
  }

  /** Reads one attribute if the current token begins one. */
  readOptional(): Attribute | undefined {
    const { lexer } = this;
    if (lexer.kind === TokenKind.string) return this.readString();
    if (lexer.kind !== TokenKind.word) return undefined;
    const name = lexer.text();
    if (!attributeNames.has(name)) return undefined;
    lexer.next();
    const assigned = lexer.is(Punctuation.equals);
    if ((name === 'align' || (name === 'alignstack' && assigned)) && !lexer.is(Punctuation.openParenthesis)) {
      if (assigned) lexer.next();
      return { kind: 'integer', name, value: this.readPowerOfTwo() };
    }
    if (!lexer.is(Punctuation.openParenthesis)) return { kind: 'enum', name };
    lexer.next();
    if (typeAttributeNames.has(name)) {
      const type = this.typeReader.readType();
      this.typeReader.expect(Punctuation.closeParenthesis, "expected ')' at end of attribute");
      return { kind: 'type', name, type };
    }
    return this.readArgument(name);
  }

  private readPowerOfTwo(): number {
    const { lexer, typeReader } = this;
    const { start } = lexer;
    const value = typeReader.readNatural('expected integer');
    if (!isAlignment(value)) lexer.fail('alignment is not a power of two', start);
    return value;
  }

  /** Attributes behind a call or a function's parameters: written out, and the numbers of groups. */
  readWithGroups(): { readonly inline: readonly Attribute[]; readonly groups: readonly number[] } {
    const { lexer } = this;
    const inline: Attribute[] = [];
    const groups: number[] = [];
    for (;;) {
      if (lexer.kind === TokenKind.attributeGroup) {
        groups.push(lexer.value);
        lexer.next();
        continue;
      }
      const attribute = this.readOptional();
      if (attribute === undefined) return { inline, groups };
      inline.push(attribute);
    }
  }

  private readString(): Attribute {
    const { lexer } = this;
    const key = utf8.decode(lexer.stringBytes());
    lexer.next();
    if (!lexer.is(Punctuation.equals)) return { kind: 'string', key, value: undefined };
    lexer.next();
    if (lexer.kind !== TokenKind.string) lexer.fail('expected string constant');
    const value = utf8.decode(lexer.stringBytes());
    lexer.next();
    return { kind: 'string', key, value };
  }

  /** The argument up to the closing parenthesis: an integer if it is one, else as written. */
  private readArgument(name: string): Attribute {
    const { lexer } = this;
    const from = lexer.start;
    let depth = 1;
    for (;;) {
      if (lexer.kind === TokenKind.eof) lexer.fail("expected ')' at end of attribute");
      if (lexer.is(Punctuation.openParenthesis)) depth++;
      else if (lexer.is(Punctuation.closeParenthesis) && --depth === 0) break;
      lexer.next();
    }
    const argument = latin1.decode(lexer.source.bytes.subarray(from, lexer.start)).replace(/\s+/g, ' ').trim();
    lexer.next();
     
    if (!/^[\x20-\x7e]*$/.test(argument)) lexer.fail('attribute argument is not ASCII text', from);
    if (isAlignmentAttribute(name) && !isAlignment(Number(argument))) lexer.fail('alignment is not a power of two', from);
    return /^\d{1,15}$/.test(argument)
      ? { kind: 'integer', name, value: Number(argument) }
      : { kind: 'verbatim', name, argument };
  }
}
