import type { LlvmFunction } from '../ir/function.js';
import { localName } from '../ir/identifier.js';

/**
 * The names under which a function's values and blocks are printed. Values and blocks without a name are numbered
 * together in the order of the text, as LLVM does; instructions without a result take no number.
 */
export class ValueNumbering {
  private readonly fn: LlvmFunction;
  /** Per value id: its number, or -1 for named ones and for instructions without a result. */
  private readonly valueNumbers: Int32Array;
  private readonly blockNumbers: Int32Array;

  constructor(fn: LlvmFunction) {
    this.fn = fn;
    const parameterCount = fn.parameters.length;
    const values = new Int32Array(parameterCount + fn.instructionCount).fill(-1);
    const blocks = new Int32Array(fn.blockStarts.length).fill(-1);
    const { types, valueNames } = fn;
    const voidId = fn.module.types.void.id;
    const allUnnamed = valueNames.size === 0;
    let next = 0;
    fn.parameters.forEach((parameter, index) => {
      if (parameter.name === undefined) values[index] = next++;
    });
    fn.blockOrder.forEach((block, position) => {
      if (!fn.blockNames.has(block)) blocks[block] = next++;
      const end = fn.blockEnd(position);
      for (let index = fn.blockStarts[block]; index < end; index++) {
        if (types[index] === voidId) continue;
        const value = parameterCount + index;
        if (allUnnamed || !valueNames.has(value)) values[value] = next++;
      }
    });
    this.valueNumbers = values;
    this.blockNumbers = blocks;
  }

  /** The number of an argument or instruction result, or -1 if it has a name (or no result). */
  numberOf(value: number): number {
    return this.valueNumbers[value] ?? -1;
  }

  /** `%name` or `%number`. */
  valueText(value: number): string {
    const number = this.numberOf(value);
    if (number >= 0) return `%${number}`;
    const name = this.fn.parameters[value]?.name ?? this.fn.valueNames.get(value);
    return name === undefined ? `%<badref ${value}>` : localName(name);
  }

  /** The number of a block, or -1 if it has a name. */
  blockNumberOf(block: number): number {
    return this.blockNumbers[block] ?? -1;
  }

  /** `%name` or `%number` of a block. */
  blockText(block: number): string {
    const name = this.fn.blockNames.get(block);
    return name === undefined ? `%${this.blockNumbers[block] ?? -1}` : localName(name);
  }
}
