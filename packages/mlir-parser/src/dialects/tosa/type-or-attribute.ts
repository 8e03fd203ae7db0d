import type { CustomDirective } from '../../ods/custom-directive.js';

/** `= dense<…> : type`, or `: type` with or without a value of another type; arguments: type, value. */
export const typeOrAttr: CustomDirective = {
  parse(parser, args) {
    if (parser.parseOptionalPunctuation('=')) {
      const value = parser.parseAttribute();
      args.setAttribute(1, value);
      if ('type' in value && value.type !== undefined) args.setAttribute(0, parser.context.typeAttr(value.type));
      return;
    }
    args.setAttribute(0, parser.context.typeAttr(parser.parseColonType()));
  },
  print(printer, _op, args) {
    const type = args.attribute(0);
    const value = args.attribute(1);
    const implied = value !== undefined && 'type' in value && type?.kind === 'type' && value.type === type.type;
    if (!implied && type !== undefined) {
      printer.print(': ');
      printer.printAttribute(type);
    }
    if (value === undefined) return;
    printer.print(implied ? '= ' : ' = ');
    printer.printAttribute(value);
  },
};
