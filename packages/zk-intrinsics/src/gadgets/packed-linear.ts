import type { ValueId } from '@mlir2zk/llvm-emit';
import { bitRows, cheapestLength } from '../core/bit-rows.js';
import type { CircuitCore } from '../core/circuit-core.js';
import { Bits, LONGEST_DECOMPOSITION } from '../core/decomposition.js';
import { sumRows } from '../core/sum-plan.js';
import type { CircuitValue } from '../core/value-table.js';
import type { FixedPointFormat } from '../fixed-point/fixed-point-format.js';
import { encodeReal, exponentOf, fractionBitsOf, powerOfTwo } from '../fixed-point/rounding.js';
import { toOperand } from './rescale.js';

/*
 * y_j = Σ_i w_ji·x_i + b_j for constant weights, several outputs at once: digit j of one field element,
 *
 *   Y = Σ_i x_i·(Σ_j w_ji·2^(o_j)) + Σ_j (b_j + 2^(k_j−1))·2^(o_j),
 *
 * is y_j + 2^(k_j−1), so that a product and a term of a sum serve all of them, and one decomposition yields their bits.
 * Sound because k_j bits hold every y_j that the proven bounds of the x_i allow: no digit reaches into its neighbour,
 * Y < 2^254 < p, and so the bits of Y are unique. Each y_j is then composed of its digit's bits without those that
 * rounding drops; the digit's top bit is [y_j ≥ 0].
 */

/** Where the inputs of a linear map lie: real bounds that hold for each, and the scale at which they enter. */
export interface LinearInputs {
  readonly scale: number;
  readonly lower: number;
  readonly upper: number;
}

/** One output: its digit in the packed element. */
interface Digit {
  readonly output: number;
  /** round(w_ji·2^weightBits) for each i. */
  readonly weights: readonly bigint[];
  /** Scale of y_j in the digit. */
  readonly scale: number;
  /** b_j at that scale, and the half that rounds. */
  readonly constant: bigint;
  /** k_j. */
  readonly length: number;
  /** Low bits that rounding drops. */
  readonly dropped: number;
  /** Proven bounds of y_j as a real. */
  readonly lower: number;
  readonly upper: number;
}

/** Outputs that share products. */
interface Pack {
  readonly digits: readonly Digit[];
  /** o_j. */
  readonly positions: readonly number[];
  /** Σ_j w_ji·2^(o_j) for each i. */
  readonly weights: readonly bigint[];
  readonly constant: bigint;
  /** Bits of Y. */
  readonly length: number;
}

/** A linear map with constant weights that was packed for inputs of known bounds. */
export class PackedLinear {
  private readonly core: CircuitCore;
  private readonly inputs: LinearInputs;
  private readonly packs: readonly Pack[];
  private readonly outputCount: number;
  /** LLVM values of inputs at the common scale: a window's inputs are those of others too. */
  private readonly ids = new Map<CircuitValue, ValueId>();

  private constructor(core: CircuitCore, inputs: LinearInputs, packs: readonly Pack[], outputCount: number) {
    this.core = core;
    this.inputs = inputs;
    this.packs = packs;
    this.outputCount = outputCount;
  }

  /**
   * Packs the map, or returns undefined where one sum for each output takes fewer rows.
   *
   * @param weights the rows w_j, one number for each input
   * @param biases one number for each output
   * @param inputs bounds of every x_i that {@link apply} will get
   */
  static plan(
    core: CircuitCore,
    weights: readonly Float64Array[],
    biases: Float64Array,
    inputs: LinearInputs,
  ): PackedLinear | undefined {
    if (weights.length < 2 || !core.fits(inputs.lower, inputs.upper, inputs.scale)) return undefined;
    const digits: Digit[] = [];
    for (const [output, row] of weights.entries()) {
      const digit = digitOf(output, row, biases[output], inputs, core.format);
      if (digit === undefined) return undefined;
      digits.push(digit);
    }
    const terms = weights[0].length;
    const groups = cheapestGroups(digits, terms);
    return groups === undefined ? undefined : new PackedLinear(core, inputs, groups.map(packOf), weights.length);
  }

