import { Abbreviation, abbreviationProblem, char6Decoding, EncodingCode, MAX_ABBREVIATION_OPERANDS } from './abbreviation.js';
import type { AbbreviationOperand, ScalarEncoding } from './abbreviation.js';
import { BitCursor } from './bit-cursor.js';
import type { BlockInfo } from './block-info.js';
import { OperandList } from './operand-list.js';
import { BLOCKINFO_BLOCK_ID, BlockInfoCode, StandardAbbreviationId, StandardWidth } from './standard-id.js';

/** What {@link BitstreamReader.advance} found. */
export const EntryKind = {
  /** The end of the stream. */
  end: 0,
  /** The head of a block: enter it or skip it. */
  block: 1,
  endBlock: 2,
  /** A record, not read yet. */
  record: 3,
  /** An abbreviation, which the reader has taken note of. */
  abbreviation: 4,
} as const;

export type EntryKind = (typeof EntryKind)[keyof typeof EntryKind];

/** Where {@link BitstreamReader.readArray} puts the elements; each must be wide enough for what the record holds. */
export type ArrayTarget = Uint8Array | Uint16Array | Uint32Array | OperandList;

interface Scope {
  readonly blockId: number;
  readonly idWidth: number;
  readonly inherited: readonly Abbreviation[];
  readonly own: Abbreviation[];
}

/** What has been found and not been read yet. */
const Pending = { none: 0, block: 1, record: 2, array: 3 } as const;

/** What follows an unabbreviated record's code is an array of 6-bit vbr. */
const UNABBREVIATED = new Abbreviation([
  { kind: 'vbr', width: StandardWidth.unabbreviated },
  { kind: 'array', element: { kind: 'vbr', width: StandardWidth.unabbreviated } },
]);

const latin1 = new TextDecoder('latin1');

/**
 * Walks a bitstream, forwards only. {@link advance} finds the next entry; a record found can then be read
 * ({@link readRecord}), be read up to its array ({@link beginRecord}), or be passed over by advancing again.
 *
 * Throws a {@link BitstreamError} with the bit offset, and nothing else, for bytes that are no bitstream.
 */
export class BitstreamReader {
  /** The head of the block found, after {@link EntryKind.block}; of the block entered, after {@link enterBlock}. */
  blockId = 0;
  /** Length in 32-bit words that the block entered last states for itself. */
  blockWords = 0;
  /** Bits of the abbreviation ids in the current block. */
  idWidth: number = StandardWidth.topLevelId;
  /** Of the record found. */
  abbreviationId = 0;
  /** Code of the record read last. */
  code = 0;
  /** Operands of the record read last, without its code. */
  readonly operands = new OperandList();
  /** The blob of the record read last, not copied. */
  blob: Uint8Array | undefined;
  /** After {@link beginRecord}: how many array elements wait for {@link readArray}. */
  arrayLength = 0;
  /** Where the entry found last begins, in bits from the first one of the stream. */
  entryStart = 0;

  private readonly cursor: BitCursor;
  private readonly scopes: Scope[] = [];
  /** Abbreviations of the current block that BLOCKINFO gave it; shared by all blocks of the id. */
  private inherited: readonly Abbreviation[] = [];
  /** Abbreviations that the current block defines; their ids follow those of the inherited ones. */
  private own: Abbreviation[] = [];
  /** Id of the block that the reader is in, -1 outside of all. */
  private current = -1;
  private pending: number = Pending.none;
  private pendingAbbreviation: Abbreviation = UNABBREVIATED;
  private blockInfos = new Map<number, MutableBlockInfo>();
  /** What a BLOCKINFO block has said so far; replaces {@link blockInfos} at its end. */
  private nextInfos = new Map<number, MutableBlockInfo>();
  private described: MutableBlockInfo | undefined;

  /**
   * @param bytes the stream from its signature on, which {@link readStreamHeader} finds
   * @param startBit where the first entry is, behind the signature
   * @param originBit bits before `bytes` in the file, for places in messages
   */
  constructor(bytes: Uint8Array, startBit = 32, originBit = 0) {
    this.cursor = new BitCursor(bytes, originBit);
    if (startBit > bytes.length * 8) this.cursor.fail('the file ends inside its signature', 0);
    this.cursor.seek(startBit);
  }

  /** The next bit to be read, counted from the first one of the stream. */
  get bitPosition(): number {
    return this.cursor.position;
  }

