import type { AffineMap } from '../../affine/affine-expr.js';
import type { Context } from '../../ir/context.js';
import type { OpAsmParser, UnresolvedOperand } from '../../ir/op-asm-parser.js';
import type { OpAsmPrinter } from '../../ir/op-asm-printer.js';
import type { OpAssembly } from '../../ir/op-definition.js';
import type { Operation } from '../../ir/operation.js';
import type { Type } from '../../ir/type.js';
import { operandSegments, operandSegmentSizes } from '../operand-segments.js';

type VectorType = Extract<Type, { kind: 'vector' }>;
type SourceType = Extract<Type, { kind: 'memref' | 'tensor' }>;

/**
 * The permutation map of a transfer that says none: the last dimensions of the source, in order. A vector of one element moved
 * to or from a source of rank 0 has the map `() -> (0)`.
 */
function minorIdentityMap(context: Context, source: SourceType, vector: VectorType): AffineMap {
  const inner = source.elementType.kind === 'vector' ? source.elementType.shape.length : 0;
  const { affine } = context;
  const rank = source.shape.length;
  if (rank === 0 && vector.shape.length === 1 && vector.shape[0] === 1) return affine.map(0, 0, [affine.constant(0n)]);
  const moved = vector.shape.length - inner;
  return affine.map(rank, 0, Array.from({ length: moved }, (_, index) => affine.dim(rank - moved + index)));
}

/** One `i1` for each element that is moved: the vector without broadcast dimensions, in the order of the source. */
function maskType(context: Context, vector: VectorType, map: AffineMap): Type {
  const positions = map.results
    .flatMap((result, index) => (result.kind === 'dim' ? [{ dim: result.position, index }] : []))
    .sort((a, b) => a.dim - b.dim)
    .map(({ index }) => index);
  const i1 = context.integerType(1);
  if (positions.length === 0) return context.vectorType([1], i1);
  return context.vectorType(positions.map((at) => vector.shape[at] ?? 1), i1, positions.map((at) => vector.scalable[at] === true));
}

/** Sets the attributes that the text may leave out and returns the map. */
function completeAttributes(parser: OpAsmParser, source: SourceType, vector: VectorType, start: ReturnType<OpAsmParser['nextRange']>): AffineMap {
  const { context, result } = parser;
  const written = result.attributes.get('permutation_map');
  if (written !== undefined && written.kind !== 'affine-map-attr') return parser.error('requires permutation_map to be an affine map', start);
  if (written === undefined && vector.shape.length > source.shape.length + (source.elementType.kind === 'vector' ? source.elementType.shape.length : 0) && source.shape.length > 0)
    return parser.error('expected a custom permutation_map when rank(source) != rank(destination)', start);
  const map = written?.map ?? minorIdentityMap(context, source, vector);
  result.attributes.set('permutation_map', context.affineMapAttr(map));
  if (!result.attributes.has('in_bounds'))
    result.attributes.set('in_bounds', context.arrayAttr(map.results.map(() => context.boolAttr(false))));
  return map;
}

/** `%m[%i, %j]` before its type is known. */
interface Place {
  readonly source: UnresolvedOperand;
  readonly indices: readonly UnresolvedOperand[];
}

function parsePlace(parser: OpAsmParser): Place {
  return { source: parser.parseOperand(), indices: parser.parseOperandList('square') };
}

function resolvePlace(parser: OpAsmParser, { source, indices }: Place, type: Type): void {
  parser.result.operands.push(parser.resolveOperand(source, type));
  for (const index of indices) parser.result.operands.push(parser.resolveOperand(index, parser.context.indexType));
}

function parseSourceType(parser: OpAsmParser): SourceType {
  const range = parser.nextRange();
  const type = parser.parseType();
  return type.kind === 'memref' || type.kind === 'tensor' ? type : parser.error('requires memref or ranked tensor type', range);
}

function parseVectorType(parser: OpAsmParser): VectorType {
  const range = parser.nextRange();
  const type = parser.parseType();
  return type.kind === 'vector' ? type : parser.error('requires vector type', range);
}

function resolveMask(parser: OpAsmParser, mask: UnresolvedOperand | undefined, source: SourceType, vector: VectorType, map: AffineMap): void {
  if (mask === undefined) return;
  if (source.elementType.kind === 'vector') parser.error('does not support masks with vector element type', mask.range);
  parser.result.operands.push(parser.resolveOperand(mask, maskType(parser.context, vector, map)));
}

