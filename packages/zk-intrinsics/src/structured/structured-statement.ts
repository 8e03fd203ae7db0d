import type { Location } from '@mlir2zk/mlir-parser';
import type { Dimension } from './linear-form.js';
import type { Guard, LoadTerm, Term } from './term.js';

/**
 * What a loop nest computes, whatever its loops look like: for every point of a box of parallel
 * dimensions (within the guards), one element of the output array is set to a term.
 *
 * Reductions are `reduce` terms inside `value`, which bind dimensions of their own.
 */
export interface StructuredStatement {
  /** The array that is written and where: an injective map of `dimensions`. */
  readonly output: LoadTerm;
  /** The parallel dimensions: boxes. */
  readonly dimensions: readonly Dimension[];
  readonly guards: readonly Guard[];
  readonly value: Term;
  readonly location: Location;
}
