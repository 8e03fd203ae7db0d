import type { Attribute } from '../../ir/attribute.js';
import { denseArrayIntegers, denseIntegerArray } from '../../ir/dense-array.js';
import type { OpAsmParser, RegionArgument } from '../../ir/op-asm-parser.js';
import type { OpAsmPrinter } from '../../ir/op-asm-printer.js';
import type { OpAssembly } from '../../ir/op-definition.js';
import { Region } from '../../ir/region.js';
import type { CustomDirective, DirectiveParseArguments } from '../../ods/custom-directive.js';
import type { Value } from '../../ir/value.js';

/** `keyword(byref @symbol %a -> %argument : type, …)` into arguments `first…` of the directive; returns the arguments of the body. */
function parseClauseWithArguments(
  parser: OpAsmParser, args: DirectiveParseArguments, keyword: string, operands: number, symbols: number, byReference: number | undefined,
): RegionArgument[] {
  if (!parser.parseOptionalKeyword(keyword)) return [];
  const names: Attribute[] = [];
  const flags: number[] = [];
  const regionArguments: RegionArgument[] = [];
  parser.parsePunctuation('(');
  do {
    flags.push(byReference !== undefined && parser.parseOptionalKeyword('byref') ? 1 : 0);
    names.push(parser.parseAttribute());
    args.operands(operands).push(parser.parseOperand());
    parser.parsePunctuation('->');
    const operand = parser.parseOperand(false);
    const type = parser.parseColonType();
    args.types(operands + 1).push(type);
    regionArguments.push({ operand, type, attributes: new Map(), location: undefined });
  } while (parser.parseOptionalPunctuation(','));
  parser.parsePunctuation(')');
  args.setAttribute(symbols, parser.context.arrayAttr(names));
  if (byReference !== undefined) args.setAttribute(byReference, denseIntegerArray(parser.context, 1, flags));
  return regionArguments;
}

function printClauseWithArguments(
  printer: OpAsmPrinter, keyword: string, operands: readonly Value[], region: readonly Value[], symbols: Attribute | undefined, byReference: readonly bigint[],
): void {
  if (operands.length === 0) return;
  printer.print(`${keyword}(`);
  for (const [index, operand] of operands.entries()) {
    if (index > 0) printer.print(', ');
    if ((byReference[index] ?? 0n) !== 0n) printer.print('byref ');
    if (symbols?.kind === 'array') printer.printAttribute(symbols.elements[index]);
    printer.print(' ');
    printer.printOperand(operand);
    printer.print(' -> ');
    printer.printOperand(region[index]);
    printer.print(' : ');
    printer.printType(operand.type);
  }
  printer.print(') ');
}

/** `reduction(…) private(…) {body}`: arguments: region, and four of each clause but for `byref` in the second. */
function regionWithClauses(hasPrivate: boolean): CustomDirective {
  return {
    parse(parser, args) {
      const reduction = parseClauseWithArguments(parser, args, 'reduction', 1, 4, 3);
      const privates = hasPrivate ? parseClauseWithArguments(parser, args, 'private', 5, 7, undefined) : [];
      args.regions(0).push(parser.parseRegion([...reduction, ...privates]));
    },
    print(printer, _op, args) {
      const [region] = args.regions(0);
      const body = region?.entry?.arguments ?? [];
      const reductions = args.operands(1);
      printClauseWithArguments(printer, 'reduction', reductions, body, args.attribute(4), denseArrayIntegers(args.attribute(3)));
      if (hasPrivate) printClauseWithArguments(printer, 'private', args.operands(5), body.slice(reductions.length), args.attribute(7), []);
      if (region !== undefined) printer.printRegion(region, { printEntryArguments: false });
    },
  };
}

export const parallelRegion: CustomDirective = regionWithClauses(true);
export const wsloop: CustomDirective = regionWithClauses(false);

/** `@symbol %a -> %argument, … : types`: arguments: variables, their types, symbols. */
export const privateList: CustomDirective = {
  parse(parser, args) {
    const symbols: Attribute[] = [];
    do {
      symbols.push(parser.parseAttribute());
      args.operands(0).push(parser.parseOperand());
      parser.parsePunctuation('->');
      parser.parseOperand();
    } while (parser.parseOptionalPunctuation(','));
    parser.parsePunctuation(':');
    args.types(1).push(...parser.parseTypeList());
    args.setAttribute(2, parser.context.arrayAttr(symbols));
  },
  print(printer, op, args) {
    const symbols = args.attribute(2);
    const operands = args.operands(0);
    const region = op.region(0).entry?.arguments ?? [];
    for (const [index, operand] of operands.entries()) {
      if (index > 0) printer.print(', ');
      if (symbols?.kind === 'array') printer.printAttribute(symbols.elements[index]);
      printer.print(' ');
      printer.printOperand(operand);
      printer.print(' -> ');
      printer.printOperand(region[region.length - operands.length + index]);
    }
    printer.print(' : ');
    printer.printTypes(operands.map((value) => value.type));
  },
};

/** `keyword {…}`, or nothing. */
function optionalRegion(keyword: string): CustomDirective {
  return {
    parse(parser, args) {
      args.regions(0).push(parser.parseOptionalKeyword(keyword) ? parser.parseRegion([]) : new Region());
    },
    print(printer, _op, args) {
      const [region] = args.regions(0);
      if (region === undefined || region.isEmpty) return;
      printer.print(`${keyword} `);
      printer.printRegion(region);
    },
  };
}

export const atomicReductionRegion: CustomDirective = optionalRegion('atomic');
export const cleanupReductionRegion: CustomDirective = optionalRegion('cleanup');

/** `(%i, %j) : type = (%lowers) to (%uppers) inclusive step (%steps) {body} {attributes}` */
export const loopNestAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    const range = parser.nextRange();
    const variables = parser.parseRegionArgumentList('paren', false, false);
    const type = parser.parseColonType();
    parser.parsePunctuation('=');
    const lower = parser.parseOperandList('paren');
    parser.parseKeyword('to');
    const upper = parser.parseOperandList('paren');
    if (parser.parseOptionalKeyword('inclusive')) result.attributes.set('inclusive', context.unitAttr);
    parser.parseKeyword('step');
    const step = parser.parseOperandList('paren');
    const operands = [...lower, ...upper, ...step];
    result.operands = parser.resolveOperands(operands, operands.map(() => type), range);
    for (const variable of variables) variable.type = type;
    result.regions.push(parser.parseRegion(variables));
    parser.parseOptionalAttrDict();
  },
  print(op, printer) {
    const rank = op.numOperands / 3;
    const list = (values: readonly Value[]): void => {
      printer.print('(');
      printer.printOperands(values);
      printer.print(')');
    };
    printer.print(' ');
    list(op.region(0).entry?.arguments ?? []);
    printer.print(' : ');
    printer.printType(op.operand(0).type);
    printer.print(' = ');
    list(op.operands.slice(0, rank));
    printer.print(' to ');
    list(op.operands.slice(rank, 2 * rank));
    printer.print(op.attribute('inclusive') === undefined ? ' step ' : ' inclusive step ');
    list(op.operands.slice(2 * rank));
    printer.print(' ');
    printer.printRegion(op.region(0), { printEntryArguments: false });
    printer.printOptionalAttrDict(op, ['inclusive']);
  },
};
