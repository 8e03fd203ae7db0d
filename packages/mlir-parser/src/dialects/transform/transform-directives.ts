import { denseArrayIntegers, denseIntegerArray } from '../../ir/dense-array.js';
import type { CustomDirective } from '../../ods/custom-directive.js';
import { parseMixedIndexList, printMixedIndexList } from '../dynamic-index-list.js';

/** `%root, %extra : (type, types)`: arguments: root, its type, further operands, their types. */
export const sequenceOpOperands: CustomDirective = {
  parse(parser, args) {
    const root = parser.parseOptionalOperand();
    if (root === undefined) return false;
    args.operands(0).push(root);
    if (parser.parseOptionalPunctuation(',')) args.operands(2).push(...parser.parseOperandList('none'));
    parser.parsePunctuation(':');
    parser.parseOptionalPunctuation('(');
    args.types(1).push(parser.parseType());
    if (args.operands(2).length > 0) {
      parser.parsePunctuation(',');
      args.types(3).push(...parser.parseTypeList());
      parser.parsePunctuation(')');
    } else parser.parseOptionalPunctuation(')');
    return true;
  },
  print(printer, _op, args) {
    const [root] = args.operands(0);
    const extra = args.operands(2);
    if (root === undefined) return;
    printer.printOperands([root, ...extra]);
    printer.print(extra.length > 0 ? ' : (' : ' : ');
    printer.printTypes([root, ...extra].map((value) => value.type));
    if (extra.length > 0) printer.print(')');
  },
};

/** `@matcher -> @action, …`: arguments: matchers, actions. */
export const foreachMatchSymbols: CustomDirective = {
  parse(parser, args) {
    const { context } = parser;
    const matchers: string[] = [];
    const actions: string[] = [];
    do {
      matchers.push(parser.parseSymbolName());
      parser.parsePunctuation('->');
      actions.push(parser.parseSymbolName());
    } while (parser.parseOptionalPunctuation(','));
    args.setAttribute(0, context.arrayAttr(matchers.map((name) => context.symbolRefAttr(name))));
    args.setAttribute(1, context.arrayAttr(actions.map((name) => context.symbolRefAttr(name))));
  },
  print(printer, _op, args) {
    const matchers = args.attribute(0);
    const actions = args.attribute(1);
    if (matchers?.kind !== 'array' || actions?.kind !== 'array') return;
    printer.increaseIndent();
    printer.increaseIndent();
    for (const [index, matcher] of matchers.elements.entries()) {
      printer.printNewline();
      printer.printAttribute(matcher);
      printer.print(' -> ');
      printer.printAttribute(actions.elements[index]);
      if (index + 1 < matchers.elements.length) printer.print(', ');
    }
    printer.decreaseIndent();
    printer.decreaseIndent();
  },
};

/** `all`, `except(1, 2)` or `1, 2`: arguments: the list, whether it is inverted, whether it is all. */
export const transformMatchDims: CustomDirective = {
  parse(parser, args) {
    const { context } = parser;
    const values: bigint[] = [];
    if (parser.parseOptionalKeyword('all')) args.setAttribute(2, context.unitAttr);
    else {
      const isInverted = parser.parseOptionalKeyword('except');
      if (isInverted) {
        args.setAttribute(1, context.unitAttr);
        parser.parsePunctuation('(');
      }
      do values.push(parser.parseInteger());
      while (parser.parseOptionalPunctuation(','));
      if (isInverted) parser.parsePunctuation(')');
    }
    args.setAttribute(0, denseIntegerArray(context, 64, values));
  },
  print(printer, _op, args) {
    if (args.attribute(2) !== undefined) return printer.print('all');
    const list = denseArrayIntegers(args.attribute(0)).join(', ');
    printer.print(args.attribute(1) === undefined ? list : `except(${list})`);
  },
};

/** `(type) -> type`, or `type` alone if there are no results: arguments: type of the operand, types of the results. */
export const semiFunctionType: CustomDirective = {
  parse(parser, args) {
    const parenthesised = parser.parseOptionalPunctuation('(');
    args.types(0).push(parser.parseType());
    if (!parenthesised) return;
    parser.parsePunctuation(')');
    parser.parsePunctuation('->');
    if (parser.parseOptionalPunctuation('(')) {
      args.types(1).push(...parser.parseTypeList());
      parser.parsePunctuation(')');
    } else args.types(1).push(parser.parseType());
  },
  print(printer, _op, args) {
    const results = args.types(1);
    if (results.length > 0) printer.print('(');
    printer.printTypes(args.types(0));
    if (results.length === 0) return;
    printer.print(results.length > 1 ? ') -> (' : ') -> ');
    printer.printTypes(results);
    if (results.length > 1) printer.print(')');
  },
};

/** `(type) -> type`, which gives all results the same type: arguments: type of the operand, types of the results. */
export const commonResultType: CustomDirective = {
  parse(parser, args) {
    const range = parser.nextRange();
    const type = parser.parseType();
    if (type.kind !== 'function' || type.inputs.length !== 1 || type.results.length !== 1)
      return parser.error('expects a trailing functional type with one argument and one result', range);
    args.types(0).push(type.inputs[0]);
    for (let index = 1; index < args.count; index++) args.types(index).push(type.results[0]);
  },
  print(printer, _op, args) {
    printer.printFunctionalType(args.types(0), args.types(1));
  },
};

/** `*(%packed)` or `[%a, 4]`: arguments: the packed operand, operands, constants. */
export const packedOrDynamicIndexList: CustomDirective = {
  parse(parser, args) {
    if (parser.parseOptionalPunctuation('*')) {
      parser.parsePunctuation('(');
      args.operands(0).push(parser.parseOperand());
      parser.parsePunctuation(')');
      return args.setAttribute(2, denseIntegerArray(parser.context, 64, []));
    }
    const { operands, statics } = parseMixedIndexList(parser);
    args.operands(1).push(...operands);
    args.setAttribute(2, denseIntegerArray(parser.context, 64, statics));
  },
  print(printer, _op, args) {
    const [packed] = args.operands(0);
    if (packed === undefined) return printMixedIndexList(printer, args.operands(1), denseArrayIntegers(args.attribute(2)));
    printer.print('*(');
    printer.printOperand(packed);
    printer.print(')');
  },
};

