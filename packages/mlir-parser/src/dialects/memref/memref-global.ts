import type { CustomDirective } from '../../ods/custom-directive.js';

/** `memref<2xf32> = dense<…>`, `… = uninitialized`, or the type alone for a declaration; the value's type follows from the memref. */
export const globalMemrefOpTypeAndInitialValueDirective: CustomDirective = {
  parse(parser, args) {
    const { context } = parser;
    const range = parser.nextRange();
    const type = parser.parseType();
    if (type.kind !== 'memref' || type.shape.some((size) => size < 0)) return parser.error('type should be static shaped memref', range);
    args.setAttribute(0, context.typeAttr(type));
    if (!parser.parseOptionalPunctuation('=')) return;
    if (parser.parseOptionalKeyword('uninitialized')) return args.setAttribute(1, context.unitAttr);
    const valueRange = parser.nextRange();
    const value = parser.parseAttribute(context.tensorType(type.shape, type.elementType));
    if (value.kind !== 'dense-elements' && value.kind !== 'dense-resource' && value.kind !== 'sparse-elements')
      return parser.error('initial value should be a unit or elements attribute', valueRange);
    args.setAttribute(1, value);
  },
  print(printer, _op, args) {
    const type = args.attribute(0);
    const value = args.attribute(1);
    if (type?.kind === 'type') printer.printType(type.type);
    if (value === undefined) return;
    printer.print(' = ');
    if (value.kind === 'unit') printer.print('uninitialized');
    else printer.printAttributeWithoutType(value);
  },
};
