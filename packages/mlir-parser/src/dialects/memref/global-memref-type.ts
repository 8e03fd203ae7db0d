import type { CustomDirective } from '../../ods/custom-directive.js';
import { dynamicDimension } from '../../ir/type.js';
import { typeText } from '../../printer/describe.js';

/** `memref<…> = dense<…>`, `memref<…> = uninitialized` or only the type, of `memref.global`; arguments: type, initial value. */
export const globalMemrefOpTypeAndInitialValue: CustomDirective = {
  parse(parser, args) {
    const range = parser.nextRange();
    const type = parser.parseType();
    if (type.kind !== 'memref' || type.shape.includes(dynamicDimension))
      return parser.error(`type should be static shaped memref, but got '${typeText(type)}'`, range);
    args.setAttribute(0, parser.context.typeAttr(type));
    if (!parser.parseOptionalPunctuation('=')) return;
    if (parser.parseOptionalKeyword('uninitialized')) {
      args.setAttribute(1, parser.context.unitAttr);
      return;
    }
    const valueRange = parser.nextRange();
    const value = parser.parseAttribute(parser.context.tensorType(type.shape, type.elementType));
    if (value.kind !== 'dense-elements' && value.kind !== 'dense-resource' && value.kind !== 'sparse-elements')
      return parser.error('initial value should be a unit or elements attribute', valueRange);
    args.setAttribute(1, value);
  },
  print(printer, _op, args) {
    const type = args.attribute(0);
    if (type !== undefined) printer.printAttribute(type);
    const value = args.attribute(1);
    if (value === undefined) return;
    printer.print(' = ');
    if (value.kind === 'unit') printer.print('uninitialized');
    else printer.printAttributeWithoutType(value);
  },
};
