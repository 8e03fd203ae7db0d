import fc from 'fast-check';
import {
  Abbreviation,
  array,
  BitstreamReader,
  BitstreamWriter,
  blob,
  char6,
  char6Decoding,
  EntryKind,
  fixed,
  literal,
  OperandList,
  vbr,
} from '../src/index.js';
import type { AbbreviationOperand, BlockInfo, ScalarEncoding } from '../src/index.js';

/** A record as tests write and compare it. */
export interface RecordModel {
  readonly kind: 'record';
  readonly abbreviationId: number;
  readonly code: number;
  readonly operands: readonly bigint[];
  readonly blob: readonly number[] | undefined;
}

export interface BlockModel {
  readonly kind: 'block';
  readonly blockId: number;
  readonly idWidth: number;
  readonly entries: readonly EntryModel[];
}

export type EntryModel = RecordModel | BlockModel | { readonly kind: 'abbreviation' };

/** A plan of a record: which abbreviation it takes and values that are cut down to what fits. */
interface RecordPlan {
  readonly plan: 'record';
  readonly choice: number;
  readonly code: number;
  readonly values: readonly bigint[];
}
interface AbbreviationPlan {
  readonly plan: 'abbreviation';
  readonly operands: readonly AbbreviationOperand[];
}
interface BlockPlan {
  readonly plan: 'block';
  readonly blockId: number;
  readonly entries: readonly EntryPlan[];
}
type EntryPlan = RecordPlan | AbbreviationPlan | BlockPlan;

/** A plan of a stream. */
export interface StreamPlan {
  readonly infos: ReadonlyArray<{ readonly blockId: number; readonly abbreviations: ReadonlyArray<readonly AbbreviationOperand[]> }>;
  readonly blocks: readonly BlockPlan[];
}

const uint64 = fc.oneof(fc.bigInt(0n, 63n), fc.bigInt(0n, 2n ** 32n), fc.bigInt(0n, 2n ** 64n - 1n));

const scalar: fc.Arbitrary<ScalarEncoding> = fc.oneof(
  fc.integer({ min: 1, max: 32 }).map(fixed),
  fc.integer({ min: 2, max: 32 }).map(vbr),
  fc.constant(char6),
);

const operand: fc.Arbitrary<AbbreviationOperand> = fc.oneof(scalar, uint64.map(literal));

const abbreviationOperands: fc.Arbitrary<readonly AbbreviationOperand[]> = fc
  .tuple(
    fc.oneof(fc.integer({ min: 0, max: 2 ** 32 - 1 }).map(literal), fc.integer({ min: 3, max: 32 }).map(fixed)),
    fc.array(operand, { maxLength: 5 }),
    fc.option(fc.oneof(scalar.map(array), fc.constant(blob)), { nil: undefined }),
  )
  .map(([code, middle, tail]) => [code, ...middle, ...(tail === undefined ? [] : [tail])]);

const blockId = fc.integer({ min: 8, max: 300 });

const entry: fc.Memo<EntryPlan> = fc.memo((depth) => {
  const record: fc.Arbitrary<EntryPlan> = fc.record({
    plan: fc.constant('record' as const),
    choice: fc.nat(20),
    code: fc.oneof(fc.nat(70), fc.integer({ min: 0, max: 2 ** 32 - 1 })),
    values: fc.array(uint64, { maxLength: 12 }),
  });
  const abbreviation: fc.Arbitrary<EntryPlan> = fc.record({
    plan: fc.constant('abbreviation' as const),
    operands: abbreviationOperands,
  });
  return depth <= 1
    ? fc.oneof(record, abbreviation)
    : fc.oneof({ weight: 4, arbitrary: record }, { weight: 2, arbitrary: abbreviation }, block(depth - 1));
});

const block: fc.Memo<BlockPlan> = fc.memo((depth) =>
  fc.record({
    plan: fc.constant('block' as const),
    blockId,
    entries: fc.array(entry(depth), { maxLength: 8 }),
  }),
);

/** Streams with every kind of entry and encoding. */
export const streamPlan: fc.Arbitrary<StreamPlan> = fc.record({
  infos: fc.array(
    fc.record({ blockId, abbreviations: fc.array(abbreviationOperands, { maxLength: 3 }) }),
    { maxLength: 3 },
  ),
  blocks: fc.array(block(3), { maxLength: 4 }),
});

