import { Region } from '../../ir/region.js';
import type { OpAssembly } from '../../ir/op-definition.js';

/** `%condition -> (types) {…} else {…} {attributes}` */
export const condIfAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    result.operands = [parser.resolveOperand(parser.parseOperand(), context.tensorType([], context.integerType(1)))];
    result.resultTypes = parser.parseOptionalArrowTypeList();
    const branch = (): Region => {
      const region = parser.parseRegion([]);
      parser.ensureTerminator(region, 'tosa.yield');
      return region;
    };
    result.regions.push(branch());
    result.regions.push(parser.parseOptionalKeyword('else') ? branch() : new Region());
    parser.parseOptionalAttrDict();
  },
  print(op, printer) {
    const printTerminator = op.results.length > 0;
    printer.print(' ');
    printer.printOperand(op.operand(0));
    if (printTerminator) {
      printer.print(' -> (');
      printer.printTypes(op.results.map((result) => result.type));
      printer.print(')');
    }
    printer.print(' ');
    printer.printRegion(op.region(0), { printEntryArguments: false, printTerminator });
    if (!op.region(1).isEmpty) {
      printer.print(' else ');
      printer.printRegion(op.region(1), { printEntryArguments: false, printTerminator });
    }
    printer.printOptionalAttrDict(op, []);
  },
};
