import type { ValueId } from './constant-pool.js';
import type { LlvmFunction } from './function.js';
import { opcodes } from './opcode.js';

/** Calls `visit` for each operand of instruction `index` that is a value, rather than a block or a plain number. */
export function forEachValueOperand(
  fn: LlvmFunction,
  index: number,
  visit: (value: ValueId, position: number) => void,
): void {
  const start = fn.operandStart(index);
  const count = fn.operandEnds[index] - start;
  const { operands } = fn;
  const range = (from: number, to: number, step = 1): void => {
    for (let position = from; position < to; position += step) visit(operands[start + position], position);
  };
  switch (opcodes[fn.opcodes[index]].form) {
    case 'br':
      range(0, count === 3 ? 1 : 0);
      return;
    case 'switch':
      range(0, 1);
      range(2, count, 2);
      return;
    case 'extractvalue':
      range(0, 1);
      return;
    case 'insertvalue':
      range(0, 2);
      return;
    case 'invoke':
      range(0, count - 2);
      return;
    case 'landingpad':
      range(1, count, 2);
      return;
    case 'phi':
      fn.phis[fn.extra[index]].values.forEach((value, position) => {
        visit(value, position);
      });
      return;
    default:
      range(0, count);
  }
}
