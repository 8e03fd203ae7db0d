import type { Operation } from '../ir/operation.js';
import { denseArrayIntegers } from '../ir/dense-array.js';
import type { OdsGroup, OdsOperation } from './ods-operation.js';

/** Numbers of operands, results, regions and successors; the first complaint, worded as MLIR's traits word it. */
export function verifyStructure(ods: OdsOperation, op: Operation): string | undefined {
  return (
    verifyRegionCount(ods.regions, op.regions.length) ??
    verifyResultCount(ods.results, op.results.length) ??
    verifySuccessorCount(ods.successors, op.successors.length) ??
    verifyOperandCount(ods.operands, op.numOperands) ??
    verifySegments(ods, op, 'AttrSizedOperandSegments', 'operandSegmentSizes', ods.operands, op.numOperands, 'operand') ??
    verifySegments(ods, op, 'AttrSizedResultSegments', 'resultSegmentSizes', ods.results, op.results.length, 'result')
  );
}

/** How many there must be at least, and whether there may be more. */
function bounds(groups: readonly OdsGroup[]): { readonly least: number; readonly more: boolean } {
  const least = groups.filter((group) => group.arity === '').length;
  return { least, more: least < groups.length };
}

function verifyRegionCount(groups: readonly OdsGroup[], found: number): string | undefined {
  const { least, more } = bounds(groups);
  if (more) return found < least ? `expected ${least} or more regions` : undefined;
  if (found === least) return undefined;
  return least === 0 ? 'requires zero regions' : least === 1 ? 'requires one region' : `expected ${least} regions`;
}

function verifyResultCount(groups: readonly OdsGroup[], found: number): string | undefined {
  const { least, more } = bounds(groups);
  if (more) return found < least ? `expected ${least} or more results` : undefined;
  if (found === least) return undefined;
  return least === 0 ? 'requires zero results' : least === 1 ? 'requires one result' : `expected ${least} results`;
}

function verifySuccessorCount(groups: readonly OdsGroup[], found: number): string | undefined {
  const { least, more } = bounds(groups);
  if (more ? found >= least : found === least) return undefined;
  const wanted = `${least} ${least === 1 ? 'successor' : 'successors'}`;
  return `requires ${more ? 'at least ' : ''}${wanted} but found ${found}`;
}

function verifyOperandCount(groups: readonly OdsGroup[], found: number): string | undefined {
  const { least, more } = bounds(groups);
  if (more) return found < least ? `expected ${least} or more operands, but found ${found}` : undefined;
  if (found === least) return undefined;
  return least === 0 ? 'requires zero operands' : least === 1 ? 'requires a single operand' : `expected ${least} operands, but found ${found}`;
}

function verifySegments(
  ods: OdsOperation,
  op: Operation,
  trait: string,
  attribute: string,
  groups: readonly OdsGroup[],
  found: number,
  noun: string,
): string | undefined {
  if (!ods.traits.has(trait)) return undefined;
  const value = op.attribute(attribute);
  if (value === undefined) return `requires attribute '${attribute}'`;
  if (value.kind !== 'dense-array') return `attribute '${attribute}' must be a dense array of i32`;
  const sizes = denseArrayIntegers(value);
  if (sizes.length !== groups.length)
    return `'${attribute}' attribute for specifying ${noun} segments must have ${groups.length} elements, but got ${sizes.length}`;
  if (sizes.some((size) => size < 0n)) return `'${attribute}' attribute cannot have negative elements`;
  const total = sizes.reduce((sum, size) => sum + size, 0n);
  if (total !== BigInt(found))
    return `${noun} count (${found}) does not match with the total size (${total}) specified in attribute '${attribute}'`;
  return undefined;
}
