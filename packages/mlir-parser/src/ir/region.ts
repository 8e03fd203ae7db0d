import type { Block } from './block.js';
import type { Operation } from './operation.js';

/** An ordered list of blocks that belongs to an operation. */
export class Region {
  readonly blocks: Block[] = [];
  parent: Operation | undefined;

  /** Puts `block`, which is in no region, at the end and returns it. */
  addBlock(block: Block): Block {
    block.parent = this;
    this.blocks.push(block);
    return block;
  }

  get entry(): Block | undefined {
    return this.blocks[0];
  }

  get isEmpty(): boolean {
    return this.blocks.length === 0;
  }
}
