/** What was counted of the records of one code. */
export interface RecordStatistics {
  records: number;
  abbreviated: number;
  bits: number;
}

/** What was counted of the blocks of one id. Bits are those of the blocks without the blocks in them. */
export interface BlockStatistics {
  blocks: number;
  bits: number;
  subblocks: number;
  abbreviations: number;
  records: number;
  abbreviated: number;
  readonly byCode: Map<number, RecordStatistics>;
}

export function emptyBlockStatistics(): BlockStatistics {
  return { blocks: 0, bits: 0, subblocks: 0, abbreviations: 0, records: 0, abbreviated: 0, byCode: new Map() };
}

/** Counts a record. @param bits from the abbreviation id to the end */
export function countRecord(statistics: BlockStatistics, code: number, bits: number, abbreviated: boolean): void {
  let record = statistics.byCode.get(code);
  if (record === undefined) {
    record = { records: 0, abbreviated: 0, bits: 0 };
    statistics.byCode.set(code, record);
  }
  record.records++;
  record.bits += bits;
  statistics.records++;
  if (!abbreviated) return;
  record.abbreviated++;
  statistics.abbreviated++;
}
