import type { ValueId } from './constant-pool.js';

/** Names a metadata node or string of a module: its index in the {@link MetadataTable}. */
export type MetadataId = number;

/** One field of a node such as `!DILocation(line: 3, scope: !4)`. */
export interface MetadataField {
  /** Absent in nodes whose fields are told by their position, such as `!DIExpression(DW_OP_deref)`. */
  readonly key: string | undefined;
  /** Another node, or the field's text as LLVM IR writes it: a number, a string in quotes, keywords, `null`. */
  readonly value: { readonly node: MetadataId } | { readonly text: string };
}

/** Metadata: what a module says about itself besides its instructions. */
export type Metadata =
  | { readonly kind: 'string'; readonly text: string }
  /** A constant of the module's pool. */
  | { readonly kind: 'value'; readonly value: ValueId }
  /** `!{…}`; absent operands are `null`. A distinct node is no other node, whatever its operands. */
  | { readonly kind: 'tuple'; readonly distinct: boolean; readonly operands: ReadonlyArray<MetadataId | undefined> }
  /** `!Name(…)`: nodes with named fields, all of which LLVM has for debug information. */
  | {
      readonly kind: 'specialized';
      readonly name: string;
      readonly distinct: boolean;
      readonly fields: readonly MetadataField[];
    };

/** A node that hangs on an instruction, a function or a global under a name such as `llvm.loop`. */
export interface MetadataAttachment {
  readonly kind: string;
  readonly node: MetadataId;
}

/** No attachments; the usual value. */
export const noAttachments: readonly MetadataAttachment[] = [];

/** Nodes that LLVM writes where they are used, without a number of their own. */
const INLINE_NODES: ReadonlySet<string> = new Set(['DIExpression', 'DIArgList']);

/** The metadata of one module. Strings, values and tuples that are not distinct are uniqued. */
export class MetadataTable {
  /** By id; undefined between {@link reserve} and {@link define}. */
  private readonly list: Array<Metadata | undefined> = [];
  private readonly byKey = new Map<string, MetadataId>();
  /** `!name = !{…}`: module flags and the like, in the order of the text. */
  readonly named = new Map<string, readonly MetadataId[]>();

  get size(): number {
    return this.list.length;
  }

  /** @throws RangeError for a node that was reserved and never defined */
  at(id: MetadataId): Metadata {
    const metadata = this.list[id];
    if (metadata === undefined) throw new RangeError(`metadata ${id} is not defined`);
    return metadata;
  }

  isDefined(id: MetadataId): boolean {
    return this.list[id] !== undefined;
  }

  string(text: string): MetadataId {
    return this.keyed(`s${text}`, { kind: 'string', text });
  }

  /** A constant as metadata. */
  value(value: ValueId): MetadataId {
    return this.keyed(`v${value}`, { kind: 'value', value });
  }

  tuple(operands: ReadonlyArray<MetadataId | undefined>): MetadataId {
    return this.keyed(`t${operands.join()}`, { kind: 'tuple', distinct: false, operands });
  }

  /** A tuple that is no other tuple. */
  distinctTuple(operands: ReadonlyArray<MetadataId | undefined>): MetadataId {
    return this.add({ kind: 'tuple', distinct: true, operands });
  }

  /**
   * A distinct node whose first operand is itself, as `llvm.loop` wants it.
   *
   * @param properties for instance a tuple of the string `llvm.loop.unroll.disable`
   */
  loop(properties: readonly MetadataId[]): MetadataId {
    const id = this.reserve();
    this.define(id, { kind: 'tuple', distinct: true, operands: [id, ...properties] });
    return id;
  }

  /** Adds a node as it is. */
  add(metadata: Metadata): MetadataId {
    return this.list.push(metadata) - 1;
  }

  /** Makes room for a node that others may already refer to. */
  reserve(): MetadataId {
    return this.list.push(undefined) - 1;
  }

  define(id: MetadataId, metadata: Metadata): void {
    this.list[id] = metadata;
  }

  /** Adds one of the module's flags. @param behaviour what linking does with it: 1 is an error where they differ, 7 the larger */
  addModuleFlag(behaviour: ValueId, name: string, value: ValueId): void {
    const flag = this.tuple([this.value(behaviour), this.string(name), this.value(value)]);
    this.named.set('llvm.module.flags', [...(this.named.get('llvm.module.flags') ?? []), flag]);
  }

  /** What a node refers to, in order. */
  operandsOf(id: MetadataId): ReadonlyArray<MetadataId | undefined> {
    const metadata = this.at(id);
    switch (metadata.kind) {
      case 'string':
      case 'value':
        return [];
      case 'tuple':
        return metadata.operands;
      case 'specialized':
        return metadata.fields.map(({ value }) => ('node' in value ? value.node : undefined));
    }
  }

  /** Whether LLVM IR gives the node a number: tuples and nodes with fields, but for expressions. */
  isNumbered(id: MetadataId): boolean {
    const metadata = this.at(id);
    return metadata.kind === 'tuple' || (metadata.kind === 'specialized' && !INLINE_NODES.has(metadata.name));
  }

  private keyed(key: string, metadata: Metadata): MetadataId {
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const id = this.add(metadata);
    this.byKey.set(key, id);
    return id;
  }
}
