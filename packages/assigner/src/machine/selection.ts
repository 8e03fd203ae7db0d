import type { Variable } from '../field/variable-table.js';
import { addition, divisionOrZero, multiplication, subtraction } from '../table/components.js';
import type { Machine } from './machine.js';

/**
 * Places a selection and returns its result. The condition c is normalised to n = c / c (or 0), then
 * n * a + (1 - n) * b: five rows.
 */
export function selection(machine: Machine, condition: Variable, whenTrue: Variable, whenFalse: Variable): Variable {
  machine.place('division_or_zero', divisionOrZero);
  machine.place('multiplication', multiplication);
  machine.place('subtraction', subtraction);
  machine.place('multiplication', multiplication);
  machine.place('addition', addition);
  const { variables } = machine;
  return variables.add(variables.numbers[condition] === 0 ? whenFalse : whenTrue, machine.zero);
}
