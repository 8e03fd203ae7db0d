import { attributeListText } from '../ir/attribute.js';
import type { AttributeList } from '../ir/attribute.js';
import type { LlvmFunction, Parameter } from '../ir/function.js';
import { escapeBytes, globalName } from '../ir/identifier.js';
import type { GlobalVariable, LlvmModule } from '../ir/module.js';
import { structBody } from '../ir/type-table.js';
import { ByteWriter, textOf } from './byte-writer.js';
import type { ByteSink } from './byte-writer.js';
import { writeConstant, writeTypedConstant } from './constant-writer.js';
import { InstructionWriter } from './instruction-writer.js';
import { OperandTexts } from './operand-texts.js';
import { MetadataWriter } from './metadata-writer.js';

/**
 * Writes the module as LLVM IR text, in chunks. Values without a name are numbered in the order of the text, so equal
 * modules give equal bytes.
 */
export function writeModule(module: LlvmModule, sink: ByteSink): void {
  const writer = new ByteWriter(sink);
  new ModuleWriter(writer, module).write();
  writer.flush();
}

/** The module's text as one string: for small modules and messages; large ones go through {@link writeModule}. */
export function moduleText(module: LlvmModule): string {
  return textOf((writer) => {
    new ModuleWriter(writer, module).write();
  });
}

/** The text of one instruction, as messages quote it. */
export function instructionText(fn: LlvmFunction, index: number): string {
  return textOf((writer) => {
    new InstructionWriter(writer, fn, new MetadataWriter(writer, fn.module), (attributes) => attributeListText(attributes)).write(index);
  });
}

const NEWLINE = 0x0a;

class ModuleWriter {
  private readonly writer: ByteWriter;
  private readonly module: LlvmModule;
  private readonly metadata: MetadataWriter;
  private readonly texts: OperandTexts;
  /** Attribute lists of functions and calls by their text, numbered in the order of their first use. */
  private readonly groups = new Map<string, number>();

  constructor(writer: ByteWriter, module: LlvmModule) {
    this.writer = writer;
    this.module = module;
    this.metadata = new MetadataWriter(writer, module);
    this.texts = new OperandTexts(writer, module);
  }

  write(): void {
    const { writer, module } = this;
    const sections = [this.header(), this.comdats(), this.structs(), this.globals()];
    for (const section of sections) {
      if (section.length === 0) continue;
      for (const line of section) {
        if (typeof line === 'string') writer.ascii(line);
        else this.global(line);
        writer.ascii('\n');
      }
      writer.ascii('\n');
    }
    module.functions.forEach((fn, index) => {
      if (index > 0) writer.ascii('\n');
      if (fn.isDeclaration) this.declaration(fn);
      else this.definition(fn);
    });
    if (this.groups.size > 0) writer.ascii('\n');
    for (const [text, number] of this.groups) writer.ascii(`attributes #${number} = { ${text} }\n`);
    this.metadata.definitions();
  }

  private header(): string[] {
    const { sourceFileName, dataLayout, targetTriple } = this.module;
    const lines: string[] = [];
    if (sourceFileName !== undefined) lines.push(`source_filename = ${quoted(sourceFileName)}`);
    if (dataLayout !== undefined) lines.push(`target datalayout = ${quoted(dataLayout)}`);
    if (targetTriple !== undefined) lines.push(`target triple = ${quoted(targetTriple)}`);
    return lines;
  }

  private structs(): string[] {
    return [...this.module.types.structs()].map((struct) => {
      const body = struct.fields === undefined ? 'opaque' : structBody(struct.fields, struct.packed);
      return `${struct.text} = type ${body}`;
    });
  }

  private comdats(): string[] {
    return [...this.module.comdats].map(([name, selection]) => `$${globalName(name).slice(1)} = comdat ${selection}`);
  }

  /** `comdat`, or `comdat($name)` where that is not the symbol's own name. */
  private comdatUse(symbol: string, comdat: string): string {
    return comdat === symbol ? 'comdat' : `comdat($${globalName(comdat).slice(1)})`;
  }

  private globals(): readonly GlobalVariable[] {
    return this.module.globals;
  }

