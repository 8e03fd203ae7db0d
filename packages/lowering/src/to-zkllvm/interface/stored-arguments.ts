import type { BlockArgument, Operation, OpOperand } from '@mlir2zk/mlir-parser';
import { intrinsicOf, zkmlOperands } from '@mlir2zk/zk-intrinsics';

/** Which operand an operation writes to. */
const writtenOperand: Readonly<Record<string, number>> = {
  'affine.store': 1,
  'memref.store': 1,
  'memref.copy': 1,
  'krnl.memcpy': 0,
};

/** Positions of the arguments of `fn` that an operation inside writes to directly. */
export function storedArguments(fn: Operation): number[] {
  const parameters: readonly BlockArgument[] = fn.region(0).entry?.arguments ?? [];
  return parameters.filter((parameter) => [...parameter.uses()].some(isWrite)).map((parameter) => parameter.index);
}

function isWrite({ owner, index }: OpOperand): boolean {
  const intrinsic = intrinsicOf(owner);
  if (intrinsic === undefined) return writtenOperand[owner.name] === index;
  return index >= zkmlOperands(intrinsic, owner).inputs.length;
}
