import { BlockId, localAbbreviation, MetadataCode } from 'llvm-bitcode-js';
import type { BitstreamWriter } from 'llvm-bitcode-js';
import type { LlvmFunction } from '../ir/function.js';
import type { MetadataAttachment } from '../ir/metadata.js';
import type { LlvmModule } from '../ir/module.js';
import type { MetadataContents } from './metadata-contents.js';
import { packStrings } from './metadata-strings.js';
import type { TypeNumbering } from './type-numbering.js';
import type { ValueEnumerator } from './value-enumerator.js';

const encoder = new TextEncoder();

/** Writes a module's metadata and what it hangs on. */
export class MetadataRecordWriter {
  private readonly stream: BitstreamWriter;
  private readonly module: LlvmModule;
  private readonly contents: MetadataContents;
  private readonly types: TypeNumbering;
  private readonly values: ValueEnumerator;

  constructor(
    stream: BitstreamWriter,
    module: LlvmModule,
    contents: MetadataContents,
    types: TypeNumbering,
    values: ValueEnumerator,
  ) {
    this.stream = stream;
    this.module = module;
    this.contents = contents;
    this.types = types;
    this.values = values;
  }

  /** Writes the blocks of the module: names of attachments, then strings, values, nodes and named nodes. */
  writeModule(): void {
    const { stream, contents } = this;
    if (contents.kinds.length > 0) {
      stream.enterBlock(BlockId.METADATA_KIND, 3);
      contents.kinds.forEach((kind, number) => {
        stream.record(MetadataCode.KIND, [number], undefined, encoder.encode(kind));
      });
      stream.exitBlock();
    }
    if (contents.isEmpty) return;
    stream.enterBlock(BlockId.METADATA, 4);
    this.strings();
    this.nodes();
    this.named();
    this.globalAttachments();
    stream.exitBlock();
  }

  /** Writes the block of what hangs on a function and its instructions, none if nothing does. */
  writeAttachments(fn: LlvmFunction): void {
    if (fn.metadata.length === 0 && fn.attachments.size === 0) return;
    const { stream } = this;
    stream.enterBlock(BlockId.METADATA_ATTACHMENT, 3);
    if (fn.metadata.length > 0) stream.record(MetadataCode.ATTACHMENT, this.pairs(fn.metadata));
    for (const [index, attachments] of [...fn.attachments].sort(([a], [b]) => a - b)) {
      if (attachments.length > 0) stream.record(MetadataCode.ATTACHMENT, [index, ...this.pairs(attachments)]);
    }
    stream.exitBlock();
  }

  private strings(): void {
    const { stream, contents, module } = this;
    if (contents.strings.length === 0) return;
    const texts = contents.strings.map((id) => {
      const metadata = module.metadata.at(id);
      return metadata.kind === 'string' ? metadata.text : '';
    });
    const { offset, bytes } = packStrings(texts);
    const abbreviation = stream.defineAbbreviation(localAbbreviation.metadata.strings);
    stream.record(MetadataCode.STRINGS, [texts.length, offset], abbreviation, bytes);
  }

  private nodes(): void {
    const { stream, contents, module, types, values } = this;
    for (const id of [...contents.values, ...contents.nodes]) {
      const metadata = module.metadata.at(id);
      if (metadata.kind === 'value') {
        const type = types.numberOf(module.constants.typeIdOf(metadata.value));
        stream.record(MetadataCode.VALUE, [type, values.numberOf(metadata.value)]);
      } else if (metadata.kind === 'tuple') {
        // A number is one more, so that 0 is no node.
        const operands = metadata.operands.map((operand) => (operand === undefined ? 0 : contents.numberOf(operand) + 1));
        stream.record(metadata.distinct ? MetadataCode.DISTINCT_NODE : MetadataCode.NODE, operands);
      }
    }
  }

  private named(): void {
    const { stream, contents, module } = this;
    if (module.metadata.named.size === 0) return;
    const abbreviation = stream.defineAbbreviation(localAbbreviation.metadata.name);
    for (const [name, nodes] of module.metadata.named) {
      stream.record(MetadataCode.NAME, [], abbreviation, encoder.encode(name));
      stream.record(MetadataCode.NAMED_NODE, nodes.map((node) => contents.numberOf(node)));
    }
  }

  /** What hangs on globals, and on functions that have no body to say it. */
  private globalAttachments(): void {
    const { stream, module, values } = this;
    for (const value of [...module.globals, ...module.functions]) {
      if (value.metadata.length === 0 || (value.kind === 'function' && !value.isDeclaration)) continue;
      stream.record(MetadataCode.GLOBAL_DECL_ATTACHMENT, [values.globalNumber(value), ...this.pairs(value.metadata)]);
    }
  }

  private pairs(attachments: readonly MetadataAttachment[]): number[] {
    const { contents } = this;
    return attachments.flatMap(({ kind, node }) => [contents.kindNumber(kind), contents.numberOf(node)]);
  }
}
