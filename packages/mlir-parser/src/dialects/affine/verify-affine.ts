import type { AffineMap } from '../../affine/affine-expr.js';
import type { Attribute } from '../../ir/attribute.js';
import { opError } from '../../ir/op-diagnostic.js';
import type { Operation } from '../../ir/operation.js';
import type { Value } from '../../ir/value.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { operandSegments } from '../operand-segments.js';
import { affineScope, isValidDim, verifyDimAndSymbolOperands } from './affine-operands.js';

function mapOf(op: Operation, name = 'map'): AffineMap | undefined {
  const attribute = op.attribute(name);
  return attribute?.kind === 'affine-map-attr' ? attribute.map : undefined;
}

/** `affine.apply`. A loop's induction variable may be a symbol here: real files have that (MLIR 22 rejects it). */
export function verifyAffineApply(op: Operation): Diagnostic[] {
  const map = mapOf(op);
  if (map === undefined) return [];
  if (op.numOperands !== map.numDims + map.numSymbols)
    return [opError(op, 'operand count and affine map dimension and symbol count must match')];
  return map.results.length === 1 ? [] : [opError(op, 'mapping must produce one value')];
}

/** `affine.min` and `affine.max`. */
export function verifyAffineMinMax(op: Operation): Diagnostic[] {
  const map = mapOf(op);
  if (map === undefined) return [];
  if (op.numOperands !== map.numDims + map.numSymbols)
    return [opError(op, 'operand count and affine map dimension and symbol count must match')];
  return map.results.length > 0 ? [] : [opError(op, 'affine map expect at least one result')];
}

export function verifyAffineFor(op: Operation): Diagnostic[] {
  const [variable, ...carried] = op.region(0).entry?.arguments ?? [];
  if (variable === undefined || variable.type.kind !== 'index')
    return [opError(op, 'expected body to have a single index argument for the induction variable')];
  const [lower = [], upper = [], inits = []] = operandSegments(op);
  for (const [name, operands] of [['lowerBoundMap', lower], ['upperBoundMap', upper]] as const) {
    const map = mapOf(op, name);
    if (map === undefined) continue;
    if (map.results.length === 0) return [opError(op, `expected ${name === 'lowerBoundMap' ? 'lower' : 'upper'} bound map to have at least one result`)];
    if (operands.length !== map.numDims + map.numSymbols)
      return [opError(op, 'operand count and affine map dimension and symbol count must match')];
    const invalid = verifyDimAndSymbolOperands(op, operands, map.numDims);
    if (invalid.length > 0) return invalid;
  }
  if (inits.length !== op.results.length || carried.length !== inits.length)
    return [opError(op, 'mismatch between the number of loop-carried values and results')];
  for (const [index, init] of inits.entries())
    if (init.type !== op.result(index).type || carried[index].type !== init.type)
      return [opError(op, `types mismatch between ${index}th iter operand and defined value`)];
  return [];
}

export function verifyAffineIf(op: Operation): Diagnostic[] {
  const condition = op.attribute('condition');
  if (condition?.kind !== 'integer-set-attr') return [opError(op, "requires an integer set attribute named 'condition'")];
  const { set } = condition;
  if (op.numOperands !== set.numDims + set.numSymbols)
    return [opError(op, 'operand count and condition integer set dimension and symbol count must match')];
  return verifyDimAndSymbolOperands(op, op.operands, set.numDims);
}

/** The subscripts of a load or store whose memref is operand `memref`. */
function verifySubscripts(op: Operation, memref: number): Diagnostic[] {
  const map = mapOf(op);
  const { type } = op.operand(memref);
  if (map === undefined || type.kind !== 'memref') return [];
  const subscripts = op.operands.slice(memref + 1);
  if (map.results.length !== type.shape.length) return [opError(op, 'affine map num results must equal memref rank')];
  if (map.numDims + map.numSymbols !== subscripts.length) return [opError(op, 'expects as many subscripts as affine map inputs')];
  const scope = affineScope(op);
  return subscripts.every((subscript) => isValidDim(subscript, scope))
    ? []
    : [opError(op, 'index must be a valid dimension or symbol identifier')];
}

