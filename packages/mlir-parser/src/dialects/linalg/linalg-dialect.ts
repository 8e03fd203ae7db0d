import type { OpAssembly } from '../../ir/op-definition.js';
import type { Operation } from '../../ir/operation.js';
import type { HandWrittenDialect, HandWrittenOperation } from '../../ods/definitions-from-table.js';
import { operandSegments } from '../operand-segments.js';
import { linalgGenericAssembly } from './linalg-generic.js';
import { linalgBroadcastAssembly, linalgMapAssembly, linalgReduceAssembly, linalgTransposeAssembly } from './linalg-map-reduce.js';
import { namedStructuredOpAssembly } from './named-structured-op.js';

/** `%a, %b {attributes} : types` */
const yieldAssembly: OpAssembly = {
  parse(parser) {
    const range = parser.nextRange();
    const operands = parser.parseOperandList('none');
    parser.parseOptionalAttrDict();
    if (operands.length === 0) return;
    parser.parsePunctuation(':');
    parser.result.operands = parser.resolveOperands(operands, parser.parseTypeList(), range);
  },
  print(op, printer) {
    if (op.numOperands > 0) printer.print(' ');
    printer.printOperands(op.operands);
    printer.printOptionalAttrDict(op, []);
    if (op.numOperands === 0) return;
    printer.print(' : ');
    printer.printTypes(op.operands.map((value) => value.type));
  },
};

/** Arguments of bodies are called by what they are: an element of the first operands, or of the last `numOutputs(op)` ones. */
function bodyArguments(output: string, numOutputs: (op: Operation) => number): Pick<HandWrittenOperation, 'asmBlockArgumentNames'> {
  return {
    asmBlockArgumentNames: (op, { entry }) => {
      const args = entry?.arguments ?? [];
      return args.map((_, index) => (index < args.length - numOutputs(op) ? 'in' : output));
    },
  };
}

export const linalgDialect: HandWrittenDialect = {
  operations: {
    'linalg.broadcast': { assembly: linalgBroadcastAssembly, asmResultNames: () => ['broadcasted'] },
    'linalg.generic': { assembly: linalgGenericAssembly, ...bodyArguments('out', (op) => operandSegments(op)[1]?.length ?? 0) },
    'linalg.map': { assembly: linalgMapAssembly, asmResultNames: () => ['mapped'], ...bodyArguments('', () => 0) },
    'linalg.reduce': { assembly: linalgReduceAssembly, asmResultNames: () => ['reduced'], ...bodyArguments('init', (op) => op.numOperands / 2) },
    'linalg.transpose': { assembly: linalgTransposeAssembly, asmResultNames: () => ['transposed'] },
    'linalg.yield': { assembly: yieldAssembly },
  },
  // The named operations.
  otherCustomAssembly: namedStructuredOpAssembly,
};
