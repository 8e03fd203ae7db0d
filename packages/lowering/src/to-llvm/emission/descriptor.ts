import type { ValueId } from '@mlir2zk/llvm-emit';
import type { ConvertedMemRef } from '../types/type-conversion.js';

/** A memref while code is made: the fields of its descriptor as values of their own, constants where the type knows them. */
export interface Descriptor {
  readonly memref: ConvertedMemRef;
  /** What `free` gets. */
  readonly allocated: ValueId;
  /** Where the offset counts from. */
  readonly aligned: ValueId;
  /** In elements. */
  readonly offset: ValueId;
  readonly sizes: readonly ValueId[];
  /** In elements. */
  readonly strides: readonly ValueId[];
}
