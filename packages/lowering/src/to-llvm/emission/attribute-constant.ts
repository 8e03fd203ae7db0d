import type { Type as LlvmType, ValueId } from '@mlir2zk/llvm-emit';
import {
  denseElementType, readFloat, readInteger, type Attribute, type DenseElementsAttr, type Operation, type Type,
} from '@mlir2zk/mlir-parser';
import { errorAt } from '../../operation/located-error.js';
import type { FunctionCode } from './function-code.js';
import { splatConstant } from './lanes.js';

/** The constant that `value` is as a value of MLIR type `type`: a number, or a vector of numbers. */
export function attributeConstant(op: Operation, code: FunctionCode, value: Attribute, type: Type): ValueId {
  const converted = code.convertType(op, type);
  switch (value.kind) {
    case 'integer':
      if (converted.kind === 'integer') return code.constants.int(converted, smallest(value.value));
      break;
    case 'float':
      if (converted.kind === 'float' && converted.bits <= 64) return code.constants.float(converted, value.value);
      break;
    case 'dense-elements':
      if (type.kind === 'vector' && value.strings === undefined) return denseConstant(op, code, value, converted);
      break;
    default:
  }
  throw errorAt(op, 'such a constant has no code');
}

function denseConstant(op: Operation, code: FunctionCode, value: DenseElementsAttr, type: LlvmType): ValueId {
  const element = denseElementType(value);
  let scalarType = type;
  while (scalarType.kind === 'array' || scalarType.kind === 'vector') scalarType = scalarType.element;
  const scalar = (at: number): ValueId => {
    if (scalarType.kind === 'integer') return code.constants.int(scalarType, readInteger(element, value.data, at));
    if (scalarType.kind === 'float' && scalarType.bits <= 64 && element.kind === 'float')
      return code.constants.float(scalarType, readFloat(element.name, value.data, at));
    throw errorAt(op, 'such a constant has no code');
  };
  if (value.splat) return splatConstant(code, type, scalar(0));
  let at = 0;
  const build = (part: LlvmType): ValueId =>
    part.kind === 'array' || part.kind === 'vector'
      ? code.constants.aggregate(part, Array.from({ length: part.length }, () => build(part.element)))
      : scalar(at++);
  return build(type);
}

/** Numbers are cheaper than bigints where they are exact. */
function smallest(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
