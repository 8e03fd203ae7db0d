import type { OpAssembly } from '../../ir/op-definition.js';
import type { CustomDirective } from '../../ods/custom-directive.js';
import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { functionOpAssembly, verifyFunctionBody } from '../function-op.js';
import { namedOperandList } from '../named-operand-list.js';
import { rangeType } from '../pdl/pdl-dialect.js';

/** ` -> (%a, %b : types)` or ` -> <inferred>`: arguments: operands, their types, whether they are inferred. */
const createOperationOpResults: CustomDirective = {
  parse(parser, args) {
    if (!parser.parseOptionalPunctuation('->')) return false;
    if (parser.parseOptionalPunctuation('<')) {
      parser.parseKeyword('inferred');
      parser.parsePunctuation('>');
      args.setAttribute(2, parser.context.unitAttr);
      return true;
    }
    parser.parsePunctuation('(');
    args.operands(0).push(...parser.parseOperandList('none'));
    parser.parsePunctuation(':');
    args.types(1).push(...parser.parseTypeList());
    parser.parsePunctuation(')');
    return true;
  },
  print(printer, _op, args) {
    if (args.attribute(2) !== undefined) return printer.print(' -> <inferred>');
    const operands = args.operands(0);
    if (operands.length === 0) return;
    printer.print(' -> (');
    printer.printOperands(operands);
    printer.print(' : ');
    printer.printTypes(args.types(1));
    printer.print(')');
  },
};

/** `%item : type in %range {body} -> ^next` */
const foreachAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    const item = parser.parseRegionArgument(true, false);
    parser.parseKeyword('in');
    const values = parser.parseOperand();
    const element = item.type;
    if (element?.kind !== 'dialect') return parser.error('expected a type of pdl', item.operand.range);
    result.operands = [parser.resolveOperand(values, context.dialectType('pdl', `range<${element.body}>`))];
    result.regions.push(parser.parseRegion([item]));
    parser.parseOptionalAttrDict();
    parser.parsePunctuation('->');
    result.successors.push(parser.parseSuccessor());
  },
  print(op, printer) {
    const item = op.region(0).entry?.arguments[0];
    if (item === undefined) throw new Error("'pdl_interp.foreach' without its argument");
    printer.print(' ');
    printer.printOperand(item);
    printer.print(' : ');
    printer.printType(item.type);
    printer.print(' in ');
    printer.printOperand(op.operand(0));
    printer.print(' ');
    printer.printRegion(op.region(0), { printEntryArguments: false });
    printer.printOptionalAttrDict(op, []);
    printer.print(' -> ');
    printer.printSuccessor(op.successors[0]);
  },
};

export const pdlInterpDialect: HandWrittenDialect = {
  operations: {
    'pdl_interp.foreach': { assembly: foreachAssembly },
    'pdl_interp.func': { assembly: functionOpAssembly, verify: verifyFunctionBody },
  },
  directives: {
    CreateOperationOpAttributes: namedOperandList(' {'), CreateOperationOpResults: createOperationOpResults, RangeType: rangeType,
  },
};
