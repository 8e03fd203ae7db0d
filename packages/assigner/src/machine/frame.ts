import type { BlockId, LlvmFunction, ValueId } from '@mlir2zk/llvm-emit';
import type { Variable } from '../field/variable-table.js';

/** Marks a value that was not computed (yet), or is not a scalar. */
export const ABSENT: Variable = -1;

/** One activation of a function. */
export class Frame {
  readonly fn: LlvmFunction;
  readonly caller: Frame | undefined;
  readonly depth: number;
  /** Counts the frames of a run from 1. */
  readonly serial: number;
  /** Instruction of the caller to which the result goes. */
  readonly callIndex: number;
  /** The stack is released to here on return. */
  readonly stackTop: number;
  /** Scalars, by value id. */
  readonly scalars: Int32Array;
  /** Vectors, by value id: their lanes. */
  readonly vectors = new Map<ValueId, Int32Array>();
  /** Scalar constants that were put as cells already. */
  readonly constants = new Map<ValueId, Variable>();
  /** The block whose terminator ran last. */
  predecessor: BlockId = -1;
  /** Position of the current block in the order of the text. */
  blockPosition = 0;
  /** The blocks on the way to the current one, in order, and as a set. */
  private readonly path: BlockId[] = [];
  private readonly visited = new Set<BlockId>();

  constructor(fn: LlvmFunction, caller: Frame | undefined, serial: number, callIndex: number, stackTop: number) {
    this.fn = fn;
    this.caller = caller;
    this.depth = caller === undefined ? 0 : caller.depth + 1;
    this.serial = serial;
    this.callIndex = callIndex;
    this.stackTop = stackTop;
    this.scalars = new Int32Array(fn.parameters.length + fn.instructionCount).fill(ABSENT);
  }

  /** Number of blocks on the way to the current one. */
  get pathLength(): number {
    return this.path.length;
  }

  /** Adds a block to the way. */
  visit(block: BlockId): void {
    if (this.visited.has(block)) return;
    this.visited.add(block);
    this.path.push(block);
  }

  hasVisited(block: BlockId): boolean {
    return this.visited.has(block);
  }

  /** Goes back to a block on the way, of which the first `pathLength` blocks stay. */
  returnTo(pathLength: number, blockPosition: number): void {
    for (const block of this.path.splice(pathLength)) this.visited.delete(block);
    this.blockPosition = blockPosition;
  }
}