  /** y for inputs x within the bounds; constants among them (the zeros around an image) take no rows. */
  apply(x: Int32Array): Int32Array {
    const { core } = this;
    const ids: ValueId[] = [];
    const places: number[] = [];
    const constants: [place: number, v: bigint][] = [];
    for (const [i, value] of x.entries()) {
      const real = core.constantReal(value);
      if (real === undefined) {
        ids.push(this.idOf(value));
        places.push(i);
      } else if (real !== 0) constants.push([i, encodeReal(real, this.inputs.scale)]);
    }
    const y = new Int32Array(this.outputCount);
    for (const pack of this.packs) {
      let { constant } = pack;
      for (const [i, v] of constants) constant += v * pack.weights[i];
      const products: ValueId[] = [];
      for (const [at, i] of places.entries()) {
        const weight = pack.weights[i];
        if (weight !== 0n) products.push(core.emitter.mul(ids[at], core.emitter.constant(weight)));
      }
      if (constant !== 0n) products.push(core.emitter.constant(constant));
      this.unpack(pack, products.length === 0 ? core.emitter.constant(0) : core.emitter.sum(products), y);
    }
    return y;
  }

  private idOf(value: CircuitValue): ValueId {
    let id = this.ids.get(value);
    if (id === undefined) {
      const operand = toOperand(this.core, value);
      const { scale } = this.inputs;
      id = this.core.scaleOf(operand) === scale ? this.core.plainId(operand) : this.core.llvmAt(operand, scale);
      this.ids.set(value, id);
    }
    return id;
  }

  private unpack(pack: Pack, sum: ValueId, y: Int32Array): void {
    const { core } = this;
    const length = Math.min(LONGEST_DECOMPOSITION, cheapestLength(pack.length));
    const bits = new Bits(core, core.emitter.decompose(sum, length));
    for (const [at, digit] of pack.digits.entries()) y[digit.output] = this.unpackDigit(digit, bits, pack.positions[at]);
  }

  private unpackDigit(digit: Digit, bits: Bits, position: number): CircuitValue {
    const { core } = this;
    const { length, dropped, scale, lower, upper } = digit;
    const resultScale = scale - dropped;
    const half = powerOfTwo(length - 1 - dropped - resultScale);
    const composed = core.plainId(bits.slice(position + dropped, length - dropped));
    const top = bits.bit(position + length - 1);
    const limit = powerOfTwo(core.format.integerBits - 1);
    let [least, most] = [lower, upper];
    if (scale > 0 && (lower < -limit || upper >= limit)) {
      this.requireFormat(digit, bits, position, top);
      [least, most] = [Math.max(lower, -limit), Math.min(upper, limit - powerOfTwo(-resultScale))];
    }
    const base = core.values.plain(composed, resultScale, least + half, most + half);
    const y = core.add(base, core.real(-half));
    core.signs.set(y, top);
    return y;
  }

  /** Requires that y fits the format: the bits between its sign and its magnitude all are the sign bit's opposite. */
  private requireFormat({ length, scale }: Digit, bits: Bits, position: number, top: CircuitValue): void {
    const { core } = this;
    const magnitudeBits = core.format.integerBits - 1 + scale;
    const opposite = core.plainId(core.sub(core.real(1), top));
    for (let bit = length - 2; bit >= magnitudeBits; bit--)
      core.emitter.requireEqual(core.plainId(bits.bit(position + bit)), opposite);
  }
}

/**
 * Weights enter with F fraction bits, fewer if all are exact with fewer, and up to F/2 more where all of them are small:
 * what counts is the error beside the greatest.
 */
function weightBitsOf(row: Float64Array, { fractionBits }: FixedPointFormat): number {
  let greatest = 0;
  let exact = 0;
  for (const weight of row) {
    greatest = Math.max(greatest, Math.abs(weight));
    exact = Math.max(exact, fractionBitsOf(weight));
  }
  const leadingZeros = greatest === 0 ? 0 : Math.max(0, -1 - exponentOf(greatest));
  return Math.min(exact, fractionBits + Math.min(leadingZeros, fractionBits >> 1));
}

