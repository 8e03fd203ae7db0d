import { Block } from '../ir/block.js';

interface NamedBlock {
  readonly block: Block;
  start: number;
  defined: boolean;
}

/** Names of blocks, region by region; a use before the definition makes the block that the definition then fills. */
export class BlockNames {
  private readonly regions: Map<string, NamedBlock>[] = [];

  enterRegion(): void {
    this.regions.push(new Map());
  }

  leaveRegion(): void {
    this.regions.pop();
  }

  /** The block `name`, used at byte `start`. */
  use(name: string, start: number): Block {
    const names = this.names();
    let entry = names.get(name);
    if (entry === undefined) {
      entry = { block: new Block(), start, defined: false };
      names.set(name, entry);
    }
    return entry.block;
  }

  /** The block that is defined at byte `start`, or where the name is defined already. */
  define(name: string, start: number): { block: Block } | { earlier: number } {
    const names = this.names();
    const entry = names.get(name);
    if (entry?.defined === true) return { earlier: entry.start };
    const block = entry?.block ?? new Block();
    names.set(name, { block, start, defined: true });
    return { block };
  }

  /** Blocks of the current region that are used but not defined, in order of first use. */
  undefinedReferences(): { name: string; start: number }[] {
    return [...this.names()].filter(([, entry]) => !entry.defined).map(([name, { start }]) => ({ name, start }));
  }

  private names(): Map<string, NamedBlock> {
    const names = this.regions[this.regions.length - 1];
    if (names === undefined) throw new Error('no region has been entered');
    return names;
  }
}
