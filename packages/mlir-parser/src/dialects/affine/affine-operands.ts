import { definingOp, type Value } from '../../ir/value.js';
import { opError } from '../../ir/op-diagnostic.js';
import type { Operation } from '../../ir/operation.js';
import type { Region } from '../../ir/region.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { regionOf } from '../../ir/value-region.js';

/**
 * The region whose values are symbols for affine operations at `op`: that of the nearest `AffineScope` operation (a function),
 * undefined if there is none.
 */
export function affineScope(op: Operation): Region | undefined {
  for (let region = op.parentRegion; region !== undefined; region = region.parent?.parentRegion)
    if (region.parent?.definition?.traits.has('AffineScope') === true) return region;
  return undefined;
}

/** Whether `value` may be a dimension: a symbol, an affine loop's induction variable, or `affine.apply` of such. */
export function isValidDim(value: Value, scope: Region | undefined): boolean {
  if (value.type.kind !== 'index') return false;
  if (isValidSymbol(value, scope)) return true;
  if (value.kind === 'block-argument') {
    const loop = value.owner.parentOp?.name;
    return loop === 'affine.for' || loop === 'affine.parallel';
  }
  return value.owner.name === 'affine.apply' && allSources(value.owner, scope, (source) => isValidDim(source, scope));
}

/** Whether `value` is defined at the top of the scope or around it. */
function isAtTop(value: Value, scope: Region | undefined): boolean {
  const home = regionOf(value);
  return home === scope || home?.parent?.definition?.traits.has('AffineScope') === true;
}

/**
 * Whether `isValid` holds for what `apply` and the `affine.apply` operations behind its operands are computed from. Each is looked
 * at once: they may share operands, form long chains or, before dominance is checked, use themselves.
 */
function allSources(apply: Operation, scope: Region | undefined, isValid: (value: Value) => boolean): boolean {
  const seen = new Set([apply]);
  const pending = [apply];
  for (let op = pending.pop(); op !== undefined; op = pending.pop())
    for (const { value } of op.opOperands) {
      const source = definingOp(value);
      if (source?.name !== 'affine.apply' || isAtTop(value, scope)) {
        if (!isValid(value)) return false;
      } else if (!seen.has(source)) {
        seen.add(source);
        pending.push(source);
      }
    }
  return true;
}

/** Whether `value` may be a symbol: defined at the top of the scope or around it, a constant, a size, or `affine.apply` of such. */
export function isValidSymbol(value: Value, scope: Region | undefined, sizes?: ReadonlySet<Operation>): boolean {
  if (value.type.kind !== 'index') return false;
  if (isAtTop(value, scope)) return true;
  const op = definingOp(value);
  if (op !== undefined) {
    if (op.definition?.traits.has('ConstantLike') === true) return true;
    if (op.name === 'affine.apply') return allSources(op, scope, (source) => isValidSymbol(source, scope, sizes));
    if (op.name === 'memref.dim' || op.name === 'tensor.dim') return isValidSize(op, scope, sizes);
  }
  const around = scope?.parent?.definition?.traits.has('IsolatedFromAbove') === true ? undefined : scope?.parent?.parentRegion;
  return around !== undefined && isValidSymbol(value, around, sizes);
}

/** Sizes of allocations with sizes of allocations: longer chains, and rings, are no symbols. */
const MAX_SIZES = 1000;

/** A size of what comes from the top of the scope, or is static; `sizes` are those whose validity depends on it. */
function isValidSize(dim: Operation, scope: Region | undefined, sizes?: ReadonlySet<Operation>): boolean {
  const [source, index] = dim.operands;
  if (regionOf(source) === scope) return true;
  const constant = definingOp(index)?.attribute('value');
  if (!('shape' in source.type) || constant?.kind !== 'integer') return false;
  const size = source.type.shape[Number(constant.value)];
  if (size !== undefined && size >= 0) return true;
  // A dynamic size that an allocation at hand was given.
  const allocation = definingOp(source);
  if (allocation === undefined || (allocation.name !== 'memref.alloc' && allocation.name !== 'memref.alloca')) return false;
  const position = source.type.shape.slice(0, Number(constant.value)).filter((extent) => extent < 0).length;
  if (sizes !== undefined && (sizes.has(dim) || sizes.size === MAX_SIZES)) return false;
  return position < allocation.numOperands && isValidSymbol(allocation.operand(position), scope, new Set(sizes).add(dim));
}

/** The first of `operands` that is no dimension (the first `numDims`) or no symbol (the others), as an error at `op`. */
export function verifyDimAndSymbolOperands(op: Operation, operands: readonly Value[], numDims: number): Diagnostic[] {
  const scope = affineScope(op);
  for (const [index, operand] of operands.entries()) {
    if (index < numDims ? isValidDim(operand, scope) : isValidSymbol(operand, scope)) continue;
    return [opError(op, `operand cannot be used as a ${index < numDims ? 'dimension id' : 'symbol'}`)];
  }
  return [];
}
