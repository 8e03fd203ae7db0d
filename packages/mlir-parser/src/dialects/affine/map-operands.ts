import type { AffineMap, IntegerSet } from '../../affine/affine-expr.js';
import type { OpAsmParser } from '../../ir/op-asm-parser.js';
import type { OpAsmPrinter } from '../../ir/op-asm-printer.js';
import type { Value } from '../../ir/value.js';

/** `(%dims)[%symbols]`, all of type index, for a map or set; reports counts that do not fit it. */
export function parseDimAndSymbolList(parser: OpAsmParser, shape: AffineMap | IntegerSet): Value[] {
  const { indexType } = parser.context;
  const range = parser.nextRange();
  const dims = parser.parseOperandList('paren');
  const symbols = parser.parseOperandList('optional-square');
  const what = shape.kind === 'affine-map' ? 'affine map' : 'integer set';
  if (dims.length !== shape.numDims) parser.error(`dim operand count and ${what} dim count must match`, range);
  if (symbols.length !== shape.numSymbols) parser.error(`symbol operand count and ${what} symbol count must match`, range);
  return [...dims, ...symbols].map((operand) => parser.resolveOperand(operand, indexType));
}

/** `(%dims)[%symbols]`, the first `numDims` of `operands` being dims. */
export function printDimAndSymbolList(printer: OpAsmPrinter, operands: readonly Value[], numDims: number): void {
  printer.print('(');
  printer.printOperands(operands.slice(0, numDims));
  printer.print(')');
  if (operands.length === numDims) return;
  printer.print('[');
  printer.printOperands(operands.slice(numDims));
  printer.print(']');
}
