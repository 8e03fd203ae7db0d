import type { OpAssembly } from '../../ir/op-definition.js';
import type { Operation } from '../../ir/operation.js';
import { i1SameShape } from '../../ods/type-transformer.js';

/** The predicates by number. */
const integerPredicates = ['eq', 'ne', 'slt', 'sle', 'sgt', 'sge', 'ult', 'ule', 'ugt', 'uge'];
const floatPredicates = [
  '_false', 'oeq', 'ogt', 'oge', 'olt', 'ole', 'one', 'ord', 'ueq', 'ugt', 'uge', 'ult', 'ule', 'une', 'uno', '_true',
];

function isDefaultFastmath(op: Operation): boolean {
  const flags = op.attribute('fastmathFlags');
  return flags?.kind === 'dialect' && flags.body === 'fastmath<none>';
}

/** `"slt" %a, %b {attributes} : type`; the result is `i1`, or a vector of it. */
function compareAssembly(predicates: readonly string[]): OpAssembly {
  return {
    parse(parser) {
      const { context, result } = parser;
      const range = parser.nextRange();
      const name = parser.parseOptionalString() ?? parser.error('expected a predicate in quotes', range);
      const predicate = predicates.indexOf(name);
      if (predicate < 0) parser.error(`'${name}' is an incorrect value of the 'predicate' attribute: expected one of ${predicates.join(', ')}`, range);
      const lhs = parser.parseOperand();
      parser.parsePunctuation(',');
      const rhs = parser.parseOperand();
      parser.parseOptionalAttrDict();
      const type = parser.parseColonType();
      result.attributes.set('predicate', context.integerAttr(context.integerType(64), predicate));
      result.operands = [parser.resolveOperand(lhs, type), parser.resolveOperand(rhs, type)];
      result.resultTypes = [i1SameShape(type, context)];
    },
    print(op, printer) {
      const predicate = op.attribute('predicate');
      printer.print(` "${predicate?.kind === 'integer' ? predicates[Number(predicate.value)] : ''}" `);
      printer.printOperands(op.operands);
      printer.printOptionalAttrDict(op, ['predicate', ...(isDefaultFastmath(op) ? ['fastmathFlags'] : [])]);
      printer.print(' : ');
      printer.printType(op.operand(0).type);
    },
  };
}

export const llvmIcmpAssembly: OpAssembly = compareAssembly(integerPredicates);
export const llvmFcmpAssembly: OpAssembly = compareAssembly(floatPredicates);
