import type { Block } from '../ir/block.js';
import { errorAt, opError } from '../ir/op-diagnostic.js';
import type { Operation } from '../ir/operation.js';
import { printOperation } from '../printer/print-module.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { isGraphRegion } from './dominance.js';

/** Checks the regions of `op` as lists of blocks: terminators, successors, entry blocks. */
export function verifyRegions(op: Operation, report: (diagnostic: Diagnostic) => void): void {
  for (let index = 0; index < op.regions.length; index++) {
    const region = op.regions[index];
    if (op.definition !== undefined && isGraphRegion(region) && region.blocks.length > 1)
      report(opError(op, `expects graph region #${index} to have 0 or 1 blocks`));
    const { entry } = region;
    if (entry !== undefined && region.blocks.some((block) => block.lastOperation?.successors.includes(entry) === true))
      report(errorAt(op, 'entry block of region may not have predecessors'));
    for (const block of region.blocks) verifyBlock(op, block, region.blocks.length === 1, report);
  }
}

function verifyBlock(owner: Operation, block: Block, isOnlyBlock: boolean, report: (diagnostic: Diagnostic) => void): void {
  const needsTerminator = !isOnlyBlock || (owner.definition !== undefined && !owner.definition.traits.has('NoTerminator'));
  const last = block.lastOperation;
  if (last === undefined) {
    if (needsTerminator) report(errorAt(owner, 'empty block: expect at least a terminator'));
    return;
  }
  for (let op = block.firstOperation; op !== undefined && op !== last; op = op.next)
    if (op.successors.length > 0) report(errorAt(op, 'operation with block successors must terminate its parent block'));
  for (const successor of last.successors)
    if (successor.parent !== block.parent) report(errorAt(last, 'branching to block of a different region'));
  // Unknown operations may be terminators.
  if (needsTerminator && last.definition !== undefined && !last.definition.traits.has('Terminator'))
    report(errorAt(last, `block with no terminator, has ${firstLine(last)}`));
}

function firstLine(op: Operation): string {
  const [line] = printOperation(op, { generic: true, elideElementsIfLarger: 16 }).split('\n', 1);
  return line;
}
