import type { CustomDirective } from '../../ods/custom-directive.js';

/** `attr-dict` of LLVM's arithmetic, without flags that say nothing. */
export const llvmOpAttrs: CustomDirective = {
  parse: (parser) => parser.parseOptionalAttrDict(),
  print(printer, op) {
    const fastmath = op.attribute('fastmathFlags');
    const isDefault = fastmath?.kind === 'dialect' && fastmath.body === 'fastmath<none>';
    printer.printOptionalAttrDict(op, ['overflowFlags', ...(isDefault ? ['fastmathFlags'] : [])]);
  },
};

/** ` overflow<nsw, nuw>`, or nothing; argument: the flags. */
export const overflowFlags: CustomDirective = {
  parse(parser, args) {
    if (!parser.parseOptionalKeyword('overflow')) return;
    const flags = new Set<string>();
    parser.parsePunctuation('<');
    do {
      const range = parser.nextRange();
      const flag = parser.parseOptionalAnyKeyword(['none', 'nsw', 'nuw']);
      if (flag === undefined) return parser.error('invalid overflow flag: expected nsw, nuw, or none', range);
      flags.add(flag);
    } while (parser.parseOptionalPunctuation(','));
    parser.parsePunctuation('>');
    const set = ['nsw', 'nuw'].filter((flag) => flags.has(flag));
    args.setAttribute(0, parser.context.dialectAttr('llvm', `overflow<${set.length === 0 ? 'none' : set.join(', ')}>`));
  },
  print(printer, _op, args) {
    const flags = args.attribute(0);
    if (flags?.kind === 'dialect' && flags.body !== 'overflow<none>') printer.print(` ${flags.body}`);
  },
};
