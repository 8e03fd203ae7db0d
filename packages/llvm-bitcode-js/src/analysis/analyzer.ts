import type { BitstreamReader } from '../bitstream/bitstream-reader.js';
import { EntryKind } from '../bitstream/bitstream-reader.js';
import { BLOCKINFO_BLOCK_ID } from '../bitstream/standard-id.js';
import { readStreamHeader } from '../bitstream/stream-header.js';
import type { StreamHeader } from '../bitstream/stream-header.js';
import { codeNames } from '../vocabulary/code-names.js';
import type { CodeNames } from '../vocabulary/code-names.js';
import { countRecord, emptyBlockStatistics } from './block-statistics.js';
import type { BlockStatistics } from './block-statistics.js';
import { DumpWriter } from './dump-writer.js';
import type { DumpOptions } from './dump-writer.js';
import { StreamNames } from './stream-names.js';
import { writeSummary } from './summary-writer.js';
import { TextBuffer } from './text-sink.js';
import type { TextSink } from './text-sink.js';

/** What {@link analyze} writes. */
export interface AnalysisOptions extends DumpOptions {
  /** Write every block and record, not only the summary. */
  readonly dump?: boolean;
  /** Leave out the frequencies of records. */
  readonly disableHistogram?: boolean;
  /** Name zkLLVM's record codes instead of those that later versions of LLVM gave the numbers to. */
  readonly zkllvm?: boolean;
}

/** A block that is being read. */
interface Frame {
  readonly blockId: number;
  readonly statistics: BlockStatistics;
  /** Where the block begins: behind its id. */
  readonly start: number;
  /** Bits of the blocks in it. */
  inner: number;
  readonly dumped: boolean;
}

/**
 * Writes what llvm-bcanalyzer of LLVM 19 writes about a bitstream, byte for byte.
 *
 * @param name of the file, for the summary
 * @throws BitstreamError where the bytes are no bitstream; what was read before has been written
 */
export function analyze(file: Uint8Array, name: string, options: AnalysisOptions, sink: TextSink): void {
  const text = new TextBuffer(sink);
  try {
    new Analyzer(readStreamHeader(file), codeNames(options), options, text).run(name);
  } finally {
    text.flush();
  }
}

class Analyzer {
  private readonly header: StreamHeader;
  private readonly reader: BitstreamReader;
  private readonly options: AnalysisOptions;
  private readonly text: TextBuffer;
  private readonly names: StreamNames;
  private readonly writer: DumpWriter;
  private readonly statistics = new Map<number, BlockStatistics>();
  private readonly frames: Frame[] = [];
  private topLevelBlocks = 0;

  constructor(header: StreamHeader, names: CodeNames, options: AnalysisOptions, text: TextBuffer) {
    this.header = header;
    this.reader = header.reader;
    this.options = options;
    this.text = text;
    this.names = new StreamNames(header, names);
    this.writer = new DumpWriter(this.reader, this.names, options, text);
  }

  run(name: string): void {
    const { header, options, text } = this;
    if (options.dump === true && header.wrapper !== undefined) this.writer.wrapper(header.wrapper);
    this.walk();
    if (options.dump === true) text.write('\n\n');
    writeSummary(text, {
      name,
      bits: header.bytes.length * 8,
      kind: header.kind,
      topLevelBlocks: this.topLevelBlocks,
      blocks: [...this.statistics].sort(([a], [b]) => a - b),
      names: this.names,
      histogram: options.disableHistogram !== true,
    });
  }

  private walk(): void {
    const { reader } = this;
    for (;;) {
      switch (reader.advance()) {
        case EntryKind.end:
          return;
        case EntryKind.block:
          this.beginBlock();
          break;
        case EntryKind.endBlock:
          this.endBlock();
          break;
        case EntryKind.abbreviation:
          this.innermost().statistics.abbreviations++;
          break;
        case EntryKind.record:
          this.record();
          break;
      }
    }
  }

  private innermost(): Frame {
    return this.frames[this.frames.length - 1]; // the reader finds records and ends of blocks only inside blocks
  }

  private beginBlock(): void {
    const { reader, options, frames } = this;
    const { blockId } = reader;
    const start = reader.bitPosition;
    let statistics = this.statistics.get(blockId);
    if (statistics === undefined) this.statistics.set(blockId, (statistics = emptyBlockStatistics()));
    statistics.blocks++;
    reader.enterBlock();
    const isBlockInfo = blockId === BLOCKINFO_BLOCK_ID;
    const dumped = options.dump === true && (!isBlockInfo || options.dumpBlockinfo === true);
    if (dumped) this.writer.beginBlock(frames.length);
    else if (options.dump === true) this.writer.omittedBlock(frames.length);
    frames.push({ blockId, statistics, start, inner: 0, dumped });
  }

  private endBlock(): void {
    const { reader, frames } = this;
    const { blockId, statistics, start, inner, dumped } = this.innermost();
    const bits = reader.bitPosition - start;
    frames.pop();
    statistics.bits += bits - inner;
    if (dumped) this.writer.endBlock(blockId, frames.length);
    const outer = frames.at(-1);
    if (outer === undefined) {
      this.topLevelBlocks++;
      return;
    }
    outer.statistics.subblocks++;
    outer.inner += bits;
  }

  private record(): void {
    const { reader } = this;
    const { blockId, statistics, dumped } = this.innermost();
    const start = reader.entryStart;
    if (dumped) reader.readRecord();
    else reader.skipRecord();
    if (dumped) this.writer.record(blockId, this.frames.length);
    countRecord(statistics, reader.code, reader.bitPosition - start, reader.abbreviation !== undefined);
  }
}
