import type { CustomDirective } from '../../ods/custom-directive.js';
import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { namedOperandList } from '../named-operand-list.js';

/** `: type` if no arguments tell it: arguments: types of the arguments, type of the range. */
export const rangeType: CustomDirective = {
  parse(parser, args) {
    const [first] = args.types(0);
    if (first === undefined) args.types(1).push(parser.parseColonType());
    else if (first.kind !== 'dialect') parser.error('expected a type of pdl');
    else args.types(1).push(first.body.startsWith('range<') ? first : parser.context.dialectType('pdl', `range<${first.body}>`));
  },
  print(printer, _op, args) {
    if (args.types(0).length > 0) return;
    printer.print(': ');
    printer.printTypes(args.types(1));
  },
};

/** `-> type` of the result with an index; without one it is a range of values. */
const resultsValueType: CustomDirective = {
  parse(parser, args) {
    if (args.attribute(0) === undefined) args.types(1).push(parser.context.dialectType('pdl', 'range<value>'));
    else {
      parser.parsePunctuation('->');
      args.types(1).push(parser.parseType());
    }
  },
  print(printer, _op, args) {
    if (args.attribute(0) === undefined) return;
    printer.print(' -> ');
    printer.printTypes(args.types(1));
  },
};

export const pdlDialect: HandWrittenDialect = {
  operations: {
    'pdl.pattern': { defaultDialect: 'pdl' },
    'pdl.rewrite': { defaultDialect: 'pdl' },
  },
  directives: { OperationOpAttributes: namedOperandList(' {'), RangeType: rangeType, ResultsValueType: resultsValueType },
};
