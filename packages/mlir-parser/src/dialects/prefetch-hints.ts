import type { OpAsmParser } from '../ir/op-asm-parser.js';
import type { OpAsmPrinter } from '../ir/op-asm-printer.js';
import type { Operation } from '../ir/operation.js';

/** `, read, locality<3>, data` of `affine.prefetch` and `memref.prefetch`, into the attributes. */
export function parsePrefetchHints(parser: OpAsmParser): void {
  const { context, result } = parser;
  parser.parsePunctuation(',');
  const modeRange = parser.nextRange();
  const mode = parser.parseOptionalAnyKeyword(['read', 'write']);
  if (mode === undefined) parser.error("rw specifier has to be 'read' or 'write'", modeRange);
  parser.parsePunctuation(',');
  parser.parseKeyword('locality');
  parser.parsePunctuation('<');
  result.attributes.set('localityHint', parser.parseAttribute(context.integerType(32)));
  parser.parsePunctuation('>');
  parser.parsePunctuation(',');
  const cacheRange = parser.nextRange();
  const cache = parser.parseOptionalAnyKeyword(['data', 'instr']);
  if (cache === undefined) parser.error("cache type has to be 'data' or 'instr'", cacheRange);
  result.attributes.set('isWrite', context.boolAttr(mode === 'write'));
  result.attributes.set('isDataCache', context.boolAttr(cache === 'data'));
}

export function printPrefetchHints(printer: OpAsmPrinter, op: Operation): void {
  const valueOf = (name: string): bigint => {
    const attribute = op.attribute(name);
    return attribute?.kind === 'integer' ? attribute.value : 0n;
  };
  const mode = valueOf('isWrite') === 0n ? 'read' : 'write';
  const cache = valueOf('isDataCache') === 0n ? 'instr' : 'data';
  printer.print(`, ${mode}, locality<${valueOf('localityHint')}>, ${cache}`);
}
