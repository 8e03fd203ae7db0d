import { readFileSync } from 'node:fs';
import { describeWithOracles } from '../../../test/oracle.js';
import {
  BlockId,
  EntryKind,
  fieldWidth,
  readStreamHeader,
  standardAbbreviationId,
  standardBlockInfo,
  TypeCode,
} from '../src/index.js';
import type { BitstreamReader } from '../src/index.js';
import { assemble, inTemporaryDirectory, sampleNames } from './bitcode-samples.js';

/** Reads a module's types and BLOCKINFO: how many types there are, and the reader, which then knows the latter. */
function readHead(bytes: Uint8Array): { types: number; reader: BitstreamReader } {
  const { reader } = readStreamHeader(bytes);
  for (;;) {
    const kind = reader.advance();
    if (kind === EntryKind.block && (reader.blockId === BlockId.MODULE || reader.blockId === BlockId.TYPE)) {
      reader.enterBlock();
    } else if (kind === EntryKind.record) {
      reader.readRecord();
      if (reader.depth === 2 && reader.code === TypeCode.NUMENTRY) return { types: reader.operands.number(0), reader };
    }
  }
}

describeWithOracles('standardBlockInfo', ['llvm-as-19'], () => {
  it.each(sampleNames)('is what llvm-as-19 writes for %s.ll', (sample) => {
    const bytes = inTemporaryDirectory((directory) => readFileSync(assemble(sample, 'llvm-as-19', directory)));
    const { types, reader } = readHead(bytes);
    for (const { blockId, abbreviations } of standardBlockInfo(fieldWidth(types))) {
      const theirs = reader.infoOf(blockId)?.abbreviations.map(({ operands }) => operands);
      expect(abbreviations.map(({ operands }) => operands)).toEqual(theirs);
    }
  });
});

describe('standardAbbreviationId', () => {
  it('numbers the abbreviations of a block from 4 on', () => {
    expect(Object.values(standardAbbreviationId.function)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
    expect(standardAbbreviationId.valueSymtab.blockEntryChar6).toBe(7);
    expect(standardAbbreviationId.constants.setType).toBe(4);
  });
});
