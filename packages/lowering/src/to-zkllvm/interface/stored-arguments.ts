import type { BlockArgument, Operation, OpOperand } from '@mlir2zk/mlir-parser';

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
  const isWritten = (use: OpOperand): boolean => writtenOperand[use.owner.name] === use.index;
  return parameters.filter((parameter) => [...parameter.uses()].some(isWritten)).map((parameter) => parameter.index);
}
