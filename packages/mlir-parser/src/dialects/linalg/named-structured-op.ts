import type { AffineExpr } from '../../affine/affine-expr.js';
import type { Attribute } from '../../ir/attribute.js';
import type { Context } from '../../ir/context.js';
import { denseElementReader } from '../../ir/dense-elements.js';
import { denseIntegerArray } from '../../ir/dense-array.js';
import type { OpAssembly } from '../../ir/op-definition.js';
import type { Type } from '../../ir/type.js';
import { operandSegments } from '../operand-segments.js';
import { type IndexingMaps, linalgStructureOf, type MapExpression } from './linalg-structure.js';
import { structuredBody } from './structured-body.js';
import { parseStructuredOpParts, printStructuredOpParts } from './structured-op-parts.js';

const memoizedMaps = 'linalg.memoized_indexing_maps';

/** `{attributes} ins(…) outs(…) -> types`; the body follows from the operation, so it is not written. */
export const namedStructuredOpAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    const start = parser.nextRange();
    const { inputs, outputs } = parseStructuredOpParts(parser);
    result.attributes.set('operandSegmentSizes', denseIntegerArray(context, 32, [inputs.length, outputs.length]));
    result.resultTypes = parser.parseOptionalArrowTypeList();
    const structure = linalgStructureOf(parser.operationName.slice('linalg.'.length));
    if (structure === undefined) throw new Error(`no body for '${parser.operationName}'`);
    const types = result.operands.map((value) => value.type);
    const expected = structure.maps === 'elementwise' ? undefined : structure.maps.results.length;
    const needed = expected ?? 1 + Math.max(-1, ...structure.body.flat().filter((part): part is number => typeof part === 'number'));
    if (types.length < needed || (expected !== undefined && types.length !== expected))
      return parser.error(`expects ${expected ?? `at least ${needed}`} operands, got ${types.length}`, start);
    const body = structuredBody(context, structure, types, result.attributes);
    if (typeof body === 'string') return parser.error(body, start);
    result.regions.push(body);
    // mlir-opt's verifier leaves the maps that it needed behind.
    const maps = structure.maps === 'elementwise' ? undefined : indexingMaps(context, structure.maps, result.attributes);
    if (maps !== undefined && !result.attributes.has(memoizedMaps)) result.attributes.set(memoizedMaps, maps);
  },
  print(op, printer) {
    const [inputs = [], outputs = []] = operandSegments(op);
    printer.printOptionalAttrDict(op, ['operandSegmentSizes', memoizedMaps]);
    printStructuredOpParts(printer, inputs, outputs);
    printer.printOptionalArrowTypeList(op.results.map((value) => value.type));
  },
};

/** The maps with the constants of the operation in place; undefined if an attribute is no list of numbers. */
function indexingMaps(context: Context, maps: Exclude<IndexingMaps, 'elementwise'>, attributes: ReadonlyMap<string, Attribute>): Attribute | undefined {
  const constants = new Map<string, AffineExpr>();
  for (const [symbol, name, index] of maps.constants) {
    const value = attributes.get(name);
    // Strides and dilations are 1 if they are not written.
    if (value !== undefined && (value.kind !== 'dense-elements' || !isIntegerVector(value.type, index))) return undefined;
    constants.set(`s${symbol}`, context.affine.constant(value === undefined ? 1 : denseElementReader(value)(index)));
  }
  const expression = (text: MapExpression): AffineExpr => {
    if (typeof text !== 'string') return context.affine.binary(text[0] === '+' ? 'add' : 'mul', expression(text[1]), expression(text[2]));
    const position = Number(text.slice(1));
    return text.startsWith('d') ? context.affine.dim(position) : (constants.get(text) ?? context.affine.symbol(position));
  };
  return context.arrayAttr(maps.results.map((results) => context.affineMapAttr(context.affine.map(maps.dims, 0, results.map(expression)))));
}

function isIntegerVector(type: Type, index: number): boolean {
  return 'shape' in type && type.shape.length === 1 && index < type.shape[0] && type.elementType.kind === 'integer';
}
