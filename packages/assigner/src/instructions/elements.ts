import type { Type } from '@mlir2zk/llvm-emit';
import { memoryLayout } from '@mlir2zk/llvm-emit';
import { UNINITIALIZED } from '../memory/cell-memory.js';
import { elementAddress } from '../memory/element-address.js';
import type { Machine } from '../machine/machine.js';
import type { InstructionHandler, InstructionHandlers } from './handler.js';
import { loadCell } from './memory-access.js';

/** The constant lane that an instruction names. */
function lane(machine: Machine, position: number, length: number): number {
  const variable = machine.scalar(machine.operand(position));
  if (!machine.isConstant(variable)) machine.abort('the index of a vector element must be a constant');
  const index = machine.variables.numbers[variable];
  if (!(index >= 0 && index < length)) machine.abort(`the vector has no element ${index}`);
  return index;
}

const extractelement: InstructionHandler = (machine) => {
  const lanes = machine.vector(machine.operand(0));
  const variable = lanes[lane(machine, 1, lanes.length)];
  if (variable === UNINITIALIZED) machine.abort('the vector element is undefined');
  machine.setResult(variable);
};

const insertelement: InstructionHandler = (machine) => {
  const lanes = machine.vector(machine.operand(0)).slice();
  const element = machine.scalar(machine.operand(1));
  lanes[lane(machine, 2, lanes.length)] = element;
  machine.setVectorResult(lanes);
};

/** The cell inside the aggregate behind an address that a path of plain numbers leads to. */
function cellOnPath(machine: Machine, pathStart: number): number {
  const aggregate = machine.operand(0);
  const path = Array.from({ length: machine.operandCount - pathStart }, (_, i) => machine.operand(pathStart + i));
  const type: Type = machine.fn.typeOf(aggregate);
  return elementAddress(machine.memory, machine.address(aggregate), type, [0, ...path]);
}

const extractvalue: InstructionHandler = (machine) => {
  const cell = cellOnPath(machine, 1);
  const isAggregate = memoryLayout(machine.resultType).scalars !== 1;
  machine.setResult(isAggregate ? machine.internal(cell) : loadCell(machine, cell));
};

/** Changes the memory behind the aggregate: the operand changes too. */
const insertvalue: InstructionHandler = (machine) => {
  const cell = cellOnPath(machine, 2);
  const element = machine.operand(1);
  machine.memory.store(cell, machine.scalar(element), memoryLayout(machine.fn.typeOf(element)).bytes);
  machine.setResult(machine.scalar(machine.operand(0)));
};

export const elementHandlers: InstructionHandlers = { extractelement, insertelement, extractvalue, insertvalue };
