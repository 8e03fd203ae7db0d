import type { ValueId } from '../ir/constant-pool.js';
import { DEBUG_ATTACHMENT } from '../ir/debug-info.js';
import type { DebugInfoMode } from '../ir/debug-info.js';
import type { MetadataAttachment, MetadataField, MetadataId } from '../ir/metadata.js';
import { escapeBytes } from '../ir/identifier.js';
import type { LlvmModule } from '../ir/module.js';
import type { ConstantReader } from './constant-reader.js';
import { TokenKind } from './lexer.js';
import type { Lexer } from './lexer.js';
import { Punctuation } from './punctuation.js';
import { MAX_NESTING } from './type-reader.js';
import type { TypeReader } from './type-reader.js';

const utf8 = new TextDecoder();
const QUOTE = 0x22;

/** Reads metadata nodes, where they are defined and where they are used. */
export class MetadataReader {
  readonly mode: DebugInfoMode;
  private readonly lexer: Lexer;
  private readonly module: LlvmModule;
  private readonly typeReader: TypeReader;
  private readonly constantReader: ConstantReader;
  /** Ids of the nodes that the text numbers, and where each is used first. */
  private readonly numbered = new Map<number, { readonly id: MetadataId; readonly offset: number }>();
  private depth = 0;

  constructor(typeReader: TypeReader, constantReader: ConstantReader, module: LlvmModule, mode: DebugInfoMode) {
    this.lexer = typeReader.lexer;
    this.typeReader = typeReader;
    this.constantReader = constantReader;
    this.module = module;
    this.mode = mode;
  }

  /** `!name = !{…}` and `!5 = distinct !DILocation(…)`. */
  readDefinition(): void {
    const { lexer, module } = this;
    const { start } = lexer;
    const name = this.nodeName();
    lexer.next();
    this.typeReader.expect(Punctuation.equals, "expected '=' here");
    const number = /^\d+$/.test(name) ? Number(name) : undefined;
    if (number === undefined) {
      if (name === '') lexer.fail('expected a name or a number of metadata', start);
      if (lexer.kind !== TokenKind.metadata) lexer.fail("expected '!' here");
      const before = module.metadata.named.get(name) ?? [];
      module.metadata.named.set(name, [...before, ...this.readNamedOperands()]);
      return;
    }
    const id = this.numberedNode(number, start);
    if (module.metadata.isDefined(id)) lexer.fail(`redefinition of metadata '!${number}'`, start);
    // What has a number is no other number, and no string.
    if (lexer.kind === TokenKind.metadata && /^\d/.test(this.nodeName())) lexer.fail('expected metadata node');
    const { start: nodeStart } = lexer;
    const read = this.readNode();
    if (module.metadata.at(read).kind === 'string') lexer.fail('expected metadata node', nodeStart);
    module.metadata.define(id, module.metadata.at(read));
  }

  /** Fails for the first node that is used and never defined. */
  finish(): void {
    for (const [number, { id, offset }] of this.numbered) {
      if (!this.module.metadata.isDefined(id)) this.lexer.fail(`use of undefined metadata '!${number}'`, offset);
    }
  }

  /** `!name !5` or `!name !{…}`, as it hangs on something; undefined for what is not kept. */
  readAttachment(): MetadataAttachment | undefined {
    const { lexer } = this;
    const kind = this.nodeName();
    if (kind === '' || /^\d/.test(kind)) lexer.fail('expected the name of a metadata attachment');
    lexer.next();
    if (lexer.kind !== TokenKind.metadata) lexer.fail('expected metadata node');
    const node = this.readNode();
    return this.mode === 'strip' && kind === DEBUG_ATTACHMENT ? undefined : { kind, node };
  }

  /** A node at its use: `!5`, `!{…}`, `!"…"`, `!DIExpression(…)`, each perhaps behind `distinct`. */
  readNode(): MetadataId {
    const { lexer, module } = this;
    const distinct = lexer.kind === TokenKind.word && lexer.text() === 'distinct';
    if (distinct) lexer.next();
    if (lexer.kind !== TokenKind.metadata) lexer.fail('expected metadata node');
    const { start } = lexer;
    const name = this.nodeName();
    lexer.next();
    if (name !== '') {
      if (distinct && /^\d/.test(name)) lexer.fail('expected metadata node', start);
      if (/^\d+$/.test(name)) return this.numberedNode(Number(name), start);
      if (!lexer.is(Punctuation.openParenthesis)) lexer.fail('expected metadata node', start);
      const fields = this.readFields();
      return module.metadata.add({ kind: 'specialized', name, distinct, fields });
    }
    if (lexer.kind === TokenKind.string) {
      const text = utf8.decode(lexer.stringBytes());
      lexer.next();
      return module.metadata.string(text);
    }
    if (!lexer.is(Punctuation.openBrace)) lexer.fail('expected metadata node');
    if (++this.depth > MAX_NESTING) lexer.fail('metadata is nested too deeply');
    const operands: Array<MetadataId | undefined> = [];
    lexer.next();
    while (!lexer.is(Punctuation.closeBrace)) {
      if (operands.length > 0) this.typeReader.expect(Punctuation.comma, 'expected end of metadata node');
      operands.push(this.readOperand());
    }
    lexer.next();
    this.depth--;
    return distinct ? module.metadata.distinctTuple(operands) : module.metadata.tuple(operands);
  }