  /** Bits of the stream that were not read yet. */
  get bitsLeft(): number {
    return this.cursor.remaining;
  }

  /** How many blocks are open. */
  get depth(): number {
    return this.scopes.length;
  }

  /** What the last BLOCKINFO block said about the blocks of an id. */
  infoOf(blockId: number): BlockInfo | undefined {
    return this.blockInfos.get(blockId);
  }

  /** The abbreviation of the record found, or undefined for an unabbreviated one. */
  get abbreviation(): Abbreviation | undefined {
    return this.pendingAbbreviation === UNABBREVIATED ? undefined : this.pendingAbbreviation;
  }

  /** Throws an error about the entry found last, for readers of what the records mean. */
  fail(reason: string): never {
    return this.cursor.fail(reason, this.entryStart);
  }

  /** Finds the next entry, after passing over what is left of the one before. */
  advance(): EntryKind {
    this.passOver();
    const { cursor } = this;
    this.entryStart = cursor.position;
    if (cursor.atEnd) {
      if (this.scopes.length > 0) this.fail(`the file ends inside block ${this.current}`);
      return EntryKind.end;
    }
    const id = cursor.fixed(this.idWidth);
    switch (id) {
      case StandardAbbreviationId.endBlock:
        this.leaveBlock();
        return EntryKind.endBlock;
      case StandardAbbreviationId.enterSubblock:
        this.blockId = cursor.vbr(StandardWidth.blockId);
        this.pending = Pending.block;
        return EntryKind.block;
      case StandardAbbreviationId.defineAbbreviation:
        this.defineAbbreviation();
        return EntryKind.abbreviation;
      default:
        this.findRecord(id);
        return EntryKind.record;
    }
  }

  /** Enters the block found. */
  enterBlock(): void {
    if (this.pending !== Pending.block) throw new RangeError('no block was found');
    const { cursor, blockId } = this;
    this.pending = Pending.none;
    const idWidth = this.blockHead();
    this.scopes.push({ blockId: this.current, idWidth: this.idWidth, inherited: this.inherited, own: this.own });
    if (idWidth < 2 || idWidth > 32) this.fail(`block ${blockId} has abbreviation ids of ${idWidth} bits`);
    if (cursor.atEnd) this.fail(`the file ends behind the head of block ${blockId}`);
    this.idWidth = idWidth;
    this.current = blockId;
    this.inherited = this.blockInfos.get(blockId)?.abbreviations ?? [];
    this.own = [];
    if (blockId === BLOCKINFO_BLOCK_ID) {
      this.nextInfos = new Map();
      this.described = undefined;
    }
  }

  /** Goes behind the block found, by the length that it states. Of a BLOCKINFO block the reader takes note first. */
  skipBlock(): void {
    if (this.pending !== Pending.block) throw new RangeError('no block was found');
    const { cursor } = this;
    if (this.blockId === BLOCKINFO_BLOCK_ID) {
      const { depth } = this;
      this.enterBlock();
      while (this.advance() !== EntryKind.endBlock || this.depth > depth);
      return;
    }
    this.pending = Pending.none;
    this.blockHead();
    const bits = this.blockWords * 32;
    if (bits > cursor.remaining) {
      this.fail(`block ${this.blockId} says it has ${this.blockWords} words, more than the file`);
    }
    cursor.seek(cursor.position + bits);
  }

  /** Reads the record found: {@link code}, all {@link operands}, {@link blob}. */
  readRecord(): void {
    this.beginRecord();
    if (this.arrayLength > 0) this.readArray(this.operands);
  }

  /** Goes behind the record found and reads no more of it than {@link code}. Advancing does it too. */
  skipRecord(): void {
    this.beginRecord();
    if (this.arrayLength > 0) this.skipArray();
  }

  /**
   * Reads the record found up to its array: {@link code}, the {@link operands} before it, {@link arrayLength}, or the
   * {@link blob}. All operands of an unabbreviated record are its array.
   */
  beginRecord(): void {
    if (this.pending !== Pending.record) throw new RangeError('no record was found');
    const { cursor, operands } = this;
    const { codes, widths, scalarCount, literalLow, literalHigh, tail } = this.pendingAbbreviation;
    this.pending = Pending.none;
    this.arrayLength = 0;
    this.blob = undefined;
    operands.clear();
    for (let i = 0; i < scalarCount; i++) {
      let low = literalLow[i];
      let high = literalHigh[i];
      if (codes[i] !== 0) {
        low = this.element(codes[i], widths[i]);
        high = cursor.high;
      }
      if (i > 0) {
        operands.pushWords(low, high);
        continue;
      }
      if (high !== 0) this.fail('a record code of more than 32 bits');
      this.code = low;
    }
    if (tail === 'array') this.arrayHead();
    else if (tail === 'blob') this.readBlob();
  }

