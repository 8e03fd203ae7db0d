import { abbreviationProblem, Abbreviation, char6Encoding, EncodingCode } from './abbreviation.js';
import type { AbbreviationOperand } from './abbreviation.js';
import { BitWriter } from './bit-writer.js';
import type { BlockInfo } from './block-info.js';
import { OperandList } from './operand-list.js';
import { BLOCKINFO_BLOCK_ID, BlockInfoCode, StandardAbbreviationId, StandardWidth } from './standard-id.js';

/**
 * Elements that follow a record's operands, straight from the array that holds them. Floats are written by their bits:
 * `new Uint32Array(floats.buffer, floats.byteOffset, floats.length)`.
 */
export type RecordTail = Uint8Array | Uint16Array | Uint32Array | BigUint64Array;

interface OpenBlock {
  readonly blockId: number;
  readonly outerIdWidth: number;
  readonly outerAbbreviations: Abbreviation[];
  /** Bit where the block's length goes, 32-bit aligned. */
  readonly lengthAt: number;
}

/** Position of the lower half of a 64-bit element among its two 32-bit words in memory. */
const LOWER_HALF = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 0 : 1;

/**
 * Writes a bitstream: blocks, abbreviations and records. Wrong use (a record that its abbreviation cannot hold, a block
 * that was not entered) throws a RangeError and leaves the stream unusable.
 */
export class BitstreamWriter {
  private readonly bits = new BitWriter();
  private readonly open: OpenBlock[] = [];
  private readonly blockInfo = new Map<number, readonly Abbreviation[]>();
  private idWidth: number = StandardWidth.topLevelId;
  private abbreviations: Abbreviation[] = [];
  private readonly scratch = new OperandList();

  /** @param signature the bytes that the stream starts with, a multiple of four; LLVM IR's by default */
  constructor(signature: readonly number[] = [0x42, 0x43, 0xc0, 0xde]) {
    if (signature.length % 4 !== 0) throw new RangeError('a signature is a multiple of four bytes long');
    for (const byte of signature) this.bits.fixed(byte, 8);
  }

  /** Bits written so far, signature included. */
  get bitPosition(): number {
    return this.bits.bitPosition;
  }

  /**
   * Begins a block.
   *
   * @param idWidth bits of the abbreviation ids in it, 2 to 32; abbreviations get ids from 4 on
   */
  enterBlock(blockId: number, idWidth: number): void {
    if (!isUint32(blockId)) throw new RangeError(`${blockId} is not a block id`);
    if (!(Number.isInteger(idWidth) && idWidth >= 2 && idWidth <= 32)) {
      throw new RangeError(`abbreviation ids of ${idWidth} bits: 2 to 32 are possible`);
    }
    const { bits } = this;
    bits.fixed(StandardAbbreviationId.enterSubblock, this.idWidth);
    bits.vbr(blockId, StandardWidth.blockId);
    bits.vbr(idWidth, StandardWidth.idWidth);
    bits.alignToWord();
    const lengthAt = bits.bitPosition;
    bits.fixed(0, StandardWidth.blockLength);
    this.open.push({ blockId, outerIdWidth: this.idWidth, outerAbbreviations: this.abbreviations, lengthAt });
    this.idWidth = idWidth;
    this.abbreviations = [...(this.blockInfo.get(blockId) ?? [])];
  }

  /** Ends the innermost block. */
  exitBlock(): void {
    const block = this.open.pop();
    if (block === undefined) throw new RangeError('no block is open');
    const { bits } = this;
    bits.fixed(StandardAbbreviationId.endBlock, this.idWidth);
    bits.alignToWord();
    bits.patch(block.lengthAt, (bits.bitPosition - block.lengthAt) / 32 - 1);
    this.idWidth = block.outerIdWidth;
    this.abbreviations = block.outerAbbreviations;
  }

  /** Writes a whole BLOCKINFO block; the blocks that it describes have its abbreviations from then on. */
  writeBlockInfo(infos: readonly BlockInfo[]): void {
    this.enterBlock(BLOCKINFO_BLOCK_ID, StandardWidth.topLevelId);
    this.blockInfo.clear();
    for (const { blockId, abbreviations, name, recordNames } of infos) {
      this.record(BlockInfoCode.SETBID, [blockId]);
      if (name !== undefined) this.record(BlockInfoCode.BLOCKNAME, [], undefined, utf8(name));
      for (const [code, recordName] of recordNames ?? []) {
        this.record(BlockInfoCode.SETRECORDNAME, [code], undefined, utf8(recordName));
      }
      for (const abbreviation of abbreviations) this.define(abbreviation);
      this.blockInfo.set(blockId, [...(this.blockInfo.get(blockId) ?? []), ...abbreviations]);
    }
    this.exitBlock();
  }

