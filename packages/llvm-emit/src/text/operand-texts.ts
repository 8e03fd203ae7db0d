import type { ValueId } from '../ir/constant-pool.js';
import { ConstantKind } from '../ir/constant-pool.js';
import { globalName } from '../ir/identifier.js';
import type { LlvmModule } from '../ir/module.js';
import { textOf } from './byte-writer.js';
import type { ByteWriter } from './byte-writer.js';
import { writeConstant } from './constant-writer.js';

const encoder = new TextEncoder();

/** Constants whose text is short, and which many instructions share. */
const SHORT: ReadonlySet<ConstantKind> = new Set([
  ConstantKind.integer,
  ConstantKind.float,
  ConstantKind.null,
  ConstantKind.undef,
  ConstantKind.poison,
  ConstantKind.zero,
  ConstantKind.global,
]);

/** The types and constants of one module as bytes, made when they are first written and copied from then on. */
export class OperandTexts {
  private readonly module: LlvmModule;
  private readonly writer: ByteWriter;
  private readonly types: Array<Uint8Array | undefined> = [];
  private readonly constants: Array<Uint8Array | undefined> = [];

  constructor(writer: ByteWriter, module: LlvmModule) {
    this.writer = writer;
    this.module = module;
  }

  /** Writes a type with a space behind. */
  type(id: number): void {
    this.writer.bytes((this.types[id] ??= encoder.encode(`${this.module.types.list[id].text} `)));
  }

  constant(id: ValueId): void {
    const known = this.constants[~id];
    if (known !== undefined) {
      this.writer.bytes(known);
      return;
    }
    const { writer, module } = this;
    if (!SHORT.has(module.constants.kindOf(id))) {
      writeConstant(writer, module, id);
      return;
    }
    const text = encoder.encode(shortTextOf(module, id));
    this.constants[~id] = text;
    writer.bytes(text);
  }
}

/** The text of a constant of a kind whose text is short. */
function shortTextOf(module: LlvmModule, id: ValueId): string {
  const { constants } = module;
  const value = constants.numberOf(id);
  // The usual case, without a writer of its own.
  if (constants.kindOf(id) === ConstantKind.integer && !Number.isNaN(value) && constants.typeIdOf(id) !== module.types.i1.id) {
    return value.toString();
  }
  if (constants.kindOf(id) === ConstantKind.global) return globalName(constants.globalOf(id).name);
  return textOf((writer) => {
    writeConstant(writer, module, id);
  });
}
