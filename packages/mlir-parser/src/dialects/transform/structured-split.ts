import { dynamicIndex } from '../dynamic-index.js';
import type { OpAssembly } from '../../ir/op-definition.js';

/** `%target after 4 {attributes} : type`, or `%target after %point : type, type` */
export const structuredSplitAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    const target = parser.parseOperand();
    parser.parseKeyword('after');
    const point = parser.parseOptionalOperand();
    const size = point === undefined ? parser.parseInteger() : dynamicIndex;
    parser.parseOptionalAttrDict();
    const type = parser.parseColonType();
    result.operands = [parser.resolveOperand(target, type)];
    if (point !== undefined) {
      parser.parsePunctuation(',');
      result.operands.push(parser.resolveOperand(point, parser.parseType()));
    }
    result.attributes.set('static_chunk_sizes', context.integerAttr(context.integerType(64), size));
    result.resultTypes = [type, type];
  },
  print(op, printer) {
    const [target, point] = op.operands;
    const size = op.attribute('static_chunk_sizes');
    printer.print(' ');
    printer.printOperand(target);
    printer.print(' after ');
    if (point !== undefined) printer.printOperand(point);
    else if (size?.kind === 'integer') printer.print(String(size.value));
    printer.print(' ');
    printer.printOptionalAttrDict(op, ['static_chunk_sizes']);
    printer.print(' : ');
    printer.printTypes(op.operands.map((value) => value.type));
  },
};
