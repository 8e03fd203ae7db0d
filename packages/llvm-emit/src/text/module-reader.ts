import type { Attribute, AttributeList } from '../ir/attribute.js';
import { noAttributes } from '../ir/attribute.js';
import type { LlvmFunction } from '../ir/function.js';
import { globalName } from '../ir/identifier.js';
import { LlvmModule } from '../ir/module.js';
import type { Type } from '../ir/type.js';
import { linkageNames, precedingKeywords } from './attribute-names.js';
import { AttributeReader } from './attribute-reader.js';
import { ConstantReader } from './constant-reader.js';
import { InstructionReader } from './instruction-reader.js';
import { Lexer, TokenKind } from './lexer.js';
import { LocalScope, NameBindings } from './local-scope.js';
import { skipAttachment, skipMetadataNode } from './metadata-skipper.js';
import type { ReadingContext } from './operand-reader.js';
import { Punctuation } from './punctuation.js';
import { SourceText } from './source-text.js';
import { TypeReader } from './type-reader.js';

const utf8 = new TextDecoder();

/**
 * Reads LLVM IR text: what this package writes, and what zkLLVM's clang writes. Metadata is skipped.
 *
 * Each instruction's location (see `LlvmFunction.locationOf`) is the byte offset of its opcode, plus one.
 *
 * @throws LlvmTextError for every text that it cannot read; nothing else, whatever the text
 */
export function readModule(source: SourceText): LlvmModule {
  return new ModuleReader(source).read();
}

/** {@link readModule} for a text that has no file. */
export function parseModuleText(text: string | Uint8Array, name = '<string>'): LlvmModule {
  return readModule(new SourceText(name, text));
}

interface ReadParameter {
  readonly type: Type;
  readonly attributes: AttributeList;
  /** Word of the name, -1 for a number or nothing. */
  readonly word: number;
  readonly offset: number;
}

class ModuleReader implements ReadingContext {
  readonly lexer: Lexer;
  readonly typeReader: TypeReader;
  readonly constantReader: ConstantReader;
  readonly attributeReader: AttributeReader;
  private readonly module = new LlvmModule();
  private readonly bindings = new NameBindings();
  private readonly groups = new Map<number, Attribute[]>();
  private readonly groupUses: Array<{ readonly number: number; readonly add: (list: AttributeList) => void }> = [];
  private definitions = 0;

  constructor(source: SourceText) {
    this.lexer = new Lexer(source);
    this.typeReader = new TypeReader(this.lexer, this.module.types);
    this.constantReader = new ConstantReader(this.typeReader, this.module);
    this.attributeReader = new AttributeReader(this.typeReader);
  }

  useGroup(number: number, add: (attributes: AttributeList) => void): void {
    this.groupUses.push({ number, add });
  }

  read(): LlvmModule {
    const { lexer, module } = this;
    lexer.next();
    while (lexer.kind !== TokenKind.eof) this.readEntity();
    for (const { number, add } of this.groupUses) add(this.groups.get(number) ?? noAttributes);
    const unbound = module.constants.unboundSymbol();
    if (unbound !== undefined) lexer.fail(`use of undefined value '${globalName(unbound.name)}'`, unbound.offset);
    return module;
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
        this.skipNamedMetadata();
        return;
      case TokenKind.comdat:
        this.skipComdat();
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
    const name = lexer.kind === TokenKind.localName ? lexer.names.text(lexer.word) : String(lexer.value);
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
    if (!module.types.defineStruct(name, fields, packed)) lexer.fail(`redefinition of type '%${name}'`, start);
    if (containsItself(module.types.namedStruct(name))) lexer.fail(`type '%${name}' contains itself`, start);
  }

  private readGlobal(): void {
    const { lexer, module, typeReader } = this;
    const { start } = lexer;
    const name = lexer.names.text(lexer.word);
    lexer.next();
    typeReader.expect(Punctuation.equals, "expected '=' in global variable");
    let linkage = '';
    const keywords: string[] = [];
    for (;;) {
      const word = lexer.kind === TokenKind.word ? lexer.text() : '';
      if (word === 'global' || word === 'constant') break;
      if (word === 'alias' || word === 'ifunc') lexer.fail(`'${word}' is not supported`);
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
    const global = module.addGlobal(name, type, initializer, constant);
    global.linkage = linkage === 'external' ? '' : linkage;
    global.keywords = keywords;
    while (lexer.is(Punctuation.comma)) {
      lexer.next();
      global.align = this.readGlobalProperty(global.align);
    }
    this.attributeReader.readWithGroups();
  }

  /** What may follow a global's initializer; returns the alignment. */
  private readGlobalProperty(align: number): number {
    const { lexer, typeReader } = this;
    if (lexer.kind === TokenKind.metadata) {
      skipAttachment(lexer);
      return align;
    }
    const word = lexer.kind === TokenKind.word ? lexer.text() : '';
    lexer.next();
    switch (word) {
      case 'align':
        return typeReader.readNatural('expected integer');
      case 'section':
      case 'partition':
        if (lexer.kind !== TokenKind.string) lexer.fail('expected string constant');
        lexer.next();
        return align;
      case 'comdat':
        this.skipComdatName();
        return align;
      default:
        return lexer.fail('unknown global variable property');
    }
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
    while (declaration && lexer.kind === TokenKind.metadata) skipAttachment(lexer);
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
    read.forEach(({ attributes }, index) => {
      fn.parameters[index].attributes = attributes;
    });
    this.readHeaderEnd(fn, declaration);
    if (!declaration && varargs) lexer.fail('variadic functions cannot be defined here', start);
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
        skipAttachment(lexer);
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
        case 'partition':
        case 'gc':
          lexer.next();
          if (lexer.kind !== TokenKind.string) lexer.fail('expected string constant');
          lexer.next();
          break;
        case 'comdat':
          lexer.next();
          this.skipComdatName();
          break;
        case 'personality':
          lexer.next();
          fn.personality = this.constantReader.readTyped();
          break;
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

  /** `!name = !{…}` and `!5 = distinct !DILocation(…)`. */
  private skipNamedMetadata(): void {
    const { lexer } = this;
    lexer.next();
    this.typeReader.expect(Punctuation.equals, "expected '=' here");
    if (lexer.kind === TokenKind.word && lexer.text() === 'distinct') lexer.next();
    if (lexer.kind !== TokenKind.metadata) lexer.fail("expected '!' here");
    skipMetadataNode(lexer);
  }

  /** `$name = comdat any`. */
  private skipComdat(): void {
    const { lexer } = this;
    lexer.next();
    this.typeReader.expect(Punctuation.equals, "expected '=' here");
    if (lexer.kind !== TokenKind.word || lexer.text() !== 'comdat') lexer.fail("expected comdat keyword");
    lexer.next();
    if (lexer.kind !== TokenKind.word) lexer.fail('unknown selection kind');
    lexer.next();
  }

  /** `($name)` behind `comdat`. */
  private skipComdatName(): void {
    const { lexer, typeReader } = this;
    if (!lexer.is(Punctuation.openParenthesis)) return;
    lexer.next();
    if (lexer.kind !== TokenKind.comdat) lexer.fail('expected comdat variable');
    lexer.next();
    typeReader.expect(Punctuation.closeParenthesis, "expected ')' after comdat var");
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
