import type { Attribute } from '../ir/attribute.js';
import { Block } from '../ir/block.js';
import type { Context } from '../ir/context.js';
import type { OpDefinition } from '../ir/op-definition.js';
import { Operation } from '../ir/operation.js';
import { Region } from '../ir/region.js';
import type { Type } from '../ir/type.js';
import type { SourceFile, SourceRange } from '../source/source-file.js';
import { CustomOperationParser } from './custom-operation-parser.js';
import { DiagnosticLog } from './diagnostic-log.js';
import { Lexer } from './lexer.js';
import { OperationParser, type SourceLocation } from './operation-parser.js';
import { skipToNextOperation } from './recovery.js';
import { parseResourceSection } from './resource-section.js';
import { SyntaxFailure } from './token-parser.js';

/** What `parseModule` may be told. */
export interface ParserOptions {
  /** Whether operations that no dialect registers may stand in generic form; true if absent. */
  readonly allowUnregisteredDialects?: boolean;
}

/**
 * Parses a whole source. A lone `module` is the result; anything else is wrapped in one, as mlir-opt does.
 * Throws a DiagnosticError with up to 20 located diagnostics if the source is not well formed.
 */
export function parseModule(source: SourceFile, context: Context, options: ParserOptions = {}): Operation {
  const log = new DiagnosticLog();
  return new ModuleParser(new Lexer(source), context, log, options.allowUnregisteredDialects ?? true).parseSource();
}

/** What stands at the top of a file: operations, alias definitions and resource sections. */
class ModuleParser extends OperationParser {
  private readonly attributeAliases = new Map<string, Attribute>();
  private readonly typeAliases = new Map<string, Type>();
  /** Byte offsets of the alias definitions in the file; filled when the first alias is used before its definition. */
  private aliasOffsets: Map<string, number> | undefined;
  private readonly aliasesInProgress = new Set<string>();
  /** One for each level of nesting, and instead of those that failed. */
  private readonly freeParsers: CustomOperationParser[] = [];

  parseSource(): Operation {
    const block = new Block();
    this.values.enterRegion(true);
    this.blocks.enterRegion();
    while (!this.is('end-of-file')) {
      const { start, braceDepth } = this.lexer;
      const { nesting } = this;
      try {
        this.parseTopLevelItem(block);
      } catch (failure) {
        if (!(failure instanceof SyntaxFailure)) throw failure;
        this.log.add(failure.diagnostic);
        this.nesting = nesting;
        skipToNextOperation(this.lexer, start, braceDepth);
      }
    }
    for (const start of this.values.undefinedUses())
      this.log.add({ severity: 'error', message: 'use of undeclared SSA value name', range: this.range(start, this.endOfName(start)) });
    this.log.throwIfAny();
    return asModule(block, this.context, this.lexer.file);
  }

  protected override parseCustomOperation(
    name: string, form: OpDefinition, definition: OpDefinition | undefined, nameRange: SourceLocation, numNamedResults: number,
  ): Operation {
    const parser = this.freeParsers.pop() ?? new CustomOperationParser(this);
    parser.begin(form, nameRange, numNamedResults);
    form.assembly?.parse(parser);
    const location = this.parseOptionalLocationSpecifier() ?? nameRange;
    const op = this.createOperation(name, definition, parser.result, location);
    this.freeParsers.push(parser);
    return op;
  }

  protected override resolveAttributeAlias(name: string): Attribute {
    const known = this.attributeAliases.get(name) ?? this.lookAhead(`#${name}`, () => this.attributeAliases.get(name));
    return known ?? this.error(`undefined symbol alias id '${name}'`);
  }

  protected override resolveTypeAlias(name: string): Type {
    const known = this.typeAliases.get(name) ?? this.lookAhead(`!${name}`, () => this.typeAliases.get(name));
    return known ?? this.error(`undefined symbol alias id '${name}'`);
  }

