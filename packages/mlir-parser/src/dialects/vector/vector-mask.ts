import type { OpAssembly } from '../../ir/op-definition.js';

/** `%mask, %passthru { operation } {attributes} : vector<…xi1> -> type`; the region yields what the operation gives. */
export const vectorMaskAssembly: OpAssembly = {
  parse(parser) {
    const { result } = parser;
    const mask = parser.parseOperand();
    const passthru = parser.parseOptionalPunctuation(',') ? parser.parseOperand() : undefined;
    const body = parser.parseRegion([]);
    const masked = body.entry?.lastOperation;
    parser.ensureTerminator(body, 'vector.yield', [], masked?.results ?? []);
    result.regions.push(body);
    parser.parseOptionalAttrDict();
    result.operands = [parser.resolveOperand(mask, parser.parseColonType())];
    const range = parser.nextRange();
    result.resultTypes = parser.parseOptionalArrowTypeList();
    if (passthru === undefined) return;
    if (result.resultTypes.length !== 1) parser.error('expects a result if there is a passthru operand', range);
    result.operands.push(parser.resolveOperand(passthru, result.resultTypes[0]));
  },
  print(op, printer) {
    printer.print(' ');
    printer.printOperands(op.operands);
    printer.print(' { ');
    const masked = op.region(0).entry?.firstOperation;
    if (masked !== undefined) printer.printCustomOrGenericOp(masked);
    printer.print(' }');
    printer.printOptionalAttrDict(op, []);
    printer.print(' : ');
    printer.printType(op.operand(0).type);
    if (op.results.length === 0) return;
    printer.print(' -> ');
    printer.printTypes(op.results.map((value) => value.type));
  },
};
