import type { Attribute, LocationAttr } from '../ir/attribute.js';
import { Block } from '../ir/block.js';
import type { Context } from '../ir/context.js';
import type { Location } from '../ir/location.js';
import type { OpDefinition } from '../ir/op-definition.js';
import type { ParsedOperation, RegionArgument, UnresolvedOperand } from '../ir/op-asm-parser.js';
import { buildDefinedOperation } from '../ir/op-builder.js';
import { Operation } from '../ir/operation.js';
import { Region } from '../ir/region.js';
import type { Type } from '../ir/type.js';
import type { Value } from '../ir/value.js';
import { typeText } from '../printer/describe.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { SourceFile, SourceRange } from '../source/source-file.js';
import { AttributeParser } from './attribute-parser.js';
import { BlockNames } from './block-names.js';
import type { Lexer } from './lexer.js';
import type { DiagnosticLog } from './diagnostic-log.js';
import { unknownCustomOperation } from './operation-suggestion.js';
import { skipToNextOperation } from './recovery.js';
import { SyntaxFailure } from './token-parser.js';
import { ValueNames, type NameProblem } from './value-names.js';

export type SourceLocation = Extract<Location, { kind: 'source' }>;

/** `%r:2` to the left of `=`; the range is that of the name. */
interface ResultNames extends SourceRange {
  readonly name: string;
  readonly count: number;
}

/** An operation as a custom form names it. */
interface NamedOperation {
  readonly name: string;
  readonly definition: OpDefinition | undefined;
  /** Without the default dialect, if so written. */
  readonly written: string;
}

/** More results than this under one name are a slip of the pen, not a program. */
const MAX_RESULTS = 1 << 16;

/** Operations, regions and blocks. */
export abstract class OperationParser extends AttributeParser {
  readonly values = new ValueNames();
  readonly blocks = new BlockNames();
  protected readonly log: DiagnosticLog;
  private readonly allowUnregistered: boolean;
  /** Dialect of operation names without a dot, innermost last. */
  private readonly defaultDialects: string[] = ['builtin'];
  /** What names mean, by default dialect and name. */
  private readonly operationNames = new Map<string, Map<string, NamedOperation>>();

  constructor(lexer: Lexer, context: Context, log: DiagnosticLog, allowUnregistered: boolean) {
    super(lexer, context);
    this.log = log;
    this.allowUnregistered = allowUnregistered;
  }

  /** Reads the operation `name` by the custom syntax of `form`, from after its name at `nameRange` on. */
  protected abstract parseCustomOperation(
    name: string, form: OpDefinition, definition: OpDefinition | undefined, nameRange: SourceLocation, numNamedResults: number,
  ): Operation;

  /** Operations up to the end of the block, into `block`. Failed ones are logged and left out. */
  parseOperationsInto(block: Block): void {
    while (!this.is('}') && !this.is('caret-identifier') && !this.is('end-of-file')) {
      const { start, braceDepth } = this.lexer;
      const { nesting } = this;
      try {
        this.parseOperationInto(block);
      } catch (failure) {
        if (!(failure instanceof SyntaxFailure)) throw failure;
        this.log.add(failure.diagnostic);
        this.nesting = nesting;
        skipToNextOperation(this.lexer, start, braceDepth);
      }
    }
  }

  /** `%results = operation`, appended to `block`. */
  parseOperationInto(block: Block): Operation {
    if (!this.is('percent-identifier')) {
      const op = this.parseOperationBody(0);
      block.append(op);
      return op;
    }
    const { start, end } = this.lexer;
    const results = this.parseResultNames();
    let numNamed = 0;
    for (let index = 0; index < results.length; index++) numNamed += results[index].count;
    let op: Operation;
    try {
      op = this.parseOperationBody(numNamed);
      if (op.results.length === 0) this.error('cannot name an operation with no results', this.range(start, end));
      if (numNamed !== op.results.length)
        this.error(`operation defines ${op.results.length} results but was provided ${numNamed} to bind`, this.range(start, end));
    } catch (failure) {
      for (const { name } of results) this.values.lose(name);
      throw failure;
    }
    block.append(op);
    if (results.length === 1 && numNamed === 1) {
      this.defineValue(results[0].name, 0, results[0], op.results[0]);
      return op;
    }
    let index = 0;
    for (const named of results)
      for (let number = 0; number < named.count; number++) this.defineValue(named.name, number, named, op.result(index++));
    return op;
  }

