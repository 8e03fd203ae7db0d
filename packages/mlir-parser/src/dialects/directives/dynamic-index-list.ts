import type { UnresolvedOperand } from '../../ir/op-asm-parser.js';
import type { CustomDirective } from '../../ods/custom-directive.js';
import { denseArrayIntegers, denseIntegerArray } from '../../ods/dense-array.js';

/** Stands in static index lists for "this one is an operand" (`ShapedType::kDynamic`). */
export const dynamicIndex = -(2n ** 63n);

/** `[%a, 4, %b]`: dynamic indices become operands, static ones an `array<i64>`; arguments: operands, static list. */
export const dynamicIndexList: CustomDirective = {
  parse(parser, args) {
    const operands: UnresolvedOperand[] = args.operands(0);
    const integers: bigint[] = [];
    parser.parsePunctuation('[');
    if (!parser.parseOptionalPunctuation(']')) {
      do {
        const operand = parser.parseOptionalOperand();
        if (operand === undefined) {
          integers.push(parser.parseOptionalInteger() ?? parser.error('expected SSA value or integer'));
        } else {
          operands.push(operand);
          integers.push(dynamicIndex);
        }
      } while (parser.parseOptionalPunctuation(','));
      parser.parsePunctuation(']');
    }
    args.setAttribute(1, denseIntegerArray(parser.context, 64, integers));
  },
  print(printer, _op, args) {
    let next = 0;
    printer.print('[');
    for (const [index, integer] of denseArrayIntegers(args.attribute(1)).entries()) {
      if (index > 0) printer.print(', ');
      const value = integer === dynamicIndex ? args.operands(0)[next++] : undefined;
      if (value === undefined) printer.print(String(integer));
      else printer.printOperand(value);
    }
    printer.print(']');
  },
};
