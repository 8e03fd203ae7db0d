import type { Attribute, AttributeList } from '../ir/attribute.js';
import { findAttribute, noAttributes } from '../ir/attribute.js';
import { stripDebugMetadata } from '../ir/debug-info.js';
import type { DebugInfoMode } from '../ir/debug-info.js';
import type { LlvmFunction } from '../ir/function.js';
import type { MetadataAttachment } from '../ir/metadata.js';
import { globalName, isUnnamed, localName, unnamed } from '../ir/identifier.js';
import { LlvmModule } from '../ir/module.js';
import type { GlobalVariable } from '../ir/module.js';
import type { Type } from '../ir/type.js';
import { linkageNames, precedingKeywords } from './attribute-names.js';
import { AttributeReader } from './attribute-reader.js';
import { ConstantReader } from './constant-reader.js';
import { InstructionReader } from './instruction-reader.js';
import { Lexer, TokenKind } from './lexer.js';
import { LocalScope, NameBindings } from './local-scope.js';
import { MetadataReader } from './metadata-reader.js';
import type { ReadingContext } from './operand-reader.js';
import { Punctuation } from './punctuation.js';
import { SourceText } from './source-text.js';
import { TypeReader } from './type-reader.js';

const utf8 = new TextDecoder();

/** What a reader does with parts of a module that are not its program. */
export interface ReadOptions {
  /** What becomes of debug information: the usual way is to keep it. */
  readonly debugInfo?: DebugInfoMode;
}

/**
 * Reads LLVM IR text: what this package writes, and what MLIR's translation, clang and zkLLVM's clang write.
 *
 * Each instruction's location (see `LlvmFunction.locationOf`) is the byte offset of its opcode, plus one.
 *
 * @throws LlvmTextError for every text that it cannot read; nothing else, whatever the text
 */
export function readModule(source: SourceText, options: ReadOptions = {}): LlvmModule {
  return new ModuleReader(source, options).read();
}

/** {@link readModule} for a text that has no file. */
export function parseModuleText(text: string | Uint8Array, name = '<string>', options: ReadOptions = {}): LlvmModule {
  return readModule(new SourceText(name, text), options);
}

interface ReadParameter {
  readonly type: Type;
  readonly attributes: AttributeList;
  /** Word of the name, -1 for a number or nothing. */
  readonly word: number;
  readonly offset: number;
}

/** How a linker chooses among groups of one name. */
const comdatSelections: ReadonlySet<string> = new Set(['any', 'exactmatch', 'largest', 'nodeduplicate', 'samesize']);

const debugIntrinsics: ReadonlyMap<string, number> = new Map([
  ['llvm.dbg.value', 3],
  ['llvm.dbg.declare', 3],
  ['llvm.dbg.assign', 6],
  ['llvm.dbg.label', 1],
]);

class ModuleReader implements ReadingContext {
  readonly lexer: Lexer;
  readonly typeReader: TypeReader;
  readonly constantReader: ConstantReader;
  readonly attributeReader: AttributeReader;
  readonly metadataReader: MetadataReader;
  private readonly module = new LlvmModule();
  private readonly bindings = new NameBindings();
  private readonly groups = new Map<number, Attribute[]>();
  private readonly groupUses: Array<{ readonly number: number; readonly add: (list: AttributeList) => void }> = [];
  private readonly comdatUses: Array<{ readonly name: string; readonly offset: number }> = [];
  private definitions = 0;

  constructor(source: SourceText, options: ReadOptions) {
    this.lexer = new Lexer(source);
    this.typeReader = new TypeReader(this.lexer, this.module.types);
    this.constantReader = new ConstantReader(this.typeReader, this.module);
    this.attributeReader = new AttributeReader(this.typeReader);
    this.metadataReader = new MetadataReader(this.typeReader, this.constantReader, this.module, options.debugInfo ?? 'keep');
  }

  useGroup(number: number, add: (attributes: AttributeList) => void): void {
    this.groupUses.push({ number, add });
  }

