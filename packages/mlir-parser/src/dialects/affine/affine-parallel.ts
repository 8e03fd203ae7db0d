import type { AffineExpr, AffineMap } from '../../affine/affine-expr.js';
import { substituteInExpr } from '../../affine/substitute.js';
import type { Attribute } from '../../ir/attribute.js';
import type { Context } from '../../ir/context.js';
import { readInteger, writeBits } from '../../ir/element-storage.js';
import type { OpAsmParser, UnresolvedOperand } from '../../ir/op-asm-parser.js';
import type { OpAsmPrinter } from '../../ir/op-asm-printer.js';
import type { OpAssembly } from '../../ir/op-definition.js';
import type { Operation } from '../../ir/operation.js';
import type { Type } from '../../ir/type.js';
import type { Value } from '../../ir/value.js';
import { atomicRmwKind, atomicRmwKinds } from './atomic-rmw-kind.js';

const PRINTED = ['reductions', 'lowerBoundsMap', 'lowerBoundsGroups', 'upperBoundsMap', 'upperBoundsGroups', 'steps'];

/** `(%i, %j) = (0, max(0, %a)) to (10, %n) step (1, 2) reduce ("addf") -> (f32) {…}` */
export const affineParallelAssembly: OpAssembly = {
  parse(parser) {
    const { result, context } = parser;
    const { indexType } = context;
    const variables = parser.parseRegionArgumentList('paren', false, false);
    for (const variable of variables) variable.type = indexType;
    parser.parsePunctuation('=');
    const range = parser.nextRange();
    const lower = parseBounds(parser, 'max');
    parser.parseKeyword('to');
    const upper = parseBounds(parser, 'min');
    if (lower.groups.length !== variables.length || upper.groups.length !== variables.length)
      parser.error('expected as many lower and upper bounds as induction variables', range);
    const steps = parser.parseOptionalKeyword('step') ? parseSteps(parser, variables.length) : variables.map(() => 1n);
    result.attributes.set('reductions', context.arrayAttr(parser.parseOptionalKeyword('reduce') ? parseReductions(parser) : []));
    result.resultTypes = parser.parseOptionalArrowTypeList();
    result.attributes.set('steps', context.arrayAttr(steps.map((step) => context.integerAttr(context.integerType(64), step))));
    for (const [name, bounds] of [['lower', lower], ['upper', upper]] as const) {
      result.attributes.set(`${name}BoundsMap`, context.affineMapAttr(bounds.map));
      result.attributes.set(`${name}BoundsGroups`, groupsAttr(context, bounds.groups));
      for (const operand of bounds.operands) result.operands.push(parser.resolveOperand(operand, indexType));
    }
    const body = parser.parseRegion(variables);
    parser.ensureTerminator(body, 'affine.yield');
    result.regions.push(body);
    parser.parseOptionalAttrDict();
  },

  print(op, printer) {
    const variables = op.region(0).entry?.arguments ?? [];
    const lower = boundsOf(op, 'lower', 0);
    const upper = boundsOf(op, 'upper', lower.operands.length);
    printer.print(' (');
    printer.printOperands(variables);
    printer.print(') = (');
    printBounds(printer, lower, 'max');
    printer.print(') to (');
    printBounds(printer, upper, 'min');
    printer.print(')');
    const steps = integersOf(op.attribute('steps'));
    if (steps.some((step) => step !== 1n)) printer.print(` step (${steps.join(', ')})`);
    if (op.results.length > 0) {
      const kinds = integersOf(op.attribute('reductions')).map((kind) => `"${atomicRmwKinds[Number(kind)] ?? kind}"`);
      printer.print(` reduce (${kinds.join(', ')}) -> (`);
      printer.printTypes(op.results.map((value): Type => value.type));
      printer.print(')');
    }
    printer.print(' ');
    printer.printRegion(op.region(0), { printEntryArguments: false, printTerminator: op.results.length > 0 });
    printer.printOptionalAttrDict(op, PRINTED);
  },
};

/** Bounds of all induction variables: one map, whose results belong to them in groups of these sizes. */
interface Bounds<T> {
  readonly map: AffineMap;
  readonly groups: readonly number[];
  readonly operands: readonly T[];
}

