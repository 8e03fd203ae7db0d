import type { OpAsmParser, UnresolvedOperand } from '../../ir/op-asm-parser.js';
import type { OpAsmPrinter } from '../../ir/op-asm-printer.js';
import type { Type } from '../../ir/type.js';
import type { Value } from '../../ir/value.js';

export interface StructuredOperands {
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
}

/** `{attributes} ins(%a, … : types) outs(%b, … : types)` into the operands; each part may be missing. */
export function parseStructuredOpParts(parser: OpAsmParser): StructuredOperands {
  if (parser.parseOptionalPunctuation('<')) {
    parser.parseOptionalAttrDict();
    parser.parsePunctuation('>');
  }
  parser.parseOptionalAttrDict();
  const ins = parseGroup(parser, 'ins');
  const outs = parseGroup(parser, 'outs');
  const inputs = parser.resolveOperands(ins.operands, ins.types, ins.range);
  const outputs = parser.resolveOperands(outs.operands, outs.types, outs.range);
  parser.result.operands = [...inputs, ...outputs];
  return { inputs, outputs };
}

function parseGroup(parser: OpAsmParser, keyword: string): { operands: UnresolvedOperand[]; types: Type[]; range: ReturnType<OpAsmParser['nextRange']> } {
  const range = parser.nextRange();
  if (!parser.parseOptionalKeyword(keyword)) return { operands: [], types: [], range };
  parser.parsePunctuation('(');
  const operands = parser.parseOperandList('none');
  parser.parsePunctuation(':');
  const types = parser.parseTypeList();
  parser.parsePunctuation(')');
  return { operands, types, range };
}

export function printStructuredOpParts(printer: OpAsmPrinter, inputs: readonly Value[], outputs: readonly Value[]): void {
  printGroup(printer, 'ins', inputs);
  printGroup(printer, 'outs', outputs);
}

function printGroup(printer: OpAsmPrinter, keyword: string, values: readonly Value[]): void {
  if (values.length === 0) return;
  printer.print(` ${keyword}(`);
  printer.printOperands(values);
  printer.print(' : ');
  printer.printTypes(values.map((value) => value.type));
  printer.print(')');
}
