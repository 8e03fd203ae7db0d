import { BitstreamError } from './bitstream-error.js';

/** Reads fields of 1 to 32 bits, least significant bit first. */
export class BitCursor {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  /** Bits before the first one of `bytes` in the file, for places in messages. */
  private readonly origin: number;
  /** Byte behind the current word. */
  private next = 0;
  /** Bits of the current word that were not read yet, shifted down; the bits above them are 0. */
  private word = 0;
  private available = 0;

  /** The upper half of what {@link vbr64} read last; the lower one is its result. */
  high = 0;

  constructor(bytes: Uint8Array, originBit = 0) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.origin = originBit;
  }

  /** The next bit to be read, counted from the first one of the bytes. */
  get position(): number {
    return this.next * 8 - this.available;
  }

  /** Bits that were not read yet. */
  get remaining(): number {
    return this.bytes.length * 8 - this.position;
  }

  get atEnd(): boolean {
    return this.available === 0 && this.next >= this.bytes.length;
  }

  /** Throws an error about the bit at `position`. */
  fail(reason: string, position = this.position): never {
    throw new BitstreamError(reason, this.origin + position);
  }

  /** The next `width` bits, 1 to 32, as an unsigned number. */
  fixed(width: number): number {
    const { word, available } = this;
    if (width <= available) {
      this.available = available - width;
      if (width === 32) {
        this.word = 0;
        return word >>> 0;
      }
      this.word = word >>> width;
      return word & ((1 << width) - 1);
    }
    const start = this.position;
    this.refill(width, start);
    const missing = width - available;
    const second = this.word;
    if (missing > this.available) this.fail(`the file ends inside a field of ${width} bits`, start);
    this.available -= missing;
    if (missing === 32) {
      this.word = 0;
      return second >>> 0;
    }
    this.word = second >>> missing;
    return (word | ((second & ((1 << missing) - 1)) << available)) >>> 0;
  }

  /** A value of at most 32 bits in chunks of `width` bits, 2 to 32. */
  vbr(width: number): number {
    const more = (1 << (width - 1)) >>> 0;
    const first = this.fixed(width);
    if (first < more) return first;
    const start = this.position - width;
    const payload = width - 1;
    let result = first & (more - 1);
    for (let shift = payload; shift < 32; shift += payload) {
      const chunk = this.fixed(width);
      result |= (chunk & (more - 1)) << shift;
      if (chunk < more) return result >>> 0;
    }
    this.fail('a number of more than 32 bits', start);
  }

  /** The lower half of a value of at most 64 bits; {@link high} is the upper one. */
  vbr64(width: number): number {
    const more = (1 << (width - 1)) >>> 0;
    const first = this.fixed(width);
    if (first < more) {
      this.high = 0;
      return first;
    }
    const start = this.position - width;
    const payload = width - 1;
    let low = first & (more - 1);
    let high = 0;
    for (let shift = payload; shift < 64; shift += payload) {
      const chunk = this.fixed(width);
      const bits = chunk & (more - 1);
      if (shift < 32) {
        low |= bits << shift;
        high |= bits >>> (32 - shift);
      } else {
        high |= bits << (shift - 32);
      }
      if (chunk < more) {
        this.high = high >>> 0;
        return low >>> 0;
      }
    }
    this.fail('a number of more than 64 bits', start);
  }

  /** Skips to the next 32-bit boundary. */
  alignToWord(): void {
    this.available = 0;
    this.word = 0;
  }

  /** Goes to a bit; the caller has checked that it is not behind the end. */
  seek(position: number): void {
    this.next = Math.floor(position / 32) * 4;
    this.alignToWord();
    const inside = position % 32;
    if (inside > 0) this.fixed(inside);
  }

  /** Fills `target` with fields of 8 bits, from any position on. */
  readBytes(target: Uint8Array): void {
    const { length } = target;
    if (length * 8 > this.remaining) this.fail(`the file ends inside an array of ${length} bytes`);
    const view = new DataView(target.buffer, target.byteOffset, length);
    const words = length & ~3;
    for (let i = 0; i < words; i += 4) view.setUint32(i, this.fixed(32), true);
    for (let i = words; i < length; i++) target[i] = this.fixed(8);
  }

  /** `length` bytes from a 32-bit boundary on, not copied, and the padding behind them; undefined if there are fewer. */
  takeBytes(length: number): Uint8Array | undefined {
    const start = this.next;
    if (length > this.bytes.length - start) return undefined;
    this.next = Math.min(this.bytes.length, start + Math.ceil(length / 4) * 4);
    return this.bytes.subarray(start, start + length);
  }

  private refill(width: number, start: number): void {
    const { next } = this;
    const rest = this.bytes.length - next;
    if (rest >= 4) {
      this.word = this.view.getInt32(next, true);
      this.next = next + 4;
      this.available = 32;
      return;
    }
    if (rest <= 0) this.fail(`the file ends where a field of ${width} bits should be`, start);
    let word = 0;
    for (let i = 0; i < rest; i++) word |= this.bytes[next + i] << (8 * i);
    this.word = word;
    this.next = this.bytes.length;
    this.available = 8 * rest;
  }
}
