import type { CustomDirective } from '../../ods/custom-directive.js';
import { dialectEnum } from '../dialect-table.js';
import { parseAsyncDependencies } from './gpu-launch.js';

/** `async [%a, %b]`: arguments: type of the token, dependencies. */
export const asyncDependencies: CustomDirective = {
  parse(parser, args) {
    const { isAsync, operands } = parseAsyncDependencies(parser);
    if (isAsync) args.types(0).push(parser.context.dialectType('gpu', 'async.token'));
    args.operands(1).push(...operands);
    return isAsync || operands.length > 0;
  },
  print(printer, _op, args) {
    const isAsync = args.types(0).length > 0;
    const operands = args.operands(1);
    if (isAsync) printer.print('async');
    if (operands.length === 0) return;
    printer.print(isAsync ? ' [' : '[');
    printer.printOperands(operands);
    printer.print(']');
  },
};

/** `args(%a : type, …)`, or nothing. */
export const launchFuncOperands: CustomDirective = {
  parse(parser, args) {
    if (!parser.parseOptionalKeyword('args')) return false;
    parser.parsePunctuation('(');
    if (parser.parseOptionalPunctuation(')')) return true;
    do {
      args.operands(0).push(parser.parseOperand());
      args.types(1).push(parser.parseColonType());
    } while (parser.parseOptionalPunctuation(','));
    parser.parsePunctuation(')');
    return true;
  },
  print(printer, _op, args) {
    const operands = args.operands(0);
    if (operands.length === 0) return;
    printer.print('args(');
    for (const [index, operand] of operands.entries()) {
      if (index > 0) printer.print(', ');
      printer.printOperand(operand);
      printer.print(' : ');
      printer.printType(operand.type);
    }
    printer.print(')');
  },
};

/** `: type` of the sizes if that is not `index`: arguments: that type, a size of the cluster, and the types of its sizes. */
export const launchDimType: CustomDirective = {
  parse(parser, args) {
    const type = parser.parseOptionalPunctuation(':') ? parser.parseType() : parser.context.indexType;
    args.types(0).push(type);
    if (args.operands(1).length > 0) for (const index of [2, 3, 4]) args.types(index).push(type);
  },
  print(printer, _op, args) {
    const [type] = args.types(0);
    if (type === undefined || type.kind === 'index') return;
    printer.print(': ');
    printer.printType(type);
  },
};

/** `add`, `maxsi`, …, or nothing. */
export const allReduceOperation: CustomDirective = {
  parse(parser, args) {
    const keyword = parser.parseOptionalAnyKeyword(dialectEnum('gpu', 'AllReduceOperation').cases.map(([name]) => name));
    if (keyword === undefined) return false;
    args.setAttribute(0, parser.context.dialectAttr('gpu', `<all_reduce_op ${keyword}>`));
    return true;
  },
  print(printer, _op, args) {
    const attribute = args.attribute(0);
    if (attribute?.kind === 'dialect') printer.print(/(\w+)>?$/.exec(attribute.body)?.[1] ?? '');
  },
};

/** `<handler>` unless it is the default one. */
export const offloadingHandler: CustomDirective = {
  parse(parser, args) {
    if (parser.parseOptionalPunctuation('<')) {
      args.setAttribute(0, parser.parseAttribute());
      parser.parsePunctuation('>');
    } else args.setAttribute(0, parser.context.dialectAttr('gpu', 'select_object'));
  },
  print(printer, _op, args) {
    const handler = args.attribute(0);
    if (handler === undefined || (handler.kind === 'dialect' && /^select_object(<>)?$/.test(handler.body))) return;
    printer.print('<');
    printer.printAttribute(handler);
    printer.print('>');
  },
};
