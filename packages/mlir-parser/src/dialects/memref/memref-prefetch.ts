import type { OpAssembly } from '../../ir/op-definition.js';
import { parsePrefetchHints, printPrefetchHints } from '../prefetch-hints.js';

/** `%m[%i], read, locality<3>, data : memref<…>` */
export const memrefPrefetchAssembly: OpAssembly = {
  parse(parser) {
    const { result, context } = parser;
    const memref = parser.parseOperand();
    const subscripts = parser.parseOperandList('square');
    parsePrefetchHints(parser);
    parser.parseOptionalAttrDict();
    const type = parser.parseColonType();
    result.operands = [parser.resolveOperand(memref, type)];
    for (const subscript of subscripts) result.operands.push(parser.resolveOperand(subscript, context.indexType));
  },
  print(op, printer) {
    const [memref, ...subscripts] = op.operands;
    printer.print(' ');
    printer.printOperand(memref);
    printer.print('[');
    printer.printOperands(subscripts);
    printer.print(']');
    printPrefetchHints(printer, op);
    printer.printOptionalAttrDict(op, ['localityHint', 'isWrite', 'isDataCache']);
    printer.print(' : ');
    printer.printType(memref.type);
  },
};
