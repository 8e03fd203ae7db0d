import type { StreamHeader } from '../bitstream/stream-header.js';
import { BLOCKINFO_BLOCK_ID } from '../bitstream/standard-id.js';
import type { CodeNames } from '../vocabulary/code-names.js';

/** Ids below belong to the format itself. */
const FIRST_APPLICATION_BLOCK = 8;

/** Names of blocks and records in one stream: those that it states itself, then LLVM's if it is LLVM IR. */
export class StreamNames {
  private readonly header: StreamHeader;
  private readonly known: CodeNames;

  constructor(header: StreamHeader, known: CodeNames) {
    this.header = header;
    this.known = known;
  }

  block(blockId: number): string | undefined {
    if (blockId < FIRST_APPLICATION_BLOCK) {
      return blockId === BLOCKINFO_BLOCK_ID ? this.known.blocks.get(blockId) : undefined;
    }
    const stated = this.header.reader.infoOf(blockId)?.name;
    if (stated !== undefined && stated !== '') return stated;
    return this.header.kind === 'LLVM IR' ? this.known.blocks.get(blockId) : undefined;
  }

  record(blockId: number, code: number): string | undefined {
    if (blockId < FIRST_APPLICATION_BLOCK) {
      return blockId === BLOCKINFO_BLOCK_ID ? this.known.records.get(blockId)?.get(code) : undefined;
    }
    const stated = this.header.reader.infoOf(blockId)?.recordNames?.get(code);
    if (stated !== undefined) return stated;
    return this.header.kind === 'LLVM IR' ? this.known.records.get(blockId)?.get(code) : undefined;
  }
}
