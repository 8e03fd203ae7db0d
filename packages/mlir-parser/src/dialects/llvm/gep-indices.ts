import type { CustomDirective } from '../../ods/custom-directive.js';
import { denseArrayIntegers, denseIntegerArray } from '../../ir/dense-array.js';

/** Stands in the constant indices of `llvm.getelementptr` for "this one is an operand". */
const dynamicIndex = -(2n ** 31n);

/** `%i, 4`: arguments: dynamic indices, `array<i32>` of the constant ones. */
export const gepIndices: CustomDirective = {
  parse(parser, args) {
    const constants: bigint[] = [];
    do {
      const integer = parser.parseOptionalInteger();
      constants.push(integer ?? dynamicIndex);
      if (integer === undefined) args.operands(0).push(parser.parseOperand());
    } while (parser.parseOptionalPunctuation(','));
    args.setAttribute(1, denseIntegerArray(parser.context, 32, constants));
  },
  print(printer, _op, args) {
    let next = 0;
    for (const [index, constant] of denseArrayIntegers(args.attribute(1)).entries()) {
      if (index > 0) printer.print(', ');
      const value = constant === dynamicIndex ? args.operands(0)[next++] : undefined;
      if (value === undefined) printer.print(String(constant));
      else printer.printOperand(value);
    }
  },
};
