import fc from 'fast-check';
import { BitstreamReader, EntryKind, OperandList } from '../src/index.js';
import { readStream, streamPlan, writePlan } from './stream-model.js';
import type { BlockModel } from './stream-model.js';

describe('what the writer writes', () => {
  it('is what the reader reads', () => {
    fc.assert(
      fc.property(streamPlan, (plan) => {
        const { bytes, expected } = writePlan(plan);
        expect(bytes.length % 4).toBe(0);
        expect(readStream(bytes)).toEqual(expected);
      }),
      { numRuns: 250 },
    );
  });

  it('is passed over as it is read: records, arrays and blocks end where they end', () => {
    fc.assert(
      fc.property(streamPlan, fc.infiniteStream(fc.nat(3)), (plan, choices) => {
        const { bytes, expected } = writePlan(plan);
        const reader = new BitstreamReader(bytes);
        expect(reader.advance()).toBe(EntryKind.block);
        walk(reader, expected[0], () => choices.next().value ?? 0);
        expect(reader.advance()).toBe(EntryKind.end);
      }),
      { numRuns: 150 },
    );
  });
});

/** Goes through a block and reads, begins, skips or leaves alone each entry, as `choose` says. */
function walk(reader: BitstreamReader, model: BlockModel, choose: () => number): void {
  reader.enterBlock();
  expect(reader.blockId).toBe(model.blockId);
  for (const entry of model.entries) {
    let kind = reader.advance();
    if (kind === EntryKind.block && reader.blockId === 0) kind = reader.advance();
    if (entry.kind === 'block') {
      expect(kind).toBe(EntryKind.block);
      const choice = choose();
      if (choice === 0) reader.skipBlock();
      else if (choice > 1) walk(reader, entry, choose);
    } else if (entry.kind === 'abbreviation') {
      expect(kind).toBe(EntryKind.abbreviation);
    } else {
      expect(kind).toBe(EntryKind.record);
      const choice = choose();
      if (choice === 0) continue;
      if (choice === 1) reader.skipRecord();
      else reader.beginRecord();
      expect(reader.code).toBe(entry.code);
      if (choice === 3 && reader.arrayLength > 0) {
        const elements = new OperandList();
        reader.readArray(elements);
        expect(elements.length + reader.operands.length).toBe(entry.operands.length);
      }
    }
  }
  let kind = reader.advance();
  if (kind === EntryKind.block) {
    expect(reader.blockId).toBe(0);
    kind = reader.advance();
  }
  expect(kind).toBe(EntryKind.endBlock);
}
