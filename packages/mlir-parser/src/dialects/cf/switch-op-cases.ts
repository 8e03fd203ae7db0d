import type { UnresolvedOperand } from '../../ir/op-asm-parser.js';
import type { CustomDirective } from '../../ods/custom-directive.js';
import { caseValuesAttr, parseSuccessorAndUseList, printSuccessorAndUseList, readCaseValues } from '../switch-case-list.js';

/**
 * `default: ^bb1(%a : i32), 42: ^bb2, …`: `custom<SwitchOpCases>(ref(type($flag)), $defaultDestination, $defaultOperands,
 * type($defaultOperands), $case_values, $caseDestinations, $caseOperands, type($caseOperands))`.
 */
export const switchOpCasesDirective: CustomDirective = {
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
    if (values.length > 0) args.setAttribute(4, caseValuesAttr(parser.context, values, flagType));
  },
  print(printer, _op, args) {
    const destinations = args.successors(5);
    const groups = args.operandGroups(6);
    printer.print('  default: ');
    printSuccessorAndUseList(printer, args.successors(1)[0], args.operands(2));
    for (const [index, value] of readCaseValues(args.attribute(4)).entries()) {
      printer.print(',');
      printer.printNewline();
      printer.print(`  ${value}: `);
      printSuccessorAndUseList(printer, destinations[index], groups[index] ?? []);
    }
    if (destinations.length > 0) printer.printNewline();
  },
};
