import { EntryKind } from 'llvm-bitcode-js';
import type { BitstreamReader } from 'llvm-bitcode-js';

/**
 * Reads the block that was entered up to its end, and calls `visit` after each record.
 *
 * @param block called for each block in it, before it is entered; what it leaves is passed over
 */
export function forEachRecord(reader: BitstreamReader, visit: () => void, block?: (blockId: number) => void): void {
  const { depth } = reader;
  for (;;) {
    switch (reader.advance()) {
      case EntryKind.endBlock:
        if (reader.depth < depth) return;
        break;
      case EntryKind.block:
        block?.(reader.blockId);
        break;
      case EntryKind.record:
        reader.readRecord();
        visit();
        break;
      case EntryKind.abbreviation:
      case EntryKind.end:
        break;
    }
  }
}
