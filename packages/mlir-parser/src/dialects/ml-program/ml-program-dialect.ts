import type { CustomDirective } from '../../ods/custom-directive.js';
import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { functionOpAssembly, verifyFunctionBody } from '../function-op.js';

/** `private`, or nothing. */
const symbolVisibility: CustomDirective = {
  parse(parser, args) {
    const visibility = parser.parseOptionalAnyKeyword(['public', 'private', 'nested']);
    if (visibility !== undefined) args.setAttribute(0, parser.context.stringAttr(visibility));
    return visibility !== undefined;
  },
  print(printer, _op, args) {
    const visibility = args.attribute(0);
    if (visibility?.kind === 'string') printer.print(visibility.value);
  },
};

/** `(value) : type`: arguments: type, value. */
const typedInitialValue: CustomDirective = {
  parse(parser, args) {
    if (parser.parseOptionalPunctuation('(')) {
      args.setAttribute(1, parser.parseAttribute());
      parser.parsePunctuation(')');
    }
    args.setAttribute(0, parser.context.typeAttr(parser.parseColonType()));
  },
  print(printer, _op, args) {
    const value = args.attribute(1);
    const type = args.attribute(0);
    if (value !== undefined) {
      printer.print('(');
      printer.printAttribute(value);
      printer.print(')');
    }
    printer.print(' : ');
    if (type !== undefined) printer.printAttribute(type);
  },
};

/** ` ordering(%a, %b -> type)`, or nothing: arguments: tokens waited for, type of the token made. */
const tokenOrdering: CustomDirective = {
  parse(parser, args) {
    if (!parser.parseOptionalKeyword('ordering')) return false;
    parser.parsePunctuation('(');
    if (parser.parseOptionalPunctuation('(')) parser.parsePunctuation(')');
    else args.operands(0).push(...parser.parseOperandList('none'));
    if (parser.parseOptionalPunctuation('->')) args.types(1).push(parser.parseType());
    parser.parsePunctuation(')');
    return true;
  },
  print(printer, _op, args) {
    const tokens = args.operands(0);
    const types = args.types(1);
    if (tokens.length === 0 && types.length === 0) return;
    printer.print(tokens.length === 0 ? ' ordering(()' : ' ordering(');
    printer.printOperands(tokens);
    if (types.length > 0) printer.print(' -> ');
    printer.printTypes(types);
    printer.print(')');
  },
};

export const mlProgramDialect: HandWrittenDialect = {
  operations: {
    'ml_program.func': { assembly: functionOpAssembly, verify: verifyFunctionBody },
    'ml_program.subgraph': { assembly: functionOpAssembly, verify: verifyFunctionBody },
  },
  directives: { SymbolVisibility: symbolVisibility, TokenOrdering: tokenOrdering, TypedInitialValue: typedInitialValue },
};
