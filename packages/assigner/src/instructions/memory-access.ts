import { memoryLayout } from '@mlir2zk/llvm-emit';
import type { Type } from '@mlir2zk/llvm-emit';
import type { Variable } from '../field/variable-table.js';
import { TypeClass } from '../machine/machine.js';
import type { Machine } from '../machine/machine.js';
import { UNINITIALIZED } from '../memory/cell-memory.js';
import { elementAddress } from '../memory/element-address.js';
import type { InstructionHandler, InstructionHandlers } from './handler.js';

/** An alloca without a count has, in LLVM, the operand `i32 1`, which takes a constant cell. */
const alloca: InstructionHandler = (machine) => {
  const { module, fn, index } = machine;
  machine.scalar(machine.operandCount > 0 ? machine.operand(0) : module.constants.int(module.types.i32, 1));
  machine.setResult(machine.internal(machine.memory.allocate(module.types.at(fn.extra[index]))));
};

/** The variable in a cell. */
export function loadCell(machine: Machine, cell: number): Variable {
  const variable = machine.memory.load(cell);
  if (variable === UNINITIALIZED) machine.abort('Load uninitialized var');
  return variable;
}

/** Loads the variable itself, whatever the type of the cell: a cell can be read as any type of one scalar. */
const load: InstructionHandler = (machine) => {
  const cell = machine.address(machine.operand(0));
  switch (machine.resultClass()) {
    case TypeClass.integer:
    case TypeClass.nativeField:
    case TypeClass.pointer:
      machine.setResult(loadCell(machine, cell));
      return;
    case TypeClass.vector: {
      const { scalars } = memoryLayout(machine.resultType);
      if (scalars === 1) machine.setResult(loadCell(machine, cell));
      else machine.setVectorResult(Int32Array.from({ length: scalars }, (_, i) => loadCell(machine, cell + i)));
      return;
    }
    default:
      machine.abort(`load of '${machine.resultType.text}' is not supported`);
  }
};

const store: InstructionHandler = (machine) => {
  const value = machine.operand(0);
  const type = machine.fn.typeOf(value);
  switch (machine.classOf(type)) {
    case TypeClass.integer:
    case TypeClass.nativeField:
    case TypeClass.pointer: {
      const variable = machine.scalar(value);
      machine.memory.store(machine.address(machine.operand(1)), variable, memoryLayout(type).bytes);
      return;
    }
    case TypeClass.vector: {
      const lanes = machine.vector(value);
      const cell = machine.address(machine.operand(1));
      const { bytes } = memoryLayout(type);
      lanes.forEach((lane, i) => {
        machine.memory.store(cell + i, lane, bytes / lanes.length);
      });
      return;
    }
    default:
      machine.abort(`store of '${type.text}' is not supported`);
  }
};

const getelementptr: InstructionHandler = (machine) => {
  const { variables, fn, index } = machine;
  const base = machine.address(machine.operand(0));
  const count = machine.operandCount;
  const indices: number[] = [];
  for (let position = 1; position < count; position++) {
    const variable = machine.scalar(machine.operand(position));
    if (position === 1 && !machine.isConstant(variable)) {
      machine.abort('the first index of a getelementptr must be a constant');
    }
    indices.push(variables.numbers[variable]);
  }
  const source: Type = machine.module.types.at(fn.extra[index]);
  machine.setResult(machine.internal(elementAddress(machine.memory, base, source, indices)));
};

const ptrtoint: InstructionHandler = (machine) => {
  machine.setResult(machine.internal(machine.memory.offsetOf(machine.address(machine.operand(0)))));
};

const inttoptr: InstructionHandler = (machine) => {
  const offset = machine.address(machine.operand(0));
  machine.setResult(machine.internal(machine.memory.cellAtOffset(offset)));
};

export const memoryHandlers: InstructionHandlers = { alloca, load, store, getelementptr, ptrtoint, inttoptr };
