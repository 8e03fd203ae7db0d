import { array, BitstreamReader, BitstreamWriter, blob, char6, EntryKind, fixed, literal, vbr } from '../src/index.js';
import type { AbbreviationOperand } from '../src/index.js';

/** A writer inside a block whose only abbreviation is the one given. */
function writerWith(...operands: AbbreviationOperand[]): BitstreamWriter {
  const writer = new BitstreamWriter();
  writer.enterBlock(8, 3);
  writer.defineAbbreviation(operands);
  return writer;
}

function readerAtRecord(writer: BitstreamWriter): BitstreamReader {
  writer.exitBlock();
  const reader = new BitstreamReader(writer.toBytes());
  reader.advance();
  reader.enterBlock();
  while (reader.advance() !== EntryKind.record);
  return reader;
}

describe('BitstreamWriter', () => {
  it('writes the bytes that the format prescribes', () => {
    const writer = new BitstreamWriter();
    writer.enterBlock(13, 5);
    writer.record(2, [0]);
    writer.exitBlock();
    // Id 1 in 2 bits, block 13 in vbr8, width 5 in vbr4, alignment; one word; id 3 in 5 bits, then vbr6: 2, 1, 0; end.
    expect([...writer.toBytes()]).toEqual([0x42, 0x43, 0xc0, 0xde, 0x35, 0x14, 0, 0, 1, 0, 0, 0, 0x43, 0x08, 0, 0]);
  });

  it('streams typed arrays into arrays of every encoding', () => {
    const cases: ReadonlyArray<readonly [AbbreviationOperand, Uint8Array | Uint16Array | Uint32Array]> = [
      [array(fixed(8)), Uint8Array.from({ length: 1001 }, (_, i) => i & 255)],
      [array(fixed(7)), Uint8Array.from({ length: 333 }, (_, i) => i & 127)],
      [array(char6), new TextEncoder().encode('Only.letters_and.9digits')],
      [array(fixed(16)), Uint16Array.from({ length: 70 }, (_, i) => 65535 - 900 * i)],
      [array(fixed(32)), Uint32Array.from({ length: 70 }, (_, i) => 0xffff_ffff - 60_000_000 * i)],
      [array(vbr(6)), Uint32Array.from({ length: 70 }, (_, i) => 0xffff_ffff - 60_000_000 * i)],
    ];
    for (const [operand, data] of cases) {
      const writer = writerWith(literal(9), vbr(6), operand);
      writer.record(9, [77], 4, data);
      const reader = readerAtRecord(writer);
      reader.beginRecord();
      expect([reader.code, reader.operands.number(0), reader.arrayLength]).toEqual([9, 77, data.length]);
      const read = data.slice().fill(0);
      reader.readArray(read);
      expect(read).toEqual(data);
    }
  });

  it('streams 64-bit elements and unabbreviated ones', () => {
    const data = BigUint64Array.from([0n, 1n, 2n ** 32n, 2n ** 63n + 5n, 2n ** 64n - 1n]);
    for (const id of [3, 4]) {
      const writer = writerWith(literal(22), array(vbr(17)));
      writer.record(22, [], id, data);
      const reader = readerAtRecord(writer);
      reader.readRecord();
      expect([...data].map((_, i) => reader.operands.bigint(i))).toEqual([...data]);
    }
  });

  it('keeps what was written across chunks of its buffer, and patches lengths in all of them', () => {
    const data = new Uint8Array(3_000_000).map((_, i) => (i * 7) & 255);
    const writer = new BitstreamWriter();
    writer.enterBlock(8, 3);
    for (let i = 0; i < 3; i++) {
      writer.enterBlock(11, 4);
      writer.record(8, [], writer.defineAbbreviation([literal(8), array(fixed(8))]), data);
      writer.exitBlock();
    }
    writer.exitBlock();
    expect(writer.chunks().length).toBeGreaterThan(5);
    const reader = new BitstreamReader(writer.toBytes());
    reader.advance();
    reader.enterBlock();
    expect([reader.advance(), reader.advance(), reader.advance()]).toEqual([1, 1, 1]);
    reader.enterBlock();
    while (reader.advance() !== EntryKind.record);
    reader.beginRecord();
    const read = new Uint8Array(reader.arrayLength);
    reader.readArray(read);
    expect(Buffer.compare(read, data)).toBe(0);
  });

  it('sets a field afterwards, wherever it lies in a word', () => {
    for (let shift = 0; shift < 40; shift++) {
      const writer = writerWith(literal(1), array(fixed(1)));
      const wide = writer.defineAbbreviation([literal(2), fixed(32), fixed(32)]);
      writer.record(1, [], 4, new Uint8Array(shift).fill(1));
      writer.record(2, [0, 0xffff_ffff], wide);
      writer.patchField(writer.bitPosition - 64, 0x8765_4321);
      const reader = readerAtRecord(writer);
      reader.readRecord();
      expect(Array.from({ length: shift }, (_, i) => reader.operands.number(i))).toEqual(new Array(shift).fill(1));
      reader.advance();
      reader.readRecord();
      expect([reader.operands.number(0), reader.operands.number(1)]).toEqual([0x8765_4321, 0xffff_ffff]);
    }
  });

  it('rejects what a record, an abbreviation or a block cannot hold', () => {
    const writer = writerWith(literal(1), fixed(3), char6);
    expect(() => writer.record(1, [8, 97], 4)).toThrow('8 does not fit 3 bits');
    expect(() => writer.record(1, [7, 32], 4)).toThrow('a char6 character');
    expect(() => writer.record(2, [7, 97], 4)).toThrow('another literal than 2');
    expect(() => writer.record(1, [7], 4)).toThrow('has 1 operands, its abbreviation 2');
    expect(() => writer.record(1, [7, 97, 3], 4)).toThrow('more operands than its abbreviation');
    expect(() => writer.record(1, [7], 5)).toThrow('no abbreviation 5');
    expect(() => writer.record(1, [-1])).toThrow('-1 is not an operand');
    expect(() => writer.record(1, [0.5])).toThrow('0.5 is not an operand');
    expect(() => writer.defineAbbreviation([])).toThrow('needs an operand for the record code');
    expect(() => writer.defineAbbreviation([blob])).toThrow('starts with the record code');
    expect(() => writer.defineAbbreviation([literal(1), blob, fixed(1)])).toThrow('but not the last one');
    expect(() => writer.defineAbbreviation([fixed(33)])).toThrow('1 to 32 are possible');
    expect(() => writer.defineAbbreviation([literal(1), array(vbr(1))])).toThrow('2 to 32 are possible');
    expect(() => writer.defineAbbreviation([literal(-1)])).toThrow('does not fit 64 bits');
    expect(() => writer.enterBlock(8, 1)).toThrow('2 to 32 are possible');
    expect(() => writer.toBytes()).toThrow('block 8 was not ended');
    expect(() => new BitstreamWriter().record(1, [])).toThrow('records belong into a block');
    expect(() => new BitstreamWriter().exitBlock()).toThrow('no block is open');
    const full = writerWith(literal(1));
    for (let i = 0; i < 3; i++) full.defineAbbreviation([literal(1)]);
    expect(() => full.defineAbbreviation([literal(1)])).toThrow('needs ids of more than 3 bits');
  });
});
