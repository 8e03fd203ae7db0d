import { UNINITIALIZED } from '../memory/cell-memory.js';
import type { IntrinsicCall } from './intrinsic-call.js';

/** `ptr (i64)`: as many one-byte cells, which stores fuse to the sizes that they need. */
function malloc(call: IntrinsicCall): void {
  const { machine } = call;
  const bytes = machine.variables.numbers[call.input(0)];
  if (!(bytes >= 0)) machine.abort('the size of the allocation is not a number');
  machine.setResult(machine.internal(machine.memory.allocateHeap(bytes)));
}

/** The number of bytes in an argument. */
function byteCount(call: IntrinsicCall, position: number): number {
  const bytes = call.machine.variables.numbers[call.input(position)];
  if (!(bytes >= 0)) call.machine.abort('the number of bytes is not a number');
  return bytes;
}

/** `void (ptr to, ptr from, iN bytes, i1)`: copies cell by cell; the cells must have the same sizes. */
function memcpy(call: IntrinsicCall): void {
  const { memory } = call.machine;
  const bytes = byteCount(call, 2);
  const to = bytes === 0 ? 0 : call.address(0);
  const from = bytes === 0 ? 0 : call.address(1);
  for (let done = 0, i = 0; done < bytes; i++) {
    const size = cellSize(call, to + i);
    if (memory.sizeOf(from + i) !== size) call.machine.abort('memcpy between cells of different sizes');
    const variable = memory.load(from + i);
    if (variable !== UNINITIALIZED) memory.put(to + i, variable);
    done += size;
  }
}

/** `void (ptr to, i8 value, iN bytes, i1)`: puts the value into each cell. */
function memset(call: IntrinsicCall): void {
  const { memory } = call.machine;
  const value = call.scalar(1);
  const bytes = byteCount(call, 2);
  const to = bytes === 0 ? 0 : call.address(0);
  for (let done = 0, i = 0; done < bytes; i++) {
    done += cellSize(call, to + i);
    memory.put(to + i, value);
  }
}

function cellSize(call: IntrinsicCall, cell: number): number {
  const size = call.machine.memory.sizeOf(cell);
  return size > 0 ? size : call.machine.abort('the block leaves the memory');
}

const nothing = (): void => undefined;

export const memoryIntrinsics = {
  'llvm.assigner.malloc': malloc,
  'llvm.assigner.free': nothing,
  'llvm.memcpy': memcpy,
  'llvm.memset': memset,
  'llvm.lifetime.start': nothing,
  'llvm.lifetime.end': nothing,
};
