import type { BlockId, LlvmFunction } from '../ir/function.js';
import { Opcode } from '../ir/opcode.js';

/** The blocks to which the terminator at `index` may pass control. */
export function successors(fn: LlvmFunction, index: number): BlockId[] {
  const start = fn.operandStart(index);
  const end = fn.operandEnds[index];
  switch (fn.opcodes[index]) {
    case Opcode.br:
      return end - start === 1 ? [fn.operands[start]] : [fn.operands[start + 1], fn.operands[start + 2]];
    case Opcode.switch: {
      const targets: BlockId[] = [];
      for (let at = start + 1; at < end; at += 2) targets.push(fn.operands[at]);
      return targets;
    }
    case Opcode.invoke:
      return [fn.operands[end - 2], fn.operands[end - 1]];
    default:
      return [];
  }
}

/**
 * Which blocks dominate which, by Cooper, Harvey and Kennedy's iteration over immediate dominators in reverse postorder.
 */
export class Dominators {
  /** Immediate dominator per block id; the entry's is itself, unreachable blocks have -1. */
  private readonly immediate: Int32Array;
  private readonly postorder: Int32Array;

  constructor(fn: LlvmFunction) {
    const count = fn.blockStarts.length;
    const order = postorderOf(fn);
    this.postorder = new Int32Array(count).fill(-1);
    order.forEach((block, position) => (this.postorder[block] = position));
    this.immediate = new Int32Array(count).fill(-1);
    const entry = fn.blockOrder[0];
    this.immediate[entry] = entry;
    const predecessors = predecessorsOf(fn);
    const reversed = order.toReversed().filter((block) => block !== entry);
    for (let changed = true; changed; ) {
      changed = false;
      for (const block of reversed) {
        let found = -1;
        for (const predecessor of predecessors[block]) {
          if (this.immediate[predecessor] < 0) continue;
          found = found < 0 ? predecessor : this.intersect(predecessor, found);
        }
        if (this.immediate[block] !== found) {
          this.immediate[block] = found;
          changed = true;
        }
      }
    }
  }

  isReachable(block: BlockId): boolean {
    return this.immediate[block] >= 0;
  }

  /** Whether every path to `block` passes `by`; everything dominates unreachable blocks. */
  dominates(by: BlockId, block: BlockId): boolean {
    if (!this.isReachable(block)) return true;
    for (let at = block; ; at = this.immediate[at]) {
      if (at === by) return true;
      if (this.immediate[at] === at) return false;
    }
  }

  private intersect(a: BlockId, b: BlockId): BlockId {
    let [left, right] = [a, b];
    while (left !== right) {
      while (this.postorder[left] < this.postorder[right]) left = this.immediate[left];
      while (this.postorder[right] < this.postorder[left]) right = this.immediate[right];
    }
    return left;
  }
}

/** Predecessors per block id. */
export function predecessorsOf(fn: LlvmFunction): BlockId[][] {
  const predecessors: BlockId[][] = fn.blockStarts.map(() => []);
  fn.blockOrder.forEach((block, position) => {
    for (const target of successors(fn, fn.blockEnd(position) - 1)) predecessors[target].push(block);
  });
  return predecessors;
}

/** The blocks reachable from the entry, each after those that it leads to (except along back edges). */
function postorderOf(fn: LlvmFunction): BlockId[] {
  const ends = new Map(fn.blockOrder.map((block, position) => [block, fn.blockEnd(position)]));
  const next = (block: BlockId): BlockId[] => successors(fn, (ends.get(block) as number) - 1);
  const seen = new Set<BlockId>([fn.blockOrder[0]]);
  const order: BlockId[] = [];
  const stack = [{ block: fn.blockOrder[0], targets: next(fn.blockOrder[0]), at: 0 }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const target = top.targets[top.at++];
    if (target === undefined) {
      order.push(top.block);
      stack.pop();
    } else if (!seen.has(target)) {
      seen.add(target);
      stack.push({ block: target, targets: next(target), at: 0 });
    }
  }
  return order;
}
