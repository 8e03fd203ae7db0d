import { equality } from '../machine/equality.js';
import { VariableKind } from '../field/variable-table.js';
import type { IntrinsicCall } from './intrinsic-call.js';

/** `void (i1)`: an equality component says whether the condition is 0, and its result is tied to the constant 0. */
function exitCheck(call: IntrinsicCall): void {
  const { machine } = call;
  const condition = call.input(0);
  equality(machine, condition, machine.zero, 'eq');
  if (machine.variables.numbers[condition] === 0) {
    machine.violate('equality_flag', 'assigner_exit_check input is false, verification will fail!');
  }
}

/**
 * `void (T, T)`: a copy constraint, which has no effect on private inputs. It defines the value of an output that is to be
 * computed.
 */
function exitCheckEq(call: IntrinsicCall): void {
  const { machine } = call;
  const { variables } = machine;
  const sides = [call.scalar(0), call.scalar(1)] as const;
  const unassigned = sides.filter((side) => !variables.isAssigned(side));
  if (unassigned.length === 1) {
    const [output] = unassigned;
    const computed = machine.checkedInput(sides[0] === output ? sides[1] : sides[0]);
    variables.assign(output, variables.valueOf(computed));
    return;
  }
  const [left, right] = sides.map((side) => machine.checkedInput(side));
  if (sides.some((side) => variables.kindOf(side) === VariableKind.privateInput)) {
    machine.warn('the check has no effect: copy constraints to private inputs are dropped');
    return;
  }
  if (variables.equal(left, right)) return;
  machine.violate(
    'copy',
    `assigner_exit_check_eq_pallas input is false, verification will fail! ${variables.valueOf(left)} is not ${variables.valueOf(right)}`,
  );
}

/** `void (T)`: prints a value while assigning. */
function print(call: IntrinsicCall): void {
  const { machine } = call;
  machine.printed.push(machine.variables.valueOf(call.input(0)));
}

/** `T (T value, T expected)`: the value. */
function expect(call: IntrinsicCall): void {
  call.machine.setResult(call.scalar(0));
}

export const checkIntrinsics = {
  'llvm.assigner.exit.check': exitCheck,
  'llvm.assigner.exit.check.eq': exitCheckEq,
  'llvm.assigner.print.native.pallas.field': print,
  'llvm.expect': expect,
};
