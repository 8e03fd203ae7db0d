import type { CustomDirective } from '../../ods/custom-directive.js';
import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';

/** `0 to 2`, or `0` for `0 to 1`: arguments: first level, the one behind the last. */
const levelRange: CustomDirective = {
  parse(parser, args) {
    const low = parser.parseInteger();
    const high = parser.parseOptionalKeyword('to') ? parser.parseInteger() : low + 1n;
    args.setAttribute(0, parser.context.indexAttr(low));
    args.setAttribute(1, parser.context.indexAttr(high));
  },
  print(printer, _op, args) {
    const low = args.attribute(0);
    const high = args.attribute(1);
    if (low?.kind !== 'integer' || high?.kind !== 'integer') return;
    printer.print(low.value + 1n === high.value ? String(low.value) : `${low.value} to ${high.value}`);
  },
};

export const sparseTensorDialect: HandWrittenDialect = { directives: { LevelRange: levelRange } };
