import { intrinsicOf } from '@mlir2zk/llvm-emit';
import type { LlvmFunction } from '@mlir2zk/llvm-emit';
import type { Machine } from '../machine/machine.js';
import { bitIntrinsics } from './bits.js';
import { checkIntrinsics } from './checks.js';
import { IntrinsicCall } from './intrinsic-call.js';
import { memoryIntrinsics } from './memory-blocks.js';
import { verifierIntrinsics } from './verifier-arguments.js';

const handlers: Readonly<Record<string, ((call: IntrinsicCall) => void) | undefined>> = {
  ...bitIntrinsics,
  ...checkIntrinsics,
  ...memoryIntrinsics,
  ...verifierIntrinsics,
};

/** Carries out a call of a function named `llvm.…`. */
export function callIntrinsic(machine: Machine, callee: LlvmFunction): void {
  const definition = intrinsicOf(callee.name);
  if (definition === undefined) return machine.abort(`Unexpected intrinsic: ${callee.name}`);
  const handler = handlers[definition.name];
  if (handler === undefined) {
    const reason = definition.unsupported ?? 'it is not supported by the reference assigner';
    return machine.abort(`intrinsic ${definition.name}: ${reason}`);
  }
  if (machine.operandCount - 1 !== definition.parameters.length) {
    machine.abort(`intrinsic ${definition.name} takes ${definition.parameters.length} arguments`);
  }
  handler(new IntrinsicCall(machine, definition));
}
