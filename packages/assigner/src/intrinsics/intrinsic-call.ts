import type { IntrinsicDefinition, ValueId } from '@mlir2zk/llvm-emit';
import type { Variable } from '../field/variable-table.js';
import type { Machine } from '../machine/machine.js';

/** One call of an intrinsic: its arguments as variables, in the cells that they take. */
export class IntrinsicCall {
  readonly machine: Machine;
  private readonly scalars: Variable[] = [];
  private readonly vectors = new Map<number, Int32Array>();

  /** Puts the constant arguments, and for a plain intrinsic the callee, in new cells. */
  constructor(machine: Machine, definition: IntrinsicDefinition) {
    this.machine = machine;
    const { constants, fn, module } = machine;
    const { constantPositions } = definition;
    for (let position = 0; position < definition.parameters.length; position++) {
      if (constantPositions.includes(position)) continue;
      const value = this.value(position);
      const isVector = module.types.at(fn.typeIdOf(value)).kind === 'vector';
      if (isVector) this.vectors.set(position, machine.vector(value));
      else this.scalars[position] = value < 0 ? constants.fresh(value) : machine.scalar(value);
    }
    if (definition.constantCells === 'plain') machine.rows.constant();
  }

  /** The value id of an argument. */
  value(position: number): ValueId {
    return this.machine.operand(position + 1);
  }

  /** A scalar argument. */
  scalar(position: number): Variable {
    return this.scalars[position];
  }

  /** A scalar argument that a component uses. */
  input(position: number): Variable {
    return this.machine.checkedInput(this.scalars[position]);
  }

  vector(position: number): Int32Array {
    return this.vectors.get(position) ?? this.machine.abort(`operand ${position} is not a vector`);
  }

  /** The cell that a pointer argument points to. */
  address(position: number): number {
    const number = this.machine.variables.numbers[this.scalars[position]];
    return number > 0 ? number : this.machine.abort(`operand ${position} does not point to memory`);
  }

  /** An argument that is part of the circuit. */
  constant(position: number): number {
    return this.machine.constants.number(this.value(position), position);
  }

  /** The variables in `count` cells of the native field from the address in `position` on. */
  readCells(position: number, count: number): Variable[] {
    const first = this.address(position);
    return Array.from({ length: count }, (_, i) => {
      this.checkCell(first + i);
      const variable = this.machine.memory.load(first + i);
      if (variable < 0) this.machine.abort('Load uninitialized var');
      return this.machine.checkedInput(variable);
    });
  }

  /** Puts variables into cells of the native field from the address in `position` on. */
  writeCells(position: number, variables: readonly Variable[]): void {
    const first = this.address(position);
    variables.forEach((variable, i) => {
      this.checkCell(first + i);
      this.machine.memory.put(first + i, variable);
    });
  }

  private checkCell(cell: number): void {
    const { memory, field } = this.machine;
    if (memory.sizeOf(cell) !== field.storeBytes) {
      this.machine.abort(`the array must consist of cells of ${field.storeBytes} bytes`);
    }
  }
}
