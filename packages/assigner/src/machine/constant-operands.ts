import { ConstantKind, Opcode, opcodeInfo } from '@mlir2zk/llvm-emit';
import type { ConstantExpression, GlobalVariable, Type, ValueId } from '@mlir2zk/llvm-emit';
import { VariableKind } from '../field/variable-table.js';
import type { Variable } from '../field/variable-table.js';
import { UNINITIALIZED } from '../memory/cell-memory.js';
import { elementAddress } from '../memory/element-address.js';
import type { Machine } from './machine.js';

/** Integer literals up to this many bits are read with their sign. */
const SIGNED_BITS = 64;

/**
 * Turns constant operands into variables, and counts the cells of the constant column that this takes:
 * - an operand of an ordinary instruction gets one cell per frame (`scalar`);
 * - an operand of an intrinsic gets a new one at every call (`fresh`);
 * - null and undef are the constant 0 that the table begins with;
 * - the first use of a global in the run takes one cell per scalar of its initializer and one for its address.
 */
export class ConstantOperands {
  private readonly machine: Machine;
  /** By constant: the frame that used it last, and its variable there. A short cut to the frames' own tables. */
  private latestFrame = new Int32Array(0);
  private latestVariable = new Int32Array(0);
  private readonly globals = new Map<GlobalVariable, Variable>();
  /** Function addresses count the functions in the order of their first use. */
  private readonly functionNumbers = new Map<string, number>();

  constructor(machine: Machine) {
    this.machine = machine;
  }

  /** The variable of a constant operand of an ordinary instruction. */
  scalar(id: ValueId): Variable {
    const { frame } = this.machine;
    const index = ~id;
    if (this.latestFrame[index] === frame.serial) return this.latestVariable[index];
    let variable = frame.constants.get(id);
    if (variable === undefined) {
      variable = this.fresh(id);
      if (this.machine.module.constants.kindOf(id) === ConstantKind.expression) return variable;
      frame.constants.set(id, variable);
    }
    this.remember(index, frame.serial, variable);
    return variable;
  }

  private remember(index: number, serial: number, variable: Variable): void {
    if (index >= this.latestFrame.length) {
      // Interpreting adds constants of its own, such as the count of an alloca.
      const size = Math.max(index + 1, this.machine.module.constants.size);
      this.latestFrame = grown(this.latestFrame, size);
      this.latestVariable = grown(this.latestVariable, size);
    }
    this.latestFrame[index] = serial;
    this.latestVariable[index] = variable;
  }

  /** The variable of a constant, in a new cell where it takes one. */
  fresh(id: ValueId): Variable {
    const { machine } = this;
    const { constants } = machine.module;
    switch (constants.kindOf(id)) {
      case ConstantKind.integer:
      case ConstantKind.field:
        return this.put(id);
      case ConstantKind.null:
        return machine.zero;
      case ConstantKind.undef:
      case ConstantKind.poison:
        return this.undefined(constants.typeOf(id));
      case ConstantKind.global:
        return this.address(id);
      case ConstantKind.expression:
        return this.expression(constants.expressionOf(id));
      case ConstantKind.zero:
      case ConstantKind.aggregate:
      case ConstantKind.bytes:
      case ConstantKind.data:
        return machine.abort('constant aggregates are not supported as operands');
      case ConstantKind.float:
        return machine.abort('floating point constants are not supported');
      case ConstantKind.metadata:
        return machine.abort('metadata is not supported as an operand');
    }
  }

  /** The lanes of a constant vector, in new cells. */
  vector(id: ValueId): Int32Array {
    const { machine } = this;
    const { constants } = machine.module;
    const type = constants.typeOf(id);
    if (type.kind !== 'vector') return machine.abort('a vector is expected');
    const kind = constants.kindOf(id);
    if (kind === ConstantKind.undef) return new Int32Array(type.length).fill(machine.zero);
    if (kind !== ConstantKind.aggregate) machine.abort('this vector constant is not supported: write its elements out');
    return Int32Array.from(constants.elementsOf(id), (element) =>
      constants.kindOf(element) === ConstantKind.undef ? UNINITIALIZED : this.fresh(element),
    );
  }

  /** A constant that is part of the circuit rather than a cell: its value as a number. */
  number(id: ValueId, position: number): number {
    const { machine } = this;
    const { constants } = machine.module;
    if (id >= 0 || constants.kindOf(id) !== ConstantKind.integer) {
      return machine.abort(`operand ${position} must be constant, but it is not`);
    }
    return constants.numberOf(id);
  }

