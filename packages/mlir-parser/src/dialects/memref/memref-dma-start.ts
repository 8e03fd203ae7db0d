import type { OpAsmParser, UnresolvedOperand } from '../../ir/op-asm-parser.js';
import type { OpAssembly } from '../../ir/op-definition.js';
import type { Type } from '../../ir/type.js';
import type { Value } from '../../ir/value.js';

/** How many subscripts a memref takes. */
const rankOf = (type: Type | undefined): number => (type?.kind === 'memref' ? type.shape.length : 0);

/** `%source[…], %destination[…], %count, %tag[…], %stride, %countPerStride {attributes} : memref<…>, memref<…>, memref<…>` */
export const memrefDmaStartAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    const start = parser.nextRange();
    const access = (): { memref: UnresolvedOperand; subscripts: UnresolvedOperand[] } => ({
      memref: parser.parseOperand(), subscripts: parser.parseOperandList('square'),
    });
    const source = access();
    parser.parsePunctuation(',');
    const destination = access();
    parser.parsePunctuation(',');
    const count = parser.parseOperand();
    parser.parsePunctuation(',');
    const tag = access();
    const strides = parseTrailingOperands(parser);
    if (strides.length !== 0 && strides.length !== 2) return parser.error('expected two stride-related operands', start);
    parser.parseOptionalAttrDict();
    parser.parsePunctuation(':');
    const range = parser.nextRange();
    const types = parser.parseTypeList();
    if (types.length !== 3) return parser.error('fewer/more types expected', range);
    const index = (operand: UnresolvedOperand): Value => parser.resolveOperand(operand, context.indexType);
    const resolve = ({ memref, subscripts }: ReturnType<typeof access>, type: Type): Value[] => [
      parser.resolveOperand(memref, type), ...subscripts.map(index),
    ];
    result.operands = [
      ...resolve(source, types[0]), ...resolve(destination, types[1]), index(count), ...resolve(tag, types[2]), ...strides.map(index),
    ];
  },
  print(op, printer) {
    let next = 0;
    const types: Type[] = [];
    const take = (): Value => op.operand(next++);
    const access = (): void => {
      const memref = take();
      types.push(memref.type);
      printer.printOperand(memref);
      printer.print('[');
      printer.printOperands(Array.from({ length: rankOf(memref.type) }, take));
      printer.print(']');
    };
    printer.print(' ');
    access();
    printer.print(', ');
    access();
    printer.print(', ');
    printer.printOperand(take());
    printer.print(', ');
    access();
    for (const stride of op.operands.slice(next)) {
      printer.print(', ');
      printer.printOperand(stride);
    }
    printer.printOptionalAttrDict(op, []);
    printer.print(' : ');
    printer.printTypes(types);
  },
};

/** `, %a, %b`, or nothing. */
export function parseTrailingOperands(parser: OpAsmParser): UnresolvedOperand[] {
  const operands: UnresolvedOperand[] = [];
  while (parser.parseOptionalPunctuation(',')) operands.push(parser.parseOperand());
  return operands;
}
