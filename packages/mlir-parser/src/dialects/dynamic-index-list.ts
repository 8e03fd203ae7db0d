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
  /** Which of them stand in brackets of their own: sizes to be multiplied by `vscale`. */
  readonly scalable: boolean[];
}

export function parseMixedIndexList(parser: OpAsmParser, open: '[' | '(' = '[', close: ']' | ')' = ']', allowScalable = false): MixedIndexList {
  const list: MixedIndexList = { operands: [], statics: [], scalable: [] };
  parser.parsePunctuation(open);
  if (parser.parseOptionalPunctuation(close)) return list;
  do {
    const isScalable = allowScalable && parser.parseOptionalPunctuation('[');
    const operand = parser.parseOptionalOperand();
    if (operand !== undefined) list.operands.push(operand);
    list.statics.push(operand === undefined ? parser.parseInteger() : dynamicIndex);
    list.scalable.push(isScalable);
    if (isScalable) parser.parsePunctuation(']');
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
  scalable: readonly bigint[] = [],
): void {
  let next = 0;
  printer.print(open);
  for (const [index, value] of statics.entries()) {
    const isScalable = scalable[index] !== undefined && scalable[index] !== 0n;
    if (index > 0) printer.print(', ');
    if (isScalable) printer.print('[');
    if (value === dynamicIndex) printer.printOperand(operands[next++]);
    else printer.print(String(value));
    if (isScalable) printer.print(']');
  }
  printer.print(close);
}

/** `custom<DynamicIndexList>($operands, $statics)`, and perhaps `$scalable`, an `array<i1>`, or texts of which the last names the brackets. */
export const dynamicIndexListDirective: CustomDirective = {
  parse(parser, args) {
    const hasScalable = args.count > 2 && args.literal(2) === undefined;
    const [open, close] = brackets(args.literal(args.count - 1));
    const { operands, statics, scalable } = parseMixedIndexList(parser, open, close, hasScalable);
    args.operands(0).push(...operands);
    args.setAttribute(1, denseIntegerArray(parser.context, 64, statics));
    if (hasScalable) args.setAttribute(2, denseIntegerArray(parser.context, 1, scalable.map(Number)));
  },
  print(printer, _op, args) {
    const hasScalable = args.count > 2 && args.literal(2) === undefined;
    const scalable = hasScalable ? denseArrayIntegers(args.attribute(2)) : [];
    printMixedIndexList(printer, args.operands(0), denseArrayIntegers(args.attribute(1)), ...brackets(args.literal(args.count - 1)), scalable);
  },
};

function brackets(delimiter: string | undefined): ['[' | '(', ']' | ')'] {
  return delimiter?.endsWith('Paren') === true ? ['(', ')'] : ['[', ']'];
}
