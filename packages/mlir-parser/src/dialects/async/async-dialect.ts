import type { OpAsmParser, UnresolvedOperand } from '../../ir/op-asm-parser.js';
import type { OpAssembly } from '../../ir/op-definition.js';
import type { Type } from '../../ir/type.js';
import { denseIntegerArray } from '../../ir/dense-array.js';
import type { CustomDirective } from '../../ods/custom-directive.js';
import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { functionOpAssembly } from '../function-op.js';
import { operandSegments } from '../operand-segments.js';

/** The type inside `!async.value<…>`; undefined for other types. */
function valueTypeOf(parser: OpAsmParser, type: Type): Type | undefined {
  const text = type.kind === 'dialect' && type.dialect === 'async' ? /^value<([^]*)>$/.exec(type.body)?.[1] : undefined;
  return text === undefined ? undefined : parser.typeFromText(text);
}

/** `[%tokens] (%value as %argument: type, …) -> types attributes {…} {body}` */
const executeAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    const token = context.dialectType('async', 'token');
    const dependencies = parser.parseOperandList('optional-square').map((operand) => parser.resolveOperand(operand, token));
    const values: { operand: UnresolvedOperand; argument: UnresolvedOperand; type: Type }[] = [];
    if (parser.parseOptionalPunctuation('(') && !parser.parseOptionalPunctuation(')')) {
      do {
        const operand = parser.parseOperand();
        parser.parseKeyword('as');
        const argument = parser.parseOperand(false);
        values.push({ operand, argument, type: parser.parseColonType() });
      } while (parser.parseOptionalPunctuation(','));
      parser.parsePunctuation(')');
    }
    result.resultTypes = [token, ...parser.parseOptionalArrowTypeList()];
    parser.parseOptionalAttrDictWithKeyword();
    result.operands = [...dependencies, ...values.map(({ operand, type }) => parser.resolveOperand(operand, type))];
    result.attributes.set('operandSegmentSizes', denseIntegerArray(context, 32, [dependencies.length, values.length]));
    const args = values.map(({ argument, type }) => ({
      operand: argument, attributes: new Map(), location: undefined,
      type: valueTypeOf(parser, type) ?? parser.error('expected an !async.value type', argument.range),
    }));
    const body = parser.parseRegion(args);
    parser.ensureTerminator(body, 'async.yield');
    result.regions.push(body);
  },
  print(op, printer) {
    const [dependencies = [], values = []] = operandSegments(op);
    if (dependencies.length > 0) {
      printer.print(' [');
      printer.printOperands(dependencies);
      printer.print(']');
    }
    if (values.length > 0) {
      printer.print(' (');
      for (const [index, value] of values.entries()) {
        if (index > 0) printer.print(', ');
        printer.printOperand(value);
        printer.print(' as ');
        const argument = op.region(0).entry?.arguments[index];
        if (argument !== undefined) printer.printOperand(argument);
        printer.print(': ');
        printer.printType(value.type);
      }
      printer.print(')');
    }
    printer.printOptionalArrowTypeList(op.results.slice(1).map((value) => value.type));
    printer.printOptionalAttrDictWithKeyword(op, ['operandSegmentSizes']);
    printer.print(' ');
    printer.printRegion(op.region(0), { printEntryArguments: false });
  },
};

/** The type of the operand; awaiting a value gives what is in it. */
const awaitResultType: CustomDirective = {
  parse(parser, args) {
    const type = parser.parseType();
    args.types(0).push(type);
    const value = valueTypeOf(parser, type);
    if (value !== undefined) args.types(1).push(value);
  },
  print(printer, _op, args) {
    printer.printTypes(args.types(0));
  },
};

export const asyncDialect: HandWrittenDialect = {
  operations: {
    'async.execute': { assembly: executeAssembly },
    'async.func': { assembly: functionOpAssembly },
  },
  directives: { AwaitResultType: awaitResultType },
};
