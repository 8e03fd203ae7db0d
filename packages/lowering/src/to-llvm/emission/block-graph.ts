import { Opcode, type BlockId, type Type as LlvmType } from '@mlir2zk/llvm-emit';
import type { Block, Operation, Region, Value } from '@mlir2zk/mlir-parser';
import type { FunctionCode } from './function-code.js';

/** What a block of the region became. */
interface Entry {
  readonly id: BlockId;
  /** For each part of the block's arguments: its type, and the index of the phi that collects it. */
  readonly phis: readonly { readonly type: LlvmType; readonly index: number }[];
}

/** The blocks of a region that end in branches, or in what leaves the region. */
export class BlockGraph {
  private readonly op: Operation;
  private readonly code: FunctionCode;
  /** Depth first: each block stands behind those that dominate it. Blocks that nothing reaches are left out. */
  private readonly order: readonly Block[];
  private readonly entries = new Map<Block, Entry>();

  /** What a terminator does that leaves the region for what comes behind `op`, if there is such a thing. */
  readonly leave: ((terminator: Operation) => void) | undefined;

  /** @param op the operation that the region belongs to */
  constructor(op: Operation, region: Region, code: FunctionCode, leave?: (terminator: Operation) => void) {
    this.op = op;
    this.leave = leave;
    this.code = code;
    this.order = depthFirst(region);
    const { phis } = code.builder.function;
    for (const block of this.order.slice(1)) {
      const types = block.arguments.flatMap((argument) => code.partTypes(op, argument.type));
      this.entries.set(block, {
        id: code.builder.createBlock(),
        phis: types.map((type) => ({ type, index: phis.push({ values: [], blocks: [] }) - 1 })),
      });
    }
  }

  /** Appends the code of all blocks, the first to the current block. */
  emit(): void {
    const { code } = this;
    const around = code.graph;
    code.graph = this;
    for (const block of this.order) {
      const entry = this.entries.get(block);
      if (entry !== undefined) this.enter(block, entry);
      for (let op = block.firstOperation; op !== undefined; op = op.next) code.emit(op);
    }
    code.graph = around;
  }

  /** The block that `successor` became; its arguments are `values` when control comes from the current block. */
  target(successor: Block, values: readonly Value[]): BlockId {
    const entry = this.entries.get(successor);
    if (entry === undefined) throw new Error('a branch into another region');
    const { phis } = this.code.builder.function;
    let at = 0;
    for (const value of values)
      for (const part of this.code.parts(value)) {
        const node = phis[entry.phis[at++].index];
        node.values.push(part);
        node.blocks.push(this.code.block);
      }
    return entry.id;
  }

  private enter(block: Block, entry: Entry): void {
    const { code, op } = this;
    const fn = code.builder.function;
    code.beginBlock(entry.id);
    let parts = entry.phis.map(({ type, index }) => fn.valueOf(fn.append(Opcode.phi, type.id, index, 0)));
    for (const argument of block.arguments) parts = code.setParts(op, argument, parts);
  }
}

function depthFirst(region: Region): Block[] {
  const order: Block[] = [];
  const reached = new Set<Block>();
  const pending = region.blocks.slice(0, 1);
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
    if (reached.has(block)) continue;
    reached.add(block);
    order.push(block);
    pending.push(...[...(block.lastOperation?.successors ?? [])].reverse());
  }
  return order;
}
