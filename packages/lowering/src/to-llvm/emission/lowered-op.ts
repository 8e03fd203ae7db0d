import type { Operation } from '@mlir2zk/mlir-parser';
import type { FunctionCode } from './function-code.js';

/** How an operation becomes LLVM instructions. */
export interface LoweredOp {
  readonly name: string;
  /** Appends the code of `op`. Throws a DiagnosticError for what has no code. */
  lower(op: Operation, code: FunctionCode): void;
}
