import { ConstantKind } from '../ir/constant-pool.js';
import type { LlvmFunction } from '../ir/function.js';
import type { MetadataAttachment, MetadataId } from '../ir/metadata.js';
import type { LlvmModule } from '../ir/module.js';
import { Opcode } from '../ir/opcode.js';

/**
 * Calls `visit` for the nodes that a function's instructions mention, in their order, with the name if they hang on it.
 *
 * @param used whether calls of the module have metadata as arguments, see {@link usesMetadata}
 */
export function forEachMetadataUse(
  fn: LlvmFunction,
  used: boolean,
  visit: (id: MetadataId, kind: string | undefined) => void,
): void {
  const { constants, types } = fn.module;
  const metadataId = types.metadata.id;
  if (!used && fn.attachments.size === 0) return;
  for (let index = 0; index < fn.instructionCount; index++) {
    if (used && fn.opcodes[index] === Opcode.call) {
      for (let at = fn.operandStart(index); at < fn.operandEnds[index]; at++) {
        const operand = fn.operands[at];
        if (operand < 0 && constants.typeIdOf(operand) === metadataId) visit(constants.numberOf(operand), undefined);
      }
    }
    for (const { kind, node } of fn.attachments.get(index) ?? []) visit(node, kind);
  }
}

/** Whether any constant of the module is metadata: the others need no look at the operands of their calls. */
export function usesMetadata({ constants }: LlvmModule): boolean {
  return constants.hasKind(ConstantKind.metadata);
}

/**
 * The numbers of a module's metadata nodes in its text: in the order in which globals, named nodes and functions mention
 * them, a node before its operands, as LLVM numbers them. Nodes that nothing mentions have none.
 */
export class MetadataNumbering {
  /** The nodes by their numbers. */
  readonly nodes: MetadataId[] = [];
  private readonly module: LlvmModule;
  private readonly numbers = new Map<MetadataId, number>();

  constructor(module: LlvmModule) {
    this.module = module;
    for (const global of module.globals) this.attachments(global.metadata);
    for (const nodes of module.metadata.named.values()) for (const node of nodes) this.add(node);
    const used = usesMetadata(module);
    for (const fn of module.functions) {
      this.attachments(fn.metadata);
      forEachMetadataUse(fn, used, (node) => {
        this.add(node);
      });
    }
  }

  /** The node's number; -1 for nodes that are written where they are used. */
  numberOf(id: MetadataId): number {
    return this.numbers.get(id) ?? -1;
  }

  private attachments(attachments: readonly MetadataAttachment[]): void {
    for (const { node } of attachments) this.add(node);
  }

  private add(root: MetadataId): void {
    const { metadata } = this.module;
    const pending: MetadataId[] = [root];
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      if (this.numbers.has(id)) continue;
      if (metadata.isNumbered(id)) this.numbers.set(id, this.nodes.push(id) - 1);
      else this.numbers.set(id, -1);
      for (const operand of metadata.operandsOf(id).toReversed()) if (operand !== undefined) pending.push(operand);
    }
  }
}
