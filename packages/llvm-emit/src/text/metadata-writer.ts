import { escapeBytes } from '../ir/identifier.js';
import type { MetadataAttachment, MetadataField, MetadataId } from '../ir/metadata.js';
import type { LlvmModule } from '../ir/module.js';
import type { ByteWriter } from './byte-writer.js';
import { writeTypedConstant } from './constant-writer.js';
import { MetadataNumbering } from './metadata-numbering.js';

const encoder = new TextEncoder();

/** Writes a module's metadata. */
export class MetadataWriter {
  private readonly writer: ByteWriter;
  private readonly module: LlvmModule;
  private made: MetadataNumbering | undefined;

  constructor(writer: ByteWriter, module: LlvmModule) {
    this.writer = writer;
    this.module = module;
  }

  /** Made at the first question, which messages about single instructions seldom ask. */
  private get numbering(): MetadataNumbering {
    return (this.made ??= new MetadataNumbering(this.module));
  }

  /** ` !dbg !4`, each behind `before`. */
  attachments(attachments: readonly MetadataAttachment[], before: string): void {
    for (const { kind, node } of attachments) {
      this.writer.ascii(`${before} !${escapedName(kind)} `);
      this.use(node);
    }
  }

  /** Named nodes and then all nodes with a number. */
  definitions(): void {
    const { writer, module, numbering } = this;
    if (module.metadata.named.size > 0) writer.ascii('\n');
    for (const [name, nodes] of module.metadata.named) {
      writer.ascii(`!${escapedName(name)} = !{`);
      nodes.forEach((node, index) => {
        if (index > 0) writer.ascii(', ');
        this.use(node);
      });
      writer.ascii('}\n');
    }
    if (numbering.nodes.length > 0) writer.ascii('\n');
    numbering.nodes.forEach((node, number) => {
      writer.ascii(`!${number} = `);
      this.node(node);
      writer.ascii('\n');
    });
  }

  /** A node as an operand: its number, or all of it if it has none. */
  use(id: MetadataId): void {
    const number = this.numbering.numberOf(id);
    if (number < 0) this.node(id);
    else this.writer.ascii(`!${number}`);
  }

  private node(id: MetadataId): void {
    const { writer, module } = this;
    const metadata = module.metadata.at(id);
    switch (metadata.kind) {
      case 'string':
        writer.ascii(`!"${escapeBytes(encoder.encode(metadata.text))}"`);
        return;
      case 'value':
        writeTypedConstant(writer, module, metadata.value);
        return;
      case 'tuple':
        writer.ascii(metadata.distinct ? 'distinct !{' : '!{');
        metadata.operands.forEach((operand, index) => {
          if (index > 0) writer.ascii(', ');
          if (operand === undefined) writer.ascii('null');
          else this.use(operand);
        });
        writer.ascii('}');
        return;
      case 'specialized':
        writer.ascii(`${metadata.distinct ? 'distinct ' : ''}!${metadata.name}(`);
        metadata.fields.forEach((field, index) => {
          if (index > 0) writer.ascii(', ');
          this.field(field);
        });
        writer.ascii(')');
    }
  }

  private field({ key, value }: MetadataField): void {
    if (key !== undefined) this.writer.ascii(`${key}: `);
    if ('node' in value) this.use(value.node);
    else this.writer.ascii(value.text);
  }
}

/** A name with `\XX` for what may not stand in it. */
function escapedName(name: string): string {
  return name.replaceAll(/[^-$.\w]/g, (char) => `\\${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
