import { parseAffineExprOfSsaIds, parseAffineMapOfSsaIds } from './affine-parser.js';
import { SyntaxFailure } from './token-parser.js';
import { typeFromText } from './type-from-text.js';
import type { OperationParser } from './operation-parser.js';
import type { AffineMap } from '../affine/affine-expr.js';
import type { Attribute } from '../ir/attribute.js';
import { Block } from '../ir/block.js';
import type { Context } from '../ir/context.js';
import { unknownLocation, type Location } from '../ir/location.js';
import type {
  Delimiter, OpAsmParser, ParsedOperation, Punctuation, RegionArgument, UnresolvedOperand,
} from '../ir/op-asm-parser.js';
import { buildDefinedOperation } from '../ir/op-builder.js';
import { NamedAttributes } from '../ir/named-attributes.js';
import type { OpDefinition } from '../ir/op-definition.js';
import type { Region } from '../ir/region.js';
import type { Type } from '../ir/type.js';
import type { Value } from '../ir/value.js';
import type { SourceRange } from '../source/source-file.js';

const brackets: Record<Exclude<Delimiter, 'none'>, readonly [Punctuation, Punctuation]> = {
  paren: ['(', ')'],
  square: ['[', ']'],
  brace: ['{', '}'],
  'less-greater': ['<', '>'],
  'optional-paren': ['(', ')'],
  'optional-square': ['[', ']'],
};

/** The parser as custom operation syntax sees it. One object reads many operations, one after the other. */
export class CustomOperationParser implements OpAsmParser {
  readonly context: Context;
  readonly result: ParsedOperation;
  operationName = '';
  numNamedResults = 0;
  private readonly parser: OperationParser;
  private definition!: OpDefinition; // set by `begin`, which precedes all use
  private name!: SourceRange; // likewise
  // The lists that `result` starts with; what a custom form puts in their place is never written to.
  private readonly operands: Value[] = [];
  private readonly resultTypes: Type[] = [];
  private readonly regions: Region[] = [];
  private readonly successors: Block[] = [];

  constructor(parser: OperationParser) {
    this.parser = parser;
    this.context = parser.context;
    const { operands, resultTypes, regions, successors } = this;
    this.result = { operands, resultTypes, attributes: new NamedAttributes(), regions, successors, location: unknownLocation };
  }

  /** Makes the parser that of the operation whose name, at `nameRange`, has just been read; its result is empty again. */
  begin(definition: OpDefinition, nameRange: SourceRange, numNamedResults: number): void {
    this.definition = definition;
    this.operationName = definition.name;
    this.name = nameRange;
    this.numNamedResults = numNamedResults;
    this.clearResult();
  }

  private clearResult(): void {
    const { result, operands, resultTypes, regions, successors } = this;
    // Mostly short: popping costs less than setting the length.
    while (operands.length > 0) operands.pop();
    while (resultTypes.length > 0) resultTypes.pop();
    while (regions.length > 0) regions.pop();
    while (successors.length > 0) successors.pop();
    result.operands = operands;
    result.resultTypes = resultTypes;
    result.regions = regions;
    result.successors = successors;
    result.attributes.clear();
  }

  parseFirstOf(forms: readonly (() => void)[]): void {
    const { start, braceDepth } = this.parser.lexer;
    let first: SyntaxFailure | undefined;
    for (const form of forms) {
      try {
        return form();
      } catch (failure) {
        if (!(failure instanceof SyntaxFailure)) throw failure;
        first ??= failure;
      }
      this.parser.lexer.seek(start);
      this.parser.lexer.braceDepth = braceDepth;
      this.clearResult();
    }
    if (first !== undefined) throw first;
  }

  nextRange(): SourceRange {
    return this.parser.range();
  }

  error(message: string, range?: SourceRange): never {
    return this.parser.error(`custom op '${this.operationName}' ${message}`, range);
  }

  parseOptionalPunctuation(punctuation: Punctuation): boolean {
    return this.parser.consumeIf(punctuation);
  }

  parsePunctuation(punctuation: Punctuation): void {
    this.parser.expect(punctuation);
  }

  parseOptionalKeyword(keyword: string): boolean {
    return this.parser.consumeKeyword(keyword);
  }

  parseKeyword(keyword: string, where = ''): void {
    if (!this.parser.consumeKeyword(keyword)) this.error(`expected '${keyword}'${where}`);
  }

  parseOptionalAnyKeyword(allowed?: readonly string[]): string | undefined {
    const { lexer } = this.parser;
    if (lexer.kind !== 'bare-identifier') return undefined;
    const word = lexer.text();
    if (allowed !== undefined && !allowed.includes(word)) return undefined;
    lexer.advance();
    return word;
  }

  parseOptionalString(): string | undefined {
    return this.parser.is('string') ? this.parser.takeString() : undefined;
  }

  parseOptionalInteger(): bigint | undefined {
    return this.parser.optionalSignedInteger();
  }

  parseInteger(): bigint {
    return this.parser.signedInteger();
  }

  parseDimensionList(allowDynamic: boolean, withTrailingX: boolean): number[] {
    return this.parser.parseDimensions(allowDynamic, withTrailingX);
  }

  parseOptionalSymbolName(): string | undefined {
    return this.parser.optionalSymbolName();
  }

  parseSymbolName(): string {
    return this.parser.symbolName();
  }

  parseAttribute(type?: Type): Attribute {
    return this.parser.parseAttribute(type);
  }

  parseOptionalAttribute(type?: Type): Attribute | undefined {
    return this.parser.parseOptionalAttribute(type);
  }

