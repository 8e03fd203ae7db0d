import type { AffineMap } from '../../affine/affine-expr.js';
import type { OpAsmParser } from '../../ir/op-asm-parser.js';
import type { OpAsmPrinter } from '../../ir/op-asm-printer.js';
import type { OpAssembly } from '../../ir/op-definition.js';
import type { Operation } from '../../ir/operation.js';
import type { Value } from '../../ir/value.js';
import { parseAssignmentList, printAssignmentList } from '../loop-carried.js';
import { operandSegments, operandSegmentSizes } from '../operand-segments.js';
import { parseDimAndSymbolList, printDimAndSymbolList } from './map-operands.js';

/** `%i = max #lb(%d)[%s] to min #ub(%d)[%s] step 2 iter_args(%acc = %init) -> (f32) {…} {attributes}` */
export const affineForAssembly: OpAssembly = {
  parse(parser) {
    const { result, context } = parser;
    const { indexType } = context;
    const start = parser.nextRange();
    const variable = parser.parseRegionArgument(false, false);
    variable.type = indexType;
    parser.parsePunctuation('=');
    const lower = parseBound(parser, 'lower');
    parser.parseKeyword('to', ' between bounds');
    const upper = parseBound(parser, 'upper');
    result.attributes.set('lowerBoundMap', context.affineMapAttr(lower.map));
    result.attributes.set('upperBoundMap', context.affineMapAttr(upper.map));

    let step = 1n;
    if (parser.parseOptionalKeyword('step')) {
      const range = parser.nextRange();
      step = parser.parseInteger();
      if (step < 0n) parser.error('expected step to be representable as a positive signed integer', range);
    }
    result.attributes.set('step', context.indexAttr(step));

    const args = [variable];
    const inits: Value[] = [];
    if (parser.parseOptionalKeyword('iter_args')) {
      const carried = parseAssignmentList(parser);
      result.resultTypes = parser.parseOptionalArrowTypeList();
      if (carried.args.length !== result.resultTypes.length)
        parser.error('mismatch between the number of loop-carried values and results', start);
      for (const [index, argument] of carried.args.entries()) {
        argument.type = result.resultTypes[index];
        args.push(argument);
        inits.push(parser.resolveOperand(carried.inits[index], argument.type));
      }
    }
    result.operands = [...lower.operands, ...upper.operands, ...inits];
    result.attributes.set(
      'operandSegmentSizes',
      operandSegmentSizes(context, [lower.operands.length, upper.operands.length, inits.length]),
    );
    const body = parser.parseRegion(args);
    parser.ensureTerminator(body, 'affine.yield');
    result.regions.push(body);
    parser.parseOptionalAttrDict();
  },

  print(op, printer) {
    const [lower = [], upper = [], inits = []] = operandSegments(op);
    const [variable, ...carried] = op.region(0).entry?.arguments ?? [];
    printer.print(' ');
    printer.printRegionArgument(variable, undefined, true);
    printer.print(' = ');
    printBound(printer, op, 'lowerBoundMap', lower, 'max');
    printer.print(' to ');
    printBound(printer, op, 'upperBoundMap', upper, 'min');
    const step = op.properties.get('step');
    if (step?.kind === 'integer' && step.value !== 1n) printer.print(` step ${step.value}`);
    printAssignmentList(printer, ' iter_args', carried, inits);
    if (inits.length > 0) {
      printer.print(' -> (');
      printer.printTypes(op.results.map((result) => result.type));
      printer.print(')');
    }
    printer.print(' ');
    printer.printRegion(op.region(0), { printEntryArguments: false, printTerminator: inits.length > 0 });
    printer.printOptionalAttrDict(op, ['lowerBoundMap', 'upperBoundMap', 'step', 'operandSegmentSizes']);
  },
};

/** A loop bound: a map and its operands. */
export interface LoopBound {
  readonly map: AffineMap;
  readonly operands: readonly Value[];
}

/** A constant, an SSA name, or a map with its operands; several results need `max` (lower) or `min` (upper). */
export function parseBound(parser: OpAsmParser, side: 'lower' | 'upper'): LoopBound {
  const { context } = parser;
  const prefix = side === 'lower' ? 'max' : 'min';
  const hasPrefix = parser.parseOptionalKeyword(prefix);
  const start = parser.nextRange();
  const operand = parser.parseOptionalOperand();
  if (operand !== undefined) {
    const value = parser.resolveOperand(operand, context.indexType);
    return { map: context.affine.symbolIdentityMap, operands: [value] };
  }
  const constant = parser.parseOptionalInteger();
  if (constant !== undefined) return { map: context.affine.constantMap(constant), operands: [] };
  const attribute = parser.parseAttribute(context.indexType);
  if (attribute.kind !== 'affine-map-attr') return parser.error('expected valid affine map representation for loop bounds', start);
  const { map } = attribute;
  const operands = parseDimAndSymbolList(parser, map);
  if (map.results.length > 1 && !hasPrefix)
    parser.error(`${side} loop bound affine map with multiple results requires '${prefix}' prefix`, start);
  return { map, operands };
}

function printBound(printer: OpAsmPrinter, op: Operation, name: string, operands: readonly Value[], prefix: 'max' | 'min'): void {
  const attribute = op.properties.get(name);
  if (attribute?.kind !== 'affine-map-attr') throw new Error(`'affine.for' without ${name}`);
  const { map } = attribute;
  const [only] = map.results;
  if (map.results.length !== 1) printer.print(`${prefix} `);
  else if (map.numDims === 0 && map.numSymbols === 0 && only.kind === 'constant') return printer.print(String(only.value));
  else if (map.numDims === 0 && map.numSymbols === 1 && only.kind === 'symbol') return printer.printOperand(operands[0]);
  printer.printAttribute(attribute);
  printDimAndSymbolList(printer, operands, map.numDims);
}
