const FIRST_CHUNK = 1 << 12;
const LARGEST_CHUNK = 1 << 20;

/**
 * Appends fields of 1 to 32 bits, least significant bit first, to a growing list of chunks. Chunks are never copied or
 * moved, so a stream of any size costs its own size.
 */
export class BitWriter {
  private readonly full: Uint8Array<ArrayBuffer>[] = [];
  /** Byte offset of the first byte of each full chunk, and of the current one behind them. */
  private readonly starts: number[] = [0];
  private chunk = new Uint8Array(FIRST_CHUNK);
  private view = new DataView(this.chunk.buffer);
  /** Next byte of the chunk; a multiple of 4. */
  private at = 0;
  /** Bits that wait for their word to become full. */
  private word = 0;
  private used = 0;

  /** Bits written so far. */
  get bitPosition(): number {
    return this.wordPosition * 8 + this.used;
  }

  /** Bytes in whole words. */
  private get wordPosition(): number {
    return this.starts[this.starts.length - 1] + this.at;
  }

  /** The low `width` bits of `value`, 1 to 32 of them; all higher bits of `value` must be 0. */
  fixed(value: number, width: number): void {
    const { used } = this;
    const word = this.word | (value << used);
    const end = used + width;
    if (end < 32) {
      this.word = word;
      this.used = end;
      return;
    }
    this.pushWord(word);
    this.word = used === 0 ? 0 : value >>> (32 - used);
    this.used = end - 32;
  }

  /** A value of 32 bits in chunks of `width` bits, of which the highest says that another chunk follows. */
  vbr(value: number, width: number): void {
    const payload = width - 1;
    const more = (1 << payload) >>> 0;
    let rest = value;
    while (rest >= more) {
      this.fixed(((rest & (more - 1)) | more) >>> 0, width);
      rest = rest >>> payload;
    }
    this.fixed(rest, width);
  }

  /** A value of 64 bits; see {@link vbr}. */
  vbr64(low: number, high: number, width: number): void {
    const payload = width - 1;
    const more = (1 << payload) >>> 0;
    let restLow = low;
    let restHigh = high;
    while (restHigh !== 0) {
      this.fixed(((restLow & (more - 1)) | more) >>> 0, width);
      restLow = ((restLow >>> payload) | (restHigh << (32 - payload))) >>> 0;
      restHigh = restHigh >>> payload;
    }
    this.vbr(restLow, width);
  }

  /** Bytes, eight bits each, at any bit position. */
  bytes(data: Uint8Array): void {
    const words = data.length >>> 2;
    const source = new DataView(data.buffer, data.byteOffset, data.byteLength);
    for (let i = 0; i < words; i++) this.fixed(source.getUint32(4 * i, true), 32);
    for (let i = 4 * words; i < data.length; i++) this.fixed(data[i], 8);
  }

  /** Fills up the current 32-bit word with zeros. */
  alignToWord(): void {
    if (this.used > 0) this.fixed(0, 32 - this.used);
  }

  /**
   * Sets 32 bits that were written as zeros.
   *
   * @param position of the first one; the last one must be in a word that is full by now
   */
  patch(position: number, value: number): void {
    const inside = position % 32;
    const word = (position - inside) / 8;
    this.patchWord(word, value << inside);
    if (inside > 0) this.patchWord(word + 4, value >>> (32 - inside));
  }

  /** Adds bits to the word at a byte offset that is a multiple of 4. */
  private patchWord(byteOffset: number, bits: number): void {
    if (!(byteOffset >= 0 && byteOffset < this.wordPosition)) {
      throw new RangeError(`no word was written at byte ${byteOffset}`);
    }
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.starts[middle] <= byteOffset) low = middle;
      else high = middle - 1;
    }
    const target = new DataView((this.full[low] ?? this.chunk).buffer);
    const at = byteOffset - this.starts[low];
    target.setUint32(at, target.getUint32(at, true) | bits, true);
  }

  /** What has been written, in order. The stream must be aligned; the arrays stay the writer's. */
  chunks(): readonly Uint8Array<ArrayBuffer>[] {
    if (this.used !== 0) throw new RangeError('the stream does not end at a 32-bit boundary');
    return [...this.full, this.chunk.subarray(0, this.at)];
  }

  private pushWord(word: number): void {
    if (this.at === this.chunk.length) this.nextChunk();
    this.view.setUint32(this.at, word, true);
    this.at += 4;
  }

  private nextChunk(): void {
    this.full.push(this.chunk);
    this.starts.push(this.wordPosition);
    this.chunk = new Uint8Array(Math.min(LARGEST_CHUNK, 2 * this.chunk.length));
    this.view = new DataView(this.chunk.buffer);
    this.at = 0;
  }
}