  /** Adds an abbreviation to the innermost block; the id returned stands for it in {@link record}. */
  defineAbbreviation(abbreviation: Abbreviation | readonly AbbreviationOperand[]): number {
    const made = abbreviation instanceof Abbreviation ? abbreviation : new Abbreviation(abbreviation);
    if (this.open.length === 0) throw new RangeError('abbreviations belong into a block');
    const id = StandardAbbreviationId.firstDefined + this.abbreviations.length;
    if (id >= 2 ** this.idWidth) throw new RangeError(`abbreviation ${id} needs ids of more than ${this.idWidth} bits`);
    this.define(made);
    this.abbreviations.push(made);
    return id;
  }

  /**
   * Writes a record.
   *
   * @param operands without the code
   * @param abbreviationId what {@link defineAbbreviation} returned, or the position in BLOCKINFO plus 4; by default the
   *   record is unabbreviated, which any record can be
   * @param tail further operands: array elements, or the bytes of a blob
   */
  record(
    code: number,
    operands: OperandList | readonly number[],
    abbreviationId: number = StandardAbbreviationId.unabbreviatedRecord,
    tail?: RecordTail,
  ): void {
    const list = operands instanceof OperandList ? operands : this.gathered(operands);
    if (this.open.length === 0) throw new RangeError('records belong into a block');
    if (!isUint32(code)) throw new RangeError(`${code} is not a record code`);
    if (abbreviationId === StandardAbbreviationId.unabbreviatedRecord) {
      this.unabbreviated(code, list, tail);
      return;
    }
    const abbreviation = this.abbreviations[abbreviationId - StandardAbbreviationId.firstDefined];
    if (abbreviation === undefined) throw new RangeError(`the block has no abbreviation ${abbreviationId}`);
    this.bits.fixed(abbreviationId, this.idWidth);
    this.abbreviated(abbreviation, code, list, tail);
  }

  /**
   * Sets a 32-bit fixed field of an earlier record, which was written as 0: an offset that was not known then.
   *
   * @param bitPosition of the field, which must be behind by a whole word at least
   */
  patchField(bitPosition: number, value: number): void {
    if (!isUint32(value)) throw new RangeError(`${value} does not fit 32 bits`);
    this.bits.patch(bitPosition, value);
  }

  /** The finished stream in parts, in order. */
  chunks(): readonly Uint8Array<ArrayBuffer>[] {
    const block = this.open.at(-1);
    if (block !== undefined) throw new RangeError(`block ${block.blockId} was not ended`);
    return this.bits.chunks();
  }

  /** The finished stream in one piece. */
  toBytes(): Uint8Array<ArrayBuffer> {
    const chunks = this.chunks();
    const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return whole;
  }

  private gathered(operands: readonly number[]): OperandList {
    const { scratch } = this;
    scratch.clear();
    for (const operand of operands) scratch.push(operand);
    return scratch;
  }

  private define({ operands }: Abbreviation): void {
    const problem = abbreviationProblem(operands);
    if (problem !== undefined) throw new RangeError(problem);
    const { bits } = this;
    const last = operands[operands.length - 1];
    bits.fixed(StandardAbbreviationId.defineAbbreviation, this.idWidth);
    bits.vbr(operands.length + (last.kind === 'array' ? 1 : 0), StandardWidth.abbreviationOperandCount);
    for (const operand of operands) {
      this.defineOperand(operand);
      if (operand.kind === 'array') this.defineOperand(operand.element);
    }
  }

  private defineOperand(operand: AbbreviationOperand): void {
    const { bits } = this;
    bits.fixed(operand.kind === 'literal' ? 1 : 0, 1);
    if (operand.kind === 'literal') {
      const { value } = operand;
      bits.vbr64(Number(value & 0xffff_ffffn), Number(value >> 32n), StandardWidth.abbreviationLiteral);
      return;
    }
    bits.fixed(EncodingCode[operand.kind], StandardWidth.abbreviationEncoding);
    if (operand.kind === 'fixed' || operand.kind === 'vbr') bits.vbr(operand.width, StandardWidth.abbreviationWidth);
  }

