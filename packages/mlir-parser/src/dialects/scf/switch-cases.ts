import type { CustomDirective } from '../../ods/custom-directive.js';
import { denseArrayIntegers, denseIntegerArray } from '../../ods/dense-array.js';

/** `case 2 {…} case 5 {…}` of `scf.index_switch`; arguments: case values, regions. */
export const switchCases: CustomDirective = {
  parse(parser, args) {
    const values: bigint[] = [];
    while (parser.parseOptionalKeyword('case')) {
      values.push(parser.parseInteger());
      args.regions(1).push(parser.parseRegion([]));
    }
    args.setAttribute(0, denseIntegerArray(parser.context, 64, values));
  },
  print(printer, _op, args) {
    const values = denseArrayIntegers(args.attribute(0));
    for (const [index, region] of args.regions(1).entries()) {
      printer.printNewline();
      printer.print(`case ${values[index] ?? 0n} `);
      printer.printRegion(region, { printEntryArguments: false });
    }
  },
};
