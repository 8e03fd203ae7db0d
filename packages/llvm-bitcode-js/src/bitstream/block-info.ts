import type { Abbreviation } from './abbreviation.js';

/** What a BLOCKINFO block says about blocks of one id. */
export interface BlockInfo {
  readonly blockId: number;
  /** Abbreviations that every such block starts with; their ids count from 4. */
  readonly abbreviations: readonly Abbreviation[];
  /** A name for dumps. */
  readonly name?: string | undefined;
  /** Names of record codes for dumps. */
  readonly recordNames?: ReadonlyMap<number, string> | undefined;
}
