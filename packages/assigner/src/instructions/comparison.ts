import { integerPredicates } from '@mlir2zk/llvm-emit';
import type { IntegerPredicate } from '@mlir2zk/llvm-emit';
import type { Variable } from '../field/variable-table.js';
import { equality } from '../machine/equality.js';
import { TypeClass } from '../machine/machine.js';
import type { Machine } from '../machine/machine.js';
import { selection } from '../machine/selection.js';
import type { ComparisonMode } from '../table/components.js';
import { MODULUS_BITS } from '../table/component-plan.js';
import type { InstructionHandler, InstructionHandlers } from './handler.js';

type OrderedPredicate = Exclude<IntegerPredicate, 'eq' | 'ne'>;

/** Signed predicates compare as unsigned ones do. */
const modes: Readonly<Record<OrderedPredicate, ComparisonMode>> = {
  ult: 'lt',
  slt: 'lt',
  ule: 'le',
  sle: 'le',
  ugt: 'gt',
  sgt: 'gt',
  uge: 'ge',
  sge: 'ge',
};

const icmp: InstructionHandler = (machine) => {
  const predicate = integerPredicates[machine.fn.extra[machine.index]];
  const type = machine.fn.typeOf(machine.operand(0));
  switch (machine.classOf(type)) {
    case TypeClass.integer:
    case TypeClass.nativeField: {
      const left = machine.input(machine.operand(0));
      const right = machine.input(machine.operand(1));
      if (predicate === 'eq' || predicate === 'ne') {
        machine.setResult(equality(machine, left, right, predicate));
        return;
      }
      // A field element must lie below 2^254, an integer below its width.
      const bits = type.kind === 'integer' ? type.width : MODULUS_BITS - 1;
      machine.setResult(order(machine, left, right, bits, modes[predicate], type.kind === 'field'));
      return;
    }
    case TypeClass.pointer: {
      const same = machine.address(machine.operand(0)) === machine.address(machine.operand(1));
      if (predicate !== 'eq' && predicate !== 'ne') machine.abort('pointers can only be compared for equality');
      machine.setResult(machine.internal(same === (predicate === 'eq') ? 1 : 0));
      return;
    }
    case TypeClass.vector: {
      if (predicate !== 'eq' && predicate !== 'ne') return machine.abort('vectors can only be compared for equality');
      const left = machine.vector(machine.operand(0));
      const right = machine.vector(machine.operand(1));
      machine.setVectorResult(
        left.map((lane, i) => equality(machine, machine.checkedInput(lane), machine.checkedInput(right[i]), predicate)),
      );
      return;
    }
    default:
      machine.abort(`comparison of '${type.text}' is not supported`);
  }
};

function order(
  machine: Machine,
  left: Variable,
  right: Variable,
  bits: number,
  mode: ComparisonMode,
  field: boolean,
): Variable {
  machine.place('comparison_flag', machine.components.comparison(bits, mode));
  const { variables } = machine;
  const [x, y] = [left, right].map((variable) => {
    const value = variables.valueOf(variable);
    const low = BigInt.asUintN(bits, value);
    if (low !== value) {
      if (field) machine.abort(`a field value of 2^${bits} or more cannot be compared`);
      machine.violate('comparison_flag', `the value ${value} does not fit ${bits} bits`);
    }
    return low;
  });
  return machine.witness(holds(x, y, mode) ? 1 : 0);
}

function holds(x: bigint, y: bigint, mode: ComparisonMode): boolean {
  switch (mode) {
    case 'lt':
      return x < y;
    case 'le':
      return x <= y;
    case 'gt':
      return x > y;
    case 'ge':
      return x >= y;
  }
}

const select: InstructionHandler = (machine) => {
  const type = machine.resultClass();
  if (type !== TypeClass.integer && type !== TypeClass.nativeField) {
    machine.abort(`select of '${machine.resultType.text}' is not supported`);
  }
  const condition = machine.input(machine.operand(0));
  const whenTrue = machine.input(machine.operand(1));
  const whenFalse = machine.input(machine.operand(2));
  machine.setResult(selection(machine, condition, whenTrue, whenFalse));
};

export const comparisonHandlers: InstructionHandlers = { icmp, select };
