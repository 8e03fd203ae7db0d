import type { BlockId } from '@mlir2zk/llvm-emit';
import { VariableKind } from '../field/variable-table.js';
import type { Variable } from '../field/variable-table.js';
import type { Branch, Side } from '../machine/branch.js';
import type { Frame } from '../machine/frame.js';
import type { Machine } from '../machine/machine.js';
import { selection } from '../machine/selection.js';

/** The assigner leaves out a side of a `br` that begins with a block of this name and is not taken. */
const PANIC_BLOCK = 'panic';
/** Branches that a run executes. Each that follows a join runs twice as often as the one before it. */
const MAX_BRANCHES = 2 ** 18;
/** Branches within sides of branches; each of them holds a copy of the memory. */
const MAX_NESTED = 2_000;

/** Moves to a block. No side of a branch depends on a value, so that a block that runs twice on one way runs for ever. */
export function jump(machine: Machine, target: BlockId): void {
  const { frame, fn } = machine;
  const from = fn.blockOrder[frame.blockPosition];
  frame.visit(from);
  if (frame.hasVisited(target)) machine.abort('the loop does not end: the assigner runs both sides of every branch');
  frame.predecessor = from;
  frame.blockPosition = fn.blockOrder.indexOf(target);
  machine.next = fn.blockStarts[target];
}

/** A conditional `br`: both sides run, the true side first. */
export function branchBothWays(machine: Machine, condition: Variable, whenTrue: BlockId, whenFalse: BlockId): void {
  const holds = machine.variables.numbers[machine.assigned(condition)] !== 0;
  const side = (target: BlockId, taken: boolean): Side => ({
    target,
    taken,
    skipped: !taken && machine.fn.blockNames.get(target) === PANIC_BLOCK,
  });
  beginBranch(machine, 'br', condition, [side(whenTrue, holds), side(whenFalse, !holds)]);
}

/** A `switch`: the cases run one after the other, the default never; then the run ends with an error. */
export function branchToCases(machine: Machine, condition: Variable, targets: readonly BlockId[]): void {
  const sides = targets.map((target) => ({ target, taken: false, skipped: false }));
  beginBranch(machine, 'switch', machine.assigned(condition), sides);
}

function beginBranch(machine: Machine, opcode: Branch['opcode'], condition: Variable, sides: readonly Side[]): void {
  const { frame, memory, branches, index } = machine;
  if (++machine.branchCount > MAX_BRANCHES) {
    machine.abort(`the run executes more than ${MAX_BRANCHES} branches: the assigner runs what follows a join once per side`);
  }
  if (branches.length === MAX_NESTED) {
    machine.abort(`more than ${MAX_NESTED} branches on one way: the assigner runs both sides of every branch`);
  }
  const { pathLength, blockPosition } = frame;
  branches.push({
    opcode, frame, index, condition, sides, current: -1, pathLength, blockPosition, memory: memory.state(), ended: undefined,
  });
  endSide(machine, false);
}

/**
 * Goes to the side that is next, of the innermost branch that has one. Registers and constant cells of the frame outlive
 * the side that computed them, the memory does not.
 *
 * @param returned whether the circuit function has returned; if not, and all sides have run, the assigner knows no
 *   instruction to go on with and fails
 */
export function endSide(machine: Machine, returned: boolean): void {
  const { branches, memory } = machine;
  let hasReturned = returned;
  for (let branch = branches.at(-1); branch !== undefined; branch = branches.at(-1)) {
    const { frame, sides } = branch;
    if (frame !== machine.frame) fail(machine);
    machine.index = branch.index;
    if (branch.current === sides.length - 1) {
      if (branch.opcode === 'switch') {
        machine.abort('the assigner ends with an error at a switch: it runs the cases, never the default, and keeps no result');
      }
      branches.pop(); // the memory of the last side stays: nothing is merged
      continue;
    }
    if (branch.current >= 0) {
      branch.ended = memory.state();
      memory.restore(branch.memory);
      frame.returnTo(branch.pathLength, branch.blockPosition);
    }
    const side = sides[++branch.current];
    hasReturned = false;
    if (side.skipped) continue;
    jump(machine, side.target);
    return;
  }
  if (!hasReturned) fail(machine);
  machine.done = true;
}

function fail(machine: Machine): never {
  return machine.abort(
    `the assigner ends with an error here: the last false side is a skipped block '${PANIC_BLOCK}' or, ` +
      'in a function that is called, holds a branch itself',
  );
}

/**
 * Whether a `ret` of the current frame only ends a side, and the frame stays: all but those on the false side of a branch
 * that is not itself in a side of a branch of the same frame.
 */
export function returnEndsSide({ branches, frame }: Machine): boolean {
  const inner = branches.at(-1);
  if (inner?.frame !== frame) return false;
  return inner.opcode === 'switch' || inner.current === 0 || branches.at(-2)?.frame === frame;
}

/** Whether every condition on the way to here is as its side says. */
export function isTaken({ branches }: Machine): boolean {
  return branches.every(({ sides, current }) => sides[current].taken);
}

/**
 * Ends the branch that was being run in the frame that was left, if any: the memory becomes that of the true side or of
 * the false side, by one selection per cell with a value on both.
 */
export function mergeSides(machine: Machine, left: Frame): void {
  const { branches, variables, memory } = machine;
  const branch = branches.at(-1);
  if (branch?.frame !== left || branch.ended === undefined) return;
  branches.pop();
  const { condition } = branch;
  const isInternal = (variable: Variable): boolean => variables.kindOf(variable) === VariableKind.internal;
  memory.merge(branch.ended, (whenTrue, whenFalse) => {
    if (!isInternal(whenTrue) && !isInternal(whenFalse)) {
      return selection(machine, machine.checkedInput(condition), machine.checkedInput(whenTrue), machine.checkedInput(whenFalse));
    }
    const chosen = variables.numbers[condition] === 0 ? whenFalse : whenTrue;
    return isInternal(chosen) ? chosen : variables.addBigint(VariableKind.internal, variables.valueOf(chosen));
  });
}
