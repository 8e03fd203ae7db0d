/** What reading throws for bytes that are not the bitstream they should be, and nothing else. */
export class BitstreamError extends Error {
  /** Where the field that cannot be read begins, in bits from the start of the file. */
  readonly bitOffset: number;
  /** The message without the place. */
  readonly reason: string;

  constructor(reason: string, bitOffset: number) {
    super(`bit ${bitOffset} (byte 0x${Math.floor(bitOffset / 8).toString(16)}): ${reason}`);
    this.name = 'BitstreamError';
    this.bitOffset = bitOffset;
    this.reason = reason;
  }
}
