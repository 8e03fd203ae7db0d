import { elementByteSize, readInteger, writeBits } from '../../ir/element-storage.js';
import type { Attribute } from '../../ir/attribute.js';
import type { Context } from '../../ir/context.js';
import type { OpAsmParser, UnresolvedOperand } from '../../ir/op-asm-parser.js';
import type { OpAsmPrinter } from '../../ir/op-asm-printer.js';
import type { Type } from '../../ir/type.js';
import type { Value } from '../../ir/value.js';
import type { CustomDirective } from '../../ods/custom-directive.js';

/**
 * `default: ^bb1(%a : i32), 42: ^bb2, …`: `custom<SwitchOpCases>(ref(type($flag)), $defaultDestination, $defaultOperands,
 * type($defaultOperands), $case_values, $caseDestinations, $caseOperands, type($caseOperands))`.
 */
export const switchOpCasesDirective: CustomDirective = {
  parse(parser, args) {
    const [flagType] = args.types(0);
    parser.parseKeyword('default');
    parser.parsePunctuation(':');
    args.successors(1).push(parser.parseSuccessor());
    parseBlockOperands(parser, args.operands(2), args.types(3));
    const values: bigint[] = [];
    while (parser.parseOptionalPunctuation(',')) {
      values.push(parser.parseInteger());
      parser.parsePunctuation(':');
      args.successors(5).push(parser.parseSuccessor());
      const operands: UnresolvedOperand[] = [];
      parseBlockOperands(parser, operands, args.types(7));
      args.operandGroups(6).push(operands);
    }
    if (values.length > 0) args.setAttribute(4, caseValuesAttr(parser.context, flagType, values));
  },
  print(printer, _op, args) {
    printer.print('  default: ');
    printer.printSuccessor(args.successors(1)[0]);
    printBlockOperands(printer, args.operands(2));
    const destinations = args.successors(5);
    const groups = args.operandGroups(6);
    for (const [index, value] of caseValuesOf(args.attribute(4)).entries()) {
      printer.print(',');
      printer.printNewline();
      printer.print(`  ${value}: `);
      printer.printSuccessor(destinations[index]);
      printBlockOperands(printer, groups[index]);
    }
    printer.printNewline();
  },
};

/** `(%a, %b : i32, f32)` if it is there. */
function parseBlockOperands(parser: OpAsmParser, operands: UnresolvedOperand[], types: Type[]): void {
  if (!parser.parseOptionalPunctuation('(')) return;
  operands.push(...parser.parseOperandList('none'));
  parser.parsePunctuation(':');
  types.push(...parser.parseTypeList());
  parser.parsePunctuation(')');
}

function printBlockOperands(printer: OpAsmPrinter, operands: readonly Value[]): void {
  if (operands.length === 0) return;
  printer.print('(');
  printer.printOperands(operands);
  printer.print(' : ');
  printer.printTypes(operands.map((operand) => operand.type));
  printer.print(')');
}

function caseValuesAttr(context: Context, flagType: Type, values: readonly bigint[]): Attribute {
  const size = elementByteSize(flagType) ?? 8;
  const splat = values.every((value) => value === values[0]);
  const stored = splat ? values.slice(0, 1) : values;
  const data = new Uint8Array(size * stored.length);
  for (const [index, value] of stored.entries()) writeBits(data, size * index, size, value);
  return context.denseElementsAttr(context.vectorType([values.length], flagType), data, splat);
}

function caseValuesOf(attribute: Attribute | undefined): bigint[] {
  if (attribute?.kind !== 'dense-elements' || attribute.type.kind !== 'vector') return [];
  const { type, data, splat } = attribute;
  return Array.from({ length: type.shape[0] }, (_, index) => readInteger(type.elementType, data, splat ? 0 : index));
}