  private put(id: ValueId): Variable {
    const { machine } = this;
    const { constants } = machine.module;
    machine.rows.constant();
    const small = constants.numberOf(id);
    const type = constants.typeOf(id);
    const readSigned = type.kind !== 'integer' || type.width <= SIGNED_BITS;
    if (!Number.isNaN(small) && (readSigned || small >= 0)) {
      return machine.variables.addNumber(VariableKind.constant, small);
    }
    const value = constants.bigintOf(id);
    return machine.variables.addBigint(
      VariableKind.constant,
      type.kind === 'integer' && !readSigned ? BigInt.asUintN(type.width, value) : value,
    );
  }

  /** 0, or for an aggregate the address of cells that hold 0. */
  private undefined(type: Type): Variable {
    const { machine } = this;
    if (type.kind !== 'array' && type.kind !== 'struct') return machine.zero;
    const first = machine.memory.allocate(type);
    for (let cell = first; cell < machine.memory.stackTop; cell++) machine.memory.put(cell, machine.zero);
    machine.rows.constant();
    return machine.variables.addNumber(VariableKind.constant, first);
  }

  private address(id: ValueId): Variable {
    const { machine } = this;
    const target = machine.module.constants.globalOf(id);
    if (target.kind === 'function') {
      let number = this.functionNumbers.get(target.name);
      if (number === undefined) {
        number = this.functionNumbers.size;
        this.functionNumbers.set(target.name, number);
      }
      machine.rows.constant();
      return machine.variables.addNumber(VariableKind.constant, number);
    }
    const known = this.globals.get(target);
    if (known !== undefined) return known;
    const variable = this.materialise(target);
    this.globals.set(target, variable);
    return variable;
  }

  /** Allocates a global in the current frame. It is not allocated again, also when that frame is gone. */
  private materialise(global: GlobalVariable): Variable {
    const { machine } = this;
    const { memory } = machine;
    if (global.initializer === undefined) return machine.abort(`global @${global.name} has no initializer`);
    const first = memory.allocate(global.valueType);
    let cell = first;
    const store = (variable: Variable): void => memory.put(cell++, variable);
    this.initialise(global.initializer, global.name, store);
    machine.rows.constant();
    return machine.variables.addNumber(VariableKind.constant, first);
  }

  private initialise(id: ValueId, name: string, store: (variable: Variable) => void): void {
    const { machine } = this;
    const { constants } = machine.module;
    switch (constants.kindOf(id)) {
      case ConstantKind.aggregate:
        if (constants.typeOf(id).kind === 'vector') machine.abort(`global @${name}: vectors are not supported`);
        for (const element of constants.elementsOf(id)) this.initialise(element, name, store);
        return;
      case ConstantKind.bytes:
        for (const byte of constants.bytesOf(id)) {
          machine.rows.constant();
          store(machine.variables.addNumber(VariableKind.constant, (byte << 24) >> 24));
        }
        return;
      case ConstantKind.zero:
        this.zeros(constants.typeOf(id), name, store);
        return;
      case ConstantKind.integer:
      case ConstantKind.field:
        store(this.put(id));
        return;
      case ConstantKind.null:
        store(machine.zero);
        return;
      case ConstantKind.global: {
        const target = constants.globalOf(id);
        const known = target.kind === 'variable' ? this.globals.get(target) : undefined;
        store(known ?? machine.abort(`global @${name} points to @${target.name}, which was not used before`));
        return;
      }
      case ConstantKind.undef:
      case ConstantKind.poison:
      case ConstantKind.float:
      case ConstantKind.data:
      case ConstantKind.metadata:
      case ConstantKind.expression:
        machine.abort(`unsupported constant in the initializer of global @${name}`);
    }
  }

  private zeros(type: Type, name: string, store: (variable: Variable) => void): void {
    const { machine } = this;
    switch (type.kind) {
      case 'array':
        for (let i = 0; i < type.length; i++) this.zeros(type.element, name, store);
        return;
      case 'struct':
        for (const field of type.fields ?? []) this.zeros(field, name, store);
        return;
      case 'pointer':
        store(machine.zero);
        return;
      case 'integer':
      case 'field':
        machine.rows.constant();
        store(machine.variables.addNumber(VariableKind.constant, 0));
        return;
      default:
        machine.abort(`unsupported constant in the initializer of global @${name}`);
    }
  }

  private expression({ opcode, operands, sourceType }: ConstantExpression): Variable {
    const { machine } = this;
    if (opcode === Opcode.ptrtoint) {
      return machine.internal(machine.memory.offsetOf(machine.variables.numbers[this.fresh(operands[0])]));
    }
    if (opcode !== Opcode.getelementptr || sourceType === undefined) {
      return machine.abort(`constant expression '${opcodeInfo(opcode).name}' is not supported`);
    }
    const [base, ...indices] = operands.map((operand) => machine.variables.numbers[this.fresh(operand)]);
    machine.rows.constant();
    return machine.variables.addNumber(VariableKind.constant, elementAddress(machine.memory, base, sourceType, indices));
  }
}

function grown(from: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(size);
  to.set(from);
  return to;
}
