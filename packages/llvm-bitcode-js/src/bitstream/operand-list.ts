/** Multiplier of the upper 32 bits of an operand. */
const UPPER = 2 ** 32;

/**
 * The operands of one record: unsigned 64-bit integers in two columns, so that no operand is ever a boxed number. Made
 * once and used for record after record.
 */
export class OperandList {
  /** Bits 0 to 31 of each operand; replaced when the list grows. */
  low: Uint32Array<ArrayBuffer>;
  /** Bits 32 to 63 of each operand; replaced when the list grows. */
  high: Uint32Array<ArrayBuffer>;
  length = 0;

  constructor(capacity = 64) {
    this.low = new Uint32Array(capacity);
    this.high = new Uint32Array(capacity);
  }

  static of(values: Iterable<number | bigint>): OperandList {
    const list = new OperandList();
    for (const value of values) {
      if (typeof value === 'bigint') list.pushBigint(value);
      else list.push(value);
    }
    return list;
  }

  clear(): void {
    this.length = 0;
  }

  /** Makes room for `count` more operands. */
  reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.low.length) return;
    const capacity = Math.max(needed, 2 * this.low.length);
    this.low = widened(this.low, this.length, capacity);
    this.high = widened(this.high, this.length, capacity);
  }

  pushWords(low: number, high: number): void {
    const at = this.length;
    if (at === this.low.length) this.reserve(1);
    this.low[at] = low;
    this.high[at] = high;
    this.length = at + 1;
  }

  /** @throws RangeError unless `value` is an integer from 0 to 2^53 - 1 */
  push(value: number): void {
    if (value >= 0 && value < UPPER && Math.floor(value) === value) {
      this.pushWords(value, 0);
      return;
    }
    if (!Number.isSafeInteger(value) || value < 0) {
      throw new RangeError(`${value} is not an operand: it must be an integer from 0 to 2^53 - 1`);
    }
    this.pushWords(value % UPPER, Math.floor(value / UPPER));
  }

  /** `value` modulo 2^64. */
  pushBigint(value: bigint): void {
    const unsigned = BigInt.asUintN(64, value);
    this.pushWords(Number(unsigned & 0xffff_ffffn), Number(unsigned >> 32n));
  }

  /**
   * A signed 64-bit integer in the form that LLVM gives it: the magnitude shifted left by one, the sign in bit 0.
   * -2^63, whose magnitude does not fit, is "minus zero".
   *
   * @throws RangeError unless it is an integer of 64 bits
   */
  pushSigned(value: number | bigint): void {
    if (typeof value === 'number' && value > -(2 ** 52) && value < 2 ** 52) {
      this.push(value < 0 ? -value * 2 + 1 : value * 2);
      return;
    }
    const exact = BigInt(value);
    if (BigInt.asIntN(64, exact) !== exact) throw new RangeError(`${value} does not fit 64 bits`);
    this.pushBigint(exact < 0n ? (-exact << 1n) | 1n : exact << 1n);
  }

  /** The characters' codes, one operand each. */
  pushBytes(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.low.set(bytes, this.length);
    this.high.fill(0, this.length, this.length + bytes.length);
    this.length += bytes.length;
  }

  /** An operand as a double: exact below 2^53, rounded above. */
  number(index: number): number {
    this.check(index);
    return this.high[index] * UPPER + this.low[index];
  }

  bigint(index: number): bigint {
    this.check(index);
    return (BigInt(this.high[index]) << 32n) | BigInt(this.low[index]);
  }

  /** An operand that {@link pushSigned} wrote. */
  signed(index: number): bigint {
    const raw = this.bigint(index);
    const magnitude = raw >> 1n;
    if ((raw & 1n) === 0n) return magnitude;
    return magnitude === 0n ? -(1n << 63n) : -magnitude;
  }

  /** The operands from `from` on as bytes; of each operand the low eight bits. */
  bytes(from = 0): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.low.subarray(from, this.length));
  }

  private check(index: number): void {
    if (!(index >= 0 && index < this.length)) throw new RangeError(`the record has no operand ${index}`);
  }
}

function widened(from: Uint32Array, length: number, capacity: number): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(capacity);
  to.set(from.subarray(0, length));
  return to;
}
