import {
  BITCODE_EPOCH,
  BitstreamWriter,
  BlockId,
  char6,
  ComdatSelectionCode,
  fieldWidth,
  fixed,
  FunctionCode,
  IdentificationCode,
  isChar6,
  localAbbreviation,
  MODULE_VERSION,
  ModuleCode,
  standardBlockInfo,
  SyncScopeNameCode,
  ValueSymtabCode,
} from 'llvm-bitcode-js';
import type { LlvmFunction } from '../ir/function.js';
import { isUnnamed } from '../ir/identifier.js';
import type { GlobalVariable, LlvmModule } from '../ir/module.js';
import type { ByteSink } from '../text/byte-writer.js';
import { BitcodeError } from './bitcode-error.js';
import type { BitcodeOptions } from './bitcode-options.js';
import { ConstantWriter } from './constant-records.js';
import { alignmentCode, globalProperties, linkageCode } from './global-properties.js';
import { InstructionWriter } from './instruction-records.js';
import { MetadataRecordWriter } from './metadata-records.js';
import { moduleContents } from './module-contents.js';
import type { FunctionAttributes, ModuleContents } from './module-contents.js';
import { StringTable } from './string-table.js';
import { writeLocalNames } from './symbol-table.js';
import { writeTypes } from './type-records.js';
import { ValueEnumerator } from './value-enumerator.js';

/** Who wrote the file, for messages of those who cannot read it. */
const PRODUCER = 'mlir2zk';

/** Bits from one 32-bit word to the next. */
const WORD = 32;

const encoder = new TextEncoder();

/**
 * Writes the module as bitcode that LLVM 16 and later read, in chunks. The module must be one that {@link verifyModule}
 * finds nothing in. Equal modules give equal bytes.
 *
 * @throws BitcodeError for what bitcode cannot hold, before anything is handed out
 */
export function writeModuleBitcode(module: LlvmModule, sink: ByteSink, options: BitcodeOptions = {}): void {
  const stream = new BitstreamWriter();
  new BitcodeWriter(stream, module, options).write();
  for (const chunk of stream.chunks()) sink(chunk);
}

/** The module's bitcode in one piece; see {@link writeModuleBitcode}. */
export function moduleBitcode(module: LlvmModule, options: BitcodeOptions = {}): Uint8Array {
  const stream = new BitstreamWriter();
  new BitcodeWriter(stream, module, options).write();
  return stream.toBytes();
}

class BitcodeWriter {
  private readonly stream: BitstreamWriter;
  private readonly module: LlvmModule;
  private readonly contents: ModuleContents;
  private readonly values: ValueEnumerator;
  private readonly constants: ConstantWriter;
  private readonly instructions: InstructionWriter;
  private readonly metadata: MetadataRecordWriter;
  private readonly strings = new StringTable();
  /** Names of sections and comdats, whose numbers count from 1. */
  private readonly sections: string[] = [];
  private readonly comdats: string[] = [];

  constructor(stream: BitstreamWriter, module: LlvmModule, options: BitcodeOptions) {
    this.stream = stream;
    this.module = module;
    this.contents = moduleContents(module, options);
    this.values = new ValueEnumerator(module, this.contents.metadata);
    this.constants = new ConstantWriter(stream, module, this.contents.types, this.values);
    const { types, scopes } = this.contents;
    this.instructions = new InstructionWriter(stream, types, this.values, scopes);
    this.metadata = new MetadataRecordWriter(stream, module, this.contents.metadata, this.contents.types, this.values);
  }

  write(): void {
    this.identification();
    this.moduleBlock();
    this.strings.write(this.stream);
  }

  private identification(): void {
    const { stream } = this;
    const { producer, epoch } = localAbbreviation.identification;
    stream.enterBlock(BlockId.IDENTIFICATION, 5);
    stream.record(IdentificationCode.STRING, [], stream.defineAbbreviation(producer), encoder.encode(PRODUCER));
    stream.record(IdentificationCode.EPOCH, [BITCODE_EPOCH], stream.defineAbbreviation(epoch));
    stream.exitBlock();
  }