  /**
   * Reads the array of the record begun.
   *
   * @param target a list that the elements are appended to, or an array of {@link arrayLength} elements
   */
  readArray(target: ArrayTarget): void {
    const length = this.arrayLength;
    if (this.pending !== Pending.array) throw new RangeError('no array is left to be read');
    this.pending = Pending.none;
    const { cursor } = this;
    const { elementCode, elementWidth } = this.pendingAbbreviation;
    if (target instanceof OperandList) {
      target.reserve(length);
      if (elementCode === EncodingCode.vbr) {
        for (let i = 0; i < length; i++) {
          const low = cursor.vbr64(elementWidth);
          target.pushWords(low, cursor.high);
        }
        return;
      }
      for (let i = 0; i < length; i++) target.pushWords(this.element(elementCode, elementWidth), 0);
      return;
    }
    if (target.length !== length) throw new RangeError(`the array has ${length} elements, not ${target.length}`);
    if (elementCode === EncodingCode.fixed && elementWidth === 8 && target instanceof Uint8Array) {
      cursor.readBytes(target);
      return;
    }
    const limit = 2 ** (8 * target.BYTES_PER_ELEMENT);
    for (let i = 0; i < length; i++) {
      const low = this.element(elementCode, elementWidth);
      if (cursor.high !== 0 || low >= limit) {
        this.fail(`an array element of more than ${8 * target.BYTES_PER_ELEMENT} bits`);
      }
      target[i] = low;
    }
  }

  /** One field; its upper half is in the cursor. */
  private element(code: number, width: number): number {
    const { cursor } = this;
    if (code === EncodingCode.vbr) return cursor.vbr64(width);
    cursor.high = 0;
    const value = cursor.fixed(width);
    return code === EncodingCode.char6 ? char6Decoding[value] : value;
  }

  private findRecord(id: number): void {
    if (this.current === -1) this.fail('a record outside of any block');
    this.abbreviationId = id;
    if (id === StandardAbbreviationId.unabbreviatedRecord) {
      this.pendingAbbreviation = UNABBREVIATED;
    } else {
      const index = id - StandardAbbreviationId.firstDefined;
      const known = this.inherited[index] ?? this.own[index - this.inherited.length];
      if (known === undefined) this.fail(`block ${this.current} has no abbreviation ${id}`);
      this.pendingAbbreviation = known;
    }
    this.pending = Pending.record;
    if (this.current === BLOCKINFO_BLOCK_ID) this.noteInfoRecord();
  }

  /** Reads a record of a BLOCKINFO block for the reader itself, and goes back to where it begins. */
  private noteInfoRecord(): void {
    const { cursor, operands, code } = this;
    const position = cursor.position;
    this.readRecord();
    if (this.code === BlockInfoCode.SETBID) {
      if (operands.length === 0) this.fail('SETBID without a block id');
      const id = operands.number(0);
      this.described = this.nextInfos.get(id) ?? { blockId: id, abbreviations: [], name: undefined, recordNames: new Map() };
      this.nextInfos.set(id, this.described);
    } else if (this.code === BlockInfoCode.BLOCKNAME) {
      this.describedBlock('BLOCKNAME').name = latin1.decode(operands.bytes());
    } else if (this.code === BlockInfoCode.SETRECORDNAME) {
      if (operands.length === 0) this.fail('SETRECORDNAME without a record code');
      this.describedBlock('SETRECORDNAME').recordNames.set(operands.number(0), latin1.decode(operands.bytes(1)));
    }
    cursor.seek(position);
    this.code = code;
    this.pending = Pending.record;
  }

  private describedBlock(what: string): MutableBlockInfo {
    return this.described ?? this.fail(`${what} before any SETBID`);
  }

  private blockHead(): number {
    const { cursor } = this;
    const idWidth = cursor.vbr(StandardWidth.idWidth);
    cursor.alignToWord();
    this.blockWords = cursor.fixed(StandardWidth.blockLength);
    return idWidth;
  }

