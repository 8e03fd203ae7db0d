import type { Variable } from '../field/variable-table.js';
import { equalityFlag, inequalityFlag } from '../table/components.js';
import type { Machine } from './machine.js';

/** Places an equality component and returns its result, 0 or 1. */
export function equality(machine: Machine, left: Variable, right: Variable, predicate: 'eq' | 'ne'): Variable {
  machine.place('equality_flag', predicate === 'eq' ? equalityFlag : inequalityFlag);
  return machine.witness(machine.variables.equal(left, right) === (predicate === 'eq') ? 1 : 0);
}