  private moduleBlock(): void {
    const { stream, module, contents, values } = this;
    stream.enterBlock(BlockId.MODULE, 3);
    stream.record(ModuleCode.VERSION, [MODULE_VERSION]);
    stream.writeBlockInfo(standardBlockInfo(fieldWidth(contents.types.list.length)));
    writeTypes(stream, contents.types);
    contents.attributes.write(stream);
    this.header();
    this.groups();
    const constants = values.enterModule(contents.roots);
    this.globals();
    module.functions.forEach((fn, index) => {
      this.prototype(fn, contents.functions[index]);
    });
    const offsetField = this.symbolTableOffset();
    this.constants.write(constants, true, 'module');
    this.metadata.writeModule();
    this.synchronisationScopes();
    const bodies = this.bodies();
    stream.patchField(offsetField, stream.bitPosition / WORD);
    this.symbolTable(bodies);
    stream.exitBlock();
  }

  private header(): void {
    const { stream } = this;
    const { sourceFileName, dataLayout, targetTriple } = this.module;
    if (targetTriple !== undefined) stream.record(ModuleCode.TRIPLE, [], undefined, encoder.encode(targetTriple));
    if (dataLayout !== undefined) stream.record(ModuleCode.DATALAYOUT, [], undefined, encoder.encode(dataLayout));
    if (sourceFileName === undefined) return;
    const name = encoder.encode(sourceFileName);
    const character = isChar6(name) ? char6 : fixed(8);
    const abbreviation = stream.defineAbbreviation(localAbbreviation.module.sourceFileName(character));
    stream.record(ModuleCode.SOURCE_FILENAME, [], abbreviation, name);
  }

  /** Sections and comdats, to which globals and functions refer by their numbers. */
  private groups(): void {
    const { stream, module } = this;
    for (const { section } of [...module.globals, ...module.functions]) {
      if (section === undefined || this.sections.includes(section)) continue;
      this.sections.push(section);
      stream.record(ModuleCode.SECTIONNAME, [], undefined, encoder.encode(section));
    }
    for (const [name, selection] of module.comdats) {
      const { offset, size } = this.strings.add(name);
      this.comdats.push(name);
      stream.record(ModuleCode.COMDAT, [offset, size, ComdatSelectionCode[selection as keyof typeof ComdatSelectionCode]]);
    }
  }

  private sectionNumber(section: string | undefined): number {
    return section === undefined ? 0 : this.sections.indexOf(section) + 1;
  }

  /** @throws BitcodeError for a name that the module has no comdat of */
  private comdatNumber(comdat: string | undefined, where: string): number {
    if (comdat === undefined) return 0;
    const index = this.comdats.indexOf(comdat);
    if (index < 0) throw new BitcodeError(where, `comdat '$${comdat}' is used, but not defined`);
    return index + 1;
  }

  private globals(): void {
    const { stream, module, contents } = this;
    if (module.globals.length === 0) return;
    let type = 0;
    let alignment = 0;
    for (const { valueType, align } of module.globals) {
      type = Math.max(type, contents.types.numberOf(valueType.id));
      alignment = Math.max(alignment, alignmentCode(align));
    }
    const simple = stream.defineAbbreviation(
      localAbbreviation.module.globalVariable(fieldWidth(type), alignment === 0 ? 0 : fieldWidth(alignment)),
    );
    for (const global of module.globals) this.global(global, simple);
  }