  private leaveBlock(): void {
    const outer = this.scopes.pop();
    if (outer === undefined) this.fail('the end of a block outside of any block');
    this.cursor.alignToWord();
    if (this.current === BLOCKINFO_BLOCK_ID) this.blockInfos = this.nextInfos;
    this.current = outer.blockId;
    this.idWidth = outer.idWidth;
    this.inherited = outer.inherited;
    this.own = outer.own;
  }

  private passOver(): void {
    switch (this.pending) {
      case Pending.block:
        this.skipBlock();
        return;
      case Pending.record:
        this.skipRecord();
        return;
      case Pending.array:
        this.skipArray();
        return;
      default:
    }
  }

  private skipArray(): void {
    const { cursor } = this;
    const { elementCode, elementWidth } = this.pendingAbbreviation;
    this.pending = Pending.none;
    if (elementCode !== EncodingCode.vbr) {
      const bits = this.arrayLength * elementWidth;
      if (bits > cursor.remaining) this.fail('the file ends inside an array');
      cursor.seek(cursor.position + bits);
      return;
    }
    for (let i = 0; i < this.arrayLength; i++) cursor.vbr64(elementWidth);
  }

  private arrayHead(): void {
    const { cursor } = this;
    const length = cursor.vbr(StandardWidth.arrayLength);
    const { elementWidth } = this.pendingAbbreviation;
    if (length * elementWidth > cursor.remaining) {
      this.fail(`a record of ${length} operands, more than the file has bits for`);
    }
    this.arrayLength = length;
    if (length > 0) this.pending = Pending.array;
  }

  private readBlob(): void {
    const { cursor } = this;
    const length = cursor.vbr(StandardWidth.arrayLength);
    cursor.alignToWord();
    this.blob = cursor.takeBytes(length) ?? this.fail(`a blob of ${length} bytes, more than the file has`);
  }

  private defineAbbreviation(): void {
    if (this.current === -1) this.fail('an abbreviation outside of any block');
    const abbreviation = this.readAbbreviation();
    if (this.current === BLOCKINFO_BLOCK_ID) this.describedBlock('an abbreviation').abbreviations.push(abbreviation);
    else this.own.push(abbreviation);
  }

  private readAbbreviation(): Abbreviation {
    const { cursor } = this;
    const count = cursor.vbr(StandardWidth.abbreviationOperandCount);
    // One for the element of an array, which is an operand in the file.
    if (count > MAX_ABBREVIATION_OPERANDS + 1) this.fail(`an abbreviation with ${count} operands`);
    const operands: AbbreviationOperand[] = [];
    for (let left = count; left > 0; left--) {
      const operand = this.readAbbreviationOperand();
      if (operand !== 'array') {
        operands.push(operand);
        continue;
      }
      if (left !== 2) this.fail('an array is not the last operand but its element');
      const element = this.readAbbreviationOperand();
      left--;
      operands.push({ kind: 'array', element: this.asElement(element) });
    }
    const problem = abbreviationProblem(operands);
    if (problem !== undefined) this.fail(problem);
    return new Abbreviation(operands);
  }

  private asElement(operand: AbbreviationOperand | 'array'): ScalarEncoding {
    if (operand === 'array' || operand.kind === 'array' || operand.kind === 'literal' || operand.kind === 'blob') {
      return this.fail('array elements are fixed, vbr or char6');
    }
    return operand;
  }

  private readAbbreviationOperand(): AbbreviationOperand | 'array' {
    const { cursor } = this;
    if (cursor.fixed(1) === 1) {
      const low = cursor.vbr64(StandardWidth.abbreviationLiteral);
      return { kind: 'literal', value: (BigInt(cursor.high) << 32n) | BigInt(low) };
    }
    const code = cursor.fixed(StandardWidth.abbreviationEncoding);
    switch (code) {
      case EncodingCode.fixed:
      case EncodingCode.vbr: {
        const width = cursor.vbr(StandardWidth.abbreviationWidth);
        // No bits are what LLVM writes for a field that can only be 0.
        if (width === 0) return { kind: 'literal', value: 0n };
        return { kind: code === EncodingCode.fixed ? 'fixed' : 'vbr', width };
      }
      case EncodingCode.array:
        return 'array';
      case EncodingCode.char6:
        return { kind: 'char6' };
      case EncodingCode.blob:
        return { kind: 'blob' };
      default:
        return this.fail(`operand encoding ${code} does not exist`);
    }
  }
}

interface MutableBlockInfo {
  readonly blockId: number;
  readonly abbreviations: Abbreviation[];
  name: string | undefined;
  readonly recordNames: Map<number, string>;
}
