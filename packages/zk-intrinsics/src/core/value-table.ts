/**
 * A value of the circuit: an index into the columns of the builder that made it, so that an array
 * of values is an `Int32Array`.
 *
 * Behind the index are an LLVM value, a scale s in bits and bounds: the value is the real v·2^(−s),
 * where v is the field element read as a signed integer, and the bounds are *proven* in the circuit
 * (or, for public inputs, promised to the verifier). Integers and booleans have scale 0; a boolean
 * is 0 or 1. Constants are values too and cost nothing until they meet a variable.
 */
export type CircuitValue = number;

export const ValueKind = {
  /** The real in the offset column, exact as a double, or else an integer in `bigConstants`. */
  constant: 0,
  /** An LLVM value. */
  plain: 1,
  /**
   * factor·base + offset of a plain value, not emitted yet: multiplications by constants and sums
   * with constants collect here and merge with the operation that follows. Always exact: factor
   * and offset are such that (factor·base + offset)·2^scale is an integer.
   */
  affine: 2,
} as const;

export type ValueKind = (typeof ValueKind)[keyof typeof ValueKind];

const INITIAL_CAPACITY = 256;

/**
 * The columns of a circuit's values. Bounds are bounds of the real, not of v; they are rounded
 * outward and exact where v has fewer than 53 bits.
 */
export class ValueTable {
  kinds = new Uint8Array(INITIAL_CAPACITY);
  /** Of a plain value the LLVM value; of an affine one its base. */
  ids = new Int32Array(INITIAL_CAPACITY);
  scales = new Int16Array(INITIAL_CAPACITY);
  factors = new Float64Array(INITIAL_CAPACITY);
  offsets = new Float64Array(INITIAL_CAPACITY);
  lowers = new Float64Array(INITIAL_CAPACITY);
  uppers = new Float64Array(INITIAL_CAPACITY);
  /** Constants that no double holds exactly. */
  readonly bigConstants = new Map<CircuitValue, bigint>();
  private count = 0;

  constant(real: number): CircuitValue {
    return this.append(ValueKind.constant, 0, 0, 0, real, real, real);
  }

  bigConstant(value: bigint): CircuitValue {
    const nearest = Number(value);
    const made = this.constant(nearest);
    if (BigInt(nearest) !== value) {
      const slack = Math.abs(nearest) * 2 ** -52;
      this.bigConstants.set(made, value);
      this.lowers[made] = nearest - slack;
      this.uppers[made] = nearest + slack;
    }
    return made;
  }

  plain(id: number, scale: number, lower: number, upper: number): CircuitValue {
    return this.append(ValueKind.plain, id, scale, 1, 0, lower, upper);
  }

  affine(
    base: CircuitValue,
    factor: number,
    offset: number,
    scale: number,
    lower: number,
    upper: number,
  ): CircuitValue {
    return this.append(ValueKind.affine, base, scale, factor, offset, lower, upper);
  }

  isConstant(value: CircuitValue): boolean {
    return this.kinds[value] === ValueKind.constant;
  }

  /** The plain value that an affine one is built on; a plain value itself. */
  baseOf(value: CircuitValue): CircuitValue {
    return this.kinds[value] === ValueKind.affine ? this.ids[value] : value;
  }

  /** Makes an affine value a plain one that was emitted at the value's own scale. */
  becomePlain(value: CircuitValue, id: number): void {
    this.kinds[value] = ValueKind.plain;
    this.ids[value] = id;
    this.factors[value] = 1;
    this.offsets[value] = 0;
  }

  private append(
    kind: ValueKind,
    id: number,
    scale: number,
    factor: number,
    offset: number,
    lower: number,
    upper: number,
  ): CircuitValue {
    const value = this.count++;
    if (value === this.kinds.length) this.grow();
    this.kinds[value] = kind;
    this.ids[value] = id;
    this.scales[value] = scale;
    this.factors[value] = factor;
    this.offsets[value] = offset;
    this.lowers[value] = lower;
    this.uppers[value] = upper;
    return value;
  }

  private grow(): void {
    const capacity = 2 * this.kinds.length;
    const grown = <T extends Uint8Array | Int16Array | Int32Array | Float64Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.kinds = grown(this.kinds, new Uint8Array(capacity));
    this.ids = grown(this.ids, new Int32Array(capacity));
    this.scales = grown(this.scales, new Int16Array(capacity));
    this.factors = grown(this.factors, new Float64Array(capacity));
    this.offsets = grown(this.offsets, new Float64Array(capacity));
    this.lowers = grown(this.lowers, new Float64Array(capacity));
    this.uppers = grown(this.uppers, new Float64Array(capacity));
  }
}
