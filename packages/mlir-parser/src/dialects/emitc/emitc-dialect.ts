import type { OpAssembly } from '../../ir/op-definition.js';
import { Region } from '../../ir/region.js';
import type { CustomDirective } from '../../ods/custom-directive.js';
import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { functionOpAssembly } from '../function-op.js';

/** `"header.h"` or `<"header">` */
const includeAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    const isStandard = parser.parseOptionalPunctuation('<');
    result.attributes.set('include', context.stringAttr(parser.parseOptionalString() ?? parser.error('expected string')));
    if (!isStandard) return;
    parser.parsePunctuation('>');
    result.attributes.set('is_standard_include', context.unitAttr);
  },
  print(op, printer) {
    const isStandard = op.attribute('is_standard_include') !== undefined;
    const include = op.attribute('include');
    printer.print(isStandard ? ' <' : ' ');
    if (include?.kind === 'string') printer.printString(include.value);
    if (isStandard) printer.print('>');
  },
};

/** `%condition {then} else {else} {attributes}` */
const ifAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    result.operands = [parser.resolveOperand(parser.parseOperand(), context.integerType(1))];
    const then = parser.parseRegion([]);
    parser.ensureTerminator(then, 'emitc.yield');
    const otherwise = parser.parseOptionalKeyword('else') ? parser.parseRegion([]) : new Region();
    if (!otherwise.isEmpty) parser.ensureTerminator(otherwise, 'emitc.yield');
    result.regions.push(then, otherwise);
    parser.parseOptionalAttrDict();
  },
  print(op, printer) {
    printer.print(' ');
    printer.printOperand(op.operand(0));
    printer.print(' ');
    printer.printRegion(op.region(0), { printEntryArguments: false, printTerminator: false });
    if (!op.region(1).isEmpty) {
      printer.print(' else ');
      printer.printRegion(op.region(1), { printEntryArguments: false, printTerminator: false });
    }
    printer.printOptionalAttrDict(op, []);
  },
};

/** `%i = %lower to %upper step %step : type {body} {attributes}` */
const forAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    const range = parser.nextRange();
    const variable = parser.parseOperand(false);
    parser.parsePunctuation('=');
    const lower = parser.parseOperand();
    parser.parseKeyword('to');
    const upper = parser.parseOperand();
    parser.parseKeyword('step');
    const step = parser.parseOperand();
    const type = parser.parseOptionalPunctuation(':') ? parser.parseType() : context.indexType;
    result.operands = parser.resolveOperands([lower, upper, step], [type, type, type], range);
    const body = parser.parseRegion([{ operand: variable, type, attributes: new Map(), location: undefined }]);
    parser.ensureTerminator(body, 'emitc.yield');
    result.regions.push(body);
    parser.parseOptionalAttrDict();
  },
  print(op, printer) {
    const variable = op.region(0).entry?.arguments[0];
    const [lower, upper, step] = op.operands;
    if (variable === undefined) throw new Error("'emitc.for' without its induction variable");
    for (const [text, value] of [[' ', variable], [' = ', lower], [' to ', upper], [' step ', step]] as const) {
      printer.print(text);
      printer.printOperand(value);
    }
    printer.print(' ');
    if (variable.type.kind !== 'index') {
      printer.print(' : ');
      printer.printType(variable.type);
      printer.print(' ');
    }
    printer.printRegion(op.region(0), { printEntryArguments: false, printTerminator: false });
    printer.printOptionalAttrDict(op, []);
  },
};

/** `type = value`: arguments: type, value; the elements of an array are those of a tensor. */
const globalOpTypeAndInitialValue: CustomDirective = {
  parse(parser, args) {
    const type = parser.parseType();
    args.setAttribute(0, parser.context.typeAttr(type));
    if (!parser.parseOptionalPunctuation('=')) return;
    const array = type.kind === 'dialect' && type.dialect === 'emitc' ? /^array<([^]*)>$/.exec(type.body)?.[1] : undefined;
    const valueType = array === undefined ? type : parser.typeFromText(`tensor<${array}>`);
    const isOpaque = type.kind === 'dialect' && array === undefined;
    args.setAttribute(1, isOpaque || valueType === undefined ? parser.parseAttribute() : parser.parseAttribute(valueType));
  },
  print(printer, _op, args) {
    const type = args.attribute(0);
    const value = args.attribute(1);
    if (type?.kind === 'type') printer.printType(type.type);
    if (value === undefined) return;
    printer.print(' = ');
    printer.printAttributeWithoutType(value);
  },
};

export const emitcDialect: HandWrittenDialect = {
  operations: {
    'emitc.for': { assembly: forAssembly },
    'emitc.func': { assembly: functionOpAssembly },
    'emitc.if': { assembly: ifAssembly },
    'emitc.include': { assembly: includeAssembly },
  },
  directives: { EmitCGlobalOpTypeAndInitialValue: globalOpTypeAndInitialValue },
};
