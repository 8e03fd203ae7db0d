import {
  BlockId,
  ComdatSelectionCode,
  DllStorageCode,
  EntryKind,
  LinkageCode,
  MODULE_VERSION,
  ModuleCode,
  readStreamHeader,
  StrtabCode,
  UnnamedAddressCode,
  VisibilityCode,
} from 'llvm-bitcode-js';
import type { BitstreamReader } from 'llvm-bitcode-js';
import type { ValueId } from '../ir/constant-pool.js';
import { hasAttribute } from '../ir/attribute.js';
import { stripDebugMetadata } from '../ir/debug-info.js';
import type { LlvmFunction } from '../ir/function.js';
import type { GlobalVariable } from '../ir/module.js';
import { LlvmModule } from '../ir/module.js';
import { AttributeTableReader } from './attribute-table-reader.js';
import type { BitcodeReadOptions } from './bitcode-options.js';
import { ConstantBlockReader } from './constant-block-reader.js';
import { conventionName, FunctionBlockReader } from './function-block-reader.js';
import { MetadataBlockReader } from './metadata-block-reader.js';
import { forEachRecord } from './record-walk.js';
import { TypeTableReader } from './type-table-reader.js';
import { ValueList } from './value-list.js';

const linkageNames = inverse(LinkageCode, { external: '' });
const visibilityNames = inverse(VisibilityCode, { default: '' });
const unnamedAddressNames = inverse(UnnamedAddressCode, {});
const dllStorageNames = inverse(DllStorageCode, {});
const comdatSelections = inverse(ComdatSelectionCode, {});

/** Largest alignment of a global, as 1 + log2. */
const MOST_ALIGNMENT = 33;

const utf8 = new TextDecoder();

/**
 * Reads the first module of a bitcode file, as LLVM 15 and later write them. The order of uses is not kept; whatever else
 * the model cannot hold is an error, debug information too unless it is to be stripped. That operands have the right types is checked by
 * {@link verifyModule}, not here.
 *
 * @param options with `experimentalFieldBitcode`, numbers that zkLLVM uses are read as zkLLVM's
 * @throws BitstreamError, with the bit where the record begins, and nothing else
 */
export function readModuleBitcode(file: Uint8Array, options: BitcodeReadOptions = {}): LlvmModule {
  const strings = findStrings(readStreamHeader(file).reader);
  const { reader } = readStreamHeader(file);
  for (;;) {
    const kind = reader.advance();
    if (kind === EntryKind.end) reader.fail('the file has no module');
    if (kind === EntryKind.block && reader.blockId === BlockId.MODULE) break;
  }
  reader.enterBlock();
  return new BitcodeReader(reader, strings, options).read();
}

/** The bytes of the first string table, which stands behind the module. */
function findStrings(reader: BitstreamReader): Uint8Array {
  for (;;) {
    const kind = reader.advance();
    if (kind === EntryKind.end) return new Uint8Array(0);
    if (kind !== EntryKind.block || reader.blockId !== BlockId.STRTAB) continue;
    let blob: Uint8Array | undefined;
    reader.enterBlock();
    forEachRecord(reader, () => {
      if (reader.code === StrtabCode.BLOB) blob ??= reader.blob;
    });
    return blob ?? reader.fail('a string table without strings');
  }
}

class BitcodeReader {
  private readonly reader: BitstreamReader;
  private readonly strings: Uint8Array;
  private readonly module = new LlvmModule();
  private readonly types: TypeTableReader;
  private readonly attributes: AttributeTableReader;
  private readonly constants: ConstantBlockReader;
  private readonly metadata: MetadataBlockReader;
  private readonly sections: string[] = [];
  private readonly comdats: string[] = [];
  /** Names of synchronisation scopes by their numbers. */
  private readonly scopes: string[] = [];
  /** Ids of the module's values, by their numbers. */
  private readonly values = new ValueList();
  /** What gets a constant as soon as all are read, and the constant's number. */
  private readonly roots: Array<readonly [number: number, set: (id: ValueId) => void]> = [];
  /** Functions whose bodies come, in the order of the bodies. */
  private readonly bodies: LlvmFunction[] = [];
  private nextBody = 0;

