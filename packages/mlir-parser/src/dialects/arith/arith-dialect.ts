import { opError } from '../../ir/op-diagnostic.js';
import type { OpAssembly } from '../../ir/op-definition.js';
import type { Operation } from '../../ir/operation.js';
import { definingOp, type Value } from '../../ir/value.js';
import type { HandWrittenDialect, HandWrittenOperation } from '../../ods/definitions-from-table.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { typeText } from '../../printer/describe.js';

/** `%condition, %a, %b : type`, with the type of the condition before it if that is no i1. */
const selectAssembly: OpAssembly = {
  parse(parser) {
    const { result, context } = parser;
    const range = parser.nextRange();
    const operands = parser.parseOperandList('none');
    parser.parseOptionalAttrDict();
    let type = parser.parseColonType();
    let conditionType = type;
    if (parser.parseOptionalPunctuation(',')) type = parser.parseType();
    else conditionType = context.integerType(1);
    result.operands = parser.resolveOperands(operands, [conditionType, type, type], range);
    result.resultTypes = [type];
  },
  print(op, printer) {
    const conditionType = op.operand(0).type;
    printer.print(' ');
    printer.printOperands(op.operands);
    printer.printOptionalAttrDict(op, []);
    printer.print(' : ');
    if (conditionType.kind !== 'integer') {
      printer.printType(conditionType);
      printer.print(', ');
    }
    printer.printType(op.result(0).type);
  },
};

/** `c4`, `c4_i32`, `true`, or `cst` for what is no integer. */
function constantName(op: Operation): string {
  const value = op.attribute('value');
  if (value?.kind !== 'integer') return 'cst';
  const { type } = value;
  if (type.kind === 'index') return `c${value.value}`;
  const isBool = type.kind === 'integer' && type.width === 1;
  return isBool ? (value.value === 0n ? 'false' : 'true') : `c${value.value}_${typeText(type)}`;
}

/** Integers are signless; scalable vectors are splats. */
function verifyConstant(op: Operation): Diagnostic[] {
  const { type } = op.result(0);
  const value = op.attribute('value');
  if (type.kind === 'integer' && type.signedness !== 'signless') return [opError(op, 'integer return type must be signless')];
  if (type.kind === 'vector' && type.scalable.some(Boolean) && !(value?.kind === 'dense-elements' && value.splat))
    return [opError(op, "intializing scalable vectors with elements attribute is not supported unless it's a vector splat")];
  return [];
}

/** `c4_vscale` for `4 * vector.vscale`, in either order; undefined for other products. */
function scaledVscaleName(op: Operation): string | undefined {
  const [lhs, rhs] = op.operands;
  const name = (constant: Value, scale: Value): string | undefined => {
    const value = definingOp(constant)?.name === 'arith.constant' ? definingOp(constant)?.attribute('value') : undefined;
    return value?.kind === 'integer' && definingOp(scale)?.name === 'vector.vscale' ? `c${value.value}_vscale` : undefined;
  };
  return op.result(0).type.kind === 'index' ? (name(lhs, rhs) ?? name(rhs, lhs)) : undefined;
}

/** `exact` of MLIR 22; version 19 has no place for it but among the attributes. */
const readsExact: HandWrittenOperation = {
  otherForms: [{
    format: ['$lhs', "',", '$rhs', "'exact", 'attr-dict', "':", { type: '$result' }],
    types: ['$result', '$result', null],
    complete: ({ result, context }) => void result.attributes.set('isExact', context.unitAttr),
  }],
};

export const arithDialect: HandWrittenDialect = {
  operations: {
    'arith.constant': { asmResultNames: (op) => [constantName(op)], verify: verifyConstant },
    'arith.divsi': readsExact,
    'arith.divui': readsExact,
    'arith.muli': { asmResultNames: (op) => [scaledVscaleName(op)] },
    'arith.select': { assembly: selectAssembly },
    'arith.shrsi': readsExact,
    'arith.shrui': readsExact,
  },
};
