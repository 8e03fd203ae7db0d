import type { OpAssembly } from '../../ir/op-definition.js';
import { Region } from '../../ir/region.js';
import type { CustomDirective } from '../../ods/custom-directive.js';
import { denseArrayIntegers, denseIntegerArray } from '../../ir/dense-array.js';

/** `%condition -> (types) {…} else {…} {attributes}` */
export const scfIfAssembly: OpAssembly = {
  parse(parser) {
    const { result, context } = parser;
    result.operands = [parser.resolveOperand(parser.parseOperand(), context.integerType(1))];
    result.resultTypes = parser.parseOptionalArrowTypeList();
    const then = parser.parseRegion([]);
    parser.ensureTerminator(then, 'scf.yield');
    const otherwise = parser.parseOptionalKeyword('else') ? parser.parseRegion([]) : undefined;
    if (otherwise !== undefined) parser.ensureTerminator(otherwise, 'scf.yield');
    result.regions.push(then, otherwise ?? new Region());
    parser.parseOptionalAttrDict();
  },
  print(op, printer) {
    const options = { printEntryArguments: false, printTerminator: op.results.length > 0 };
    printer.print(' ');
    printer.printOperand(op.operand(0));
    if (op.results.length > 0) {
      printer.print(' -> (');
      printer.printTypes(op.results.map((result) => result.type));
      printer.print(')');
    }
    printer.print(' ');
    printer.printRegion(op.region(0), options);
    if (!op.region(1).isEmpty) {
      printer.print(' else ');
      printer.printRegion(op.region(1), options);
    }
    printer.printOptionalAttrDict(op, []);
  },
};

/** `-> (types) {…} {attributes}` */
export const scfExecuteRegionAssembly: OpAssembly = {
  parse(parser) {
    parser.result.resultTypes = parser.parseOptionalArrowTypeList();
    // Since MLIR 22; version 19 has no place for it but among the attributes.
    if (parser.parseOptionalKeyword('no_inline')) parser.result.attributes.set('no_inline', parser.context.unitAttr);
    parser.result.regions.push(parser.parseRegion([]));
    parser.parseOptionalAttrDict();
  },
  print(op, printer) {
    printer.printOptionalArrowTypeList(op.results.map((result) => result.type));
    printer.print(' ');
    printer.printRegion(op.region(0), { printEntryArguments: false });
    printer.printOptionalAttrDict(op, []);
  },
};

/** `case 2 {…} case 5 {…}` of `scf.index_switch`: `custom<SwitchCases>($cases, $caseRegions)`. */
export const switchCasesDirective: CustomDirective = {
  parse(parser, args) {
    const cases: bigint[] = [];
    while (parser.parseOptionalKeyword('case')) {
      cases.push(parser.parseInteger());
      args.regions(1).push(parser.parseRegion([]));
    }
    args.setAttribute(0, denseIntegerArray(parser.context, 64, cases));
  },
  print(printer, _op, args) {
    const regions = args.regions(1);
    for (const [index, value] of denseArrayIntegers(args.attribute(0)).entries()) {
      printer.printNewline();
      printer.print(`case ${value} `);
      printer.printRegion(regions[index], { printEntryArguments: false });
    }
  },
};
