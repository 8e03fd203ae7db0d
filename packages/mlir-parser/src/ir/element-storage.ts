import { bitsToFloat, floatFormats, floatToBits } from './float-format.js';
import type { FloatTypeName, Type } from './type.js';

/**
 * How one element of a dense attribute is stored: little-endian, padded to whole bytes; i1 takes a byte, index eight.
 * Types that are no numbers have no storage.
 */
export function elementByteSize(type: Type): number | undefined {
  switch (type.kind) {
    case 'integer':
      return Math.max(1, Math.ceil(type.width / 8));
    case 'index':
      return 8;
    case 'float':
      return Math.ceil(floatFormats[type.name].bits / 8);
    case 'complex': {
      const part = elementByteSize(type.elementType);
      return part === undefined ? undefined : 2 * part;
    }
    default:
      return undefined;
  }
}

/** Bits of an integer or index type. */
export function integerWidth(type: Type): number {
  return type.kind === 'integer' ? type.width : 64;
}

/** Whether values of `type` read as unsigned: MLIR shows signless integers as signed, but for i1. */
export function readsUnsigned(type: Type): boolean {
  return type.kind === 'integer' && (type.signedness === 'unsigned' || (type.signedness === 'signless' && type.width === 1));
}

/** The little-endian unsigned number of `size` bytes at `offset`. */
export function readBits(data: Uint8Array, offset: number, size: number): bigint {
  if (size <= 4) {
    let bits = 0;
    for (let i = size - 1; i >= 0; i--) bits = bits * 256 + data[offset + i];
    return BigInt(bits);
  }
  let bits = 0n;
  for (let i = size - 1; i >= 0; i--) bits = (bits << 8n) | BigInt(data[offset + i]);
  return bits;
}

/** Writes the low `size` bytes of `bits` little-endian at `offset`. */
export function writeBits(data: Uint8Array, offset: number, size: number, bits: bigint): void {
  if (size <= 4) {
    let rest = Number(BigInt.asUintN(32, bits));
    for (let i = 0; i < size; i++, rest >>>= 8) data[offset + i] = rest & 0xff;
    return;
  }
  let rest = bits;
  for (let i = 0; i < size; i++, rest >>= 8n) data[offset + i] = Number(rest & 0xffn);
}

/** The integer at element `index` of `data` (of an integer or index type). */
export function readInteger(type: Type, data: Uint8Array, index: number): bigint {
  const size = elementByteSize(type) ?? 8;
  const bits = readBits(data, index * size, size);
  return readsUnsigned(type) ? BigInt.asUintN(integerWidth(type), bits) : BigInt.asIntN(integerWidth(type), bits);
}

/** The encoding of the float at element `index` of `data`. */
export function readFloatBits(name: FloatTypeName, data: Uint8Array, index: number): bigint {
  const size = Math.ceil(floatFormats[name].bits / 8);
  return readBits(data, index * size, size);
}

/** The element `index` of float data as a double. */
export function readFloat(name: FloatTypeName, data: Uint8Array, index: number): number {
  return bitsToFloat(name, readFloatBits(name, data, index));
}

/** Writes the float `value` as element `index`. */
export function writeFloat(name: FloatTypeName, data: Uint8Array, index: number, value: number): void {
  const size = Math.ceil(floatFormats[name].bits / 8);
  writeBits(data, index * size, size, floatToBits(name, value));
}
