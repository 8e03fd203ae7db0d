import type { ValueId } from '../ir/constant-pool.js';
import type { MetadataId } from '../ir/metadata.js';
import type { LlvmModule } from '../ir/module.js';
import { forEachMetadataUse, usesMetadata } from '../text/metadata-numbering.js';
import { BitcodeError } from './bitcode-error.js';

/** What to do about debug information. */
const STRIP_ADVICE = "strip it first, for instance by reading the text with debugInfo 'strip', or write text instead";

/** The metadata that a module mentions, in the order of its numbers in bitcode. */
export class MetadataContents {
  readonly strings: MetadataId[] = [];
  readonly values: MetadataId[] = [];
  readonly nodes: MetadataId[] = [];
  /** Names of attachments by their numbers. */
  readonly kinds: string[] = [];
  private readonly numbers = new Map<MetadataId, number>();
  private readonly kindNumbers = new Map<string, number>();
  private readonly module: LlvmModule;

  /** @throws BitcodeError for debug information, whose nodes have records of their own that are not written here */
  constructor(module: LlvmModule) {
    this.module = module;
    for (const { name, metadata } of module.globals) this.attachments(metadata, `global @${name}`);
    for (const [name, nodes] of module.metadata.named) for (const node of nodes) this.add(node, `metadata !${name}`);
    const used = usesMetadata(module);
    for (const fn of module.functions) {
      const where = `function @${fn.name}`;
      this.attachments(fn.metadata, where);
      forEachMetadataUse(fn, used, (node, kind) => {
        if (kind !== undefined) this.kind(kind);
        this.add(node, where);
      });
    }
    let next = 0;
    for (const list of [this.strings, this.values, this.nodes]) for (const id of list) this.numbers.set(id, next++);
  }

  get isEmpty(): boolean {
    return this.numbers.size === 0 && this.module.metadata.named.size === 0;
  }

  /** The number of a node, string or value. */
  numberOf(id: MetadataId): number {
    return this.numbers.get(id) as number; // the constructor has numbered whatever is mentioned
  }

  kindNumber(kind: string): number {
    return this.kindNumbers.get(kind) as number; // likewise
  }

  /** The constants among the metadata. */
  constants(): ValueId[] {
    return this.values.flatMap((id) => {
      const metadata = this.module.metadata.at(id);
      return metadata.kind === 'value' ? [metadata.value] : [];
    });
  }

  private attachments(attachments: ReadonlyArray<{ readonly kind: string; readonly node: MetadataId }>, where: string): void {
    for (const { kind, node } of attachments) {
      this.kind(kind);
      this.add(node, where);
    }
  }

  private kind(kind: string): void {
    if (!this.kindNumbers.has(kind)) this.kindNumbers.set(kind, this.kinds.push(kind) - 1);
  }

  private add(root: MetadataId, where: string): void {
    const { metadata } = this.module;
    const pending: MetadataId[] = [root];
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      if (this.numbers.has(id)) continue;
      this.numbers.set(id, 0);
      const node = metadata.at(id);
      switch (node.kind) {
        case 'string':
          this.strings.push(id);
          break;
        case 'value':
          this.values.push(id);
          break;
        case 'tuple':
          this.nodes.push(id);
          for (const operand of node.operands.toReversed()) if (operand !== undefined) pending.push(operand);
          break;
        case 'specialized':
          throw new BitcodeError(where, `debug information (!${node.name}) cannot be written as bitcode; ${STRIP_ADVICE}`);
      }
    }
  }
}
