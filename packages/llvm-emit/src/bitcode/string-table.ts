import { BlockId, localAbbreviation, StrtabCode } from 'llvm-bitcode-js';
import type { BitstreamWriter } from 'llvm-bitcode-js';

const encoder = new TextEncoder();

/** The names of a file's globals and functions, one behind the other. */
export class StringTable {
  private readonly names: Uint8Array[] = [];
  private length = 0;

  /** Adds a name. */
  add(name: string): { readonly offset: number; readonly size: number } {
    const bytes = encoder.encode(name);
    const offset = this.length;
    this.names.push(bytes);
    this.length += bytes.length;
    return { offset, size: bytes.length };
  }

  /** Writes the STRTAB block. */
  write(stream: BitstreamWriter): void {
    const whole = new Uint8Array(this.length);
    let at = 0;
    for (const name of this.names) {
      whole.set(name, at);
      at += name.length;
    }
    stream.enterBlock(BlockId.STRTAB, 3);
    stream.record(StrtabCode.BLOB, [], stream.defineAbbreviation(localAbbreviation.strtab.blob), whole);
    stream.exitBlock();
  }
}
