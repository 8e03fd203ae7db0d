import type { OpAssembly } from '../../ir/op-definition.js';

/** `inalloca %count x element {attributes} : (i64) -> !llvm.ptr` */
export const llvmAllocaAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    if (parser.parseOptionalKeyword('inalloca')) result.attributes.set('inalloca', context.unitAttr);
    const count = parser.parseOperand();
    parser.parseKeyword('x');
    result.attributes.set('elem_type', context.typeAttr(parser.parseType()));
    parser.parseOptionalAttrDict();
    parser.parsePunctuation(':');
    const range = parser.nextRange();
    const type = parser.parseFunctionType();
    if (type.kind !== 'function' || type.inputs.length !== 1 || type.results.length !== 1)
      return parser.error('expected trailing function type with one argument and one result', range);
    result.operands = [parser.resolveOperand(count, type.inputs[0])];
    result.resultTypes = [...type.results];
  },
  print(op, printer) {
    printer.print(op.attribute('inalloca') === undefined ? ' ' : ' inalloca ');
    printer.printOperand(op.operand(0));
    printer.print(' x ');
    const element = op.attribute('elem_type');
    if (element?.kind === 'type') printer.printType(element.type);
    const alignment = op.attribute('alignment');
    const isUnaligned = alignment?.kind === 'integer' && alignment.value === 0n;
    printer.printOptionalAttrDict(op, ['elem_type', 'inalloca', ...(isUnaligned ? ['alignment'] : [])]);
    printer.print(' : ');
    printer.printFunctionalType([op.operand(0).type], op.results.map((value) => value.type));
  },
};
