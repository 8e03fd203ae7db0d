import type { ReturnTypeInference } from '../../ods/custom-directive.js';

/** The operands' type with as many leading elements as the mask. */
export const shuffleReturnTypes: ReturnTypeInference = (parser, operandTypes, attributes) => {
  const [first] = operandTypes[0] ?? [];
  const mask = attributes.get('mask');
  if (first?.kind !== 'vector' || mask?.kind !== 'array') return parser.error("'vector.shuffle' needs operands of vector type");
  return [parser.context.vectorType([mask.elements.length, ...first.shape.slice(1)], first.elementType)];
};