  private global(global: GlobalVariable): void {
    const { writer } = this;
    const declared = global.initializer === undefined && global.linkage === '' ? 'external' : global.linkage;
    const words = [
      declared,
      ...global.keywords,
      global.addressSpace === 0 ? '' : `addrspace(${global.addressSpace})`,
      global.constant ? 'constant' : 'global',
      global.valueType.text,
    ];
    writer.ascii(`${globalName(global.name)} = ${words.filter((word) => word !== '').join(' ')}`);
    if (global.initializer !== undefined) {
      writer.ascii(' ');
      writeConstant(writer, this.module, global.initializer);
    }
    if (global.section !== undefined) writer.ascii(`, section ${quoted(global.section)}`);
    if (global.comdat !== undefined) writer.ascii(`, ${this.comdatUse(global.name, global.comdat)}`);
    if (global.align !== 0) writer.ascii(`, align ${global.align}`);
    this.metadata.attachments(global.metadata, ',');
  }

  private declaration(fn: LlvmFunction): void {
    this.signature('declare', fn, (parameter) => typeAndAttributes(parameter));
    this.writer.ascii('\n');
  }

  private definition(fn: LlvmFunction): void {
    const { writer } = this;
    const body = new InstructionWriter(writer, fn, this.metadata, (attributes) => this.groupOf(attributes), this.texts);
    this.signature('define', fn, (parameter, index) => `${typeAndAttributes(parameter)} ${body.numbering.valueText(index)}`);
    this.metadata.attachments(fn.metadata, '');
    writer.ascii(' {\n');
    fn.blockOrder.forEach((block, position) => {
      const name = fn.blockNames.get(block);
      if (position > 0) writer.ascii('\n');
      if (position > 0 || name !== undefined) writer.ascii(`${body.numbering.blockText(block).slice(1)}:\n`);
      const end = fn.blockEnd(position);
      for (let index = fn.blockStarts[block]; index < end; index++) {
        writer.ascii('  ');
        body.write(index);
        writer.character(NEWLINE);
      }
    });
    writer.ascii('}\n');
  }

  private signature(
    keyword: 'declare' | 'define',
    fn: LlvmFunction,
    parameterText: (parameter: Parameter, index: number) => string,
  ): void {
    const { writer } = this;
    writer.ascii(keyword);
    if (keyword === 'declare') this.metadata.attachments(fn.metadata, '');
    const words = [fn.linkage, ...fn.keywords, attributeListText(fn.returnAttributes), fn.type.returnType.text];
    for (const word of words) if (word !== '') writer.ascii(` ${word}`);
    writer.ascii(` ${globalName(fn.name)}(`);
    fn.parameters.forEach((parameter, index) => {
      writer.ascii(`${index > 0 ? ', ' : ''}${parameterText(parameter, index)}`);
    });
    if (fn.type.varargs) writer.ascii(fn.parameters.length > 0 ? ', ...' : '...');
    writer.ascii(')');
    if (fn.unnamedAddress !== '') writer.ascii(` ${fn.unnamedAddress}`);
    if (fn.attributes.length > 0) writer.ascii(` ${this.groupOf(fn.attributes)}`);
    if (fn.section !== undefined) writer.ascii(` section ${quoted(fn.section)}`);
    if (fn.comdat !== undefined) writer.ascii(` ${this.comdatUse(fn.name, fn.comdat)}`);
    if (fn.align !== 0) writer.ascii(` align ${fn.align}`);
    if (fn.personality !== undefined) {
      writer.ascii(' personality ');
      writeTypedConstant(writer, this.module, fn.personality);
    }
  }

  private groupOf(attributes: AttributeList): string {
    const text = attributeListText(attributes, true);
    let number = this.groups.get(text);
    if (number === undefined) {
      number = this.groups.size;
      this.groups.set(text, number);
    }
    return `#${number}`;
  }
}

function typeAndAttributes({ type, attributes }: Parameter): string {
  return attributes.length === 0 ? type.text : `${type.text} ${attributeListText(attributes)}`;
}

function quoted(text: string): string {
  return `"${escapeBytes(new TextEncoder().encode(text))}"`;
}
