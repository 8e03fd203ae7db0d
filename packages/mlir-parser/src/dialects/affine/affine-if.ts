import { Region } from '../../ir/region.js';
import type { OpAssembly } from '../../ir/op-definition.js';
import { parseDimAndSymbolList, printDimAndSymbolList } from './map-operands.js';

/** `#set(%dims)[%symbols] -> (types) {…} else {…} {attributes}` */
export const affineIfAssembly: OpAssembly = {
  parse(parser) {
    const { result } = parser;
    const range = parser.nextRange();
    const condition = parser.parseAttribute();
    if (condition.kind !== 'integer-set-attr') return parser.error('invalid kind of attribute specified: expected integer set', range);
    result.attributes.set('condition', condition);
    result.operands = parseDimAndSymbolList(parser, condition.set);
    result.resultTypes = parser.parseOptionalArrowTypeList();
    const then = parser.parseRegion([]);
    parser.ensureTerminator(then, 'affine.yield');
    const otherwise = parser.parseOptionalKeyword('else') ? parser.parseRegion([]) : undefined;
    if (otherwise !== undefined) parser.ensureTerminator(otherwise, 'affine.yield');
    result.regions.push(then, otherwise ?? new Region());
    parser.parseOptionalAttrDict();
  },
  print(op, printer) {
    const condition = op.attribute('condition');
    if (condition?.kind !== 'integer-set-attr') throw new Error("'affine.if' without its condition");
    const options = { printEntryArguments: false, printTerminator: op.results.length > 0 };
    printer.print(' ');
    printer.printAttribute(condition);
    printDimAndSymbolList(printer, op.operands, condition.set.numDims);
    printer.printOptionalArrowTypeList(op.results.map((value) => value.type));
    printer.print(' ');
    printer.printRegion(op.region(0), options);
    if (!op.region(1).isEmpty) {
      printer.print(' else ');
      printer.printRegion(op.region(1), options);
    }
    printer.printOptionalAttrDict(op, ['condition']);
  },
};
