import type { OpAssembly } from '../../ir/op-definition.js';
import { parseDimAndSymbolList, printDimAndSymbolList } from './map-operands.js';

/** `#map(%dims)[%symbols]`: `affine.apply`, `affine.min` and `affine.max`, which give an index. */
export const affineMapApplicationAssembly: OpAssembly = {
  parse(parser) {
    const { result, context } = parser;
    const range = parser.nextRange();
    const attribute = parser.parseAttribute();
    if (attribute.kind !== 'affine-map-attr') return parser.error('invalid kind of attribute specified: expected affine map', range);
    result.attributes.set('map', attribute);
    result.operands = parseDimAndSymbolList(parser, attribute.map);
    parser.parseOptionalAttrDict();
    result.resultTypes = [context.indexType];
  },
  print(op, printer) {
    const attribute = op.attribute('map');
    if (attribute?.kind !== 'affine-map-attr') throw new Error(`'${op.name}' without its map`);
    printer.print(' ');
    printer.printAttribute(attribute);
    printDimAndSymbolList(printer, op.operands, attribute.map.numDims);
    printer.printOptionalAttrDict(op, ['map']);
  },
};
