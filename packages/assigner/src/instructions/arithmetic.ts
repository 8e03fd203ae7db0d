import { inverse } from '../field/modular.js';
import type { Variable } from '../field/variable-table.js';
import { TypeClass } from '../machine/machine.js';
import type { Machine } from '../machine/machine.js';
import { addition, bitwise, division, multiplication, subtraction } from '../table/components.js';
import type { InstructionHandler, InstructionHandlers } from './handler.js';

/** Integers are elements of the native field like any other: results do not wrap at their width. */
function checkNative(machine: Machine): void {
  const type = machine.resultClass();
  if (type !== TypeClass.integer && type !== TypeClass.nativeField) {
    machine.abort(`arithmetic on '${machine.resultType.text}' is not supported`);
  }
}

/** The width of the current instruction's integer result. */
function integerWidth(machine: Machine): number {
  const type = machine.resultType;
  return type.kind === 'integer' ? type.width : machine.abort(`'${type.text}' is not an integer type`);
}

const add: InstructionHandler = (machine) => {
  checkNative(machine);
  const left = machine.input(machine.operand(0));
  const right = machine.input(machine.operand(1));
  machine.place('addition', addition);
  machine.setResult(machine.variables.add(left, right));
};

const sub: InstructionHandler = (machine) => {
  checkNative(machine);
  const left = machine.input(machine.operand(0));
  const right = machine.input(machine.operand(1));
  machine.place('subtraction', subtraction);
  machine.setResult(machine.variables.subtract(left, right));
};

const mul: InstructionHandler = (machine) => {
  checkNative(machine);
  const left = machine.input(machine.operand(0));
  const right = machine.input(machine.operand(1));
  machine.place('multiplication', multiplication);
  machine.setResult(machine.variables.multiply(left, right));
};

/** Division in the field: the divisor must have an inverse. */
function fieldDivision(machine: Machine): void {
  checkNative(machine);
  const dividend = machine.input(machine.operand(0));
  const divisor = machine.input(machine.operand(1));
  machine.place('division', division);
  const { variables } = machine;
  if (variables.numbers[divisor] === 0) machine.violate('division', 'division by zero');
  machine.setResult(
    machine.witnessOf(variables.valueOf(dividend) * inverse(variables.valueOf(divisor), variables.modulus)),
  );
}

/** Quotient or remainder of the canonical values. The component's range checks hold dividend, divisor and quotient. */
const unsignedDivision =
  (part: 'quotient' | 'remainder'): InstructionHandler =>
  (machine) => {
    if (machine.resultClass() !== TypeClass.integer) {
      if (part === 'quotient') fieldDivision(machine);
      else machine.abort(`remainder of '${machine.resultType.text}' is not supported`);
      return;
    }
    const bits = integerWidth(machine);
    const left = machine.input(machine.operand(0));
    const right = machine.input(machine.operand(1));
    machine.place('division_remainder', machine.components.divisionRemainder(bits));
    const { variables } = machine;
    const limit = 1n << BigInt(bits);
    const x = variables.valueOf(left);
    const y = variables.valueOf(right);
    const quotient = y === 0n ? 0n : x / y;
    const remainder = y === 0n ? 0n : x % y;
    if (y === 0n && x !== 0n) machine.violate('division_remainder', 'division by zero');
    for (const [name, value] of [['dividend', x], ['divisor', y], ['quotient', quotient]] as const) {
      if (value >= limit) machine.violate('division_remainder', `the ${name} ${value} does not fit ${bits} bits`);
    }
    machine.setResult(machine.witnessOf(part === 'quotient' ? quotient : remainder));
  };

const sdiv: InstructionHandler = (machine) => {
  if (machine.resultClass() === TypeClass.integer) {
    machine.abort('division operation not implemented for integral types');
  }
  fieldDivision(machine);
};

/** Shift of the low bits; the amount is part of the circuit. */
const shift =
  (direction: 'left' | 'right'): InstructionHandler =>
  (machine) => {
    const bits = integerWidth(machine);
    const value = machine.input(machine.operand(0));
    const amountVariable = machine.scalar(machine.operand(1));
    if (!machine.isConstant(amountVariable)) machine.abort('the shift amount must be a constant');
    const amount = machine.variables.numbers[amountVariable];
    if (!(amount >= 0 && amount <= (direction === 'left' ? bits : bits - 1))) {
      machine.abort(`the shift amount ${amount} is out of range for ${bits} bits`);
    }
    machine.place('bit_shift', machine.components.bitShift(bits, amount, direction));
    const full = machine.variables.valueOf(value);
    const low = BigInt.asUintN(bits, full);
    if (low !== full) machine.violate('bit_shift', `the value ${full} does not fit ${bits} bits`);
    machine.setResult(
      machine.witnessOf(
        direction === 'left' ? BigInt.asUintN(bits, low << BigInt(amount)) : low >> BigInt(amount),
      ),
    );
  };

/** The assigner's stand-in for logic: one row without a constraint, so that the result is a hint. */
const logic =
  (combine: (left: bigint, right: bigint) => bigint): InstructionHandler =>
  (machine) => {
    integerWidth(machine);
    const left: Variable = machine.input(machine.operand(0));
    const right: Variable = machine.input(machine.operand(1));
    machine.place('bitwise', bitwise);
    const { variables } = machine;
    machine.setResult(machine.witnessOf(combine(variables.valueOf(left), variables.valueOf(right))));
  };

export const arithmeticHandlers: InstructionHandlers = {
  add,
  sub,
  mul,
  sdiv,
  udiv: unsignedDivision('quotient'),
  urem: unsignedDivision('remainder'),
  shl: shift('left'),
  lshr: shift('right'),
  and: logic((left, right) => left & right),
  or: logic((left, right) => left | right),
  xor: logic((left, right) => left ^ right),
};
