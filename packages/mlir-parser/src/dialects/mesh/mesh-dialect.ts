import { dynamicIndex } from '../dynamic-index.js';
import { denseArrayIntegers, denseIntegerArray } from '../../ir/dense-array.js';
import { dynamicDimension } from '../../ir/type.js';
import type { CustomDirective } from '../../ods/custom-directive.js';
import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { dynamicIndexListDirective } from '../dynamic-index-list.js';

/** `2x?x4`, or `[]` for no dimensions. */
const dimensionList: CustomDirective = {
  parse(parser, args) {
    const isEmpty = parser.parseOptionalPunctuation('[');
    if (isEmpty) parser.parsePunctuation(']');
    const shape = isEmpty ? [] : parser.parseDimensionList(true, false);
    args.setAttribute(0, denseIntegerArray(parser.context, 64, shape.map((size) => (size === dynamicDimension ? dynamicIndex : BigInt(size)))));
  },
  print(printer, _op, args) {
    const shape = denseArrayIntegers(args.attribute(0));
    printer.print(shape.length === 0 ? '[]' : shape.map((size) => (size === dynamicIndex ? '?' : String(size))).join('x'));
  },
};

export const meshDialect: HandWrittenDialect = {
  directives: { DimensionList: dimensionList, DynamicIndexList: dynamicIndexListDirective },
};
