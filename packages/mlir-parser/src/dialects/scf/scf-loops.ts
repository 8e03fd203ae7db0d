import type { Context } from '../../ir/context.js';
import type { RegionArgument } from '../../ir/op-asm-parser.js';
import { buildOperation } from '../../ir/op-builder.js';
import type { OpAssembly } from '../../ir/op-definition.js';
import type { Operation } from '../../ir/operation.js';
import { Region } from '../../ir/region.js';
import type { Type } from '../../ir/type.js';
import type { Value } from '../../ir/value.js';
import { parseAssignmentList, printAssignmentList } from '../loop-carried.js';
import { operandSegments, operandSegmentSizes } from '../operand-segments.js';

const resultTypes = (op: Operation): Type[] => op.results.map((result) => result.type);

/** `%i = %lower to %upper step %step iter_args(%acc = %init) -> (f32) : i32 {…}`; the type is left out if it is index. */
export const scfForAssembly: OpAssembly = {
  parse(parser) {
    const { result, context } = parser;
    const start = parser.nextRange();
    // Since MLIR 22; version 19 has no place for it but among the attributes.
    if (parser.parseOptionalKeyword('unsigned')) result.attributes.set('unsignedCmp', context.unitAttr);
    const variable = parser.parseRegionArgument(false, false);
    parser.parsePunctuation('=');
    const lower = parser.parseOperand();
    parser.parseKeyword('to');
    const upper = parser.parseOperand();
    parser.parseKeyword('step');
    const step = parser.parseOperand();
    const hasCarried = parser.parseOptionalKeyword('iter_args');
    const carried = hasCarried ? parseAssignmentList(parser) : { args: [], inits: [] };
    if (hasCarried) result.resultTypes = parser.parseOptionalArrowTypeList();
    if (carried.args.length !== result.resultTypes.length)
      parser.error('mismatch in number of loop-carried values and defined values', start);
    const type = parser.parseOptionalPunctuation(':') ? parser.parseType() : context.indexType;
    variable.type = type;
    result.operands = [lower, upper, step].map((operand) => parser.resolveOperand(operand, type));
    for (const [index, argument] of carried.args.entries()) {
      argument.type = result.resultTypes[index];
      result.operands.push(parser.resolveOperand(carried.inits[index], argument.type));
    }
    const body = parser.parseRegion([variable, ...carried.args]);
    parser.ensureTerminator(body, 'scf.yield');
    result.regions.push(body);
    parser.parseOptionalAttrDict();
  },
  print(op, printer) {
    const [lower, upper, step, ...inits] = op.operands;
    const [variable, ...carried] = op.region(0).entry?.arguments ?? [];
    printer.print(' ');
    printer.printOperand(variable);
    printer.print(' = ');
    printer.printOperand(lower);
    printer.print(' to ');
    printer.printOperand(upper);
    printer.print(' step ');
    printer.printOperand(step);
    printAssignmentList(printer, ' iter_args', carried, inits);
    if (inits.length > 0) {
      printer.print(' -> (');
      printer.printTypes(inits.map((init) => init.type));
      printer.print(')');
    }
    printer.print(' ');
    if (variable.type.kind !== 'index') {
      printer.print(' : ');
      printer.printType(variable.type);
      printer.print(' ');
    }
    printer.printRegion(op.region(0), { printEntryArguments: false, printTerminator: inits.length > 0 });
    printer.printOptionalAttrDict(op, []);
  },
};