function digitOf(
  output: number,
  row: Float64Array,
  bias: number,
  inputs: LinearInputs,
  format: FixedPointFormat,
): Digit | undefined {
  if (!Number.isFinite(bias) || !row.every(Number.isFinite)) return undefined;
  const { fractionBits } = format;
  const productScale = inputs.scale + weightBitsOf(row, format);
  const scale = Math.max(productScale, Math.min(fractionBitsOf(bias), fractionBits));
  const dropped = Math.max(0, scale - fractionBits);
  // Missing inputs count as 0.
  const least = Math.min(0, inputs.lower);
  const most = Math.max(0, inputs.upper);
  const weights: bigint[] = [];
  let lower = 0;
  let upper = 0;
  for (const weight of row) {
    const rounded = encodeReal(weight, scale - inputs.scale);
    weights.push(rounded);
    const real = Number(rounded) * powerOfTwo(inputs.scale - scale);
    lower += real * (real > 0 ? least : most);
    upper += real * (real > 0 ? most : least);
  }
  // Sums of n doubles are off by less than n·2^(−53) of the sum of magnitudes.
  const slack = (upper - lower) * (row.length + 2) * 2 ** -52;
  lower += bias - slack - powerOfTwo(-scale);
  upper += bias + slack + powerOfTwo(-scale);
  const rounding = dropped > 0 ? 1n << BigInt(dropped - 1) : 0n;
  const half = dropped > 0 ? powerOfTwo(dropped - 1 - scale) : 0;
  const bound = Math.max(-lower, upper + half) * powerOfTwo(scale);
  if (!(bound < 2 ** 250)) return undefined;
  const needed = 2 + exponentOf(Math.max(1, bound * (1 + 2 ** -50)));
  const kept = cheapestLength(Math.max(2, needed - dropped));
  const unit = powerOfTwo(dropped - scale);
  return {
    output,
    weights,
    scale,
    constant: encodeReal(bias, scale) + rounding,
    length: dropped + kept,
    dropped,
    lower: Math.floor(lower / unit) * unit,
    upper: Math.ceil(upper / unit) * unit,
  };
}

/** The digits in groups of equal numbers, so that all rows together are fewest; undefined where single sums take no more. */
function cheapestGroups(digits: readonly Digit[], terms: number): Digit[][] | undefined {
  // Without packing each output is a sum, rounded by a decomposition and a composition; see `rescale`.
  let fewest = 0;
  for (const digit of digits)
    fewest += terms + sumRows(terms + 1) + 2 + (digit.dropped === 0 ? 0 : bitRows(digit.length) + bitRows(digit.length - digit.dropped));
  let best: Digit[][] | undefined;
  for (let size = digits.length; size > 1; size--) {
    const groups = grouped(digits, Math.ceil(digits.length / size));
    let rows = 0;
    for (const group of groups) {
      const length = group.reduce((sum, digit) => sum + digit.length, 0);
      if (length > LONGEST_DECOMPOSITION) rows = Infinity;
      else rows += terms + sumRows(terms + 1) + bitRows(cheapestLength(length));
      for (const digit of group) rows += bitRows(digit.length - digit.dropped);
    }
    if (rows < fewest) {
      fewest = rows;
      best = groups;
    }
  }
  return best;
}

/** `count` runs of consecutive digits, as equal as they can be. */
function grouped(digits: readonly Digit[], count: number): Digit[][] {
  const groups: Digit[][] = [];
  let start = 0;
  for (let i = 0; i < count; i++) {
    const end = Math.round(((i + 1) * digits.length) / count);
    groups.push(digits.slice(start, end));
    start = end;
  }
  return groups;
}

function packOf(digits: readonly Digit[]): Pack {
  const positions: number[] = [];
  const weights = new Array<bigint>(digits[0]?.weights.length ?? 0).fill(0n);
  let length = 0;
  let constant = 0n;
  for (const digit of digits) {
    const position = BigInt(length);
    positions.push(length);
    for (const [i, weight] of digit.weights.entries()) weights[i] += weight << position;
    constant += (digit.constant + (1n << BigInt(digit.length - 1))) << position;
    length += digit.length;
  }
  return { digits, positions, weights, constant, length };
}