  private unabbreviated(code: number, operands: OperandList, tail: RecordTail | undefined): void {
    const { bits } = this;
    const width = StandardWidth.unabbreviated;
    const { low, high, length } = operands;
    bits.fixed(StandardAbbreviationId.unabbreviatedRecord, this.idWidth);
    bits.vbr(code, width);
    bits.vbr(length + (tail?.length ?? 0), width);
    for (let i = 0; i < length; i++) {
      if (high[i] === 0) bits.vbr(low[i], width);
      else bits.vbr64(low[i], high[i], width);
    }
    if (tail !== undefined) this.tailElements(EncodingCode.vbr, width, tail);
  }

  private abbreviated(
    abbreviation: Abbreviation,
    code: number,
    operands: OperandList,
    tail: RecordTail | undefined,
  ): void {
    const { codes, widths, scalarCount } = abbreviation;
    const { low, high, length } = operands;
    if (length < scalarCount - 1) {
      throw new RangeError(`record ${code} has ${length} operands, its abbreviation ${scalarCount - 1} before any array`);
    }
    this.scalar(abbreviation, 0, code, 0);
    for (let i = 1; i < scalarCount; i++) {
      const value = low[i - 1];
      // The usual case without a call: most operands are small vbr values.
      if (codes[i] === EncodingCode.vbr && high[i - 1] === 0) this.bits.vbr(value, widths[i]);
      else this.scalar(abbreviation, i, value, high[i - 1]);
    }
    const rest = length - (scalarCount - 1);
    switch (abbreviation.tail) {
      case 'none':
        if (rest + (tail?.length ?? 0) > 0) throw new RangeError(`record ${code} has more operands than its abbreviation`);
        return;
      case 'array': {
        const { elementCode, elementWidth } = abbreviation;
        this.bits.vbr(rest + (tail?.length ?? 0), StandardWidth.arrayLength);
        for (let i = scalarCount - 1; i < length; i++) this.element(elementCode, elementWidth, low[i], high[i]);
        if (tail !== undefined) this.tailElements(elementCode, elementWidth, tail);
        return;
      }
      case 'blob':
        if (rest > 0 || !(tail instanceof Uint8Array)) throw new RangeError(`record ${code} needs the bytes of its blob`);
        this.bits.vbr(tail.length, StandardWidth.arrayLength);
        this.bits.alignToWord();
        this.bits.bytes(tail);
        this.bits.alignToWord();
        return;
    }
  }

  private scalar(abbreviation: Abbreviation, index: number, low: number, high: number): void {
    const code = abbreviation.codes[index];
    if (code !== 0) {
      this.element(code, abbreviation.widths[index], low, high);
      return;
    }
    if (abbreviation.literalLow[index] !== low || abbreviation.literalHigh[index] !== high) {
      throw new RangeError(`operand ${index} of the abbreviation is another literal than ${high * 2 ** 32 + low}`);
    }
  }

  private element(code: number, width: number, low: number, high: number): void {
    const { bits } = this;
    if (code === EncodingCode.vbr) {
      bits.vbr64(low, high, width);
      return;
    }
    const value = code === EncodingCode.char6 ? (char6Encoding[low] ?? 255) : low;
    if (high !== 0 || (width < 32 && value >>> width !== 0)) {
      const what = code === EncodingCode.char6 ? 'a char6 character' : `${width} bits`;
      throw new RangeError(`${high * 2 ** 32 + low} does not fit ${what}`);
    }
    bits.fixed(value, width);
  }

  private tailElements(code: number, width: number, tail: RecordTail): void {
    const { bits } = this;
    if (tail instanceof BigUint64Array) {
      const words = new Uint32Array(tail.buffer, tail.byteOffset, 2 * tail.length);
      for (let i = 0; i < words.length; i += 2) {
        this.element(code, width, words[i + LOWER_HALF], words[i + 1 - LOWER_HALF]);
      }
      return;
    }
    if (code === EncodingCode.fixed && width === 8 && tail instanceof Uint8Array) {
      bits.bytes(tail);
      return;
    }
    if (code === EncodingCode.vbr) {
      for (const value of tail) bits.vbr(value, width);
      return;
    }
    for (const value of tail) this.element(code, width, value, 0);
  }
}

const encoder = new TextEncoder();

function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

function isUint32(value: number): boolean {
  return value >>> 0 === value;
}