  constructor(reader: BitstreamReader, strings: Uint8Array, options: BitcodeReadOptions) {
    this.reader = reader;
    this.strings = strings;
    this.types = new TypeTableReader(reader, this.module.types, options);
    this.attributes = new AttributeTableReader(reader, this.types, options);
    this.constants = new ConstantBlockReader(reader, this.module, this.types);
    this.metadata = new MetadataBlockReader(reader, this.module, options.debugInfo ?? 'keep');
  }

  read(): LlvmModule {
    const { reader, module } = this;
    forEachRecord(
      reader,
      () => {
        this.record();
      },
      (blockId) => {
        this.block(blockId);
      },
    );
    const missing = this.bodies[this.nextBody];
    if (missing !== undefined) reader.fail(`the body of function @${missing.name} is missing`);
    for (const [number, set] of this.roots) {
      const id = this.values.at(number) ?? reader.fail(`there is no constant ${number}`);
      set(id);
    }
    const undefinedNode = Array.from({ length: module.metadata.size }, (_, id) => id).find((id) => !module.metadata.isDefined(id));
    if (undefinedNode !== undefined) reader.fail('a metadata node is used, but not defined');
    module.renumber();
    if (this.metadata.mode === 'strip') stripDebugMetadata(module.metadata);
    return module;
  }

  private block(blockId: number): void {
    const { reader } = this;
    switch (blockId) {
      case BlockId.TYPE:
        reader.enterBlock();
        this.types.read();
        return;
      case BlockId.PARAMATTR_GROUP:
        reader.enterBlock();
        this.attributes.readGroups();
        return;
      case BlockId.PARAMATTR:
        reader.enterBlock();
        this.attributes.readLists();
        return;
      case BlockId.CONSTANTS:
        reader.enterBlock();
        this.constants.read(this.values);
        return;
      case BlockId.SYNC_SCOPE_NAMES:
        reader.enterBlock();
        this.scopeNames();
        return;
      case BlockId.METADATA_KIND:
        reader.enterBlock();
        this.metadata.readKinds();
        return;
      case BlockId.METADATA:
        reader.enterBlock();
        this.metadata.read(this.values);
        return;
      case BlockId.FUNCTION: {
        const fn = this.bodies[this.nextBody++] ?? reader.fail('a body without a function');
        reader.enterBlock();
        new FunctionBlockReader(reader, this.types, this.attributes, this.constants, this.metadata, fn, this.values, this.scopes).read();
        return;
      }
      default:
    }
  }

  private record(): void {
    const { reader, module } = this;
    const { code, operands } = reader;
    const text = (): string => utf8.decode(operands.bytes());
    switch (code) {
      case ModuleCode.VERSION:
        if (operands.length === 0 || operands.number(0) !== MODULE_VERSION) {
          reader.fail('modules of LLVM 4 and older, whose names are not in a string table, are not supported');
        }
        return;
      case ModuleCode.TRIPLE:
        module.targetTriple = text();
        return;
      case ModuleCode.DATALAYOUT:
        module.dataLayout = text();
        return;
      case ModuleCode.SOURCE_FILENAME:
        module.sourceFileName = text();
        return;
      case ModuleCode.SECTIONNAME:
        this.sections.push(text());
        return;
      case ModuleCode.COMDAT:
        this.comdat();
        return;
      case ModuleCode.GCNAME:
        reader.fail('garbage collectors are not supported');
        break;
      case ModuleCode.GLOBALVAR:
        this.global();
        return;
      case ModuleCode.FUNCTION:
        this.function();
        return;
      case ModuleCode.ALIAS:
      case ModuleCode.IFUNC:
        reader.fail('aliases and ifuncs are not supported');
        break;
      case ModuleCode.ASM:
        reader.fail('module-level assembly is not supported');
        break;
      default:
    }
  }

