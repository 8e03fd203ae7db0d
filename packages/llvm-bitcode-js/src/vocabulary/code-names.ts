import { blockVocabulary } from './block-vocabulary.js';
import { BlockId } from './record-code.js';
import { zkllvmCodes } from './zkllvm.js';

/** Names of blocks and of the record codes in them, as a dump prints them. */
export interface CodeNames {
  readonly blocks: ReadonlyMap<number, string>;
  /** Per block id: the names of its record codes. */
  readonly records: ReadonlyMap<number, ReadonlyMap<number, string>>;
}

/** zkLLVM's record codes by the block that they stand in. */
const zkllvmRecords: ReadonlyArray<readonly [blockId: number, codes: Readonly<Record<string, number>>]> = [
  [BlockId.TYPE, zkllvmCodes.type],
  [BlockId.CONSTANTS, zkllvmCodes.constants],
  [BlockId.FUNCTION, zkllvmCodes.function],
];

/** The names that llvm-bcanalyzer of LLVM 19 prints; with `zkllvm`, those of the fork's codes in their place. */
export function codeNames({ zkllvm = false } = {}): CodeNames {
  const blocks = new Map<number, string>();
  const records = new Map<number, Map<number, string>>();
  for (const { id, name, codes, unnamed = [], printed = {} } of blockVocabulary) {
    if (name !== undefined) blocks.set(id, name);
    const named = Object.entries(codes).filter(([key]) => !unnamed.includes(key));
    records.set(id, new Map(named.map(([key, code]) => [code, printed[key] ?? key])));
  }
  for (const [id, codes] of zkllvm ? zkllvmRecords : []) {
    for (const [key, code] of Object.entries(codes)) records.get(id)?.set(code, key);
  }
  return { blocks, records };
}
