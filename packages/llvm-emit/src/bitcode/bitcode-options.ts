import type { DebugInfoMode } from '../ir/debug-info.js';

/** How a module becomes bitcode. */
export interface BitcodeOptions {
  /**
   * Write what only zkLLVM has (field and curve types, their constants and instructions, its attributes) with the numbers
   * that its fork of LLVM 16 uses. Stock LLVM then rejects the file or takes it for something else. How the fork lays
   * out field constants is an assumption: like integers, in one number up to 64 bits and in several above.
   */
  readonly experimentalFieldBitcode?: boolean;
}

/** How bitcode becomes a module. */
export interface BitcodeReadOptions extends BitcodeOptions {
  /** What becomes of debug information. Kept is only that there is none: a file that has some is an error then. */
  readonly debugInfo?: DebugInfoMode;
}

/** What to do about a part of zkLLVM's flavour that stock bitcode has no code for. */
export const FIELD_BITCODE_ADVICE =
  "write text instead, or zkLLVM's own numbers with the option experimentalFieldBitcode (--experimental-field-bitcode)";
