import { errorAt, noteAt, opError } from '../ir/op-diagnostic.js';
import type { Operation } from '../ir/operation.js';
import type { Region } from '../ir/region.js';
import type { Value } from '../ir/value.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { regionOf } from '../ir/value-region.js';
import type { Dominance } from './dominance.js';

/** Checks that each operand of `op` is defined before it is used, and not outside an isolated operation around `op`. */
export function verifyOperands(op: Operation, dominance: Dominance, report: (diagnostic: Diagnostic) => void): void {
  for (const { value, index } of op.opOperands) {
    const barrier = isolatedOpBetween(value, op);
    if (barrier !== undefined)
      report(opError(op, 'using value defined outside the region', [noteAt(barrier.location, 'required by region isolation constraints')]));
    else if (!dominance.valueDominates(value, op))
      report(errorAt(op, `operand #${index} does not dominate this use`, [originNote(value, op)]));
  }
}

/** The operation isolated from above that stands between the definition of `value` and its use in `user`. */
function isolatedOpBetween(value: Value, user: Operation): Operation | undefined {
  const home = regionOf(value);
  let isolated: Operation | undefined;
  for (let region = user.parentRegion; region !== undefined && region !== home; region = region.parent?.parentRegion)
    if (region.parent?.definition?.traits.has('IsolatedFromAbove') === true) isolated ??= region.parent;
  // Without a common region the value is simply not visible.
  return isolated !== undefined && home !== undefined && isInside(isolated, home) ? isolated : undefined;
}

function isInside(op: Operation, region: Region): boolean {
  for (let at = op.parentRegion; at !== undefined; at = at.parent?.parentRegion) if (at === region) return true;
  return false;
}

function originNote(value: Value, user: Operation): Diagnostic {
  const home = regionOf(value);
  const place = user.parentRegion;
  const relation = (): string => {
    if (home === place) return 'in the same region';
    if (home !== undefined && isInside(user, home)) return 'in a parent region';
    if (home?.parent !== undefined && place !== undefined && isInside(home.parent, place)) return 'in a child region';
    return 'neither in a parent nor in a child region';
  };
  if (value.kind === 'op-result') {
    const same = value.owner.block === user.block;
    const where = same ? 'op in the same block' : relation().startsWith('neither') ? `op is ${relation()}` : `op ${relation()}`;
    return noteAt(value.owner.location, `operand defined here (${where})`);
  }
  const index = home?.blocks.indexOf(value.owner) ?? 0;
  const where = relation().startsWith('neither') ? `is ${relation()}` : relation();
  return noteAt(value.owner.parentOp?.location ?? user.location, `operand defined as a block argument (block #${index} ${where})`);
}
