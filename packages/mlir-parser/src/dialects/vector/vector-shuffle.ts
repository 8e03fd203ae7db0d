import type { ReturnTypeInference } from '../../ods/custom-directive.js';
import { denseArrayIntegers } from '../../ods/dense-array.js';

/** The operands' type with as many leading elements as the mask. */
export const shuffleReturnTypes: ReturnTypeInference = (parser, operandTypes, attributes) => {
  const [first] = operandTypes[0] ?? [];
  if (first?.kind !== 'vector') return parser.error("'vector.shuffle' needs operands of vector type");
  const length = denseArrayIntegers(attributes.get('mask')).length;
  return [parser.context.vectorType([length, ...first.shape.slice(1)], first.elementType)];
};
