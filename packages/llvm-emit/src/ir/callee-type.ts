import { ConstantKind } from './constant-pool.js';
import type { LlvmFunction } from './function.js';
import { Opcode } from './opcode.js';
import type { FunctionType } from './type.js';

/** The function type that a call or invoke states, or that its callee has; undefined if neither says. */
export function knownCalleeType(fn: LlvmFunction, index: number): FunctionType | undefined {
  const stated = fn.callSites[fn.extra[index]].functionType;
  if (stated !== undefined) return stated;
  const { constants } = fn.module;
  const callee = fn.operands[fn.operandStart(index)];
  if (callee >= 0 || constants.kindOf(callee) !== ConstantKind.global) return undefined;
  const target = constants.globalOf(callee);
  return target.kind === 'function' ? target.type : undefined;
}

/** The function type of a call or invoke: the stated one, the callee's, or that of its arguments. */
export function calleeType(fn: LlvmFunction, index: number): FunctionType {
  const known = knownCalleeType(fn, index);
  if (known !== undefined) return known;
  const labels = fn.opcodes[index] === Opcode.invoke ? 2 : 0;
  const given = fn.operands.subarray(fn.operandStart(index) + 1, fn.operandEnds[index] - labels);
  const { types } = fn.module;
  return types.function(types.at(fn.types[index]), Array.from(given, (id) => fn.typeOf(id)));
}
