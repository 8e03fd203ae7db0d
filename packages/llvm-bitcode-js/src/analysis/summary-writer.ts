import type { StreamKind } from '../bitstream/stream-header.js';
import type { BlockStatistics } from './block-statistics.js';
import { exponentText, fixedText } from './c-format.js';
import type { StreamNames } from './stream-names.js';
import type { TextBuffer } from './text-sink.js';

/** What the summary is about. */
export interface Summary {
  readonly name: string;
  /** Size of the stream. */
  readonly bits: number;
  readonly kind: StreamKind;
  readonly topLevelBlocks: number;
  /** By block id, ascending. */
  readonly blocks: ReadonlyArray<readonly [blockId: number, statistics: BlockStatistics]>;
  readonly names: StreamNames;
  readonly histogram: boolean;
}

/** Writes the statistics that llvm-bcanalyzer ends with. */
export function writeSummary(text: TextBuffer, summary: Summary): void {
  const { name, bits, kind, topLevelBlocks, blocks, names, histogram } = summary;
  text.write(`Summary of ${name}:\n`);
  text.write(`         Total size: ${bits}b/${fixedText(bits / 8, 2)}B/${Math.floor(bits / 32)}W\n`);
  text.write(`        Stream type: ${kind}\n`);
  text.write(`  # Toplevel Blocks: ${topLevelBlocks}\n\nPer-block Summary:\n`);
  for (const [blockId, statistics] of blocks) {
    const blockName = names.block(blockId);
    text.write(`  Block ID #${blockId}${blockName === undefined ? '' : ` (${blockName})`}:\n`);
    writeBlock(text, statistics, bits);
    if (histogram && statistics.byCode.size > 0) writeHistogram(text, blockId, statistics, names);
  }
}

function writeBlock(text: TextBuffer, statistics: BlockStatistics, streamBits: number): void {
  const { blocks, bits, subblocks, abbreviations, records, abbreviated } = statistics;
  text.write(`      Num Instances: ${blocks}\n`);
  text.write(`         Total Size: ${bits}b/${fixedText(bits / 8, 2)}B/${Math.floor(bits / 32)}W\n`);
  text.write(`    Percent of file: ${fixedText((bits * 100) / streamBits, 4)}%\n`);
  if (blocks > 1) {
    const average = bits / blocks;
    const each = (total: number): string => `${total}/${exponentText(total / blocks)}`;
    text.write(
      `       Average Size: ${fixedText(average, 2)}/${fixedText(average / 8, 2)}B/${Math.floor(average / 32)}W\n`,
    );
    text.write(`  Tot/Avg SubBlocks: ${each(subblocks)}\n`);
    text.write(`    Tot/Avg Abbrevs: ${each(abbreviations)}\n`);
    text.write(`    Tot/Avg Records: ${each(records)}\n`);
  } else {
    text.write(`      Num SubBlocks: ${subblocks}\n`);
    text.write(`        Num Abbrevs: ${abbreviations}\n`);
    text.write(`        Num Records: ${records}\n`);
  }
  if (records > 0) text.write(`    Percent Abbrevs: ${fixedText((abbreviated * 100) / records, 4)}%\n`);
  text.write('\n');
}

/** The record codes of a block, the most frequent first. */
function writeHistogram(text: TextBuffer, blockId: number, { byCode }: BlockStatistics, names: StreamNames): void {
  text.write('\tRecord Histogram:\n');
  text.write('\t\t  Count    # Bits     b/Rec   % Abv  Record Kind\n');
  const rows = [...byCode].sort(([codeA, a], [codeB, b]) => b.records - a.records || codeB - codeA);
  for (const [code, { records, bits, abbreviated }] of rows) {
    const perRecord = records > 1 ? ` ${fixedText(bits / records, 1).padStart(9)}` : ' '.repeat(10);
    const percent = abbreviated > 0 ? ` ${fixedText((abbreviated / records) * 100, 2).padStart(7)}` : ' '.repeat(8);
    const kind = names.record(blockId, code) ?? `UnknownCode${code}`;
    text.write(`\t\t${String(records).padStart(7)} ${String(bits).padStart(9)}${perRecord}${percent}  ${kind}\n`);
  }
  text.write('\n');
}