/** `(%a = %init) : (f32) -> f32 {…} do {…} attributes {…}` */
export const scfWhileAssembly: OpAssembly = {
  parse(parser) {
    const { result } = parser;
    const range = parser.nextRange();
    const { args, inits } = range.file.bytes[range.start] === 0x28 ? parseAssignmentList(parser) : { args: [], inits: [] };
    parser.parsePunctuation(':');
    const typeRange = parser.nextRange();
    const type = parser.parseFunctionType();
    if (type.kind !== 'function' || type.inputs.length !== inits.length)
      return parser.error(`expected as many input types as operands (expected ${inits.length} got ${type.kind === 'function' ? type.inputs.length : 0})`, typeRange);
    result.resultTypes = [...type.results];
    result.operands = parser.resolveOperands(inits, type.inputs, range);
    for (const [index, argument] of args.entries()) argument.type = type.inputs[index];
    result.regions.push(parser.parseRegion(args));
    parser.parseKeyword('do');
    result.regions.push(parser.parseRegion([]));
    parser.parseOptionalAttrDictWithKeyword();
  },
  print(op, printer) {
    printAssignmentList(printer, ' ', op.region(0).entry?.arguments ?? [], op.operands);
    printer.print(' : ');
    printer.printFunctionalType(op.operands.map((value) => value.type), resultTypes(op));
    printer.print(' ');
    printer.printRegion(op.region(0), { printEntryArguments: false });
    printer.print(' do ');
    printer.printRegion(op.region(1));
    printer.printOptionalAttrDictWithKeyword(op, []);
  },
};

/** `(%i, %j) = (%l0, %l1) to (%u0, %u1) step (%s0, %s1) init (%a) -> f32 {…}` */
export const scfParallelAssembly: OpAssembly = {
  parse(parser) {
    const { result, context } = parser;
    const { indexType } = context;
    const variables: RegionArgument[] = parser.parseRegionArgumentList('paren', false, false);
    for (const variable of variables) variable.type = indexType;
    parser.parsePunctuation('=');
    const bounds: Value[] = [];
    const parseBounds = (): void => {
      const range = parser.nextRange();
      const operands = parser.parseOperandList('paren');
      if (operands.length !== variables.length) parser.error(`expected ${variables.length} operands`, range);
      bounds.push(...operands.map((operand) => parser.resolveOperand(operand, indexType)));
    };
    parseBounds();
    parser.parseKeyword('to');
    parseBounds();
    parser.parseKeyword('step');
    parseBounds();
    const initRange = parser.nextRange();
    const inits = parser.parseOptionalKeyword('init') ? parser.parseOperandList('paren') : [];
    result.resultTypes = parser.parseOptionalArrowTypeList();
    result.operands = [...bounds, ...parser.resolveOperands(inits, result.resultTypes, initRange)];
    const { length } = variables;
    result.attributes.set('operandSegmentSizes', operandSegmentSizes(context, [length, length, length, inits.length]));
    const body = parser.parseRegion(variables);
    joinReductions(body, context);
    parser.ensureTerminator(body, 'scf.reduce');
    result.regions.push(body);
    parser.parseOptionalAttrDict();
  },
  print(op, printer) {
    const [lower = [], upper = [], steps = [], inits = []] = operandSegments(op);
    const list = (before: string, values: readonly Value[]): void => {
      printer.print(before);
      printer.printOperands(values);
      printer.print(')');
    };
    list(' (', op.region(0).entry?.arguments ?? []);
    list(' = (', lower);
    list(' to (', upper);
    list(' step (', steps);
    if (inits.length > 0) list(' init (', inits);
    printer.printOptionalArrowTypeList(resultTypes(op));
    printer.print(' ');
    printer.printRegion(op.region(0), { printEntryArguments: false });
    printer.printOptionalAttrDict(op, ['operandSegmentSizes']);
  },
};

/** Until MLIR 17 `scf.parallel` ended with `scf.yield` and had a `scf.reduce` for each reduction; now one of these has all and ends it. */
function joinReductions(body: Region, context: Context): void {
  const block = body.blocks[body.blocks.length - 1];
  const last = block?.lastOperation;
  if (block === undefined || last?.name !== 'scf.yield' || last.numOperands > 0) return;
  const reductions = [...block.operations()].filter((op) => op.name === 'scf.reduce');
  const regions = reductions.flatMap((op) => op.regions).map((region) => {
    const moved = new Region();
    for (const inner of region.blocks.splice(0)) moved.addBlock(inner);
    return moved;
  });
  const joined = buildOperation(context, 'scf.reduce', { operands: reductions.flatMap((op) => op.operands), regions, location: last.location });
  last.erase();
  for (const reduction of reductions) reduction.erase();
  block.append(joined);
}
