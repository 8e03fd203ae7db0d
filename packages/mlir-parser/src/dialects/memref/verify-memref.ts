import type { Attribute } from '../../ir/attribute.js';
import { opError } from '../../ir/op-diagnostic.js';
import type { Operation } from '../../ir/operation.js';
import type { SymbolTables } from '../../ir/symbol-table.js';
import { dynamicDimension } from '../../ir/type.js';
import { typeText } from '../../printer/describe.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { operandSegments } from '../operand-segments.js';

/** `memref.alloc` and `memref.alloca`: an operand for each dynamic size, and one for each symbol of the layout. */
export function verifyMemrefAlloc(op: Operation): Diagnostic[] {
  const { type } = op.result(0);
  if (type.kind !== 'memref') return [];
  const [sizes = [], symbols = []] = operandSegments(op);
  if (sizes.length !== type.shape.filter((size) => size === dynamicDimension).length)
    return [opError(op, 'dimension operand count does not equal memref dynamic dimension count')];
  const layoutSymbols = symbolCount(type.layout);
  if (symbols.length !== layoutSymbols)
    return [opError(op, `symbol operand count does not equal memref symbol count: expected ${layoutSymbols}, got ${symbols.length}`)];
  return [];
}

/** Of a strided layout, every `?` is a symbol. */
function symbolCount(layout: Attribute | undefined): number {
  if (layout?.kind === 'affine-map-attr') return layout.map.numSymbols;
  return layout?.kind === 'strided-layout' ? [...layout.strides, layout.offset].filter((value) => value === undefined).length : 0;
}

export function verifyMemrefAlloca(op: Operation): Diagnostic[] {
  for (let parent = op.parentOp; ; parent = parent.parentOp) {
    if (parent === undefined) return [opError(op, 'requires an ancestor op with AutomaticAllocationScope trait')];
    // Unknown operations may have any trait.
    if (parent.definition === undefined || parent.definition.traits.has('AutomaticAllocationScope')) return verifyMemrefAlloc(op);
  }
}

export function verifyMemrefLoad(op: Operation): Diagnostic[] {
  const { type } = op.operand(0);
  const indices = op.numOperands - 1;
  return type.kind === 'memref' && type.shape.length !== indices
    ? [opError(op, `incorrect number of indices for load, expected ${type.shape.length} but got ${indices}`)]
    : [];
}

export function verifyMemrefStore(op: Operation): Diagnostic[] {
  const { type } = op.operand(1);
  return type.kind === 'memref' && type.shape.length !== op.numOperands - 2
    ? [opError(op, 'store index operand count not equal to memref rank')]
    : [];
}

/** `memref.get_global` refers to a `memref.global` of its type. */
export function verifyMemrefGetGlobalSymbols(op: Operation, tables: SymbolTables): Diagnostic[] {
  const name = op.attribute('name');
  if (name?.kind !== 'symbol-ref') return [];
  const target = tables.lookupFrom(op, name);
  const type = target?.name === 'memref.global' ? target.attribute('type') : undefined;
  if (type?.kind !== 'type') return [opError(op, `'${name.root}' does not reference a valid global memref`)];
  const result = op.result(0).type;
  return type.type === result
    ? []
    : [opError(op, `result type '${typeText(result)}' does not match type '${typeText(type.type)}' of the global memref @${name.root}`)];
}
