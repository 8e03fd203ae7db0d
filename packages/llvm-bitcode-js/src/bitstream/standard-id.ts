/** Abbreviation ids that every block has. */
export const StandardAbbreviationId = {
  endBlock: 0,
  enterSubblock: 1,
  defineAbbreviation: 2,
  unabbreviatedRecord: 3,
  /** The first id that a block's own abbreviations get. */
  firstDefined: 4,
} as const;

/** Widths in bits of what surrounds blocks, definitions and unabbreviated records. */
export const StandardWidth = {
  /** Of abbreviation ids outside of blocks. */
  topLevelId: 2,
  blockId: 8,
  idWidth: 4,
  blockLength: 32,
  abbreviationOperandCount: 5,
  abbreviationLiteral: 8,
  abbreviationEncoding: 3,
  abbreviationWidth: 5,
  unabbreviated: 6,
  arrayLength: 6,
} as const;

/** The block that describes other blocks. Ids 1 to 7 are reserved, those from 8 on are the application's. */
export const BLOCKINFO_BLOCK_ID = 0;

/** Records of a BLOCKINFO block. */
export const BlockInfoCode = { SETBID: 1, BLOCKNAME: 2, SETRECORDNAME: 3 } as const;
