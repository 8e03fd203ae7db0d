import type { OpcodeName } from '@mlir2zk/llvm-emit';
import type { Machine } from '../machine/machine.js';

/** Carries out the current instruction of the machine. */
export type InstructionHandler = (machine: Machine) => void;

export type InstructionHandlers = Readonly<Partial<Record<OpcodeName, InstructionHandler>>>;
