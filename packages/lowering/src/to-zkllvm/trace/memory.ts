import type { CircuitValue } from '@mlir2zk/zk-intrinsics';

/** In `Storage.cells`: nothing was written to the cell yet. */
export const uninitialised = -1;

/** Makes element `position` of a constant a circuit value. */
export type ConstantSource = (position: number) => CircuitValue;

/**
 * The cells of one allocation, as circuit values. Constants (weights) fill a cell when it is first read, so that weights
 * that are never read cost nothing.
 */
export class Storage {
  /** Elements of the allocation; a splat constant keeps one cell for all of them. */
  readonly size: number;
  readonly cells: Int32Array;
  private readonly source: ConstantSource | undefined;

  private constructor(size: number, cells: Int32Array, source: ConstantSource | undefined) {
    this.size = size;
    this.cells = cells;
    this.source = source;
  }

  static uninitialised(size: number): Storage {
    return new Storage(size, new Int32Array(size).fill(uninitialised), undefined);
  }

  /** Cells that hold `values`. */
  static of(values: Int32Array): Storage {
    return new Storage(values.length, values, undefined);
  }

  /** A read-only constant of `size` elements; a splat has one element at position 0. */
  static constant(size: number, splat: boolean, source: ConstantSource): Storage {
    return new Storage(size, new Int32Array(splat ? Math.min(size, 1) : size).fill(uninitialised), source);
  }

  get readOnly(): boolean {
    return this.source !== undefined;
  }

  /** The value in the cell at `address` (0 ≤ address < size), or `uninitialised`. */
  read(address: number): number {
    const cells = this.cells;
    const position = cells.length === this.size ? address : 0;
    const value = cells[position]; // in range by the contract
    if (value !== uninitialised || this.source === undefined) return value;
    return (cells[position] = this.source(position));
  }
}

/** A memref while tracing: a strided window onto a storage. Element (i₀, …) is the cell `offset + Σ iₖ·strides[k]`. */
export interface MemRefView {
  readonly storage: Storage;
  readonly offset: number;
  readonly sizes: readonly number[];
  readonly strides: readonly number[];
}

/** Row-major strides of `sizes`. */
export function contiguousStrides(sizes: readonly number[]): number[] {
  const strides = new Array<number>(sizes.length);
  let stride = 1;
  for (let i = sizes.length - 1; i >= 0; i--) {
    strides[i] = stride;
    stride *= sizes[i];
  }
  return strides;
}

export function elementCount(sizes: readonly number[]): number {
  return sizes.reduce((product, size) => product * size, 1);
}

/** A view of the whole of `storage`, row-major. */
export function contiguousView(storage: Storage, sizes: readonly number[]): MemRefView {
  return { storage, offset: 0, sizes, strides: contiguousStrides(sizes) };
}

/** Whether all elements of `view` lie in its storage. */
export function isInBounds(view: MemRefView): boolean {
  if (elementCount(view.sizes) === 0) return true;
  let lowest = view.offset;
  let highest = view.offset;
  for (const [dimension, size] of view.sizes.entries()) {
    const reach = (size - 1) * view.strides[dimension];
    if (reach < 0) lowest += reach;
    else highest += reach;
  }
  return lowest >= 0 && highest < view.storage.size;
}

/** The cell addresses of all elements of `view` in row-major order. */
export function addressesOf(view: MemRefView): Int32Array {
  const addresses = new Int32Array(elementCount(view.sizes));
  if (addresses.length === 0) return addresses;
  addresses[0] = view.offset;
  // From the innermost dimension outwards, each repeats the block filled so far at its own stride.
  let block = 1;
  for (let dimension = view.sizes.length - 1; dimension >= 0; dimension--) {
    const size = view.sizes[dimension];
    const stride = view.strides[dimension];
    for (let at = block; at < size * block; at++) addresses[at] = addresses[at - block] + stride;
    block *= size;
  }
  return addresses;
}