  private global(): void {
    const { reader, module } = this;
    const name = this.name();
    const type = this.types.at(this.operand(2));
    if (type.kind === 'function' || type.kind === 'label' || type.kind === 'void' || type.kind === 'metadata') {
      reader.fail(`global @${name} has type '${type.text}'`);
    }
    const flags = this.operand(3);
    if ((flags & 2) === 0) reader.fail('a global without its type, as of LLVM 3.6 and older, is not supported');
    const global = module.addGlobal(name, type, undefined, (flags & 1) === 1, flags >>> 2);
    global.section = this.section(this.optional(7));
    global.comdat = this.comdatAt(this.optional(13));
    if (this.optional(14) !== 0) reader.fail(`attributes of global @${name} are not supported`);
    global.linkage = this.named(linkageNames, this.operand(5), 'linkage');
    const alignment = this.operand(6);
    if (alignment > MOST_ALIGNMENT) reader.fail(`global @${name} has an alignment of 2^${alignment - 1}`);
    global.align = alignment === 0 ? 0 : 2 ** (alignment - 1);
    if (this.optional(9) > 1) reader.fail(`the thread-local model of global @${name} is not supported`);
    global.keywords = this.keywords(global, {
      visibility: this.optional(8),
      threadLocal: this.optional(9),
      unnamedAddress: this.optional(10),
      externallyInitialized: this.optional(11),
      dllStorage: this.optional(12),
      dsoLocal: this.optional(15),
      convention: 0,
    });
    this.values.push(module.constants.global(global));
    this.root(this.operand(4), (id) => {
      global.initializer = id;
    });
  }

  private function(): void {
    const { reader, module } = this;
    const name = this.name();
    const type = this.types.at(this.operand(2));
    if (type.kind !== 'function') return reader.fail(`function @${name} has type '${type.text}'`);
    const fn = module.addFunctionOfType(name, type);
    fn.linkage = this.named(linkageNames, this.operand(5), 'linkage');
    const alignment = this.operand(7);
    if (alignment > MOST_ALIGNMENT) reader.fail(`function @${name} has an alignment of 2^${alignment - 1}`);
    fn.align = alignment === 0 ? 0 : 2 ** (alignment - 1);
    fn.section = this.section(this.optional(8));
    fn.comdat = this.comdatAt(this.optional(14));
    if (this.optional(12) !== 0 || this.optional(15) !== 0) reader.fail(`function @${name} has prologue or prefix data, which is not supported`);
    const attributes = this.attributes.at(this.operand(6));
    fn.returnAttributes = attributes.returnValue;
    fn.attributes = attributes.function;
    if (hasAttribute(fn.attributes, 'align')) reader.fail(`function @${name} has the attribute align`);
    attributes.parameters.forEach((list, index) => {
      if (index < fn.parameters.length) fn.parameters[index].attributes = list;
    });
    fn.unnamedAddress = this.named(unnamedAddressNames, this.optional(11), 'unnamed_addr');
    fn.keywords.push(
      ...this.keywords(fn, {
        visibility: this.optional(9),
        threadLocal: 0,
        unnamedAddress: 0,
        externallyInitialized: 0,
        dllStorage: this.optional(13),
        dsoLocal: this.optional(17),
        convention: this.operand(3),
      }),
    );
    this.values.push(module.constants.global(fn));
    this.root(this.optional(16), (id) => {
      fn.personality = id;
    });
    if (this.operand(4) === 0) this.bodies.push(fn);
  }

  private scopeNames(): void {
    const { reader } = this;
    forEachRecord(reader, () => {
      const name = utf8.decode(reader.operands.bytes());
      if (!/^[-.\w]*$/.test(name)) reader.fail('a synchronization scope with another name than of letters, digits, - and .');
      this.scopes.push(name);
    });
  }

