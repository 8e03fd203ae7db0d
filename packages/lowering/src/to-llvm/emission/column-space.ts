import type { LlvmFunction } from '@mlir2zk/llvm-emit';

/** Instructions, and operands, that there is room for at first. */
const initialRows = 1 << 12;

/**
 * Room in which one function after the other is made, so that columns neither grow step by step for each of thousands of
 * functions nor keep room that is not used.
 */
export class ColumnSpace {
  private opcodes = new Uint8Array(initialRows);
  private flags = new Uint8Array(initialRows);
  private types = new Uint32Array(initialRows);
  private extra = new Uint32Array(initialRows);
  private operandEnds = new Uint32Array(initialRows);
  private operands = new Int32Array(2 * initialRows);

  /** Lets `fn`, which must have no instructions yet, be made here. */
  lend(fn: LlvmFunction): void {
    fn.opcodes = this.opcodes;
    fn.flags = this.flags;
    fn.types = this.types;
    fn.extra = this.extra;
    fn.operandEnds = this.operandEnds;
    fn.operands = this.operands;
  }

  /** Gives the finished `fn` columns of its own, and takes the room back, also where the function has made it larger. */
  takeBack(fn: LlvmFunction): void {
    ({
      opcodes: this.opcodes, flags: this.flags, types: this.types, extra: this.extra,
      operandEnds: this.operandEnds, operands: this.operands,
    } = fn);
    const rows = fn.instructionCount;
    fn.opcodes = this.opcodes.slice(0, rows);
    fn.flags = this.flags.slice(0, rows);
    fn.types = this.types.slice(0, rows);
    fn.extra = this.extra.slice(0, rows);
    fn.operandEnds = this.operandEnds.slice(0, rows);
    fn.operands = this.operands.slice(0, rows === 0 ? 0 : this.operandEnds[rows - 1]);
  }
}