  read(): LlvmModule {
    const { lexer, module } = this;
    lexer.next();
    while (lexer.kind !== TokenKind.eof) this.readEntity();
    for (const { number, add } of this.groupUses) add(this.groups.get(number) ?? noAttributes);
    this.metadataReader.finish();
    if (this.metadataReader.mode === 'strip') stripDebugMetadata(module.metadata);
    this.declareDebugIntrinsics();
    this.moveAlignments();
    for (const { name, offset } of this.comdatUses) {
      if (!module.comdats.has(name)) lexer.fail(`use of undefined comdat '$${name}'`, offset);
    }
    const unbound = module.constants.unboundSymbol();
    if (unbound !== undefined) lexer.fail(`use of undefined value '${globalName(unbound.name)}'`, unbound.offset);
    module.renumber();
    return module;
  }

  /** Declares what debug records call, which need no declaration themselves. */
  private declareDebugIntrinsics(): void {
    const { module } = this;
    const { types } = module;
    for (const [name, count] of debugIntrinsics) {
      if (module.symbol(name) !== undefined || !module.constants.isUsed(name)) continue;
      module.addFunction(name, types.void, new Array<Type>(count).fill(types.metadata));
    }
  }

  /** An alignment of a function may be written among its attributes. */
  private moveAlignments(): void {
    for (const fn of this.module.functions) {
      const align = findAttribute(fn.attributes, 'align');
      if (align?.kind !== 'integer') continue;
      fn.align = align.value;
      fn.attributes = fn.attributes.filter((attribute) => attribute !== align);
    }
  }

  private readEntity(): void {
    const { lexer } = this;
    switch (lexer.kind) {
      case TokenKind.word:
        this.readDirective();
        return;
      case TokenKind.localName:
      case TokenKind.localNumber:
        this.readStructDefinition();
        return;
      case TokenKind.global:
        this.readGlobal();
        return;
      case TokenKind.metadata:
        this.metadataReader.readDefinition();
        return;
      case TokenKind.comdat:
        this.readComdat();
        return;
      default:
        lexer.fail('expected top-level entity');
    }
  }

  private readDirective(): void {
    const { lexer, module } = this;
    const word = lexer.text();
    switch (word) {
      case 'define':
        this.readDefinition();
        return;
      case 'declare':
        this.readHeader(true);
        return;
      case 'attributes':
        this.readAttributeGroup();
        return;
      case 'source_filename':
        lexer.next();
        module.sourceFileName = this.readAssignedString('source_filename');
        return;
      case 'target': {
        lexer.next();
        const what = lexer.kind === TokenKind.word ? lexer.text() : '';
        if (what !== 'triple' && what !== 'datalayout') lexer.fail('unknown target property');
        lexer.next();
        const value = this.readAssignedString(`target ${what}`);
        if (what === 'triple') module.targetTriple = value;
        else module.dataLayout = value;
        return;
      }
      default:
        lexer.fail('expected top-level entity');
    }
  }

  /** `= "text"`. */
  private readAssignedString(what: string): string {
    const { lexer } = this;
    this.typeReader.expect(Punctuation.equals, `expected '=' after ${what}`);
    if (lexer.kind !== TokenKind.string) lexer.fail('expected string constant');
    const text = utf8.decode(lexer.stringBytes());
    lexer.next();
    return text;
  }

  private readStructDefinition(): void {
    const { lexer, module, typeReader } = this;
    const { start } = lexer;
    const name = lexer.kind === TokenKind.localName ? lexer.names.text(lexer.word) : unnamed(lexer.value);
    lexer.next();
    typeReader.expect(Punctuation.equals, "expected '=' after name");
    if (lexer.kind !== TokenKind.word || lexer.text() !== 'type') lexer.fail("expected 'type' after name");
    lexer.next();
    if (lexer.kind === TokenKind.word && lexer.text() === 'opaque') {
      lexer.next();
      module.types.namedStruct(name);
      return;
    }
    const packed = lexer.is(Punctuation.less);
    if (packed) lexer.next();
    if (!lexer.is(Punctuation.openBrace)) lexer.fail("expected '{' in struct type");
    const fields = typeReader.readFields();
    if (packed) typeReader.expect(Punctuation.greater, "expected '>' in packed struct");
    if (!module.types.defineStruct(name, fields, packed)) lexer.fail(`redefinition of type '${localName(name)}'`, start);
    if (containsItself(module.types.namedStruct(name))) lexer.fail(`type '${localName(name)}' contains itself`, start);
  }

