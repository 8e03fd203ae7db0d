import type { ValueId } from '../ir/constant-pool.js';
import type { LlvmFunction } from '../ir/function.js';
import { Opcode, opcodes } from '../ir/opcode.js';
import type { InstructionForm } from '../ir/opcode.js';
import { forEachValueOperand } from '../ir/value-operands.js';

/** Forms whose operands are not all values; see {@link forEachValueOperand}. */
const MIXED: ReadonlySet<InstructionForm> = new Set([
  'br',
  'switch',
  'extractvalue',
  'insertvalue',
  'invoke',
  'landingpad',
  'phi',
]);
const isMixed = opcodes.map(({ form }) => MIXED.has(form));

/** Calls `visit` for each operand that is a constant, and for the size of an alloca that states none. */
export function forEachConstantOperand(fn: LlvmFunction, visit: (id: ValueId) => void): void {
  const { operands, operandEnds } = fn;
  const visitConstant = (id: ValueId): void => {
    if (id < 0) visit(id);
  };
  let start = 0;
  for (let index = 0; index < fn.instructionCount; index++) {
    const end = operandEnds[index];
    const code = fn.opcodes[index];
    if (isMixed[code]) {
      forEachValueOperand(fn, index, visitConstant);
    } else {
      for (let at = start; at < end; at++) if (operands[at] < 0) visit(operands[at]);
      if (code === Opcode.alloca && end === start) visit(allocaSize(fn));
    }
    start = end;
  }
}

/** The number of elements of an alloca that states none, `i32 1`: in bitcode each alloca has a number. */
export function allocaSize({ module }: LlvmFunction): ValueId {
  return module.constants.int(module.types.i32, 1);
}
