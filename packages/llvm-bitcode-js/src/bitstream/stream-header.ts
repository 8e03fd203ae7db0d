import { BitstreamReader } from './bitstream-reader.js';
import { BitstreamError } from './bitstream-error.js';

/** What a bitstream holds, by its signature. */
export type StreamKind = 'LLVM IR' | 'Clang Serialized AST' | 'Clang Serialized Diagnostics' | 'LLVM Remarks' | 'unknown';

const signatures: ReadonlyArray<readonly [bytes: readonly number[], kind: StreamKind]> = [
  [[0x42, 0x43, 0xc0, 0xde], 'LLVM IR'],
  [[0x43, 0x50, 0x43, 0x48], 'Clang Serialized AST'],
  [[0x44, 0x49, 0x41, 0x47], 'Clang Serialized Diagnostics'],
  [[0x52, 0x4d, 0x52, 0x4b], 'LLVM Remarks'],
];

/** The header that some systems put before a bitstream. */
export interface BitcodeWrapper {
  readonly magic: number;
  readonly version: number;
  /** Byte where the bitstream begins. */
  readonly offset: number;
  /** Bytes of the bitstream. */
  readonly size: number;
  readonly cpuType: number;
}

const WRAPPER_MAGIC = 0x0b17c0de;
const WRAPPER_BYTES = 20;

/** How a file begins, and the reader of what follows. */
export interface StreamHeader {
  readonly wrapper: BitcodeWrapper | undefined;
  readonly kind: StreamKind;
  /** The bitstream without its wrapper, signature included. */
  readonly bytes: Uint8Array;
  /** Stands behind the signature. */
  readonly reader: BitstreamReader;
}

/**
 * Reads the wrapper, if there is one, and the signature.
 *
 * @throws BitstreamError if the file is too short for them or is not made of 32-bit words
 */
export function readStreamHeader(file: Uint8Array): StreamHeader {
  if (file.length % 4 !== 0) {
    throw new BitstreamError(`a bitstream is a multiple of 4 bytes long, this file has ${file.length}`, file.length * 8);
  }
  const wrapper = readWrapper(file);
  const start = wrapper?.offset ?? 0;
  const bytes = wrapper === undefined ? file : file.subarray(start, start + wrapper.size);
  if (bytes.length < 4) throw new BitstreamError('the file ends inside its signature', start * 8);
  const kind = signatures.find(([signature]) => signature.every((byte, i) => bytes[i] === byte))?.[1] ?? 'unknown';
  return { wrapper, kind, bytes, reader: new BitstreamReader(bytes, 32, start * 8) };
}

function readWrapper(file: Uint8Array): BitcodeWrapper | undefined {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < 4 || view.getUint32(0, true) !== WRAPPER_MAGIC) return undefined;
  if (file.length < WRAPPER_BYTES) throw new BitstreamError('the file ends inside its wrapper header', 0);
  const field = (index: number): number => view.getUint32(4 * index, true);
  const wrapper = { magic: field(0), version: field(1), offset: field(2), size: field(3), cpuType: field(4) };
  if (wrapper.offset + wrapper.size > file.length) {
    throw new BitstreamError(
      `the wrapper says that the bitstream is at bytes ${wrapper.offset} to ${wrapper.offset + wrapper.size}, ` +
        `but the file has ${file.length}`,
      64,
    );
  }
  return wrapper;
}
