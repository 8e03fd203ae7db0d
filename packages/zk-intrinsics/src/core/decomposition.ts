import type { ValueId } from '@mlir2zk/llvm-emit';
import type { BitsOf } from '../fixed-point/fixed-point-machine.js';
import { NumericError } from '../fixed-point/numeric-error.js';
import { bitLengthOf, powerOfTwo } from '../fixed-point/rounding.js';
import { cheapestLength } from './bit-rows.js';
import type { CircuitCore } from './circuit-core.js';
import type { ScratchArray } from './field-emitter.js';
import type { CircuitValue } from './value-table.js';

/** Longest decomposition: 2^254 < p, so that the bits are unique. */
export const LONGEST_DECOMPOSITION = 254;

/**
 * The bits of an integer 0 ≤ v < 2^length, in the scratch array of that length, most significant
 * first. They are read before the next decomposition of the same length overwrites them.
 */
export class Bits implements BitsOf<CircuitValue> {
  readonly length: number;
  private readonly core: CircuitCore;
  private readonly array: ScratchArray;
  private readonly generation: number;

  constructor(core: CircuitCore, array: ScratchArray) {
    this.core = core;
    this.array = array;
    this.length = array.length;
    this.generation = array.generation;
  }

  bit(position: number): CircuitValue {
    if (position >= this.length) return this.core.real(0);
    const { core } = this;
    return core.values.plain(core.emitter.load(this.cell(position)), 0, 0, 1);
  }

  slice(low: number, count: number): CircuitValue {
    const available = Math.min(count, this.length - low);
    if (available <= 0) return this.core.real(0);
    if (available === 1) return this.bit(low);
    const { core } = this;
    const id = core.emitter.compose(this.cell(low + available - 1), available);
    return core.values.plain(id, 0, 0, powerOfTwo(available) - 1);
  }

  top(low: number): CircuitValue {
    return this.slice(low, this.length - low);
  }

  private cell(position: number): ValueId {
    if (this.array.generation !== this.generation) {
      throw new Error('bits were read after a later decomposition of the same length'); // a bug here, not of the input
    }
    return this.core.emitter.cellAt(this.array.pointer, this.length - 1 - position);
  }
}

/** Number of bits of every v from 0 to upper·2^scale. */
export function unsignedLength(upper: number, scale: number): number {
  return Math.max(1, bitLengthOf(upper * powerOfTwo(scale)));
}

/** Least n with −2^(n−1) ≤ v < 2^(n−1) for all v between the bounds (reals, at `scale`). */
export function signedLength(lower: number, upper: number, scale: number): number {
  const unit = powerOfTwo(scale);
  const below = lower < 0 ? bitLengthOf(Math.ceil(-lower * unit - 1)) : 0;
  return 1 + Math.max(below, upper > 0 ? bitLengthOf(upper * unit) : 0);
}

/**
 * Decomposes v of a value that is not negative; proves that it is not.
 *
 * @param dropped how many low bits will not be part of a later composition: chooses the length
 */
export function decompose(core: CircuitCore, a: CircuitValue, dropped?: number): Bits {
  const upper = core.upperOf(a);
  if (upper < 0) throw new NumericError('a value that must not be negative is always negative');
  const scale = core.scaleOf(a);
  const needed = unsignedLength(upper, scale);
  const length = cheapestLength(needed, dropped === undefined ? undefined : Math.min(dropped, needed - 1));
  return decomposeInto(core, a, length);
}

/** Decomposes v of a value and proves 0 ≤ v < 2^length. */
export function decomposeInto(core: CircuitCore, a: CircuitValue, length: number): Bits {
  if (length > LONGEST_DECOMPOSITION) {
    throw new NumericError(`a value of ${length} bits is too long to be decomposed`);
  }
  const id = core.llvmAt(a, core.scaleOf(a));
  return new Bits(core, core.emitter.decompose(id, length));
}
