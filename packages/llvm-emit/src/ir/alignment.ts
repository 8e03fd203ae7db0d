import { InstructionFlag } from './opcode.js';

/**
 * The flag bits of an alloca, load or store for an alignment in bytes; 0 means none is stated.
 *
 * @throws RangeError unless it is 0 or a power of two up to 2^32
 */
export function alignmentFlags(align: number): number {
  if (align === 0) return 0;
  const log = Math.log2(align);
  if (!Number.isInteger(log) || log < 0 || log > 32) throw new RangeError(`${align} is not an alignment`);
  return log + 1;
}

/** Whether a number of bytes is an alignment: a power of two up to 2^32. */
export function isAlignment(value: number): boolean {
  return value >= 1 && value <= 2 ** 32 && Number.isInteger(Math.log2(value));
}

/** The alignment in bytes that an instruction's flags state; 0 for none. */
export function alignmentOf(flags: number): number {
  const field = flags & (InstructionFlag.volatile - 1);
  return field === 0 ? 0 : 2 ** (field - 1);
}