  /** Ties `%name#number` to `value`; reports a redefinition. */
  defineValue(name: string, number: number, range: SourceRange, value: Value): void {
    const problem = this.values.define(name, number, range.start, value);
    if (problem !== undefined) this.reportName(problem, name, number, range, value.type);
  }

  /** The value of `operand`, which must have `type`. */
  resolveOperand(operand: UnresolvedOperand, type: Type): Value {
    const value = this.values.use(operand, type);
    if ('problem' in value) return this.reportName(value, operand.name, operand.number, operand.range, type);
    return value;
  }

  /** `%name` or, if `allowNumber`, `%name#1`. */
  parseOptionalSsaName(allowNumber: boolean): UnresolvedOperand | undefined {
    const { lexer } = this;
    if (lexer.kind !== 'percent-identifier') return undefined;
    const { start, end } = lexer;
    const name = lexer.textOf(start + 1, end);
    lexer.advance();
    if (!this.is('hash-identifier') || lexer.start !== end) return new SsaName(name, 0, lexer.file, start, end);
    if (!allowNumber) this.error('result number not allowed in argument list');
    const number = Number(lexer.textOf(lexer.start + 1, lexer.end));
    if (!Number.isSafeInteger(number) || number >= MAX_RESULTS) this.error('invalid SSA value result number');
    lexer.advance();
    return new SsaName(name, number, lexer.file, start, lexer.previousEnd);
  }

  parseSsaName(): UnresolvedOperand {
    return this.parseOptionalSsaName(true) ?? this.wrongToken('expected SSA operand');
  }

  /** `{ blocks }`. `args` become the arguments of the entry block; their types must be known. */
  parseRegion(args: readonly RegionArgument[], isolated: boolean, owner: OpDefinition | undefined): Region {
    const region = new Region();
    this.expectOpeningBrace();
    if (args.length === 0 && this.consumeIf('}')) return region;
    this.defaultDialects.push(owner?.defaultDialect ?? '');
    this.values.enterRegion(isolated);
    this.blocks.enterRegion();
    try {
      this.nested(() => this.parseBlocks(region, args));
      const missing = this.blocks.undefinedReferences();
      if (missing.length > 0) {
        const [{ name, start }] = missing;
        this.error(`reference to an undefined block '^${name}'`, this.range(start, start + name.length + 1));
      }
    } finally {
      this.blocks.leaveRegion();
      this.values.leaveRegion();
      this.defaultDialects.pop();
    }
    this.lexer.advance(); // the `}`
    return region;
  }

  parseOptionalSuccessor(): Block | undefined {
    const { lexer } = this;
    if (lexer.kind !== 'caret-identifier') return undefined;
    const block = this.blocks.use(lexer.textOf(lexer.start + 1, lexer.end), lexer.start);
    lexer.advance();
    return block;
  }

  parseSuccessor(): Block {
    return this.parseOptionalSuccessor() ?? this.wrongToken('expected block name');
  }

  parseOptionalLocationSpecifier(): Location | undefined {
    return this.isKeyword('loc') ? this.parseLocationAttribute().location : undefined;
  }

  /** The operation that a custom form starts with; takes its name. */
  parseCustomOperationName(): NamedOperation {
    const written = this.lexer.text();
    this.lexer.advance();
    const defaultDialect = written.includes('.') ? '' : this.defaultDialects[this.defaultDialects.length - 1];
    let names = this.operationNames.get(defaultDialect);
    if (names === undefined) this.operationNames.set(defaultDialect, (names = new Map()));
    let named = names.get(written);
    if (named === undefined) names.set(written, (named = this.lookUpOperation(written, defaultDialect)));
    return named;
  }

  /** A name without a dot belongs to the dialect of the region, else to `builtin` or `func`. */
  private lookUpOperation(written: string, defaultDialect: string): NamedOperation {
    const candidates = written.includes('.')
      ? [written]
      : [...new Set([defaultDialect, 'builtin', 'func'])].map((dialect) => `${dialect}.${written}`);
    const former = written.includes('.') ? [] : [`std.${written}`];
    for (const candidate of [...candidates, ...former]) {
      const name = this.context.currentName(candidate);
      const definition = this.context.operation(name);
      if (definition !== undefined) return { name, definition, written };
    }
    return { name: candidates[0], definition: undefined, written };
  }

