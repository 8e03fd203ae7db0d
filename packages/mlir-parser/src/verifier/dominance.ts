import type { Block } from '../ir/block.js';
import type { Operation } from '../ir/operation.js';
import type { Region } from '../ir/region.js';
import type { Value } from '../ir/value.js';

/** Whether operations of `region` may use values of it that are defined further down: graph regions, and those of unknown operations. */
export function isGraphRegion(region: Region): boolean {
  const owner = region.parent;
  return owner === undefined || owner.definition === undefined || owner.definition.traits.has('HasOnlyGraphRegion');
}

/** Answers whether values are defined before they are used; the dominator tree of a region is built when first needed. */
export class Dominance {
  private readonly trees = new Map<Region, DominatorTree>();

  /** Whether `value` is defined wherever control reaches `user`. */
  valueDominates(value: Value, user: Operation): boolean {
    const definitionBlock = value.kind === 'op-result' ? value.owner.block : value.owner;
    if (definitionBlock === undefined) return false;
    const region = definitionBlock.parent;
    // The operation of the same region that holds the use.
    let ancestor: Operation | undefined = user;
    while (ancestor !== undefined && ancestor.block !== definitionBlock && ancestor.block?.parent !== region) ancestor = ancestor.parentOp;
    if (ancestor?.block === undefined || region === undefined) return false;
    if (ancestor.block === definitionBlock) {
      if (value.kind === 'block-argument') return true;
      if (value.owner === ancestor) return false;
      return value.owner.isBeforeInBlock(ancestor) || isGraphRegion(region);
    }
    return this.blockDominates(definitionBlock, ancestor.block);
  }

  /** Whether control that reaches `block` has always passed `dominator`; both are in one region. */
  blockDominates(dominator: Block, block: Block): boolean {
    if (dominator === block) return true;
    return this.tree(block.parent)?.dominates(dominator, block) ?? false;
  }

  /** Whether control can come to `block` from the entry of its region. */
  isReachable(block: Block): boolean {
    if (block.parent === undefined || block.parent.blocks.length === 1) return true;
    return this.tree(block.parent)?.isReachable(block) ?? true;
  }

  private tree(region: Region | undefined): DominatorTree | undefined {
    if (region === undefined) return undefined;
    let tree = this.trees.get(region);
    if (tree === undefined) this.trees.set(region, (tree = new DominatorTree(region)));
    return tree;
  }
}

/** Immediate dominators by Cooper, Harvey and Kennedy's iteration over the blocks in reverse postorder. */
class DominatorTree {
  /** Position in reverse postorder of the reachable blocks. */
  private readonly order = new Map<Block, number>();
  /** By that position: the position of the immediate dominator. */
  private readonly immediate: number[];

  constructor(region: Region) {
    const blocks = reversePostorder(region);
    for (const [index, block] of blocks.entries()) this.order.set(block, index);
    const predecessors: number[][] = blocks.map(() => []);
    for (const [index, block] of blocks.entries())
      for (const successor of successorsOf(block)) {
        const at = this.order.get(successor);
        if (at !== undefined) predecessors[at].push(index);
      }
    this.immediate = new Array<number>(blocks.length).fill(-1);
    if (blocks.length > 0) this.immediate[0] = 0;
    for (let changed = true; changed; ) {
      changed = false;
      for (let index = 1; index < blocks.length; index++) {
        let dominator = -1;
        for (const predecessor of predecessors[index])
          if (this.immediate[predecessor] >= 0) dominator = dominator < 0 ? predecessor : this.intersect(predecessor, dominator);
        if (dominator !== this.immediate[index]) {
          this.immediate[index] = dominator;
          changed = true;
        }
      }
    }
  }

  isReachable(block: Block): boolean {
    return this.order.has(block);
  }

  dominates(dominator: Block, block: Block): boolean {
    const wanted = this.order.get(dominator);
    let at = this.order.get(block);
    if (at === undefined) return true; // nothing ever reaches the block
    if (wanted === undefined) return false;
    while (at > wanted) at = this.immediate[at];
    return at === wanted;
  }

  private intersect(a: number, b: number): number {
    while (a !== b) {
      while (a > b) a = this.immediate[a];
      while (b > a) b = this.immediate[b];
    }
    return a;
  }
}

function successorsOf(block: Block): readonly Block[] {
  return block.lastOperation?.successors ?? [];
}

function reversePostorder(region: Region): Block[] {
  const entry = region.entry;
  if (entry === undefined) return [];
  const visited = new Set<Block>([entry]);
  const postorder: Block[] = [];
  const stack: { block: Block; next: number }[] = [{ block: entry, next: 0 }];
  for (let top = stack[stack.length - 1]; top !== undefined; top = stack[stack.length - 1]) {
    const successor: Block | undefined = successorsOf(top.block)[top.next++];
    if (successor === undefined) {
      postorder.push(top.block);
      stack.pop();
    } else if (!visited.has(successor)) {
      visited.add(successor);
      stack.push({ block: successor, next: 0 });
    }
  }
  return postorder.reverse();
}