/** Writes the stream and says what reading it must find. */
export function writePlan(plan: StreamPlan): { readonly bytes: Uint8Array; readonly expected: readonly BlockModel[] } {
  const writer = new BitstreamWriter();
  const given = new Map<number, Abbreviation[]>();
  const infos: BlockInfo[] = plan.infos.map((info) => ({
    blockId: info.blockId,
    abbreviations: info.abbreviations.map((operands) => new Abbreviation(operands)),
  }));
  for (const info of infos) given.set(info.blockId, [...(given.get(info.blockId) ?? []), ...info.abbreviations]);
  // BLOCKINFO stands inside a block, as in LLVM's files.
  writer.enterBlock(8, 3);
  writer.writeBlockInfo(infos);
  const inner = plan.blocks.map((each) => writeBlock(writer, each, given));
  writer.exitBlock();
  const outer: BlockModel = { kind: 'block', blockId: 8, idWidth: 3, entries: inner };
  return { bytes: writer.toBytes(), expected: [outer] };
}

/** Bits of abbreviation ids: enough for 4 standard ones, three given ones per description and eight of its own. */
const ID_WIDTH = 5;

function writeBlock(writer: BitstreamWriter, plan: BlockPlan, given: ReadonlyMap<number, readonly Abbreviation[]>): BlockModel {
  const abbreviations = [...(given.get(plan.blockId) ?? [])];
  writer.enterBlock(plan.blockId, ID_WIDTH);
  const entries = plan.entries.map((each): EntryModel => {
    switch (each.plan) {
      case 'block':
        return writeBlock(writer, each, given);
      case 'abbreviation':
        abbreviations.push(new Abbreviation(each.operands));
        expect(writer.defineAbbreviation(each.operands)).toBe(abbreviations.length + 3);
        return { kind: 'abbreviation' };
      case 'record': {
        const choice = each.choice % (abbreviations.length + 1);
        const model = fitted(each, choice === 0 ? undefined : abbreviations[choice - 1], choice === 0 ? 3 : choice + 3);
        const tail = model.blob === undefined ? undefined : Uint8Array.from(model.blob);
        writer.record(model.code, OperandList.of(model.operands), model.abbreviationId, tail);
        return model;
      }
    }
  });
  writer.exitBlock();
  return { kind: 'block', blockId: plan.blockId, idWidth: ID_WIDTH, entries };
}

/** The record of the plan that the abbreviation can hold. */
function fitted(plan: RecordPlan, abbreviation: Abbreviation | undefined, abbreviationId: number): RecordModel {
  if (abbreviation === undefined) {
    return { kind: 'record', abbreviationId, code: plan.code, operands: plan.values, blob: undefined };
  }
  const values = [...plan.values];
  const scalars = abbreviation.operands.filter((each) => each.kind !== 'array' && each.kind !== 'blob');
  const [code, ...operands] = scalars.map((each, index) =>
    each.kind === 'literal' ? each.value : cut(each, index === 0 ? BigInt(plan.code) : (values.shift() ?? 1n)),
  );
  const last = abbreviation.operands.at(-1);
  if (last?.kind === 'array') operands.push(...values.map((value) => cut(last.element, value)));
  return {
    kind: 'record',
    abbreviationId,
    code: Number(code),
    operands,
    blob: last?.kind === 'blob' ? values.map((value) => Number(value & 255n)) : undefined,
  };
}

function cut(encoding: ScalarEncoding, value: bigint): bigint {
  switch (encoding.kind) {
    case 'fixed':
      return BigInt.asUintN(encoding.width, value);
    case 'vbr':
      return value;
    case 'char6':
      return BigInt(char6Decoding[Number(value & 63n)]);
  }
}

/** Reads a stream that {@link writePlan} wrote, without its BLOCKINFO blocks. */
export function readStream(bytes: Uint8Array): readonly BlockModel[] {
  const reader = new BitstreamReader(bytes);
  const blocks: BlockModel[] = [];
  for (;;) {
    const kind = reader.advance();
    if (kind === EntryKind.end) return blocks;
    expect(kind).toBe(EntryKind.block);
    blocks.push(readBlock(reader));
  }
}

function readBlock(reader: BitstreamReader): BlockModel {
  const { blockId: id } = reader;
  const entries: EntryModel[] = [];
  reader.enterBlock();
  const { idWidth } = reader;
  for (;;) {
    switch (reader.advance()) {
      case EntryKind.end:
        throw new Error('the reader reports an end inside a block');
      case EntryKind.endBlock:
        return { kind: 'block', blockId: id, idWidth, entries };
      case EntryKind.block:
        if (reader.blockId === 0) reader.skipBlock();
        else entries.push(readBlock(reader));
        break;
      case EntryKind.abbreviation:
        entries.push({ kind: 'abbreviation' });
        break;
      case EntryKind.record:
        reader.readRecord();
        entries.push(recordModel(reader));
        break;
    }
  }
}

function recordModel(reader: BitstreamReader): RecordModel {
  const { abbreviationId, code, operands, blob: bytes } = reader;
  const values = Array.from({ length: operands.length }, (_, index) => operands.bigint(index));
  return { kind: 'record', abbreviationId, code, operands: values, blob: bytes === undefined ? undefined : [...bytes] };
}
