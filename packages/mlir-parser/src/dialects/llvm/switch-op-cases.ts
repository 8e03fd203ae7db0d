import type { UnresolvedOperand } from '../../ir/op-asm-parser.js';
import type { CustomDirective } from '../../ods/custom-directive.js';
import { caseValuesAttr, parseSuccessorAndUseList, printSuccessorAndUseList, readCaseValues } from '../switch-case-list.js';

/**
 * `[42: ^bb2(%a : i32), …]`: `custom<SwitchOpCases>(ref(type($value)), $case_values, $caseDestinations, $caseOperands,
 * type($caseOperands))`.
 */
export const switchOpCasesDirective: CustomDirective = {
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
    args.setAttribute(1, caseValuesAttr(parser.context, values, flagType));
  },
  print(printer, _op, args) {
    const destinations = args.successors(2);
    const groups = args.operandGroups(3);
    printer.print('[');
    for (const [index, value] of readCaseValues(args.attribute(1)).entries()) {
      if (index > 0) printer.print(',');
      printer.printNewline();
      printer.print(`  ${value}: `);
      printSuccessorAndUseList(printer, destinations[index], groups[index] ?? []);
    }
    printer.printNewline();
    printer.print(']');
  },
};
