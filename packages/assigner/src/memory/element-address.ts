import { memoryLayout } from '@mlir2zk/llvm-emit';
import type { Type } from '@mlir2zk/llvm-emit';
import { MemoryError } from './cell-memory.js';
import type { CellMemory } from './cell-memory.js';

/** Indices count from here up; the assigner reads them as 32-bit numbers. */
const INDEX_LIMIT = 2 ** 31 - 1;

/**
 * The cell that a getelementptr reaches.
 *
 * @param base cell number
 * @param indices the first counts objects of `sourceType` and may be negative, the others descend into it
 * @throws MemoryError where no cell begins at that place
 */
export function elementAddress(memory: CellMemory, base: number, sourceType: Type, indices: readonly number[]): number {
  const [first, ...path] = indices;
  for (const index of indices) {
    if (!(Math.abs(index) < INDEX_LIMIT)) throw new MemoryError('the index is not a number below 2^31 - 1');
  }
  const { bytes, scalars } = memoryLayout(sourceType);
  const cell = first === 0 ? base : memory.cellAt(base, first * bytes, first * scalars);
  if (path.length === 0) return cell;
  if (sourceType.kind !== 'array' && sourceType.kind !== 'struct' && sourceType.kind !== 'vector') {
    throw new MemoryError('GEP instruction with > 1 indices must operate on aggregate type!');
  }
  let type: Type = sourceType;
  let byteOffset = 0;
  let cellOffset = 0;
  for (const index of path) {
    if (index < 0) throw new MemoryError('a negative index into an aggregate');
    if (type.kind === 'struct') {
      const fields: readonly Type[] = type.fields ?? [];
      if (index >= fields.length) throw new MemoryError(`'${type.text}' has no field ${index}`);
      for (const field of fields.slice(0, index)) {
        byteOffset += memoryLayout(field).bytes;
        cellOffset += memoryLayout(field).scalars;
      }
      type = fields[index];
    } else if (type.kind === 'array' || type.kind === 'vector') {
      byteOffset += index * memoryLayout(type.element).bytes;
      cellOffset += index * memoryLayout(type.element).scalars;
      type = type.element;
    } else {
      throw new MemoryError(`'${type.text}' has no elements`);
    }
  }
  return memory.cellAt(cell, byteOffset, cellOffset);
}
