import type { CustomDirective } from '../ods/custom-directive.js';

/** `{"name" = %a, …}`, or nothing: arguments: operands, the array of their names. */
export function namedOperandList(open: string): CustomDirective {
  return {
    parse(parser, args) {
      const { context } = parser;
      const names: string[] = [];
      if (parser.parseOptionalPunctuation('{')) {
        do {
          names.push(parser.parseOptionalString() ?? parser.error('expected string'));
          parser.parsePunctuation('=');
          args.operands(0).push(parser.parseOperand());
        } while (parser.parseOptionalPunctuation(','));
        parser.parsePunctuation('}');
      }
      args.setAttribute(1, context.arrayAttr(names.map((name) => context.stringAttr(name))));
      return names.length > 0;
    },
    print(printer, _op, args) {
      const names = args.attribute(1);
      if (names?.kind !== 'array' || names.elements.length === 0) return;
      printer.print(open);
      for (const [index, name] of names.elements.entries()) {
        if (index > 0) printer.print(', ');
        printer.printAttribute(name);
        printer.print(' = ');
        printer.printOperand(args.operands(0)[index]);
      }
      printer.print('}');
    },
  };
}
