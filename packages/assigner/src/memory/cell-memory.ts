import { memoryLayout, scalarTypes } from '@mlir2zk/llvm-emit';
import type { Type } from '@mlir2zk/llvm-emit';
import type { Variable } from '../field/variable-table.js';

/** Cells of the stack unless the assigner is told otherwise (`-s`). */
export const DEFAULT_STACK_CELLS = 4_000_000;

/** Marks a cell that nothing was stored to. */
export const UNINITIALIZED: Variable = -1;

/** Bytes that malloc gives out at most in a run. */
const MAX_HEAP_CELLS = 2 ** 28;

/** A contiguous run of cells that grows on demand. */
class CellRange {
  variables = new Int32Array(0);
  /** Byte offset of each cell from the first of the range. */
  offsets = new Float64Array(0);
  /** Bytes of each cell; 0 for those that a wider store has swallowed. */
  sizes = new Uint8Array(0);
  top = 0;

  /** Adds a cell behind the top one, at its end unless an offset is given. */
  push(size: number, offset?: number): void {
    const cell = this.top;
    if (cell === this.sizes.length) this.grow(Math.max(1024, 2 * cell));
    this.offsets[cell] = offset ?? (cell === 0 ? 0 : this.offsets[cell - 1] + this.sizes[cell - 1]);
    this.sizes[cell] = size;
    this.variables[cell] = UNINITIALIZED;
    this.top = cell + 1;
  }

  /** A copy of the cells up to the top one. */
  copy(): CellRange {
    const range = new CellRange();
    range.variables = this.variables.slice(0, this.top);
    range.offsets = this.offsets.slice(0, this.top);
    range.sizes = this.sizes.slice(0, this.top);
    range.top = this.top;
    return range;
  }

  /** Takes over the cells of a copy, which is not changed. */
  restore(from: CellRange): void {
    if (from.top > this.sizes.length) this.grow(from.top);
    this.variables.set(from.variables);
    this.offsets.set(from.offsets);
    this.sizes.set(from.sizes);
    this.top = from.top;
  }

  /** Merges the cells that both have: a value of one alone stays, two are combined. */
  merge(other: CellRange, combine: (others: Variable, own: Variable) => Variable): void {
    const end = Math.min(this.top, other.top);
    for (let cell = 0; cell < end; cell++) {
      const others = other.variables[cell];
      if (others === UNINITIALIZED) continue;
      const own = this.variables[cell];
      this.variables[cell] = own === UNINITIALIZED ? others : combine(others, own);
    }
  }

  private grow(capacity: number): void {
    const variables = new Int32Array(capacity);
    variables.set(this.variables);
    this.variables = variables;
    const offsets = new Float64Array(capacity);
    offsets.set(this.offsets);
    this.offsets = offsets;
    const sizes = new Uint8Array(capacity);
    sizes.set(this.sizes);
    this.sizes = sizes;
  }
}

/** The contents of a memory at one time. */
export interface MemoryState {
  readonly stack: CellRange;
  readonly heap: CellRange;
}

/**
 * The assigner's memory: one cell per scalar, each with its byte offset and size. A pointer is the number of a cell: 0 is
 * null, the stack follows, the heap lies behind the whole stack.
 */
export class CellMemory {
  private readonly stack = new CellRange();
  private readonly heap = new CellRange();
  private readonly stackCells: number;

  constructor(stackCells = DEFAULT_STACK_CELLS) {
    this.stackCells = stackCells;
  }

  /** Number of the next stack cell; a callee's cells are given back by setting it. */
  get stackTop(): number {
    return this.stack.top + 1;
  }

  releaseTo(stackTop: number): void {
    this.stack.top = stackTop - 1;
  }

  /**
   * Adds the cells of one object to the stack and returns the number of the first.
   *
   * @throws MemoryError when the stack is full
   */
  allocate(type: Type): number {
    const { scalars } = memoryLayout(type);
    const first = this.stackTop;
    if (first + scalars > this.stackCells) {
      throw new MemoryError('Stack size exceeded! (use -s to set a larger stack)');
    }
    for (const scalar of scalarTypes(type)) this.stack.push(memoryLayout(scalar).bytes);
    return first;
  }

  /** Adds `bytes` cells of one byte to the heap and returns the number of the first. */
  allocateHeap(bytes: number): number {
    if (this.heap.top + bytes > MAX_HEAP_CELLS) throw new MemoryError('the heap is exhausted');
    const first = this.stackCells + 1 + this.heap.top;
    // A store may have fused the cells before, so the offset does not follow from them.
    for (let i = 0; i < bytes; i++) this.heap.push(1, this.heap.top);
    return first;
  }

