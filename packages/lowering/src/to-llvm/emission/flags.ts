import { InstructionFlag } from '@mlir2zk/llvm-emit';
import type { Operation } from '@mlir2zk/mlir-parser';
import { attributeWords } from './dialect-attribute.js';

const fastMath: Readonly<Record<string, number>> = {
  reassoc: InstructionFlag.reassoc,
  nnan: InstructionFlag.nnan,
  ninf: InstructionFlag.ninf,
  nsz: InstructionFlag.nsz,
  arcp: InstructionFlag.arcp,
  contract: InstructionFlag.contract,
  afn: InstructionFlag.afn,
  fast: InstructionFlag.fast,
};

const overflow: Readonly<Record<string, number>> = { nsw: InstructionFlag.nsw, nuw: InstructionFlag.nuw };

function flagsOf(op: Operation, name: string, bits: Readonly<Record<string, number>>): number {
  if (op.attribute(name) === undefined) return 0;
  return attributeWords(op, name).reduce((flags, word) => flags | (bits[word] ?? 0), 0);
}

/** The flags that `fastmath<…>` of `op` stands for. */
export function fastMathFlags(op: Operation): number {
  return flagsOf(op, 'fastmath', fastMath);
}

/** The flags that `overflow<…>` of `op` stands for. */
export function overflowFlags(op: Operation): number {
  return flagsOf(op, 'overflowFlags', overflow);
}