function printAttributes(op: Operation, printer: OpAsmPrinter, source: Type, vector: Type): void {
  const elided = ['operandSegmentSizes'];
  const map = op.attribute('permutation_map');
  const isMinor = map?.kind === 'affine-map-attr' && (source.kind === 'memref' || source.kind === 'tensor') && vector.kind === 'vector'
    && isMinorIdentity(map.map, source, vector);
  if (isMinor) elided.push('permutation_map');
  const inBounds = op.attribute('in_bounds');
  if (inBounds?.kind === 'array' && inBounds.elements.every((element) => element.kind === 'integer' && element.value === 0n)) elided.push('in_bounds');
  printer.printOptionalAttrDict(op, elided);
}

function isMinorIdentity(map: AffineMap, source: SourceType, vector: VectorType): boolean {
  const { results, numDims } = map;
  if (source.shape.length === 0 && vector.shape.length === 1 && vector.shape[0] === 1)
    return results.length === 1 && results[0].kind === 'constant' && results[0].value === 0n;
  return results.every((result, index) => result.kind === 'dim' && result.position === numDims - results.length + index);
}

/** `%m[%i], %padding, %mask {attributes} : memref<…>, vector<…>` */
export const vectorTransferReadAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    const place = parsePlace(parser);
    parser.parsePunctuation(',');
    const padding = parser.parseOperand();
    const mask = parser.parseOptionalPunctuation(',') ? parser.parseOperand() : undefined;
    parser.parseOptionalAttrDict();
    parser.parsePunctuation(':');
    const range = parser.nextRange();
    const source = parseSourceType(parser);
    parser.parsePunctuation(',');
    const vector = parseVectorType(parser);
    const map = completeAttributes(parser, source, vector, range);
    resolvePlace(parser, place, source);
    result.operands.push(parser.resolveOperand(padding, source.elementType));
    resolveMask(parser, mask, source, vector, map);
    result.attributes.set('operandSegmentSizes', operandSegmentSizes(context, [1, place.indices.length, 1, mask === undefined ? 0 : 1]));
    result.resultTypes = [vector];
  },
  print(op, printer) {
    const [[source] = [], indices = [], [padding] = [], [mask] = []] = operandSegments(op);
    printer.print(' ');
    printer.printOperand(source);
    printer.print('[');
    printer.printOperands(indices);
    printer.print('], ');
    printer.printOperands(mask === undefined ? [padding] : [padding, mask]);
    printAttributes(op, printer, source.type, op.result(0).type);
    printer.print(' : ');
    printer.printTypes([source.type, op.result(0).type]);
  },
};

/** `%vector, %m[%i], %mask {attributes} : vector<…>, memref<…>`; a tensor comes back as the result. */
export const vectorTransferWriteAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    const moved = parser.parseOperand();
    parser.parsePunctuation(',');
    const place = parsePlace(parser);
    const mask = parser.parseOptionalPunctuation(',') ? parser.parseOperand() : undefined;
    parser.parseOptionalAttrDict();
    parser.parsePunctuation(':');
    const range = parser.nextRange();
    const vector = parseVectorType(parser);
    parser.parsePunctuation(',');
    const source = parseSourceType(parser);
    const map = completeAttributes(parser, source, vector, range);
    result.operands.push(parser.resolveOperand(moved, vector));
    resolvePlace(parser, place, source);
    resolveMask(parser, mask, source, vector, map);
    result.attributes.set('operandSegmentSizes', operandSegmentSizes(context, [1, 1, place.indices.length, mask === undefined ? 0 : 1]));
    result.resultTypes = source.kind === 'tensor' ? [source] : [];
  },
  print(op, printer) {
    const [[moved] = [], [source] = [], indices = [], [mask] = []] = operandSegments(op);
    printer.print(' ');
    printer.printOperands([moved, source]);
    printer.print('[');
    printer.printOperands(indices);
    printer.print(']');
    if (mask !== undefined) {
      printer.print(', ');
      printer.printOperand(mask);
    }
    printAttributes(op, printer, source.type, moved.type);
    printer.print(' : ');
    printer.printTypes([moved.type, source.type]);
  },
};
