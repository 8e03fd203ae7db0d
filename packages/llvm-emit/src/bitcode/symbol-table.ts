import { BlockId, isChar6, standardAbbreviationId, ValueSymtabCode } from 'llvm-bitcode-js';
import type { BitstreamWriter } from 'llvm-bitcode-js';
import type { LlvmFunction } from '../ir/function.js';
import type { ValueEnumerator } from './value-enumerator.js';

const standard = standardAbbreviationId.valueSymtab;
const encoder = new TextEncoder();

/** Writes the names of a function's parameters, instructions and blocks; no block if there are none. */
export function writeLocalNames(stream: BitstreamWriter, fn: LlvmFunction, values: ValueEnumerator): void {
  const named = fn.parameters.some(({ name }) => name !== undefined);
  if (!named && fn.valueNames.size === 0 && fn.blockNames.size === 0) return;
  const writeName = (code: number, number: number, name: string): void => {
    const bytes = encoder.encode(name);
    stream.record(code, [number], abbreviationOf(code, bytes), bytes);
  };
  stream.enterBlock(BlockId.VALUE_SYMTAB, 4);
  fn.parameters.forEach(({ name }, index) => {
    if (name !== undefined) writeName(ValueSymtabCode.ENTRY, values.numberOf(index), name);
  });
  for (const [value, name] of fn.valueNames) writeName(ValueSymtabCode.ENTRY, values.numberOf(value), name);
  fn.blockOrder.forEach((block, position) => {
    const name = fn.blockNames.get(block);
    if (name !== undefined) writeName(ValueSymtabCode.BBENTRY, position, name);
  });
  stream.exitBlock();
}

function abbreviationOf(code: number, name: Uint8Array): number {
  if (isChar6(name)) return code === ValueSymtabCode.BBENTRY ? standard.blockEntryChar6 : standard.entryChar6;
  return code === ValueSymtabCode.ENTRY && name.every((byte) => byte < 128) ? standard.entry7 : standard.entry8;
}
