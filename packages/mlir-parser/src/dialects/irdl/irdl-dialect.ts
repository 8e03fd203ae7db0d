import { Block } from '../../ir/block.js';
import { Region } from '../../ir/region.js';
import type { CustomDirective } from '../../ods/custom-directive.js';
import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { namedOperandList } from '../named-operand-list.js';

/** `{…}`, or nothing if it is empty. */
const singleBlockRegion: CustomDirective = {
  parse(parser, args) {
    const region = parser.parseOptionalRegion([]) ?? new Region();
    if (region.isEmpty) region.addBlock(new Block());
    args.regions(0).push(region);
  },
  print(printer, _op, args) {
    const [region] = args.regions(0);
    if (region?.entry?.isEmpty === false) printer.printRegion(region);
  },
};

const variadicities = ['single', 'optional', 'variadic'];

/** `(%a, optional %b)`: arguments: operands, how many of each there may be. */
const valuesWithVariadicity: CustomDirective = {
  parse(parser, args) {
    const list: string[] = [];
    parser.parsePunctuation('(');
    if (!parser.parseOptionalPunctuation(')')) {
      do {
        list.push(parser.parseOptionalAnyKeyword(variadicities) ?? 'single');
        args.operands(0).push(parser.parseOperand());
      } while (parser.parseOptionalPunctuation(','));
      parser.parsePunctuation(')');
    }
    args.setAttribute(1, parser.context.dialectAttr('irdl', `<variadicity_array[${list.map((item) => ` ${item}`).join(', ')}]>`));
  },
  print(printer, _op, args) {
    const attribute = args.attribute(1);
    const list = attribute?.kind === 'dialect' ? [...attribute.body.matchAll(/single|optional|variadic(?!ity)/g)].map(([word]) => word) : [];
    printer.print('(');
    for (const [index, operand] of args.operands(0).entries()) {
      if (index > 0) printer.print(', ');
      const variadicity = list[index] ?? 'single';
      if (variadicity !== 'single') printer.print(`${variadicity} `);
      printer.printOperand(operand);
    }
    printer.print(')');
  },
};

export const irdlDialect: HandWrittenDialect = {
  directives: { AttributesOp: namedOperandList('{'), SingleBlockRegion: singleBlockRegion, ValuesWithVariadicity: valuesWithVariadicity },
};