  private comdat(): void {
    const { reader, module } = this;
    const name = this.string();
    const selection = comdatSelections.get(this.operand(2)) ?? reader.fail(`comdat '$${name}' is chosen in no known way`);
    if (module.comdats.has(name)) reader.fail(`redefinition of comdat '$${name}'`);
    module.comdats.set(name, selection);
    this.comdats.push(name);
  }

  private section(numberPlusOne: number): string | undefined {
    if (numberPlusOne === 0) return undefined;
    return this.sections[numberPlusOne - 1] ?? this.reader.fail(`there is no section ${numberPlusOne - 1}`);
  }

  private comdatAt(numberPlusOne: number): string | undefined {
    if (numberPlusOne === 0) return undefined;
    return this.comdats[numberPlusOne - 1] ?? this.reader.fail(`there is no comdat ${numberPlusOne - 1}`);
  }

  /** The keywords in the order in which LLVM prints them. */
  private keywords(
    { linkage }: GlobalVariable | LlvmFunction,
    properties: Readonly<
      Record<
        | 'visibility'
        | 'threadLocal'
        | 'unnamedAddress'
        | 'externallyInitialized'
        | 'dllStorage'
        | 'dsoLocal'
        | 'convention',
        number
      >
    >,
  ): string[] {
    const visibility = this.named(visibilityNames, properties.visibility, 'visibility');
    // What cannot be seen from outside is local anyway, and LLVM does not print it.
    const implied = linkage === 'private' || linkage === 'internal' || (visibility !== '' && linkage !== 'extern_weak');
    return [
      properties.dsoLocal !== 0 && !implied ? 'dso_local' : '',
      visibility,
      this.named(dllStorageNames, properties.dllStorage, 'DLL storage class'),
      properties.threadLocal === 1 ? 'thread_local' : '',
      this.named(unnamedAddressNames, properties.unnamedAddress, 'unnamed_addr'),
      properties.externallyInitialized === 1 ? 'externally_initialized' : '',
      conventionName(properties.convention) ??
        this.reader.fail(`calling convention ${properties.convention} is not supported`),
    ].filter((keyword) => keyword !== '');
  }

  private named(names: ReadonlyMap<number, string>, code: number, what: string): string {
    return names.get(code) ?? (code === 0 ? '' : this.reader.fail(`${what} ${code} is not supported`));
  }

  /** The name that the record's first two operands point to, of a new symbol. */
  private name(): string {
    const { reader, module } = this;
    const name = this.string() || module.unnamedSymbol();
    if (module.symbol(name) !== undefined) reader.fail(`redefinition of global '@${name}'`);
    return name;
  }

  private string(): string {
    const { reader, strings } = this;
    const offset = this.operand(0);
    const size = this.operand(1);
    if (offset + size > strings.length) reader.fail('a name outside of the string table');
    if (size > 0 && strings[offset] === 0) reader.fail('a name that begins with NUL, which is not supported');
    return utf8.decode(strings.subarray(offset, offset + size));
  }

  /** Takes note of a constant, whose number plus one is given; 0 is none. */
  private root(numberPlusOne: number, set: (id: ValueId) => void): void {
    if (numberPlusOne > 0) this.roots.push([numberPlusOne - 1, set]);
  }

  private operand(index: number): number {
    const { reader } = this;
    return index < reader.operands.length ? reader.operands.number(index) : reader.fail('the record is too short');
  }

  private optional(index: number): number {
    const { operands } = this.reader;
    return index < operands.length ? operands.number(index) : 0;
  }
}

/** Names by code. @param renamed names that are written otherwise */
function inverse(
  codes: Readonly<Record<string, number>>,
  renamed: Readonly<Record<string, string>>,
): ReadonlyMap<number, string> {
  return new Map(Object.entries(codes).map(([name, code]) => [code, renamed[name] ?? name]));
}