  private parseTopLevelItem(block: Block): void {
    switch (this.kind) {
      case 'hash-identifier':
      case 'exclamation-identifier':
        return this.parseAliasDefinition();
      case '{-#':
        return parseResourceSection(this, this.context);
      case '}':
        this.error("unbalanced '}'", this.takeRange());
        break;
      default:
        this.parseOperationInto(block);
    }
  }

  /** The range of the current token, which is taken. */
  private takeRange(): SourceRange {
    const range = this.range();
    this.lexer.advance();
    return range;
  }

  /** `#name = attribute` or `!name = type` */
  private parseAliasDefinition(): void {
    const { lexer } = this;
    const isType = this.is('exclamation-identifier');
    const range = this.range();
    const name = lexer.textOf(lexer.start + 1, lexer.end);
    const definedElsewhere = this.aliasOffsets?.get((isType ? '!' : '#') + name) !== range.start;
    if ((isType ? this.typeAliases : this.attributeAliases).has(name)) {
      if (definedElsewhere) this.error(`redefinition of ${isType ? 'type' : 'attribute'} alias id '${name}'`, range);
    } else if (name.includes('.'))
      this.error(`${isType ? 'type' : 'attribute'} names with a '.' are reserved for dialect-defined names`, range);
    lexer.advance();
    if (!this.consumeIf('=')) this.wrongToken(`expected '=' in ${isType ? 'type' : 'attribute'} alias definition`);
    if (isType) {
      this.consumeKeyword('type'); // `!t = type i32` until MLIR 14
      this.typeAliases.set(name, this.parseType());
    } else this.attributeAliases.set(name, this.parseAttribute());
  }

  /** Parses the definition of `alias`, which stands further down, and comes back. */
  private lookAhead<T>(alias: string, result: () => T | undefined): T | undefined {
    const { lexer } = this;
    this.aliasOffsets ??= findAliasDefinitions(lexer.bytes);
    const offset = this.aliasOffsets.get(alias);
    if (offset === undefined) return undefined;
    if (this.aliasesInProgress.has(alias)) this.error(`alias '${alias}' is defined by itself`);
    const { start, braceDepth } = lexer;
    this.aliasesInProgress.add(alias);
    try {
      lexer.seek(offset);
      this.nested(() => this.parseAliasDefinition());
    } finally {
      this.aliasesInProgress.delete(alias);
    }
    lexer.seek(start);
    lexer.braceDepth = braceDepth;
    return result();
  }

  private endOfName(start: number): number {
    const { bytes } = this.lexer;
    let end = start + 1;
    while (end < bytes.length && /[\w$.#-]/.test(String.fromCharCode(bytes[end]))) end++;
    return end;
  }
}

/** Offsets of `#name =` and `!name =` at the beginning of lines, by name with sigil. */
function findAliasDefinitions(bytes: Uint8Array): Map<string, number> {
  const offsets = new Map<string, number>();
  const decoder = new TextDecoder('latin1');
  for (let line = 0; line >= 0 && line < bytes.length; line = bytes.indexOf(0x0a, line) + 1 || -1) {
    if (bytes[line] !== 0x23 && bytes[line] !== 0x21) continue;
    const match = /^([#!][\w$.-]+)\s*=/.exec(decoder.decode(bytes.subarray(line, line + 256)));
    if (match !== null && !offsets.has(match[1])) offsets.set(match[1], line);
  }
  return offsets;
}

function asModule(block: Block, context: Context, file: SourceFile): Operation {
  const first = block.firstOperation;
  if (first !== undefined && first === block.lastOperation && first.name === 'builtin.module') {
    first.remove();
    return first;
  }
  const region = new Region();
  region.addBlock(block);
  return Operation.create({
    name: 'builtin.module',
    definition: context.operation('builtin.module'),
    regions: [region],
    location: { kind: 'file', file: file.name, line: 0, column: 0 }, // as mlir-opt places it
  });
}