  private readGlobal(): void {
    const { lexer, module, typeReader } = this;
    const { start } = lexer;
    const name = lexer.names.text(lexer.word);
    lexer.next();
    typeReader.expect(Punctuation.equals, "expected '=' in global variable");
    let linkage = '';
    let addressSpace = 0;
    const keywords: string[] = [];
    for (;;) {
      const word = lexer.kind === TokenKind.word ? lexer.text() : '';
      if (word === 'global' || word === 'constant') break;
      if (word === 'alias' || word === 'ifunc') lexer.fail(`'${word}' is not supported`);
      if (word === 'addrspace') {
        addressSpace = typeReader.readAddressSpace();
        continue;
      }
      if (linkageNames.has(word)) linkage = word;
      else if (precedingKeywords.has(word)) keywords.push(word);
      else lexer.fail("expected 'global' or 'constant'");
      lexer.next();
    }
    const constant = lexer.text() === 'constant';
    lexer.next();
    const { start: typeStart } = lexer;
    const type = typeReader.readType();
    if (type.kind === 'function' || type.kind === 'label' || type.kind === 'metadata') {
      lexer.fail('invalid type for global variable', typeStart);
    }
    const declared = linkage === 'external' || linkage === 'extern_weak';
    const initializer = declared ? undefined : this.constantReader.read(type);
    if (module.symbol(name) !== undefined) lexer.fail(`redefinition of global '${globalName(name)}'`, start);
    if (module.constants.isUsed(name)) {
      const used = module.constants.typeOf(module.constants.symbol(name));
      const own = module.types.pointer(addressSpace);
      if (used !== own) lexer.fail(`'${globalName(name)}' defined with type '${own.text}' but used as '${used.text}'`, start);
    }
    const global = module.addGlobal(name, type, initializer, constant, addressSpace);
    global.linkage = linkage === 'external' ? '' : linkage;
    global.keywords = keywords;
    while (lexer.is(Punctuation.comma)) {
      lexer.next();
      this.readGlobalProperty(global);
    }
    const { inline, groups } = this.attributeReader.readWithGroups();
    if (inline.length + groups.length > 0) lexer.fail('attributes of global variables are not supported', start);
  }

  /** What may follow a global's initializer. */
  private readGlobalProperty(global: GlobalVariable): void {
    const { lexer, typeReader } = this;
    if (lexer.kind === TokenKind.metadata) {
      global.metadata = this.withAttachment(global.metadata);
      return;
    }
    const word = lexer.kind === TokenKind.word ? lexer.text() : '';
    lexer.next();
    switch (word) {
      case 'align':
        global.align = this.readAlignment();
        return;
      case 'section':
        global.section = this.readString();
        return;
      case 'comdat':
        global.comdat = this.readComdatUse(global.name);
        return;
      default:
        if (word === 'partition' || word === 'code_model') lexer.fail(`'${word}' of a global variable is not supported`);
        typeReader.lexer.fail('unknown global variable property');
    }
  }

  private readAlignment(): number {
    const { lexer, typeReader } = this;
    const { start } = lexer;
    const align = typeReader.readNatural('expected integer');
    if (align === 0 || align > 2 ** 32 || !Number.isInteger(Math.log2(align))) {
      lexer.fail('alignment is not a power of two', start);
    }
    return align;
  }

  private readString(): string {
    const { lexer } = this;
    if (lexer.kind !== TokenKind.string) lexer.fail('expected string constant');
    const text = utf8.decode(lexer.stringBytes());
    lexer.next();
    return text;
  }

  /** The attachments with the one on which the lexer stands. */
  private withAttachment(before: readonly MetadataAttachment[]): readonly MetadataAttachment[] {
    const attachment = this.metadataReader.readAttachment();
    return attachment === undefined ? before : [...before, attachment];
  }

