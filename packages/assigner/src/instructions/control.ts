import { memoryLayout } from '@mlir2zk/llvm-emit';
import type { BlockId, LlvmFunction, Type } from '@mlir2zk/llvm-emit';
import { UNINITIALIZED } from '../memory/cell-memory.js';
import type { Variable } from '../field/variable-table.js';
import { TypeClass } from '../machine/machine.js';
import type { Machine } from '../machine/machine.js';
import type { Frame } from '../machine/frame.js';
import { callIntrinsic } from '../intrinsics/call-intrinsic.js';
import { branchBothWays, branchToCases, endSide, isTaken, jump, mergeSides, returnEndsSide } from './branching.js';
import type { InstructionHandler, InstructionHandlers } from './handler.js';

const br: InstructionHandler = (machine) => {
  if (machine.fn.attachment(machine.index, 'llvm.loop') !== undefined) machine.abort("Can't to process loop");
  if (machine.operandCount === 1) {
    jump(machine, machine.operand(0));
    return;
  }
  branchBothWays(machine, machine.scalar(machine.operand(0)), machine.operand(1), machine.operand(2));
};

const phi: InstructionHandler = (machine) => {
  const { fn, frame } = machine;
  const node = fn.phis[fn.extra[machine.index]];
  // Constants of all incoming edges take their cells.
  for (const value of node.values) if (value < 0) machine.scalar(value);
  const edge = node.blocks.indexOf(frame.predecessor);
  if (edge < 0) return machine.abort('no incoming value for the block that ran last');
  const value = node.values[edge];
  if (machine.resultClass() === TypeClass.vector) machine.setVectorResult(machine.vector(value));
  else machine.setResult(machine.scalar(value));
};

const call: InstructionHandler = (machine) => {
  const callee = machine.globalOf(machine.operand(0));
  if (callee?.kind !== 'function') return machine.abort('only direct calls are supported');
  if (callee.name.startsWith('llvm.')) {
    callIntrinsic(machine, callee);
    return;
  }
  enterFunction(machine, callee);
};

function enterFunction(machine: Machine, callee: LlvmFunction): void {
  const { parameters } = callee;
  const given = machine.operandCount - 1;
  if (given !== parameters.length) machine.abort(`@${callee.name} takes ${parameters.length} arguments`);
  const scalars: Variable[] = [];
  const vectors = new Map<number, Int32Array>();
  parameters.forEach(({ type }, position) => {
    const value = machine.operand(position + 1);
    if (machine.classOf(type) === TypeClass.vector) vectors.set(position, machine.vector(value));
    else scalars[position] = machine.scalar(value);
  });
  machine.scalar(machine.operand(0)); // the address of the callee is a constant too
  if (callee.isDeclaration) machine.abort(`Function ${callee.name} has no implementation.`);
  const frame = machine.enter(callee);
  scalars.forEach((variable, position) => (frame.scalars[position] = variable));
  for (const [position, lanes] of vectors) frame.vectors.set(position, lanes);
}

const ret: InstructionHandler = (machine) => {
  const { caller, fn } = machine.frame;
  const type = fn.type.returnType;
  const returned = type.kind === 'void' ? [] : returnedScalars(machine, type);
  if (caller === undefined) {
    if (isTaken(machine)) machine.returned = returned;
    endSide(machine, true);
    return;
  }
  if (returnEndsSide(machine)) {
    endSide(machine, false);
    return;
  }
  leave(machine, caller, type, returned);
};

/** The returned value as scalars; those that were never written are UNINITIALIZED. */
function returnedScalars(machine: Machine, type: Type): Variable[] {
  const value = machine.operand(0);
  switch (machine.classOf(type)) {
    case TypeClass.vector:
      return [...machine.vector(value)];
    case TypeClass.aggregate: {
      const first = machine.address(value);
      return Array.from({ length: memoryLayout(type).scalars }, (_, i) => machine.memory.load(first + i));
    }
    default:
      return [machine.scalar(value)];
  }
}

function leave(machine: Machine, caller: Frame, type: Type, returned: readonly Variable[]): void {
  const left = machine.frame;
  machine.leave(caller);
  if (type.kind !== 'void') setReturned(machine, type, returned);
  mergeSides(machine, left);
}

function setReturned(machine: Machine, type: Type, returned: readonly Variable[]): void {
  switch (machine.classOf(type)) {
    case TypeClass.vector:
      machine.setVectorResult(Int32Array.from(returned));
      return;
    case TypeClass.aggregate: {
      const first = machine.memory.allocate(type);
      returned.forEach((variable, i) => {
        if (variable !== UNINITIALIZED) machine.memory.put(first + i, variable);
      });
      machine.setResult(machine.internal(first));
      return;
    }
    default:
      machine.setResult(returned[0]);
  }
}

/** The value passes through: no masking, no extension of the sign. */
const passThrough: InstructionHandler = (machine) => {
  if (machine.resultClass() === TypeClass.vector) machine.setVectorResult(machine.vector(machine.operand(0)));
  else if (machine.resultClass() === TypeClass.other) machine.abort(`'${machine.resultType.text}' is not supported`);
  else machine.setResult(machine.scalar(machine.operand(0)));
};

const switchHandler: InstructionHandler = (machine) => {
  const condition = machine.scalar(machine.operand(0));
  const targets: BlockId[] = [];
  for (let position = 2; position < machine.operandCount; position += 2) {
    machine.scalar(machine.operand(position)); // the case's value takes its cell
    targets.push(machine.operand(position + 1));
  }
  branchToCases(machine, condition, targets);
};

export const controlHandlers: InstructionHandlers = {
  br,
  phi,
  call,
  ret,
  switch: switchHandler,
  trunc: passThrough,
  zext: passThrough,
  sext: passThrough,
  freeze: passThrough,
  itogf: passThrough,
};
