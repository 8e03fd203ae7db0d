import type { Operation } from '@mlir2zk/mlir-parser';

/**
 * Thrown inside `raise/` when a nest cannot be summarised. The raiser catches it: the nest stays as
 * it is and the reason goes into the report.
 */
export class Decline extends Error {
  override readonly name = 'Decline';
  /** A sentence without a full stop. */
  readonly reason: string;
  readonly op: Operation | undefined;

  constructor(reason: string, op?: Operation) {
    super(reason);
    this.reason = reason;
    this.op = op;
  }
}
