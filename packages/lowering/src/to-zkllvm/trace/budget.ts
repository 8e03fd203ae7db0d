import type { Operation } from '@mlir2zk/mlir-parser';
import { errorAt } from '../../operation/located-error.js';

/** Instructions that a circuit may have by default: about 8 GB of tables in the assigner. */
export const defaultInstructionLimit = 50_000_000;

/** Loop iterations that emit nothing count too, so that a loop without end is noticed. */
const iterationsPerInstruction = 10;

/** How many iterations pass between two looks at the instruction count. */
const checkInterval = 1024;

/** Stops a translation that would not end or not fit into memory. */
export class Budget {
  private iterations = 0;

  constructor(
    private readonly instructionLimit: number,
    private readonly instructionCount: () => number,
  ) {}

  /** To be called once for each iteration of a loop. Throws a DiagnosticError at `loop` when the limit is passed. */
  iterate(loop: Operation): void {
    if (++this.iterations % checkInterval === 0) this.check(loop);
  }

  /** Throws a DiagnosticError at `op` when the limit is passed. */
  check(op: Operation): void {
    if (this.instructionCount() > this.instructionLimit)
      throw errorAt(
        op,
        `the circuit has grown beyond ${this.instructionLimit} instructions`,
        'loops become straight-line code, so the circuit grows with their trip counts; use a smaller model, or raise the instruction limit if you have the memory',
      );
    if (this.iterations > this.instructionLimit * iterationsPerInstruction)
      throw errorAt(op, `loops have run for ${this.iterations} iterations without an end in sight`);
  }
}