  parseOptionalAttrDict(): void {
    if (!this.parser.is('{')) return;
    const at = this.parser.range();
    const entries = new Map<string, Attribute>();
    this.parser.parseAttributeDict(entries);
    for (const [name, value] of entries) {
      if (this.result.attributes.has(name)) this.error(`attribute '${name}' occurs more than once in the attribute list`, at);
      this.result.attributes.set(name, value);
    }
  }

  parseOptionalAttrDictWithKeyword(): void {
    if (!this.parser.consumeKeyword('attributes')) return;
    if (!this.parser.is('{')) this.parser.wrongToken("expected '{' in attribute list");
    this.parseOptionalAttrDict();
  }

  parseType(): Type {
    return this.parser.parseType();
  }

  typeFromText(text: string): Type | undefined {
    return typeFromText(this.context, text);
  }

  parseOptionalType(): Type | undefined {
    return this.parser.parseOptionalType();
  }

  parseOptionalParameters(): string | undefined {
    return this.parser.is('<') ? this.parser.takeParameters() : undefined;
  }

  parseColonType(): Type {
    this.parser.expect(':');
    return this.parser.parseType();
  }

  parseTypeList(): Type[] {
    return this.parser.parseTypeList();
  }

  parseOptionalArrowTypeList(): Type[] {
    return this.parser.consumeIf('->') ? this.parser.parseFunctionResults() : [];
  }

  parseFunctionType(): Type {
    if (!this.parser.is('(')) this.parser.wrongToken("expected '(' in function type");
    return this.parser.parseFunctionType();
  }

  parseOperand(allowResultNumber = true): UnresolvedOperand {
    return this.parseOptionalOperand(allowResultNumber) ?? this.parser.wrongToken('expected SSA operand');
  }

  parseOptionalOperand(allowResultNumber = true): UnresolvedOperand | undefined {
    return this.parser.parseOptionalSsaName(allowResultNumber);
  }

  parseOperandList(delimiter: Delimiter): UnresolvedOperand[] {
    return this.parseList(delimiter, 'percent-identifier', () => this.parseOperand());
  }

  resolveOperand(operand: UnresolvedOperand, type: Type): Value {
    const value = this.parser.resolveOperand(operand, type);
    return value;
  }

  resolveOperands(operands: readonly UnresolvedOperand[], types: readonly Type[], range: SourceRange): Value[] {
    if (operands.length !== types.length)
      this.error(
        `number of operands and types do not match: got ${operands.length} operands and ${types.length} types`,
        range,
      );
    return operands.map((operand, index) => this.parser.resolveOperand(operand, types[index]));
  }

  parseAffineMapOfSsaIds(delimiter: 'square' | 'paren'): { map: AffineMap; dims: UnresolvedOperand[]; symbols: UnresolvedOperand[] } {
    return parseAffineMapOfSsaIds(this.parser, delimiter, () => this.parseOperand());
  }

  parseAffineExprOfSsaIds(): { map: AffineMap; dims: UnresolvedOperand[]; symbols: UnresolvedOperand[] } {
    return parseAffineExprOfSsaIds(this.parser, () => this.parseOperand());
  }

  parseRegionArgument(allowType: boolean, allowAttributes: boolean): RegionArgument {
    const operand = this.parseOperand(false);
    const type = allowType ? this.parseColonType() : undefined;
    const attributes = new Map<string, Attribute>();
    if (allowAttributes && this.parser.is('{')) this.parser.parseAttributeDict(attributes);
    const location = this.parser.parseOptionalLocationSpecifier();
    return { operand, type, attributes, location };
  }

  parseRegionArgumentList(delimiter: Delimiter, allowType: boolean, allowAttributes: boolean): RegionArgument[] {
    return this.parseList(delimiter, 'percent-identifier', () => this.parseRegionArgument(allowType, allowAttributes));
  }

  parseRegion(args: readonly RegionArgument[], options: { readonly isolatedNames?: boolean } = {}): Region {
    const isolated = options.isolatedNames === true || this.definition.traits.has('IsolatedFromAbove');
    return this.parser.parseRegion(args, isolated, this.definition);
  }

  parseOptionalRegion(args: readonly RegionArgument[], options?: { readonly isolatedNames?: boolean }): Region | undefined {
    return this.parser.is('{') ? this.parseRegion(args, options) : undefined;
  }

  ensureTerminator(region: Region, name: string, regions: readonly Region[] = [], operands: readonly Value[] = []): void {
    if (region.blocks.length === 0) region.addBlock(new Block());
    const block = region.blocks[region.blocks.length - 1];
    const last = block.lastOperation;
    if (last !== undefined && this.context.customForm(last.name)?.traits.has('Terminator') === true) return;
    const definition = this.context.operation(name);
    const { file, start, end } = this.name;
    block.append(buildDefinedOperation(this.context, name, definition, { operands, regions, location: { kind: 'source', file, start, end } }));
  }

  parseSuccessor(): Block {
    return this.parser.parseSuccessor();
  }

  parseOptionalSuccessor(): Block | undefined {
    return this.parser.parseOptionalSuccessor();
  }

  parseOptionalLocation(): Location | undefined {
    return this.parser.parseOptionalLocationSpecifier();
  }

  parseCustomOperationName(): string {
    if (!this.parser.is('bare-identifier')) this.parser.wrongToken('expected bare identifier or keyword');
    return this.parser.parseCustomOperationName().name;
  }

  private parseList<T>(delimiter: Delimiter, first: 'percent-identifier', parseItem: () => T): T[] {
    const { parser } = this;
    const items: T[] = [];
    const add = (): void => {
      items.push(parseItem());
    };
    if (delimiter === 'none') {
      if (parser.is(first)) parser.commaSeparated(add);
      return items;
    }
    const [open, close] = brackets[delimiter];
    if (delimiter.startsWith('optional') && !parser.is(open)) return items;
    parser.expect(open);
    parser.commaSeparatedUntil(close, add);
    return items;
  }
}
