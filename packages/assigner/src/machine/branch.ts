import type { BlockId } from '@mlir2zk/llvm-emit';
import type { Variable } from '../field/variable-table.js';
import type { MemoryState } from '../memory/cell-memory.js';
import type { Frame } from './frame.js';

/** One successor of a conditional branch or a case of a switch. */
export interface Side {
  readonly target: BlockId;
  /** Whether the condition chooses it; the others are dead but run as well. */
  readonly taken: boolean;
  /** Whether the assigner leaves it out. */
  readonly skipped: boolean;
}

/** A `br` or `switch` whose sides are being run, each from the same memory up to the return of the function. */
export interface Branch {
  readonly opcode: 'br' | 'switch';
  readonly frame: Frame;
  /** The `br` or `switch`. */
  readonly index: number;
  readonly condition: Variable;
  /** In the order in which they run: of a `br` the true side, then the false side. */
  readonly sides: readonly Side[];
  /** Position of the side that runs. */
  current: number;
  /** Blocks on the way to the branch. */
  readonly pathLength: number;
  readonly blockPosition: number;
  /** The memory with which each side begins. */
  readonly memory: MemoryState;
  /** The memory with which the side before the current one ended. */
  ended: MemoryState | undefined;
}
