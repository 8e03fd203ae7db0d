import type { Operation, Value } from '@mlir2zk/mlir-parser';
import { valueTerm, type IndexSpace, type LoadTerm, type Term } from '@mlir2zk/zk-intrinsics';
import { Decline } from './decline.js';
import { covers, forwardLoad, type Write } from './write.js';

/**
 * What a piece of straight code (with loops already summarised) has done so far. All terms read
 * memory as it was when the piece began, and scalars from outside of it as `value` terms.
 */
export class RegionState {
  readonly writes = new Map<Value, Write>();
  /** Arrays allocated in this piece: nobody sees them after it. */
  readonly local = new Set<Value>();
  private readonly space: IndexSpace;
  private readonly scalars = new Map<Value, Term>();

  constructor(space: IndexSpace) {
    this.space = space;
  }

  setScalar(value: Value, term: Term): void {
    this.scalars.set(value, term);
  }

  /** The term of a scalar; a `value` term for one that comes from outside. */
  scalar(value: Value): Term {
    return this.scalars.get(value) ?? valueTerm(value);
  }

  /** What a load yields at this point. Throws a Decline if that is unclear. */
  load(load: LoadTerm): Term {
    const write = this.writes.get(load.memref);
    const forwarded = write === undefined ? undefined : forwardLoad(this.space, write, load);
    if (forwarded === undefined && this.local.has(load.memref))
      throw new Decline('an element is read before it is written', write?.op);
    return forwarded ?? load;
  }

  /** Records a write whose value is already a term over the memory at the beginning. */
  write(write: Write): void {
    const earlier = this.writes.get(write.memref);
    if (earlier !== undefined && !covers(write, earlier))
      throw new Decline('an array is written in several pieces', write.op);
    this.writes.set(write.memref, write);
  }

  allocate(op: Operation): void {
    this.local.add(op.result(0));
  }
}