  /** Puts the pieces of an operation together. */
  createOperation(name: string, definition: OpDefinition | undefined, parsed: ParsedOperation, location: Location): Operation {
    parsed.location = location;
    return buildDefinedOperation(this.context, name, definition, parsed);
  }

  private parseLocationAttribute(): LocationAttr {
    return this.parseLocation();
  }

  private parseResultNames(): ResultNames[] {
    const results: ResultNames[] = [];
    do {
      const { lexer } = this;
      if (lexer.kind !== 'percent-identifier') return this.wrongToken('expected valid ssa identifier');
      const { file, start, end } = lexer;
      const name = lexer.textOf(start + 1, end);
      lexer.advance();
      results.push({ name, count: this.parseResultCount(), file, start, end });
    } while (this.consumeIf(','));
    if (!this.consumeIf('=')) this.wrongToken("expected '=' after SSA name");
    return results;
  }

  /** `:2` behind a result's name; 1 if there is none. */
  private parseResultCount(): number {
    if (!this.consumeIf(':')) return 1;
    if (!this.is('integer')) this.wrongToken('expected integer number of results');
    const count = Number(this.lexer.text());
    if (count < 1) this.error('expected named operation to have at least 1 result');
    if (count > MAX_RESULTS) this.error(`an operation of more than ${MAX_RESULTS} results`);
    this.lexer.advance();
    return count;
  }

  private parseOperationBody(numNamedResults: number): Operation {
    // The place of the operation, as a range and as a location.
    const start: SourceLocation = { kind: 'source', file: this.lexer.file, start: this.lexer.start, end: this.lexer.end };
    if (this.is('string')) return this.parseGenericOperation(start);
    if (!this.is('bare-identifier')) return this.wrongToken('expected operation name in quotes');
    const { name, definition, written } = this.parseCustomOperationName();
    const form = definition ?? this.context.customForm(name);
    if (form?.assembly === undefined) {
      const { message, notes } = unknownCustomOperation(this.context, name, written, definition !== undefined, start);
      return this.error(message, start, notes);
    }
    if (definition === undefined) this.checkUnregistered(start);
    return this.parseCustomOperation(name, form, definition, start, numNamedResults);
  }

  /** `"name"(operands) [successors] <{properties}> (regions) {attributes} : type` */
  private parseGenericOperation(start: SourceLocation): Operation {
    const { context } = this;
    const name = this.context.currentName(this.takeString());
    if (name === '') this.error('empty operation name is invalid', start);
    const definition = context.operation(name);
    if (definition === undefined) this.checkUnregistered(start);

    const names: UnresolvedOperand[] = [];
    if (!this.consumeIf('(')) this.wrongToken("expected '(' to start operand list");
    if (this.is('percent-identifier')) this.commaSeparated(() => names.push(this.parseSsaName()));
    if (!this.consumeIf(')')) this.wrongToken("expected ')' to end operand list");
    const successors: Block[] = [];
    if (this.consumeIf('[')) this.commaSeparatedUntil(']', () => successors.push(this.parseSuccessor()));
    const properties = new Map<string, Attribute>();
    if (this.consumeIf('<')) {
      this.parseAttributeDict(properties);
      if (!this.consumeIf('>')) this.wrongToken("expected '>' to close properties");
    }
    const regions: Region[] = [];
    if (this.consumeIf('(')) {
      const isolated = definition?.traits.has('IsolatedFromAbove') === true;
      this.commaSeparated(() => regions.push(this.parseRegion([], isolated, definition)));
      this.expect(')');
    }
    const attributes = new Map<string, Attribute>();
    if (this.is('{')) this.parseAttributeDict(attributes);
    if (!this.consumeIf(':')) this.wrongToken("expected ':' followed by operation type");
    const typeRange = this.range();
    const type = this.parseType();
    if (type.kind !== 'function') return this.error('expected function type', typeRange);
    if (type.inputs.length !== names.length)
      this.error(`expected ${names.length} operand type${names.length === 1 ? '' : 's'} but had ${type.inputs.length}`, typeRange);
    const operands = names.map((operand, index) => this.resolveOperand(operand, type.inputs[index]));
    const location = this.parseOptionalLocationSpecifier() ?? start;

    if (definition !== undefined) {
      for (const [key, value] of properties) attributes.set(key, value);
      return this.createOperation(name, definition, { operands, resultTypes: [...type.results], attributes, regions, successors, location }, location);
    }
    return Operation.create({ name, operands, resultTypes: type.results, attributes, properties, regions, successors, location });
  }