  private global(global: GlobalVariable, simple: number): void {
    const { name, valueType, constant, initializer, linkage, keywords, align } = global;
    const where = `global @${name}`;
    const { offset, size } = this.strings.add(isUnnamed(name) ? '' : name);
    const properties = globalProperties(keywords, where);
    const operands = [
      offset,
      size,
      this.contents.types.numberOf(valueType.id),
      // Bit 1 says that the type is that of the variable, not of a pointer to it.
      (global.addressSpace << 2) | 2 | (constant ? 1 : 0),
      initializer === undefined ? 0 : this.values.numberOf(initializer) + 1,
      linkageCode(linkage, where),
      alignmentCode(align),
      this.sectionNumber(global.section),
    ];
    const comdat = this.comdatNumber(global.comdat, where);
    if (comdat === 0 && global.section === undefined && Object.values(properties).every((value: number) => value === 0)) {
      this.stream.record(ModuleCode.GLOBALVAR, operands, simple);
      return;
    }
    const { visibility, threadLocal, unnamedAddress, externallyInitialized, dllStorage, dsoLocal } = properties;
    const attributes = 0;
    this.stream.record(ModuleCode.GLOBALVAR, [
      ...operands,
      visibility,
      threadLocal,
      unnamedAddress,
      externallyInitialized,
      dllStorage,
      comdat,
      attributes,
      dsoLocal,
    ]);
  }

  private prototype(fn: LlvmFunction, { own }: FunctionAttributes): void {
    const where = `function @${fn.name}`;
    const { offset, size } = this.strings.add(isUnnamed(fn.name) ? '' : fn.name);
    const properties = globalProperties([...fn.keywords, fn.unnamedAddress], where);
    this.stream.record(ModuleCode.FUNCTION, [
      offset,
      size,
      this.contents.types.numberOf(fn.type.id),
      properties.callingConvention,
      fn.isDeclaration ? 1 : 0,
      linkageCode(fn.linkage, where),
      own,
      alignmentCode(fn.align),
      this.sectionNumber(fn.section),
      properties.visibility,
      0, // garbage collector
      properties.unnamedAddress,
      0, // prologue data
      properties.dllStorage,
      this.comdatNumber(fn.comdat, where),
      0, // prefix data
      fn.personality === undefined ? 0 : this.values.numberOf(fn.personality) + 1,
      properties.dsoLocal,
    ]);
  }

  /** Makes room for the place of the symbol table. Returns the bit where it goes. */
  private symbolTableOffset(): number {
    const { stream } = this;
    const abbreviation = stream.defineAbbreviation(localAbbreviation.module.symbolTableOffset);
    stream.record(ModuleCode.VSTOFFSET, [0], abbreviation);
    return stream.bitPosition - WORD;
  }

  /** The names of scopes. The block also puts what follows on a 32-bit boundary. */
  private synchronisationScopes(): void {
    const { stream } = this;
    stream.enterBlock(BlockId.SYNC_SCOPE_NAMES, 2);
    for (const name of this.contents.scopes) stream.record(SyncScopeNameCode.NAME, [], undefined, encoder.encode(name));
    stream.exitBlock();
  }

  /** Writes the bodies. Returns, for each function that has one, its number and the word where the body begins. */
  private bodies(): Array<readonly [number: number, word: number]> {
    const { stream, module, values } = this;
    const places: Array<readonly [number: number, word: number]> = [];
    module.functions.forEach((fn, position) => {
      if (fn.isDeclaration) return;
      places.push([values.globalNumber(fn), stream.bitPosition / WORD]);
      const constants = values.enterFunction(fn, position);
      stream.enterBlock(BlockId.FUNCTION, 4);
      stream.record(FunctionCode.DECLAREBLOCKS, [fn.blockOrder.length]);
      this.constants.write(constants, false, `function @${fn.name}`);
      this.instructions.writeAll(fn, this.contents.functions[position].sites);
      writeLocalNames(stream, fn, values);
      this.metadata.writeAttachments(fn);
      stream.exitBlock();
    });
    return places;
  }

  /** Where the bodies are, for readers that want some of them only. */
  private symbolTable(bodies: ReadonlyArray<readonly [number: number, word: number]>): void {
    const { stream } = this;
    stream.enterBlock(BlockId.VALUE_SYMTAB, 4);
    const abbreviation = stream.defineAbbreviation(localAbbreviation.symbolTable.functionEntry);
    for (const body of bodies) stream.record(ValueSymtabCode.FNENTRY, body, abbreviation);
    stream.exitBlock();
  }
}
