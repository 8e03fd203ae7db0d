import { BitCursor } from '../bitstream/bit-cursor.js';
import type { BitstreamReader } from '../bitstream/bitstream-reader.js';
import type { OperandList } from '../bitstream/operand-list.js';
import { BLOCKINFO_BLOCK_ID, StandardWidth } from '../bitstream/standard-id.js';
import type { BitcodeWrapper } from '../bitstream/stream-header.js';
import { BlockId, MetadataCode } from '../vocabulary/record-code.js';
import { allPrintable, asText, escaped } from './print-bytes.js';
import type { StreamNames } from './stream-names.js';
import type { TextBuffer } from './text-sink.js';

export interface DumpOptions {
  /** Write the records of BLOCKINFO blocks too. */
  readonly dumpBlockinfo?: boolean;
  /** Write numbers of blocks and codes beside their names. */
  readonly nonSymbolic?: boolean;
  /** Write all bytes of blobs, escaped. */
  readonly showBinaryBlobs?: boolean;
}

/** Writes blocks and records as llvm-bcanalyzer does with `-dump`. */
export class DumpWriter {
  private readonly reader: BitstreamReader;
  private readonly names: StreamNames;
  private readonly options: DumpOptions;
  private readonly text: TextBuffer;
  /** Bit where the last METADATA_INDEX_OFFSET says that the index is. */
  private indexPosition = 0;

  constructor(reader: BitstreamReader, names: StreamNames, options: DumpOptions, text: TextBuffer) {
    this.reader = reader;
    this.names = names;
    this.options = options;
    this.text = text;
  }

  wrapper({ magic, version, offset, size, cpuType }: BitcodeWrapper): void {
    const hex = (value: number): string => `0x${value.toString(16).padStart(8, '0')}`;
    this.text.write(
      `<BITCODE_WRAPPER_HEADER Magic=${hex(magic)} Version=${hex(version)} Offset=${hex(offset)} ` +
        `Size=${hex(size)} CPUType=${hex(cpuType)}/>\n`,
    );
  }

  /** The line of the block entered last. */
  beginBlock(depth: number): void {
    const { blockId, blockWords, idWidth } = this.reader;
    const name = this.names.block(blockId);
    const number = this.options.nonSymbolic === true && name !== undefined ? ` BlockID=${blockId}` : '';
    this.text.write(
      `${indentation(depth)}<${name ?? `UnknownBlock${blockId}`}${number} NumWords=${blockWords} BlockCodeSize=${idWidth}>\n`,
    );
    if (blockId === BlockId.METADATA) this.indexPosition = 0;
  }

  endBlock(blockId: number, depth: number): void {
    this.text.write(`${indentation(depth)}</${this.names.block(blockId) ?? `UnknownBlock${blockId}`}>\n`);
  }

  /** What stands for a BLOCKINFO block whose records are not wanted. */
  omittedBlock(depth: number): void {
    this.text.write(`${indentation(depth)}<${this.names.block(BLOCKINFO_BLOCK_ID) ?? ''}/>\n`);
  }

  /** The line of the record read last. @param depth of the blocks around it */
  record(blockId: number, depth: number): void {
    const { reader, text } = this;
    const { code, operands, abbreviation, blob } = reader;
    const name = this.names.record(blockId, code);
    text.write(`${indentation(depth)}<${name ?? `UnknownCode${code}`}`);
    if (this.options.nonSymbolic === true && name !== undefined) text.write(` codeid=${code}`);
    if (abbreviation !== undefined) text.write(` abbrevid=${reader.abbreviationId}`);
    this.operands(operands);
    if (blockId === BlockId.METADATA) this.metadataIndex(code, operands);
    text.write('/>');
    if (abbreviation?.tail === 'array') this.arrayText(operands, abbreviation.scalarCount - 1);
    if (blob !== undefined) {
      if (blockId === BlockId.METADATA && code === MetadataCode.STRINGS) this.metadataStrings(operands, blob, depth - 1);
      else this.blob(blob);
    }
    text.write('\n');
  }

  private operands({ low, high, length }: OperandList): void {
    for (let i = 0; i < length; i++) {
      const value = high[i] === 0 ? low[i] : BigInt.asIntN(64, (BigInt(high[i]) << 32n) | BigInt(low[i]));
      this.text.write(` op${i}=${value}`);
    }
  }

  /** The array's elements, if all are printable characters; of each element the low eight bits count. */
  private arrayText(operands: OperandList, from: number): void {
    const bytes = operands.bytes(from);
    if (allPrintable(bytes)) this.text.write(` record string = '${asText(bytes)}'`);
  }

  private blob(blob: Uint8Array): void {
    const { text, options } = this;
    text.write(' blob data = ');
    if (options.showBinaryBlobs === true) text.write(`'${escaped(blob)}'`);
    else if (allPrintable(blob)) text.write(`'${asText(blob)}'`);
    else text.write(`unprintable, ${blob.length} bytes.`);
  }

  /** Whether the index of metadata is where the record before says. */
  private metadataIndex(code: number, operands: OperandList): void {
    const { reader, text } = this;
    if (code === MetadataCode.INDEX_OFFSET) {
      if (operands.length === 2) {
        this.indexPosition = reader.bitPosition + operands.number(0) + operands.number(1) * 2 ** 32;
      } else {
        text.write('(Invalid record)');
      }
    } else if (code === MetadataCode.INDEX) {
      const { indexPosition } = this;
      const matches = indexPosition === reader.entryStart;
      text.write(` (offset ${matches ? 'match' : `mismatch: ${indexPosition} vs ${reader.entryStart}`})`);
    }
  }

  /** `[count, offset]` and a blob: the lengths of the strings as 6-bit vbr, and from the offset on their characters. */
  private metadataStrings(operands: OperandList, blob: Uint8Array, depth: number): void {
    const { reader, text } = this;
    if (operands.length !== 2) reader.fail('metadata strings have a count and an offset');
    const count = operands.number(0);
    const offset = operands.number(1);
    if (count === 0 || count > blob.length * 8 || offset > blob.length) {
      reader.fail(`${count} metadata strings with characters from ${offset} on, in a blob of ${blob.length} bytes`);
    }
    text.write(` num-strings = ${count} {\n`);
    const lengths = new BitCursor(blob.subarray(0, offset));
    let at = offset;
    for (let left = count; left > 0; left--) {
      if (lengths.remaining < StandardWidth.unabbreviated) reader.fail('the lengths of metadata strings are cut short');
      const length = lengths.vbr(StandardWidth.unabbreviated);
      if (length > blob.length - at) reader.fail('the characters of metadata strings are cut short');
      text.write(`${indentation(depth)}    '${escaped(blob.subarray(at, at + length))}'\n`);
      at += length;
    }
    text.write(`${indentation(depth)}  }`);
  }
}

function indentation(depth: number): string {
  return '  '.repeat(depth);
}
