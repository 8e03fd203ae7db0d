import type { Operation } from '../ir/operation.js';
import { denseArrayIntegers } from '../ir/dense-array.js';
import type { OdsGroup, OdsOperation } from './ods-operation.js';

/** Compiles the check of the numbers of operands, results, regions and successors; its first complaint is worded as MLIR's traits word it. */
export function compileStructureVerifier(ods: OdsOperation): (op: Operation) => string | undefined {
  const [regions, results, successors, operands] = [ods.regions, ods.results, ods.successors, ods.operands].map(bounds);
  const operandSegments = ods.traits.has('AttrSizedOperandSegments');
  const resultSegments = ods.traits.has('AttrSizedResultSegments');
  return (op) =>
    verifyRegionCount(regions, op.regions.length) ??
    verifyResultCount(results, op.results.length) ??
    verifySuccessorCount(successors, op.successors.length) ??
    verifyOperandCount(operands, op.numOperands) ??
    (operandSegments ? verifySegments(op, 'operandSegmentSizes', ods.operands, op.numOperands, 'operand') : undefined) ??
    (resultSegments ? verifySegments(op, 'resultSegmentSizes', ods.results, op.results.length, 'result') : undefined);
}

interface Bounds {
  readonly least: number;
  readonly more: boolean;
}

/** How many there must be at least, and whether there may be more. */
function bounds(groups: readonly OdsGroup[]): Bounds {
  const least = groups.filter((group) => group.arity === '').length;
  return { least, more: least < groups.length };
}

function verifyRegionCount({ least, more }: Bounds, found: number): string | undefined {
  if (more) return found < least ? `expected ${least} or more regions` : undefined;
  if (found === least) return undefined;
  return least === 0 ? 'requires zero regions' : least === 1 ? 'requires one region' : `expected ${least} regions`;
}

function verifyResultCount({ least, more }: Bounds, found: number): string | undefined {
  if (more) return found < least ? `expected ${least} or more results` : undefined;
  if (found === least) return undefined;
  return least === 0 ? 'requires zero results' : least === 1 ? 'requires one result' : `expected ${least} results`;
}

function verifySuccessorCount({ least, more }: Bounds, found: number): string | undefined {
  if (more ? found >= least : found === least) return undefined;
  const wanted = `${least} ${least === 1 ? 'successor' : 'successors'}`;
  return `requires ${more ? 'at least ' : ''}${wanted} but found ${found}`;
}

function verifyOperandCount({ least, more }: Bounds, found: number): string | undefined {
  if (more) return found < least ? `expected ${least} or more operands, but found ${found}` : undefined;
  if (found === least) return undefined;
  return least === 0 ? 'requires zero operands' : least === 1 ? 'requires a single operand' : `expected ${least} operands, but found ${found}`;
}

function verifySegments(
  op: Operation,
  attribute: string,
  groups: readonly OdsGroup[],
  found: number,
  noun: string,
): string | undefined {
  const value = op.attribute(attribute);
  if (value === undefined) return found === 0 ? undefined : `requires attribute '${attribute}'`;
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
