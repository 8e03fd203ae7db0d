import type { UnresolvedOperand } from '../../ir/op-asm-parser.js';
import type { CustomDirective } from '../../ods/custom-directive.js';
import { caseValuesAttr, parseSuccessorAndUseList, printSuccessorAndUseList, readCaseValues } from '../switch-case-list.js';

/** `[42: ^bb2(%a : i32), …]` of `llvm.switch`. Arguments: type of the value, case values, destinations, operands, types. */
export const switchOpCases: CustomDirective = {
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
    if (flagType !== undefined) args.setAttribute(1, caseValuesAttr(parser.context, values, flagType));
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
