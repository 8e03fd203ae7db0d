import type { OpAssembly } from '../../ir/op-definition.js';
import { operandSegments, operandSegmentSizes } from '../operand-segments.js';

/** `(%dynamic, …) copy(%tensor) size_hint=%size {attributes} : tensor<…>` */
export const allocTensorAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    const dynamic = parser.parseOperandList('paren');
    let copy, sizeHint;
    if (parser.parseOptionalKeyword('copy')) {
      parser.parsePunctuation('(');
      copy = parser.parseOperand();
      parser.parsePunctuation(')');
    }
    if (parser.parseOptionalKeyword('size_hint')) {
      parser.parsePunctuation('=');
      sizeHint = parser.parseOperand();
    }
    parser.parseOptionalAttrDict();
    const type = parser.parseColonType();
    const { indexType } = context;
    result.operands = dynamic.map((size) => parser.resolveOperand(size, indexType));
    if (copy !== undefined) result.operands.push(parser.resolveOperand(copy, type));
    if (sizeHint !== undefined) result.operands.push(parser.resolveOperand(sizeHint, indexType));
    const sizes = [dynamic.length, copy === undefined ? 0 : 1, sizeHint === undefined ? 0 : 1];
    result.attributes.set('operandSegmentSizes', operandSegmentSizes(context, sizes));
    result.resultTypes = [type];
  },
  print(op, printer) {
    const [dynamic = [], [copy] = [], [sizeHint] = []] = operandSegments(op);
    printer.print('(');
    printer.printOperands(dynamic);
    printer.print(')');
    if (copy !== undefined) {
      printer.print(' copy(');
      printer.printOperand(copy);
      printer.print(')');
    }
    if (sizeHint !== undefined) {
      printer.print(' size_hint=');
      printer.printOperand(sizeHint);
    }
    printer.printOptionalAttrDict(op, ['operandSegmentSizes']);
    printer.print(' : ');
    printer.printType(op.result(0).type);
  },
};
