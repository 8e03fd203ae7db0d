import type { OpAssembly } from '../../ir/op-definition.js';

/** `(%lane)[32] args(%a : type) -> (types) {body} {attributes}` */
export const warpExecuteOnLane0Assembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    parser.parsePunctuation('(');
    const lane = parser.parseOperand();
    parser.parsePunctuation(')');
    parser.parsePunctuation('[');
    result.attributes.set('warp_size', context.integerAttr(context.integerType(64), parser.parseInteger()));
    parser.parsePunctuation(']');
    result.operands = [parser.resolveOperand(lane, context.indexType)];
    if (parser.parseOptionalKeyword('args')) {
      parser.parsePunctuation('(');
      const range = parser.nextRange();
      const operands = parser.parseOperandList('none');
      parser.parsePunctuation(':');
      result.operands.push(...parser.resolveOperands(operands, parser.parseTypeList(), range));
      parser.parsePunctuation(')');
    }
    result.resultTypes = parser.parseOptionalArrowTypeList();
    const body = parser.parseRegion([]);
    parser.ensureTerminator(body, 'vector.yield');
    result.regions.push(body);
    parser.parseOptionalAttrDict();
  },
  print(op, printer) {
    const [lane, ...args] = op.operands;
    const size = op.attribute('warp_size');
    printer.print('(');
    printer.printOperand(lane);
    printer.print(`)[${size?.kind === 'integer' ? size.value : ''}]`);
    if (args.length > 0) {
      printer.print(' args(');
      printer.printOperands(args);
      printer.print(' : ');
      printer.printTypes(args.map((value) => value.type));
      printer.print(')');
    }
    if (op.results.length > 0) {
      printer.print(' -> (');
      printer.printTypes(op.results.map((value) => value.type));
      printer.print(')');
    }
    printer.print(' ');
    printer.printRegion(op.region(0), { printTerminator: op.results.length > 0 });
    printer.printOptionalAttrDict(op, ['warp_size']);
  },
};