function elementTypeOf(value: Value) {
  return 'elementType' in value.type ? value.type.elementType : undefined;
}

export function verifyAffineLoad(op: Operation): Diagnostic[] {
  if (op.result(0).type !== elementTypeOf(op.operand(0))) return [opError(op, 'result type must match element type of memref')];
  return verifySubscripts(op, 0);
}

export function verifyAffineStore(op: Operation): Diagnostic[] {
  if (op.operand(0).type !== elementTypeOf(op.operand(1)))
    return [opError(op, 'value to store must have the same type as memref element type')];
  return verifySubscripts(op, 1);
}

export function verifyAffineVectorLoad(op: Operation): Diagnostic[] {
  const invalid = verifySubscripts(op, 0);
  if (invalid.length > 0) return invalid;
  return elementTypeOf(op.result(0)) === elementTypeOf(op.operand(0)) ? [] : [opError(op, SAME_ELEMENTS)];
}

export function verifyAffineVectorStore(op: Operation): Diagnostic[] {
  const invalid = verifySubscripts(op, 1);
  if (invalid.length > 0) return invalid;
  return elementTypeOf(op.operand(0)) === elementTypeOf(op.operand(1)) ? [] : [opError(op, SAME_ELEMENTS)];
}

const SAME_ELEMENTS = 'requires memref and vector types of the same elemental type';

export function verifyAffinePrefetch(op: Operation): Diagnostic[] {
  const map = mapOf(op);
  const { type } = op.operand(0);
  if (map !== undefined && type.kind === 'memref' && map.results.length !== type.shape.length)
    return [opError(op, "affine.prefetch affine map num results must equal memref rank")];
  return verifySubscripts(op, 0);
}

/** The operands of `affine.yield` are the results of the operation around it. */
export function verifyAffineYield(op: Operation): Diagnostic[] {
  const parent = op.parentOp;
  if (parent === undefined) return [];
  if (!['affine.for', 'affine.if', 'affine.parallel'].includes(parent.name))
    return [opError(op, 'only terminates affine.if/for/parallel regions')];
  if (parent.results.length !== op.numOperands) return [opError(op, 'parent of yield must have same number of results as the yield operands')];
  return op.operands.every((operand, index) => operand.type === parent.result(index).type)
    ? []
    : [opError(op, 'types mismatch between yield op and its parent')];
}

function sizeOf(attribute: Attribute | undefined): number {
  if (attribute?.kind === 'array') return attribute.elements.length;
  if (attribute?.kind === 'dense-elements' && attribute.type.kind === 'tensor') return attribute.type.shape[0];
  return 0;
}

export function verifyAffineParallel(op: Operation): Diagnostic[] {
  const variables = op.region(0).entry?.arguments.length ?? 0;
  const lower = sizeOf(op.attribute('lowerBoundsGroups'));
  const upper = sizeOf(op.attribute('upperBoundsGroups'));
  const steps = sizeOf(op.attribute('steps'));
  if (variables !== lower || lower !== upper || upper !== steps)
    return [opError(op, `the number of region arguments (${variables}) and the number of map groups for lower (${lower}) and ` +
      `upper bound (${upper}), and the number of steps (${steps}) must all match`)];
  if (sizeOf(op.attribute('reductions')) !== op.results.length) return [opError(op, 'a reduction must be specified for each output')];
  let first = 0;
  for (const name of ['lowerBoundsMap', 'upperBoundsMap']) {
    const map = mapOf(op, name);
    if (map === undefined) continue;
    const last = first + map.numDims + map.numSymbols;
    const invalid = verifyDimAndSymbolOperands(op, op.operands.slice(first, last), map.numDims);
    if (invalid.length > 0) return invalid;
    first = last;
  }
  return first === op.numOperands ? [] : [opError(op, 'operand count and affine map dimension and symbol count must match')];
}
