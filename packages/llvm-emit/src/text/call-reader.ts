import { attributeListText, noAttributes } from '../ir/attribute.js';
import type { Attribute, AttributeList } from '../ir/attribute.js';
import type { ValueId } from '../ir/constant-pool.js';
import type { CallSite } from '../ir/function.js';
import { isDebugIntrinsic } from '../ir/debug-info.js';
import { Opcode, opcodes } from '../ir/opcode.js';
import type { FunctionType } from '../ir/type.js';
import { precedingKeywords } from './attribute-names.js';
import { TokenKind } from './lexer.js';
import type { OperandReader } from './operand-reader.js';
import { Punctuation } from './punctuation.js';

interface ReadCall {
  readonly callee: ValueId;
  readonly values: readonly ValueId[];
  readonly returnTypeId: number;
  readonly site: number;
}

/** Reads the calls of one function. */
export class CallReader {
  private readonly operands: OperandReader;
  /** Call sites that were read already, by all that they carry. */
  private readonly sites = new Map<string, number>();

  constructor(operands: OperandReader) {
    this.operands = operands;
  }

  /** Reads a call; the lexer stands on `call` or on `tail` and its like before it. */
  readCall(start: number): number {
    const { lexer, fn } = this.operands;
    let tail: CallSite['tail'] = '';
    if (lexer.word !== Opcode.call) {
      tail = lexer.text() as CallSite['tail']; // readOpcode has checked the word
      lexer.next();
      if (lexer.kind !== TokenKind.word || lexer.word !== Opcode.call) lexer.fail("expected 'tail call'");
    }
    lexer.next();
    const flags = this.operands.readFlags(opcodes[Opcode.call]);
    const read = this.readCallee(start, tail);
    if (read === undefined) return -1;
    const index = this.operands.appended(Opcode.call, read.returnTypeId, read.site, flags, [read.callee]);
    for (const value of read.values) fn.push(value);
    return index;
  }

  /** Reads `invoke` with its two labels; the lexer stands on the keyword. */
  readInvoke(start: number, readLabel: () => number): number {
    const { lexer, fn } = this.operands;
    lexer.next();
    const read = this.readCallee(start, '');
    if (read === undefined) return lexer.fail('debug intrinsics cannot be invoked', start);
    this.operands.expectWord('to', "expected 'to' in invoke");
    const normal = readLabel();
    this.operands.expectWord('unwind', "expected 'unwind' in invoke");
    const unwind = readLabel();
    const index = this.operands.appended(Opcode.invoke, read.returnTypeId, read.site, 0, [read.callee]);
    for (const operand of [...read.values, normal, unwind]) fn.push(operand);
    return index;
  }

  /** Reads from the calling convention to the attributes behind the arguments; undefined for a call about debugging. */
  private readCallee(start: number, tail: CallSite['tail']): ReadCall | undefined {
    const { lexer, fn, typeReader, context } = this.operands;
    let callingConvention = '';
    if (lexer.kind === TokenKind.word && precedingKeywords.has(lexer.text())) {
      callingConvention = lexer.text();
      lexer.next();
    }
    const returnAttributes = context.attributeReader.readList();
    const { start: typeStart } = lexer;
    const written = typeReader.readAnyType();
    const functionType: FunctionType | undefined = written.kind === 'function' ? written : undefined;
    const returnType = functionType?.returnType ?? written;
    if (lexer.kind === TokenKind.word && lexer.text() === 'asm') lexer.fail('inline assembly is not supported');
    const callee = this.operands.readValue(fn.module.types.ptr);
    typeReader.expect(Punctuation.openParenthesis, 'expected \'(\' in call');
    const values: ValueId[] = [];
    const argumentAttributes: Attribute[][] = [];
    while (!lexer.is(Punctuation.closeParenthesis)) {
      if (argumentAttributes.length > 0) this.operands.comma("expected ',' in argument list");
      const type = typeReader.readType();
      argumentAttributes.push(context.attributeReader.readList());
      values.push(type.kind === 'metadata' ? this.operands.readMetadataArgument() : this.operands.readValue(type));
    }
    lexer.next();
    const site: CallSite = {
      tail,
      callingConvention,
      functionType,
      returnAttributes: returnAttributes.length === 0 ? noAttributes : returnAttributes,
      argumentAttributes: argumentAttributes.some((list) => list.length > 0) ? argumentAttributes : [],
      functionAttributes: noAttributes,
    };
    const { inline, groups } = context.attributeReader.readWithGroups();
    if (lexer.is(Punctuation.openSquare)) lexer.fail('operand bundles are not supported');
    if (this.isStripped(callee)) return undefined;
    if (returnType.kind === 'label' || returnType.kind === 'function') lexer.fail('invalid call result type', typeStart);
    if (functionType !== undefined) this.checkArguments(functionType, values.length, start);
    return { callee, values, returnTypeId: returnType.id, site: this.siteIndex(site, inline, groups) };
  }

  /** Whether the callee is about debugging, and such calls are not kept. */
  private isStripped(callee: ValueId): boolean {
    const { fn, context } = this.operands;
    if (context.metadataReader.mode === 'keep' || callee >= 0) return false;
    const name = fn.module.constants.symbolOf(callee);
    return name !== undefined && isDebugIntrinsic(name);
  }

  private checkArguments({ parameters, varargs }: FunctionType, given: number, start: number): void {
    if (given < parameters.length) this.operands.lexer.fail('not enough parameters specified for call', start);
    if (given > parameters.length && !varargs) this.operands.lexer.fail('too many arguments specified', start);
  }

  private siteIndex(site: CallSite, inline: AttributeList, groups: readonly number[]): number {
    const { fn, context } = this.operands;
    const plain =
      site.tail === '' &&
      site.callingConvention === '' &&
      site.functionType === undefined &&
      site.returnAttributes.length === 0 &&
      site.argumentAttributes.length === 0 &&
      inline.length === 0 &&
      groups.length === 0;
    if (plain) return 0;
    const key = [
      site.tail,
      site.callingConvention,
      site.functionType?.id ?? '',
      attributeListText(site.returnAttributes),
      ...site.argumentAttributes.map((list) => attributeListText(list)),
      `#${attributeListText(inline)}`,
      ...groups,
    ].join('|');
    const known = this.sites.get(key);
    if (known !== undefined) return known;
    const index = fn.callSites.push({ ...site, functionAttributes: inline }) - 1;
    for (const group of groups) {
      context.useGroup(group, (attributes) => {
        const before = fn.callSites[index];
        fn.callSites[index] = { ...before, functionAttributes: [...before.functionAttributes, ...attributes] };
      });
    }
    this.sites.set(key, index);
    return index;
  }
}
