import { denseIntegerArray } from '../../ir/dense-array.js';
import type { UnresolvedOperand } from '../../ir/op-asm-parser.js';
import type { OpAssembly } from '../../ir/op-definition.js';
import type { Type } from '../../ir/type.js';
import { operandSegments } from '../operand-segments.js';
import { parseSuccessorAndUseList, printSuccessorAndUseList } from '../switch-case-list.js';
import { enumCase, parseEnumKeyword, setEnum, type SpirvEnum } from './spirv-enum.js';

/** `%condition [5, 10], ^true(%a : type), ^false` */
export const spirvBranchConditionalAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    const condition = parser.resolveOperand(parser.parseOperand(), context.integerType(1));
    if (parser.parseOptionalPunctuation('[')) {
      const weights = [parser.parseInteger()];
      parser.parsePunctuation(',');
      weights.push(parser.parseInteger());
      parser.parsePunctuation(']');
      result.attributes.set('branch_weights', context.arrayAttr(weights.map((weight) => context.integerAttr(context.integerType(32), weight))));
    }
    const destinations = [0, 1].map(() => {
      const operands: UnresolvedOperand[] = [];
      const types: Type[] = [];
      parser.parsePunctuation(',');
      const range = parser.nextRange();
      result.successors.push(parseSuccessorAndUseList(parser, operands, types));
      return parser.resolveOperands(operands, types, range);
    });
    result.operands = [condition, ...destinations.flat()];
    result.attributes.set('operandSegmentSizes', denseIntegerArray(context, 32, [1, ...destinations.map((group) => group.length)]));
  },
  print(op, printer) {
    const [, whenTrue = [], whenFalse = []] = operandSegments(op);
    const weights = op.attribute('branch_weights');
    printer.print(' ');
    printer.printOperand(op.operand(0));
    if (weights?.kind === 'array')
      printer.print(` [${weights.elements.map((weight) => (weight.kind === 'integer' ? weight.value : '')).join(', ')}]`);
    printer.print(', ');
    printSuccessorAndUseList(printer, op.successors[0], whenTrue);
    printer.print(', ');
    printSuccessorAndUseList(printer, op.successors[1], whenFalse);
  },
};

/** `control(None) {body}` */
function structuredAssembly(attribute: string, control: SpirvEnum): OpAssembly {
  return {
    parse(parser) {
      let chosen = 'None';
      if (parser.parseOptionalKeyword('control')) {
        parser.parsePunctuation('(');
        chosen = parseEnumKeyword(parser, control);
        parser.parsePunctuation(')');
      }
      setEnum(parser, attribute, control, chosen);
      parser.result.regions.push(parser.parseRegion([]));
    },
    print(op, printer) {
      const chosen = enumCase(op, attribute);
      printer.print(chosen === 'None' ? ' ' : ` control(${chosen}) `);
      printer.printRegion(op.region(0));
    },
  };
}

export const spirvLoopAssembly: OpAssembly = structuredAssembly('loop_control', { enum: 'LoopControl', mnemonic: 'loop_control' });
export const spirvSelectionAssembly: OpAssembly = structuredAssembly('selection_control', { enum: 'SelectionControl', mnemonic: 'selection_control' });