  private readDefinition(): void {
    const { lexer, typeReader } = this;
    const { fn, read } = this.readHeader(false);
    const scope = new LocalScope(lexer, fn, this.bindings, ++this.definitions);
    read.forEach(({ word, offset }, index) => {
      if (word < 0) scope.defineNumbered(index);
      else {
        scope.defineNamed(word, index, offset);
        fn.parameters[index].name = lexer.names.text(word);
      }
    });
    typeReader.expect(Punctuation.openBrace, "expected '{' in function body");
    if (lexer.is(Punctuation.closeBrace)) lexer.fail('function body requires at least one basic block');
    const instructions = new InstructionReader(this, fn, scope);
    while (!lexer.is(Punctuation.closeBrace)) this.readBlock(scope, instructions);
    lexer.next();
    scope.finish();
  }

  private readBlock(scope: LocalScope, instructions: InstructionReader): void {
    const { lexer } = this;
    if (lexer.kind === TokenKind.labelName) {
      scope.beginNamed(lexer.word, lexer.start);
      lexer.next();
    } else {
      if (lexer.kind === TokenKind.labelNumber) {
        if (lexer.value !== scope.nextNumber) lexer.fail(`label expected to be numbered '${scope.nextNumber}:'`);
        lexer.next();
      }
      scope.beginNumbered();
    }
    while (!instructions.read());
  }

  /** Reads from `define` or `declare` to the attributes behind the parameters, and adds the function. */
  private readHeader(declaration: boolean): { readonly fn: LlvmFunction; readonly read: readonly ReadParameter[] } {
    const { lexer, typeReader, module } = this;
    lexer.next();
    // A declaration has its metadata in front, a definition behind: there, a declaration's would be a new entity.
    let metadata: readonly MetadataAttachment[] = [];
    while (declaration && lexer.kind === TokenKind.metadata) metadata = this.withAttachment(metadata);
    let linkage = '';
    const keywords: string[] = [];
    while (lexer.kind === TokenKind.word) {
      const word = lexer.text();
      if (linkageNames.has(word)) linkage = word;
      else if (precedingKeywords.has(word)) keywords.push(word);
      else break;
      lexer.next();
    }
    const returnAttributes = this.attributeReader.readList();
    const returnType = typeReader.readAnyType();
    if (lexer.kind !== TokenKind.global) lexer.fail('expected function name');
    const { start } = lexer;
    const name = lexer.names.text(lexer.word);
    lexer.next();
    typeReader.expect(Punctuation.openParenthesis, "expected '(' in function argument list");
    const { read, varargs } = this.readParameters();
    if (module.symbol(name) !== undefined) lexer.fail(`invalid redefinition of function '${name}'`, start);
    const fn = module.addFunction(name, returnType, read.map(({ type }) => type), varargs);
    fn.linkage = linkage === 'external' ? '' : linkage;
    fn.keywords.push(...keywords);
    fn.returnAttributes = returnAttributes;
    fn.metadata = metadata;
    read.forEach(({ attributes }, index) => {
      fn.parameters[index].attributes = attributes;
    });
    this.readHeaderEnd(fn, declaration);
    return { fn, read };
  }

  private readParameters(): { readonly read: ReadParameter[]; readonly varargs: boolean } {
    const { lexer, typeReader } = this;
    const read: ReadParameter[] = [];
    let varargs = false;
    let numbered = 0;
    while (!lexer.is(Punctuation.closeParenthesis)) {
      if (read.length > 0) typeReader.expect(Punctuation.comma, "expected ')' at end of argument list");
      if (lexer.kind === TokenKind.ellipsis) {
        varargs = true;
        lexer.next();
        break;
      }
      const { start } = lexer;
      const type = typeReader.readType();
      if (type.kind === 'function' || type.kind === 'label') lexer.fail('invalid type for function argument', start);
      const attributes = this.attributeReader.readList();
      const offset = lexer.start;
      let word = -1;
      if (lexer.kind === TokenKind.localName) {
        word = lexer.word;
        lexer.next();
      } else {
        if (lexer.kind === TokenKind.localNumber) {
          if (lexer.value !== numbered) lexer.fail(`argument expected to be numbered '%${numbered}'`);
          lexer.next();
        }
        numbered++;
      }
      read.push({ type, attributes, word, offset });
    }
    typeReader.expect(Punctuation.closeParenthesis, "expected ')' at end of argument list");
    return { read, varargs };
  }

