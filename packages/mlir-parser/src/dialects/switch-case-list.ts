import type { Attribute } from '../ir/attribute.js';
import type { Block } from '../ir/block.js';
import type { Context } from '../ir/context.js';
import { elementByteSize, readInteger, writeBits } from '../ir/element-storage.js';
import type { OpAsmParser, UnresolvedOperand } from '../ir/op-asm-parser.js';
import type { OpAsmPrinter } from '../ir/op-asm-printer.js';
import type { Type } from '../ir/type.js';
import type { Value } from '../ir/value.js';

/** `^block(%a, %b : types)`; fills `operands` and `types`. */
export function parseSuccessorAndUseList(parser: OpAsmParser, operands: UnresolvedOperand[], types: Type[]): Block {
  const block = parser.parseSuccessor();
  if (parser.parseOptionalPunctuation('(')) {
    operands.push(...parser.parseOperandList('none'));
    parser.parsePunctuation(':');
    types.push(...parser.parseTypeList());
    parser.parsePunctuation(')');
  }
  return block;
}

export function printSuccessorAndUseList(printer: OpAsmPrinter, block: Block, operands: readonly Value[]): void {
  printer.printSuccessor(block);
  if (operands.length === 0) return;
  printer.print('(');
  printer.printOperands(operands);
  printer.print(' : ');
  printer.printTypes(operands.map((value) => value.type));
  printer.print(')');
}

/** `dense<…> : vector<Nxtype>` */
export function caseValuesAttr(context: Context, values: readonly bigint[], type: Type): Attribute {
  const size = elementByteSize(type) ?? 8;
  const splat = values.every((value) => value === values[0]);
  const stored = splat ? values.slice(0, 1) : values;
  const data = new Uint8Array(stored.length * size);
  for (const [index, value] of stored.entries()) writeBits(data, index * size, size, BigInt.asUintN(8 * size, value));
  return context.denseElementsAttr(context.vectorType([values.length], type), data, splat);
}

/** The case values, unsigned, as MLIR prints them. */
export function readCaseValues(attribute: Attribute | undefined): bigint[] {
  if (attribute?.kind !== 'dense-elements' || !('shape' in attribute.type)) return [];
  const { type, data, splat } = attribute;
  const { elementType } = type;
  const width = elementType.kind === 'integer' ? elementType.width : 64;
  return Array.from({ length: type.shape[0] ?? 0 }, (_, index) =>
    BigInt.asUintN(width, readInteger(elementType, data, splat ? 0 : index)));
}
