import type { OpAsmParser, RegionArgument, UnresolvedOperand } from '../../ir/op-asm-parser.js';
import type { OpAssembly } from '../../ir/op-definition.js';
import { Block } from '../../ir/block.js';
import { Region } from '../../ir/region.js';
import { denseArrayIntegers, denseIntegerArray } from '../../ir/dense-array.js';
import { parseMixedIndexList, printMixedIndexList, type MixedIndexList } from '../dynamic-index-list.js';
import { parseAssignmentList, printAssignmentList } from '../loop-carried.js';
import { operandSegments, operandSegmentSizes } from '../operand-segments.js';

const PRINTED = ['staticLowerBound', 'staticUpperBound', 'staticStep', 'operandSegmentSizes'];

/** `(%i) in (4, %n)` or `(%i) = (0) to (%n) step (2)`, then `shared_outs(%o = %t) -> (types) {…} {mapping = […]}` */
export const scfForallAssembly: OpAssembly = {
  parse(parser) {
    const { result, context } = parser;
    const { indexType } = context;
    const start = parser.nextRange();
    const variables: RegionArgument[] = parser.parseRegionArgumentList('paren', false, false);
    for (const variable of variables) variable.type = indexType;
    const { lower, upper, step } = parseBounds(parser, variables.length);
    const resolve = ({ operands }: MixedIndexList) => operands.map((operand) => parser.resolveOperand(operand, indexType));
    const groups = [resolve(lower), resolve(upper), resolve(step)];
    let outputs: { args: RegionArgument[]; inits: UnresolvedOperand[] } = { args: [], inits: [] };
    if (parser.parseOptionalKeyword('shared_outs')) {
      outputs = parseAssignmentList(parser);
      result.resultTypes = parser.parseOptionalArrowTypeList();
      if (outputs.args.length !== result.resultTypes.length)
        parser.error('mismatch between out operands and types', start);
    }
    for (const [index, argument] of outputs.args.entries()) argument.type = result.resultTypes[index];
    groups.push(parser.resolveOperands(outputs.inits, result.resultTypes, start));
    result.operands = groups.flat();
    const body = parser.parseRegion([...variables, ...outputs.args]);
    const parallel = new Region();
    parallel.addBlock(new Block());
    parser.ensureTerminator(body, 'scf.forall.in_parallel', [parallel]);
    result.regions.push(body);
    parser.parseOptionalAttrDict();
    result.attributes.set('staticLowerBound', denseIntegerArray(context, 64, lower.statics));
    result.attributes.set('staticUpperBound', denseIntegerArray(context, 64, upper.statics));
    result.attributes.set('staticStep', denseIntegerArray(context, 64, step.statics));
    result.attributes.set('operandSegmentSizes', operandSegmentSizes(context, groups.map((group) => group.length)));
  },
  print(op, printer) {
    const [lower = [], upper = [], step = [], outputs = []] = operandSegments(op);
    const [staticLower, staticUpper, staticStep] = ['staticLowerBound', 'staticUpperBound', 'staticStep'].map((name) =>
      denseArrayIntegers(op.attribute(name)));
    const args = op.region(0).entry?.arguments ?? [];
    const rank = staticUpper.length;
    printer.print(' (');
    printer.printOperands(args.slice(0, rank));
    printer.print(')');
    const isNormalised = staticLower.every((value) => value === 0n) && staticStep.every((value) => value === 1n);
    if (isNormalised) {
      printer.print(' in ');
      printMixedIndexList(printer, upper, staticUpper, '(', ')');
    } else {
      printer.print(' = ');
      printMixedIndexList(printer, lower, staticLower, '(', ')');
      printer.print(' to ');
      printMixedIndexList(printer, upper, staticUpper, '(', ')');
      printer.print(' step ');
      printMixedIndexList(printer, step, staticStep, '(', ')');
    }
    printAssignmentList(printer, ' shared_outs', args.slice(rank), outputs);
    if (op.results.length > 0) {
      printer.print(' -> (');
      printer.printTypes(op.results.map((result) => result.type));
      printer.print(')');
    }
    printer.print(' ');
    printer.printRegion(op.region(0), { printEntryArguments: false, printTerminator: op.results.length > 0 });
    printer.printOptionalAttrDict(op, PRINTED);
  },
};

function parseBounds(parser: OpAsmParser, rank: number): { lower: MixedIndexList; upper: MixedIndexList; step: MixedIndexList } {
  const constant = (value: bigint): MixedIndexList => ({
    operands: [], scalable: [], statics: new Array<bigint>(rank).fill(value),
  });
  const list = (): MixedIndexList => {
    const range = parser.nextRange();
    const parsed = parseMixedIndexList(parser, '(', ')');
    if (parsed.statics.length !== rank) parser.error(`expected ${rank} bounds, one for each induction variable`, range);
    return parsed;
  };
  if (parser.parseOptionalKeyword('in')) return { lower: constant(0n), upper: list(), step: constant(1n) };
  parser.parsePunctuation('=');
  const lower = list();
  parser.parseKeyword('to');
  const upper = list();
  parser.parseKeyword('step');
  return { lower, upper, step: list() };
}

/** `{…}` without block arguments */
export const scfForallInParallelAssembly: OpAssembly = {
  parse(parser) {
    const region = parser.parseRegion([]);
    if (region.isEmpty) region.addBlock(new Block());
    parser.result.regions.push(region);
    parser.parseOptionalAttrDict();
  },
  print(op, printer) {
    printer.print(' ');
    printer.printRegion(op.region(0), { printEntryArguments: false });
    printer.printOptionalAttrDict(op, []);
  },
};