  private readHeaderEnd(fn: LlvmFunction, declaration: boolean): void {
    const { lexer } = this;
    for (;;) {
      const { inline, groups } = this.attributeReader.readWithGroups();
      fn.attributes = [...fn.attributes, ...inline];
      for (const number of groups) {
        this.useGroup(number, (list) => {
          fn.attributes = [...fn.attributes, ...list];
        });
      }
      if (!declaration && lexer.kind === TokenKind.metadata) {
        fn.metadata = this.withAttachment(fn.metadata);
        continue;
      }
      const word = lexer.kind === TokenKind.word ? lexer.text() : '';
      switch (word) {
        case 'unnamed_addr':
        case 'local_unnamed_addr':
          fn.unnamedAddress = word;
          lexer.next();
          break;
        case 'section':
          lexer.next();
          fn.section = this.readString();
          break;
        case 'comdat':
          lexer.next();
          fn.comdat = this.readComdatUse(fn.name);
          break;
        case 'personality':
          lexer.next();
          fn.personality = this.constantReader.readTyped();
          break;
        case 'partition':
        case 'gc':
        case 'prefix':
        case 'prologue':
          lexer.fail(`'${word}' is not supported`);
          break;
        default:
          return;
      }
    }
  }

  private readAttributeGroup(): void {
    const { lexer, typeReader } = this;
    lexer.next();
    if (lexer.kind !== TokenKind.attributeGroup) lexer.fail('expected attribute group id');
    const number = lexer.value;
    lexer.next();
    typeReader.expect(Punctuation.equals, "expected '=' here");
    typeReader.expect(Punctuation.openBrace, "expected '{' here");
    const list = this.attributeReader.readList();
    typeReader.expect(Punctuation.closeBrace, 'unterminated attribute group');
    this.groups.set(number, [...(this.groups.get(number) ?? []), ...list]);
  }

  /** `$name = comdat any`. */
  private readComdat(): void {
    const { lexer, module } = this;
    const name = this.comdatName();
    lexer.next();
    this.typeReader.expect(Punctuation.equals, "expected '=' here");
    if (lexer.kind !== TokenKind.word || lexer.text() !== 'comdat') lexer.fail('expected comdat keyword');
    lexer.next();
    const selection = lexer.kind === TokenKind.word ? lexer.text() : '';
    if (!comdatSelections.has(selection)) lexer.fail('unknown selection kind');
    if (module.comdats.has(name)) lexer.fail(`redefinition of comdat '${name}'`);
    module.comdats.set(name, selection);
    lexer.next();
  }

  /** `($name)` behind `comdat`, which without it is that of the symbol's own name. */
  private readComdatUse(symbol: string): string {
    const { lexer, typeReader } = this;
    let name = symbol;
    if (lexer.is(Punctuation.openParenthesis)) {
      lexer.next();
      if (lexer.kind !== TokenKind.comdat) lexer.fail('expected comdat variable');
      name = this.comdatName();
      lexer.next();
      typeReader.expect(Punctuation.closeParenthesis, "expected ')' after comdat var");
    }
    this.comdatUses.push({ name, offset: lexer.start });
    return name;
  }

  private comdatName(): string {
    const text = this.lexer.text().slice(1);
    const name = text.startsWith('"') ? utf8.decode(this.lexer.stringBytes()) : text;
    return isUnnamed(name) ? this.lexer.fail('names that begin with NUL are not supported') : name;
  }
}

/** Whether a struct holds itself by value, which would have no size. */
function containsItself(root: Type): boolean {
  const seen = new Set<Type>();
  const visit = (type: Type): boolean => {
    switch (type.kind) {
      case 'array':
      case 'vector':
        return type.element === root || visit(type.element);
      case 'struct':
        if (seen.has(type)) return false;
        seen.add(type);
        return type.fields?.some((field) => field === root || visit(field)) ?? false;
      default:
        return false;
    }
  };
  return visit(root);
}
