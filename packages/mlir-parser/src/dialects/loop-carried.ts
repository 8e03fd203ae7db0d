import type { OpAsmParser, RegionArgument, UnresolvedOperand } from '../ir/op-asm-parser.js';
import type { OpAsmPrinter } from '../ir/op-asm-printer.js';
import type { BlockArgument, Value } from '../ir/value.js';

/** `(%arg = %init, …)` */
export function parseAssignmentList(parser: OpAsmParser): { args: RegionArgument[]; inits: UnresolvedOperand[] } {
  const args: RegionArgument[] = [];
  const inits: UnresolvedOperand[] = [];
  parser.parsePunctuation('(');
  if (parser.parseOptionalPunctuation(')')) return { args, inits };
  do {
    args.push(parser.parseRegionArgument(false, false));
    parser.parsePunctuation('=');
    inits.push(parser.parseOperand());
  } while (parser.parseOptionalPunctuation(','));
  parser.parsePunctuation(')');
  return { args, inits };
}

/** `prefix(%arg = %init, …)`; nothing if there is none. */
export function printAssignmentList(
  printer: OpAsmPrinter, prefix: string, args: readonly BlockArgument[], inits: readonly Value[],
): void {
  if (inits.length === 0) return;
  printer.print(`${prefix}(`);
  for (const [index, init] of inits.entries()) {
    if (index > 0) printer.print(', ');
    printer.printOperand(args[index]);
    printer.print(' = ');
    printer.printOperand(init);
  }
  printer.print(')');
}