  private checkUnregistered(range: SourceRange): void {
    if (!this.allowUnregistered)
      this.error('operation being parsed with an unregistered dialect. If this is intended, please use -allow-unregistered-dialect', range);
  }

  private expectOpeningBrace(): void {
    if (!this.consumeIf('{')) this.wrongToken("expected '{' to begin a region");
  }

  private parseBlocks(region: Region, args: readonly RegionArgument[]): void {
    const named = args.some(({ operand }) => operand.name !== '');
    if (named && this.is('caret-identifier')) this.error('invalid block name in region with named arguments');
    if (named || !this.is('caret-identifier')) {
      const entry = region.addBlock(new Block());
      for (const argument of args) this.addEntryArgument(entry, argument);
      this.parseOperationsInto(entry);
    }
    while (this.is('caret-identifier')) this.parseBlock(region);
    if (!this.is('}')) this.wrongToken("expected '}' to end the region");
  }

  private addEntryArgument(entry: Block, { operand, type, location }: RegionArgument): void {
    if (type === undefined) throw new Error(`region argument '%${operand.name}' without a type`);
    const earlier = this.values.startOf(operand.name, 0);
    if (earlier !== undefined)
      this.error(`region entry argument '%${operand.name}' is already in use`, operand.range, [
        this.noteAt('previously referenced here', earlier, operand.name),
      ]);
    const value = entry.addArgument(type, location ?? sourceLocation(operand.range));
    this.defineValue(operand.name, 0, operand.range, value);
  }

  /** `^name(%a: type, …):` and the operations behind it. */
  private parseBlock(region: Region): void {
    const { lexer } = this;
    const range = this.range();
    const name = lexer.textOf(lexer.start + 1, lexer.end);
    const defined = this.blocks.define(name, range.start);
    if ('earlier' in defined)
      return this.error(`redefinition of block '^${name}'`, range, [this.noteAt('previously defined here', defined.earlier, name)]);
    const block = region.addBlock(defined.block);
    lexer.advance();
    if (this.consumeIf('('))
      this.commaSeparatedUntil(')', () => {
        const operand = this.parseSsaName();
        this.expect(':');
        const type = this.parseType();
        const location = this.parseOptionalLocationSpecifier() ?? sourceLocation(operand.range);
        this.defineValue(operand.name, operand.number, operand.range, block.addArgument(type, location));
      });
    if (!this.consumeIf(':')) this.wrongToken("expected ':' after block name");
    this.parseOperationsInto(block);
  }

  private reportName(problem: NameProblem, name: string, number: number, range: SourceRange, type: Type): never {
    switch (problem.problem) {
      case 'redefinition':
        return this.error(`redefinition of SSA value '%${name}'`, range, [
          this.noteAt('previously defined here', problem.earlier, name),
        ]);
      case 'type-clash':
        return this.error(
          `use of value '%${name}' expects different type than prior uses: '${typeText(type)}' vs '${typeText(problem.earlierType)}'`,
          range,
          [this.noteAt('prior use here', problem.earlier, name)],
        );
      case 'definition-type-clash':
        return this.error(`definition of SSA value '%${name}#${number}' has type '${typeText(type)}'`, range, [
          this.noteAt(`previously used here with type '${typeText(problem.earlierType)}'`, problem.earlier, name),
        ]);
      case 'no-such-result':
        return this.error('reference to invalid result number', range);
    }
  }

  private noteAt(message: string, start: number, name: string): Diagnostic {
    return { severity: 'note', message, range: this.range(start, start + name.length + 1) };
  }
}

function sourceLocation({ file, start, end }: SourceRange): SourceLocation {
  return { kind: 'source', file, start, end };
}

/** An SSA name where it stands; its range is made only for messages. */
class SsaName implements UnresolvedOperand {
  constructor(
    readonly name: string,
    readonly number: number,
    readonly file: SourceFile,
    readonly start: number,
    readonly end: number,
  ) {}

  get range(): SourceRange {
    return this;
  }
}

