import { dynamicIndex } from './dynamic-index.js';
import type { OpAsmParser, UnresolvedOperand } from '../ir/op-asm-parser.js';
import type { OpAsmPrinter } from '../ir/op-asm-printer.js';
import type { Value } from '../ir/value.js';
import type { CustomDirective } from '../ods/custom-directive.js';
import { denseArrayIntegers, denseIntegerArray } from '../ir/dense-array.js';

/** `[%a, 4, …]`: SSA values among constants. */
export interface MixedIndexList {
  readonly operands: UnresolvedOperand[];
  /** `dynamicIndex` where an operand stands. */
  readonly statics: bigint[];
}

export function parseMixedIndexList(parser: OpAsmParser, open: '[' | '(' = '[', close: ']' | ')' = ']'): MixedIndexList {
  const list: MixedIndexList = { operands: [], statics: [] };
  parser.parsePunctuation(open);
  if (parser.parseOptionalPunctuation(close)) return list;
  do {
    const operand = parser.parseOptionalOperand();
    if (operand !== undefined) list.operands.push(operand);
    list.statics.push(operand === undefined ? parser.parseInteger() : dynamicIndex);
  } while (parser.parseOptionalPunctuation(','));
  parser.parsePunctuation(close);
  return list;
}

export function printMixedIndexList(
  printer: OpAsmPrinter,
  operands: readonly Value[],
  statics: readonly bigint[],
  open: '[' | '(' = '[',
  close: ']' | ')' = ']',
): void {
  let next = 0;
  printer.print(open);
  for (const [index, value] of statics.entries()) {
    if (index > 0) printer.print(', ');
    if (value === dynamicIndex) printer.printOperand(operands[next++]);
    else printer.print(String(value));
  }
  printer.print(close);
}

/** `custom<DynamicIndexList>($operands, $statics)` */
export const dynamicIndexListDirective: CustomDirective = {
  parse(parser, args) {
    const { operands, statics } = parseMixedIndexList(parser);
    args.operands(0).push(...operands);
    args.setAttribute(1, denseIntegerArray(parser.context, 64, statics));
  },
  print(printer, _op, args) {
    printMixedIndexList(printer, args.operands(0), denseArrayIntegers(args.attribute(1)));
  },
};