/** `(0, max(0, %n), symbol(%s))`. Each map's operands are MLIR's: dims in order of appearance, then symbols; not uniqued across bounds. */
function parseBounds(parser: OpAsmParser, prefix: 'max' | 'min'): Bounds<UnresolvedOperand> {
  const { affine } = parser.context;
  const parts: { map: AffineMap; dims: UnresolvedOperand[]; symbols: UnresolvedOperand[] }[] = [];
  parser.parsePunctuation('(');
  if (!parser.parseOptionalPunctuation(')')) {
    do {
      const part = parser.parseOptionalKeyword(prefix) ? parser.parseAffineMapOfSsaIds('paren') : parser.parseAffineExprOfSsaIds();
      if (part.map.results.length === 0) parser.error(`expected at least one bound after '${prefix}'`);
      parts.push(part);
    } while (parser.parseOptionalPunctuation(','));
    parser.parsePunctuation(')');
  }
  // One list of operands for all bounds, in which a name that comes twice is one operand.
  const dims: UnresolvedOperand[] = [];
  const symbols: UnresolvedOperand[] = [];
  const positionIn = (list: UnresolvedOperand[], operand: UnresolvedOperand): number => {
    const known = list.findIndex(({ name, number }) => name === operand.name && number === operand.number);
    return known >= 0 ? known : list.push(operand) - 1;
  };
  const results: AffineExpr[] = [];
  for (const part of parts) {
    const newDims = part.dims.map((operand) => affine.dim(positionIn(dims, operand)));
    const newSymbols = part.symbols.map((operand) => affine.symbol(positionIn(symbols, operand)));
    results.push(...part.map.results.map((expr) => substituteInExpr(affine, expr, newDims, newSymbols)));
  }
  return {
    map: affine.map(dims.length, symbols.length, results),
    groups: parts.map((part) => part.map.results.length),
    operands: [...dims, ...symbols],
  };
}

function parseSteps(parser: OpAsmParser, count: number): bigint[] {
  const range = parser.nextRange();
  const steps: bigint[] = [];
  parser.parsePunctuation('(');
  do steps.push(parser.parseInteger());
  while (parser.parseOptionalPunctuation(','));
  parser.parsePunctuation(')');
  if (steps.length !== count) parser.error('expected as many steps as induction variables', range);
  return steps;
}

function parseReductions(parser: OpAsmParser): Attribute[] {
  const { context } = parser;
  const reductions: Attribute[] = [];
  parser.parsePunctuation('(');
  do {
    const range = parser.nextRange();
    const name = parser.parseOptionalString() ?? parser.error('expected a reduction operation in quotes', range);
    const kind = atomicRmwKind(name) ?? parser.error(`invalid reduction value: "${name}"`, range);
    reductions.push(context.integerAttr(context.integerType(64), kind));
  } while (parser.parseOptionalPunctuation(','));
  parser.parsePunctuation(')');
  return reductions;
}

function printBounds(printer: OpAsmPrinter, { map, groups, operands }: Bounds<Value>, prefix: 'max' | 'min'): void {
  let first = 0;
  for (const [index, size] of groups.entries()) {
    if (index > 0) printer.print(', ');
    const group = { ...map, results: map.results.slice(first, first + size) };
    first += size;
    if (size !== 1) printer.print(`${prefix}(`);
    printer.printAffineMapOfSsaIds(group, operands);
    if (size !== 1) printer.print(')');
  }
}

function boundsOf(op: Operation, side: 'lower' | 'upper', firstOperand: number): Bounds<Value> {
  const map = op.attribute(`${side}BoundsMap`);
  const groups = op.attribute(`${side}BoundsGroups`);
  if (map?.kind !== 'affine-map-attr' || groups?.kind !== 'dense-elements') throw new Error("'affine.parallel' without its bounds");
  const { type } = groups;
  const count = type.kind === 'tensor' ? type.shape[0] : 0;
  const element = type.kind === 'tensor' ? type.elementType : type;
  return {
    map: map.map,
    groups: Array.from({ length: count }, (_, i) => Number(readInteger(element, groups.data, groups.splat ? 0 : i))),
    operands: op.operands.slice(firstOperand, firstOperand + map.map.numDims + map.map.numSymbols),
  };
}

function groupsAttr(context: Context, sizes: readonly number[]): Attribute {
  const splat = sizes.length > 0 && sizes.every((size) => size === sizes[0]);
  const stored = splat ? sizes.slice(0, 1) : sizes;
  const data = new Uint8Array(4 * stored.length);
  for (const [index, size] of stored.entries()) writeBits(data, 4 * index, 4, BigInt(size));
  return context.denseElementsAttr(context.tensorType([sizes.length], context.integerType(32)), data, splat);
}

function integersOf(attribute: Attribute | undefined): bigint[] {
  if (attribute?.kind !== 'array') return [];
  return attribute.elements.map((element) => (element.kind === 'integer' ? element.value : 0n));
}
