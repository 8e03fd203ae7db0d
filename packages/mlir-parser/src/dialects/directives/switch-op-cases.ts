import type { Context } from '../../ir/context.js';
import { elementByteSize, readInteger, writeBits } from '../../ir/element-storage.js';
import type { Attribute } from '../../ir/attribute.js';
import type { Block } from '../../ir/block.js';
import type { OpAsmParser, UnresolvedOperand } from '../../ir/op-asm-parser.js';
import type { OpAsmPrinter } from '../../ir/op-asm-printer.js';
import type { Type } from '../../ir/type.js';
import type { Value } from '../../ir/value.js';
import type { CustomDirective } from '../../ods/custom-directive.js';

/**
 * `default: ^bb1(%a : i32), 42: ^bb2, …` of `cf.switch`. Arguments: type of the flag, default destination, its operands and
 * their types, case values, case destinations, their operands and types.
 */
export const cfSwitchOpCases: CustomDirective = {
  parse(parser, args) {
    parser.parseKeyword('default');
    parser.parsePunctuation(':');
    const [flagType] = args.types(0);
    args.successors(1).push(parseSuccessorAndUseList(parser, args.operands(2), args.types(3)));
    const values: bigint[] = [];
    while (parser.parseOptionalPunctuation(',')) {
      values.push(parser.parseInteger());
      parser.parsePunctuation(':');
      const operands: UnresolvedOperand[] = [];
      args.successors(5).push(parseSuccessorAndUseList(parser, operands, args.types(7)));
      args.operandGroups(6).push(operands);
    }
    if (values.length > 0 && flagType !== undefined) args.setAttribute(4, caseValues(parser.context, values, flagType));
  },
  print(printer, _op, args) {
    const destination = args.successors(1)[0];
    printer.print('  default: ');
    if (destination !== undefined) printSuccessorAndUseList(printer, destination, args.operands(2));
    const destinations = args.successors(5);
    if (destinations.length === 0) return;
    for (const [index, value] of readCaseValues(args.attribute(4)).entries()) {
      const block = destinations[index];
      if (block === undefined) break;
      printer.print(',');
      printer.printNewline();
      printer.print(`  ${value}: `);
      printSuccessorAndUseList(printer, block, args.operandGroups(6)[index] ?? []);
    }
    printer.printNewline();
  },
};

/** `[42: ^bb2(%a : i32), …]` of `llvm.switch`. Arguments: type of the value, case values, destinations, operands, types. */
export const llvmSwitchOpCases: CustomDirective = {
  parse(parser, args) {
    const [flagType] = args.types(0);
    const values: bigint[] = [];
    parser.parsePunctuation('[');
    if (parser.parseOptionalPunctuation(']')) return;
    do {
      values.push(parser.parseInteger());
      parser.parsePunctuation(':');
      const operands: UnresolvedOperand[] = [];
      args.successors(2).push(parseSuccessorAndUseList(parser, operands, args.types(4)));
      args.operandGroups(3).push(operands);
    } while (parser.parseOptionalPunctuation(','));
    parser.parsePunctuation(']');
    if (flagType !== undefined) args.setAttribute(1, caseValues(parser.context, values, flagType));
  },
  print(printer, _op, args) {
    const destinations = args.successors(2);
    printer.print('[');
    for (const [index, value] of readCaseValues(args.attribute(1)).entries()) {
      const block = destinations[index];
      if (block === undefined) break;
      if (index > 0) printer.print(',');
      printer.printNewline();
      printer.print(`  ${value}: `);
      printSuccessorAndUseList(printer, block, args.operandGroups(3)[index] ?? []);
    }
    printer.printNewline();
    printer.print(']');
  },
};

function parseSuccessorAndUseList(parser: OpAsmParser, operands: UnresolvedOperand[], types: Type[]): Block {
  const block = parser.parseSuccessor();
  if (parser.parseOptionalPunctuation('(')) {
    operands.push(...parser.parseOperandList('none'));
    parser.parsePunctuation(':');
    types.push(...parser.parseTypeList());
    parser.parsePunctuation(')');
  }
  return block;
}

function printSuccessorAndUseList(printer: OpAsmPrinter, block: Block, operands: readonly Value[]): void {
  printer.printSuccessor(block);
  if (operands.length === 0) return;
  printer.print('(');
  printer.printOperands(operands);
  printer.print(' : ');
  printer.printTypes(operands.map((value) => value.type));
  printer.print(')');
}

/** `dense<…> : vector<Nxtype>` */
function caseValues(context: Context, values: readonly bigint[], type: Type): Attribute {
  const size = elementByteSize(type) ?? 8;
  const splat = values.every((value) => value === values[0]);
  const stored = splat ? values.slice(0, 1) : values;
  const data = new Uint8Array(stored.length * size);
  for (const [index, value] of stored.entries()) writeBits(data, index * size, size, BigInt.asUintN(8 * size, value));
  return context.denseElementsAttr(context.vectorType([values.length], type), data, splat);
}

/** The case values, unsigned, as MLIR prints them. */
function readCaseValues(attribute: Attribute | undefined): bigint[] {
  if (attribute?.kind !== 'dense-elements' || !('shape' in attribute.type)) return [];
  const { type, data, splat } = attribute;
  const { elementType } = type;
  const width = elementType.kind === 'integer' ? elementType.width : 64;
  return Array.from({ length: type.shape[0] ?? 0 }, (_, index) =>
    BigInt.asUintN(width, readInteger(elementType, data, splat ? 0 : index)));
}