  /** A copy of all cells. */
  state(): MemoryState {
    return { stack: this.stack.copy(), heap: this.heap.copy() };
  }

  /** Goes back to an earlier state, or on to a later one. */
  restore({ stack, heap }: MemoryState): void {
    this.stack.restore(stack);
    this.heap.restore(heap);
  }

  /**
   * Merges another state into this one: cells that exist in both and have a value in both are combined, first those of the
   * stack, and those with a value in the other alone take it.
   */
  merge({ stack, heap }: MemoryState, combine: (others: Variable, own: Variable) => Variable): void {
    this.stack.merge(stack, combine);
    this.heap.merge(heap, combine);
  }

  /** The variable in a cell, or UNINITIALIZED. */
  load(cell: number): Variable {
    const range = this.rangeOf(cell);
    const at = this.indexIn(range, cell);
    return at < 0 || at >= range.top ? UNINITIALIZED : range.variables[at];
  }

  /** Puts a variable into a cell, whatever its size. */
  put(cell: number, variable: Variable): void {
    const range = this.rangeOf(cell);
    range.variables[this.checkedIndex(range, cell)] = variable;
  }

  /** Bytes of a cell; 0 if there is none. */
  sizeOf(cell: number): number {
    const range = this.rangeOf(cell);
    const at = this.indexIn(range, cell);
    return at < 0 || at >= range.top ? 0 : range.sizes[at];
  }

  /** Stores a scalar of `bytes` bytes. One-byte cells from malloc are fused to the size that is needed. */
  store(cell: number, variable: Variable, bytes: number): void {
    const range = this.rangeOf(cell);
    const at = this.checkedIndex(range, cell);
    if (range.sizes[at] !== bytes) {
      if (range.sizes[at] !== 1) throw new MemoryError('Unequal stores are only supported for malloc case');
      if (at + bytes > range.top) throw new MemoryError('the store leaves the memory');
      for (let i = 1; i < bytes; i++) {
        if (range.sizes[at + i] !== 1) throw new MemoryError('Unequal stores are only supported for malloc case');
      }
      range.sizes.fill(0, at + 1, at + bytes);
      range.sizes[at] = bytes;
    }
    range.variables[at] = variable;
  }

  /**
   * The cell whose offset is `bytes` behind (or before, if negative) that of `base`.
   *
   * @param guess how many cells away it is when no cell in between was fused
   */
  cellAt(base: number, bytes: number, guess: number): number {
    if (bytes === 0) return base;
    const range = this.rangeOf(base);
    const from = this.checkedIndex(range, base);
    const wanted = range.offsets[from] + bytes;
    const guessed = from + guess;
    let found = -1;
    if (guessed >= 0 && guessed < range.top && range.offsets[guessed] === wanted) found = guessed;
    else {
      const step = Math.sign(bytes);
      for (let at = from; at >= 0 && at < range.top && Math.abs(at - from) <= Math.abs(bytes); at += step) {
        if (range.offsets[at] !== wanted) continue;
        found = at;
        break;
      }
    }
    if (found < 0) throw new MemoryError('Offset does not match memory');
    if (range.sizes[found] === 0) throw new MemoryError('the address is inside of a cell');
    return base + found - from;
  }

  /** Byte offset of a cell, as ptrtoint gives it. */
  offsetOf(cell: number): number {
    if (cell === 0) return 0;
    const range = this.rangeOf(cell);
    return range.offsets[this.checkedIndex(range, cell)];
  }

  /** The stack cell with that byte offset, as inttoptr finds it. */
  cellAtOffset(offset: number): number {
    const { offsets, sizes, top } = this.stack;
    let low = 0;
    let high = top - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (offsets[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    // Cells of the same offset are those that a store has fused into the first of them.
    while (low > 0 && offsets[low - 1] === offset) low--;
    if (top === 0 || offsets[low] !== offset || sizes[low] === 0) throw new MemoryError('Offset does not match memory');
    return low + 1;
  }

  private rangeOf(cell: number): CellRange {
    return cell > this.stackCells ? this.heap : this.stack;
  }

  private indexIn(range: CellRange, cell: number): number {
    return range === this.heap ? cell - this.stackCells - 1 : cell - 1;
  }

  private checkedIndex(range: CellRange, cell: number): number {
    const at = this.indexIn(range, cell);
    if (!(at >= 0 && at < range.top)) {
      throw new MemoryError(cell === 0 ? 'access through a null pointer' : `there is no memory cell ${cell}`);
    }
    return at;
  }
}

/** A misuse of memory; the interpreter adds where. */
export class MemoryError extends Error {}