  /** An operand of a tuple: a node, `null` or a constant with its type. */
  private readOperand(): MetadataId | undefined {
    const { lexer } = this;
    if (lexer.kind === TokenKind.metadata) return this.readNode();
    if (lexer.kind === TokenKind.word) {
      const word = lexer.text();
      if (word === 'distinct') return this.readNode();
      if (word === 'null') {
        lexer.next();
        return undefined;
      }
    }
    return this.module.metadata.value(this.readConstant());
  }

  private readConstant(): ValueId {
    const { start } = this.lexer;
    const type = this.typeReader.readType();
    if (type.kind === 'metadata' || type.kind === 'label') this.lexer.fail('invalid metadata-value-metadata roundtrip', start);
    return this.constantReader.read(type);
  }

  private readNamedOperands(): MetadataId[] {
    const { lexer, typeReader } = this;
    if (this.nodeName() !== '') lexer.fail("expected '{' here");
    lexer.next();
    typeReader.expect(Punctuation.openBrace, "expected '{' here");
    const nodes: MetadataId[] = [];
    while (!lexer.is(Punctuation.closeBrace)) {
      if (nodes.length > 0) typeReader.expect(Punctuation.comma, "expected '}' at end of metadata node");
      if (lexer.kind !== TokenKind.metadata) lexer.fail('expected metadata node');
      nodes.push(this.readNode());
    }
    lexer.next();
    return nodes;
  }

  /** The fields between parentheses; the lexer stands on the opening one. */
  private readFields(): MetadataField[] {
    const { lexer, typeReader } = this;
    const fields: MetadataField[] = [];
    if (++this.depth > MAX_NESTING) lexer.fail('metadata is nested too deeply');
    lexer.next();
    while (!lexer.is(Punctuation.closeParenthesis)) {
      if (fields.length > 0) typeReader.expect(Punctuation.comma, "expected ')' at end of metadata node");
      let key: string | undefined;
      if (lexer.kind === TokenKind.labelName) {
        key = lexer.names.text(lexer.word);
        lexer.next();
      }
      const value = lexer.kind === TokenKind.metadata ? { node: this.readNode() } : { text: this.readFieldText() };
      fields.push({ key, value });
    }
    lexer.next();
    this.depth--;
    return fields;
  }

  /** The text of a field up to the comma or parenthesis behind it. */
  private readFieldText(): string {
    const { lexer } = this;
    const parts: string[] = [];
    let depth = 0;
    for (;;) {
      if (lexer.kind === TokenKind.eof) lexer.fail('expected end of metadata node');
      if (lexer.kind === TokenKind.localName || lexer.kind === TokenKind.localNumber) {
        lexer.fail('values of a function inside a metadata node are not supported');
      }
      if (depth === 0 && (lexer.is(Punctuation.comma) || lexer.is(Punctuation.closeParenthesis))) break;
      if (lexer.is(Punctuation.openParenthesis)) depth++;
      else if (lexer.is(Punctuation.closeParenthesis)) depth--;
      parts.push(this.tokenText());
      lexer.next();
    }
    if (parts.length === 0) lexer.fail('expected the value of a metadata field');
    return parts.join(' ');
  }

  /** The token as ASCII text. */
  private tokenText(): string {
    const { lexer } = this;
    if (lexer.kind === TokenKind.string) return `"${escapeBytes(lexer.stringBytes())}"`;
    const text = lexer.text();
    if (!/^[\x20-\x7e]*$/.test(text) || text.charCodeAt(0) === QUOTE) lexer.fail('expected the value of a metadata field');
    return text;
  }

  /** The node with that number, which may be defined later. */
  private numberedNode(number: number, offset: number): MetadataId {
    let node = this.numbered.get(number);
    if (node === undefined) {
      if (number >= 2 ** 32) this.lexer.fail('metadata number is too large', offset);
      node = { id: this.module.metadata.reserve(), offset };
      this.numbered.set(number, node);
    }
    return node.id;
  }

  /** The name in a metadata token, its escapes replaced. */
  private nodeName(): string {
    const text = this.lexer.text().slice(1);
    return text.replaceAll(/\\([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  }
}
