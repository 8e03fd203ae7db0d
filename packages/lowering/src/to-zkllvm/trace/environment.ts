import type { CircuitValue } from '@mlir2zk/zk-intrinsics';
import type { MemRefView } from './memory.js';

/** In `Environment.handles`: the slot holds an index that is known while tracing; its value is in `numbers`. */
export const known = -1;

/**
 * What the SSA values of the program stand for while it is traced. A value has one slot, given out when its operation is
 * compiled, so that running an operation costs array accesses and no look-up by name.
 *
 * - `index` values: `handles[slot] === known` and the number in `numbers[slot]`, or the circuit value in `handles[slot]`
 *   if the index depends on the inputs of the model.
 * - other scalars (floats, integers, booleans): the circuit value in `handles[slot]`. Constants are circuit values too.
 * - memrefs: `memories[slot]`.
 */
export class Environment {
  readonly numbers: Float64Array;
  readonly handles: Int32Array;
  readonly memories: (MemRefView | undefined)[];

  constructor(slots: number) {
    this.numbers = new Float64Array(slots);
    this.handles = new Int32Array(slots);
    this.memories = new Array<MemRefView | undefined>(slots).fill(undefined);
  }

  /** Makes `slot` an index that is known while tracing. */
  setKnown(slot: number, value: number): void {
    this.numbers[slot] = value;
    this.handles[slot] = known;
  }

  isKnown(slot: number): boolean {
    return this.handles[slot] === known;
  }

  number(slot: number): number {
    return this.numbers[slot]; // every slot handed out is in range
  }

  handle(slot: number): CircuitValue {
    return this.handles[slot]; // every slot handed out is in range
  }

  memory(slot: number): MemRefView {
    const view = this.memories[slot];
    if (view === undefined) throw new Error(`slot ${slot} holds no memref`);
    return view;
  }

  /** Copies values `from[i]` to `to[i]`, all at once: a slot may occur on both sides. */
  copy(from: readonly number[], to: readonly number[]): void {
    if (from.length === 0) return;
    if (from.length === 1) {
      this.copyOne(from[0], to[0]);
      return;
    }
    const numbers = from.map((slot) => this.number(slot));
    const handles = from.map((slot) => this.handle(slot));
    const memories = from.map((slot) => this.memories[slot]);
    for (let i = 0; i < to.length; i++) {
      const target = to[i];
      this.numbers[target] = numbers[i];
      this.handles[target] = handles[i];
      this.memories[target] = memories[i];
    }
  }

  private copyOne(from: number, to: number): void {
    this.numbers[to] = this.number(from);
    this.handles[to] = this.handle(from);
    this.memories[to] = this.memories[from];
  }
}
