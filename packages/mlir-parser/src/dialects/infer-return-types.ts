import type { ReturnTypeInference } from '../ods/custom-directive.js';
import { denseArrayIntegers } from '../ods/dense-array.js';

/** Result types of operations whose declarative format leaves them to `inferReturnTypes`. */
export const returnTypeInferences: Readonly<Record<string, ReturnTypeInference>> = {
  /** One condition for each retained memref. */
  'bufferization.dealloc': (parser, operandTypes) => (operandTypes[2] ?? []).map(() => parser.context.integerType(1)),

  /** The vectors' type with as many leading elements as the mask. */
  'vector.shuffle': (parser, operandTypes, attributes) => {
    const [first] = operandTypes[0] ?? [];
    if (first?.kind !== 'vector') return parser.error("'vector.shuffle' needs operands of vector type");
    const length = denseArrayIntegers(attributes.get('mask')).length;
    return [parser.context.vectorType([length, ...first.shape.slice(1)], first.elementType)];
  },
};
