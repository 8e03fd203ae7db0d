import { MetadataCode } from 'llvm-bitcode-js';
import type { BitstreamReader } from 'llvm-bitcode-js';
import { DEBUG_ATTACHMENT } from '../ir/debug-info.js';
import type { DebugInfoMode } from '../ir/debug-info.js';
import type { LlvmFunction } from '../ir/function.js';
import type { MetadataAttachment, MetadataId } from '../ir/metadata.js';
import type { LlvmModule } from '../ir/module.js';
import { forEachRecord } from './record-walk.js';
import { unpackStrings } from './metadata-strings.js';
import type { ValueList } from './value-list.js';

const utf8 = new TextDecoder();

/** Records that only say where others are. */
const INDEXES: ReadonlySet<number> = new Set([MetadataCode.INDEX_OFFSET, MetadataCode.INDEX]);

const UNSUPPORTED = "debug information in bitcode is not supported: strip it, by reading with debugInfo 'strip' or by opt -strip-debug";

/** Reads blocks of metadata, of the module and of its functions. */
export class MetadataBlockReader {
  readonly mode: DebugInfoMode;
  private readonly reader: BitstreamReader;
  private readonly module: LlvmModule;
  /** Ids of nodes by their numbers, some of which come later. */
  private readonly ids = new Map<number, MetadataId>();
  private next = 0;
  private readonly kinds = new Map<number, string>();
  /** From a NAME record, for the named node that follows. */
  private name: string | undefined;

  constructor(reader: BitstreamReader, module: LlvmModule, mode: DebugInfoMode) {
    this.reader = reader;
    this.module = module;
    this.mode = mode;
  }

  /** Reads the block of the names of attachments, which has been entered. */
  readKinds(): void {
    const { reader, kinds } = this;
    forEachRecord(reader, () => {
      if (reader.code !== MetadataCode.KIND || reader.operands.length === 0) return;
      kinds.set(reader.operands.number(0), utf8.decode(reader.operands.bytes(1)));
    });
  }

  /** Reads a block of metadata, which has been entered. */
  read(values: ValueList): void {
    forEachRecord(this.reader, () => {
      this.record(values);
    });
    const { metadata } = this.module;
    for (const [name, nodes] of metadata.named) {
      const wrong = nodes.find((id) => !metadata.isDefined(id) || !metadata.isNumbered(id));
      if (wrong !== undefined) this.reader.fail(`!${name} names what is no node`);
    }
    for (const [number, id] of this.ids) {
      if (!this.module.metadata.isDefined(id)) this.reader.fail(`metadata ${number} is not defined`);
    }
  }

  /** Reads the block of a function, which has been entered, and forgets what only that function can mention. */
  readOfFunction(values: ValueList): () => void {
    const before = this.next;
    this.read(values);
    return () => {
      for (let number = before; number < this.next; number++) this.ids.delete(number);
      this.next = before;
    };
  }

  /** Reads what hangs on a function and its instructions; the block has been entered. */
  readAttachments(fn: LlvmFunction): void {
    const { reader } = this;
    forEachRecord(reader, () => {
      const { operands } = reader;
      if (reader.code !== MetadataCode.ATTACHMENT || operands.length === 0) return;
      if (operands.length % 2 === 0) {
        fn.metadata = [...fn.metadata, ...this.pairs(0)];
        return;
      }
      const index = operands.number(0);
      if (index >= fn.instructionCount) reader.fail(`function @${fn.name} has no instruction ${index}`);
      for (const { kind, node } of this.pairs(1)) fn.attach(index, kind, node);
    });
  }

  /** The node with that number, which was read before. */
  at(number: number): MetadataId {
    const id = this.ids.get(number);
    return id !== undefined && this.module.metadata.isDefined(id) ? id : this.reader.fail(`there is no metadata ${number}`);
  }

  private record(values: ValueList): void {
    const { reader, module } = this;
    const { code, operands } = reader;
    switch (code) {
      case MetadataCode.STRINGS:
        this.strings();
        return;
      case MetadataCode.VALUE:
        this.value(values);
        return;
      case MetadataCode.NODE:
      case MetadataCode.DISTINCT_NODE: {
        const nodes = Array.from({ length: operands.length }, (_, index) => {
          const number = operands.number(index);
          return number === 0 ? undefined : this.idOf(number - 1);
        });
        module.metadata.define(this.idOf(this.next++), {
          kind: 'tuple',
          distinct: code === MetadataCode.DISTINCT_NODE,
          operands: nodes,
        });
        return;
      }
      case MetadataCode.NAME:
        this.name = utf8.decode(operands.bytes());
        return;
      case MetadataCode.NAMED_NODE: {
        const name = this.name ?? reader.fail('named metadata without a name');
        this.name = undefined;
        module.metadata.named.set(name, Array.from({ length: operands.length }, (_, i) => this.idOf(operands.number(i))));
        return;
      }
      case MetadataCode.GLOBAL_DECL_ATTACHMENT:
        this.globalAttachment(values);
        return;
      default:
        if (INDEXES.has(code)) return;
        this.debugNode();
    }
  }

  private strings(): void {
    const { reader, module } = this;
    const { operands, blob } = reader;
    if (operands.length < 2 || blob === undefined) return reader.fail('a record of strings without strings');
    const texts = unpackStrings(blob, operands.number(1), operands.number(0));
    if (texts === undefined) return reader.fail('a record of strings that is shorter than they are');
    for (const text of texts) module.metadata.define(this.idOf(this.next++), { kind: 'string', text });
  }

  private value(values: ValueList): void {
    const { reader, module } = this;
    const { operands } = reader;
    if (operands.length < 2) return reader.fail('metadata of a value without the value');
    const value = values.at(operands.number(1));
    // Values of a function are only mentioned by what describes its variables.
    if (value === undefined || value >= 0) this.debugNode();
    else module.metadata.define(this.idOf(this.next++), { kind: 'value', value });
  }

  private debugNode(): void {
    if (this.mode === 'keep') this.reader.fail(UNSUPPORTED);
    const node = { kind: 'specialized', name: 'DIStripped', distinct: false, fields: [] } as const;
    this.module.metadata.define(this.idOf(this.next++), node);
  }

  private globalAttachment(values: ValueList): void {
    const { reader, module } = this;
    const { operands } = reader;
    if (operands.length % 2 === 0) return reader.fail('an attachment of a global without its node');
    const id = values.at(operands.number(0));
    const name = id === undefined ? undefined : module.constants.symbolOf(id);
    const global = name === undefined ? undefined : module.symbol(name);
    if (global === undefined) return reader.fail(`value ${operands.number(0)} is no global`);
    global.metadata = [...global.metadata, ...this.pairs(1)];
  }

  private pairs(from: number): MetadataAttachment[] {
    const { reader, kinds } = this;
    const { operands } = reader;
    const pairs: MetadataAttachment[] = [];
    for (let at = from; at + 1 < operands.length; at += 2) {
      const number = operands.number(at);
      const kind = kinds.get(number) ?? reader.fail(`there is no kind of metadata ${number}`);
      if (kind === DEBUG_ATTACHMENT && this.mode === 'strip') continue;
      pairs.push({ kind, node: this.idOf(operands.number(at + 1)) });
    }
    return pairs;
  }

  private idOf(number: number): MetadataId {
    const known = this.ids.get(number);
    if (known !== undefined) return known;
    const id = this.module.metadata.reserve();
    this.ids.set(number, id);
    return id;
  }
}
