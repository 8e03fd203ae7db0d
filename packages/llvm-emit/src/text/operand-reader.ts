import type { ValueId } from '../ir/constant-pool.js';
import type { LlvmFunction } from '../ir/function.js';
import type { AttributeList } from '../ir/attribute.js';
import { flagKeywords, InstructionFlag } from '../ir/opcode.js';
import type { FlagSet, OpcodeInfo } from '../ir/opcode.js';
import type { Type } from '../ir/type.js';
import type { AttributeReader } from './attribute-reader.js';
import type { ConstantReader } from './constant-reader.js';
import type { Lexer } from './lexer.js';
import { TokenKind } from './lexer.js';
import type { LocalScope } from './local-scope.js';
import type { MetadataReader } from './metadata-reader.js';
import { Punctuation } from './punctuation.js';
import type { TypeReader } from './type-reader.js';

/** Flag bits by keyword, per set. */
const flagBits = new Map<FlagSet, ReadonlyMap<string, number>>(
  (Object.keys(flagKeywords) as FlagSet[]).map((set) => [
    set,
    new Map(set === 'fastMath' ? [...flagKeywords[set], ['fast', InstructionFlag.fast]] : flagKeywords[set]),
  ]),
);

/** What the readers of a function body need from the reader of the whole text. */
export interface ReadingContext {
  readonly lexer: Lexer;
  readonly typeReader: TypeReader;
  readonly constantReader: ConstantReader;
  readonly attributeReader: AttributeReader;
  readonly metadataReader: MetadataReader;
  /** Attribute groups may stand behind their use: calls `add` with the group's attributes once they are known. */
  useGroup(number: number, add: (attributes: AttributeList) => void): void;
}

/** Reads what instructions are made of: values, types, flags and separators. */
export class OperandReader {
  readonly context: ReadingContext;
  readonly lexer: Lexer;
  readonly typeReader: TypeReader;
  readonly fn: LlvmFunction;
  readonly scope: LocalScope;

  constructor(context: ReadingContext, fn: LlvmFunction, scope: LocalScope) {
    this.context = context;
    this.lexer = context.lexer;
    this.typeReader = context.typeReader;
    this.fn = fn;
    this.scope = scope;
  }

  /** Reads `%x` or a constant of the given type. */
  readValue(type: Type): ValueId {
    const { kind } = this.lexer;
    if (kind === TokenKind.localNumber || kind === TokenKind.localName) return this.scope.readLocal(type);
    return this.context.constantReader.read(type);
  }

  /** Reads `T value`. */
  readTyped(): [ValueId, Type] {
    const type = this.typeReader.readType();
    const value = this.readValue(type);
    return [value, type];
  }

  /** Reads `ptr value`. */
  readPointer(message: string): ValueId {
    const { start } = this.lexer;
    const type = this.typeReader.readType();
    if (type.kind !== 'pointer') this.lexer.fail(message, start);
    return this.readValue(type);
  }

  /** The flags behind an opcode, as bits. */
  readFlags(info: OpcodeInfo): number {
    const { lexer } = this;
    if (lexer.kind !== TokenKind.word || info.flags === undefined || this.typeReader.atType()) return 0;
    const bits = flagBits.get(info.flags);
    let flags = 0;
    while (lexer.kind === TokenKind.word) {
      const bit = bits?.get(lexer.text());
      if (bit === undefined) break;
      flags |= bit;
      lexer.next();
    }
    return flags;
  }

  /** Consumes a comma. */
  comma(message: string): void {
    if (!this.lexer.is(Punctuation.comma)) this.lexer.fail(message);
    this.lexer.next();
  }

  /** Whether a comma follows and behind it more of the instruction, rather than its metadata; consumes the comma. */
  continues(): boolean {
    if (!this.lexer.is(Punctuation.comma)) return false;
    this.lexer.next();
    return this.lexer.kind !== TokenKind.metadata;
  }

  /** `, !dbg !4, !llvm.loop !5` behind an instruction, perhaps without the first comma; kept unless the index is -1. */
  readAttachments(index: number): void {
    const { lexer, fn, context } = this;
    for (;;) {
      if (lexer.is(Punctuation.comma)) {
        lexer.next();
        if (lexer.kind !== TokenKind.metadata) lexer.fail('expected metadata after comma');
      }
      if (lexer.kind !== TokenKind.metadata) return;
      const attachment = context.metadataReader.readAttachment();
      if (attachment !== undefined && index >= 0) fn.attach(index, attachment.kind, attachment.node);
    }
  }

  /** Consumes a keyword. */
  expectWord(word: string, message: string): void {
    if (this.lexer.kind !== TokenKind.word || this.lexer.text() !== word) this.lexer.fail(message);
    this.lexer.next();
  }

  /**
   * Reads the argument behind the type `metadata`: a node, or a value with its type. A value of the function stands for
   * itself, everything else is a constant of type metadata.
   */
  readMetadataArgument(): ValueId {
    const { constants, metadata } = this.fn.module;
    if (this.lexer.kind === TokenKind.metadata) return constants.metadata(this.context.metadataReader.readNode());
    const { start } = this.lexer;
    const [value, type] = this.readTyped();
    if (type.kind === 'metadata' || type.kind === 'label') this.lexer.fail('invalid metadata-value-metadata roundtrip', start);
    return value >= constants.size * -1 && value < 0 ? constants.metadata(metadata.value(value)) : value;
  }

  /** Appends an instruction with its operands and returns its index. */
  appended(opcode: number, typeId: number, extra: number, flags: number, operands: readonly number[]): number {
    const { fn } = this;
    const index = fn.append(opcode, typeId, extra, flags);
    for (let i = 0; i < operands.length; i++) fn.push(operands[i]);
    return index;
  }
}
