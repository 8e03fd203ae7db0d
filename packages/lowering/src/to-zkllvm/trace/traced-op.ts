import type { Operation } from '@mlir2zk/mlir-parser';
import type { FunctionCode } from './function-code.js';

/** Runs one operation, or a block of them, on the environment. */
export type Step = () => void;

/** How one operation is traced. To support another operation, write one record and list it in `ops/`. */
export interface TracedOp {
  /** `arith.addf` */
  readonly name: string;
  /**
   * Prepares `op`: resolves slots, attributes and maps once, so that the step that comes back can run in every iteration of
   * every loop. No step means that there is nothing to do at run time. Throws a DiagnosticError for what is not supported.
   */
  compile(op: Operation, code: FunctionCode): Step | undefined;
}
