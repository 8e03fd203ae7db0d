import type { ReturnTypeInference } from '../../ods/custom-directive.js';

/** An element for each of the vector. */
export const toElementsReturnTypes: ReturnTypeInference = (parser, operandTypes) => {
  const [source] = operandTypes[0] ?? [];
  if (source?.kind !== 'vector') return parser.error("'vector.to_elements' needs an operand of vector type");
  return Array.from({ length: source.shape.reduce((product, size) => product * size, 1) }, () => source.elementType);
};

/** The operands' type with as many leading elements as the mask. */
export const shuffleReturnTypes: ReturnTypeInference = (parser, operandTypes, attributes) => {
  const [first] = operandTypes[0] ?? [];
  const mask = attributes.get('mask');
  if (first?.kind !== 'vector' || mask?.kind !== 'array') return parser.error("'vector.shuffle' needs operands of vector type");
  return [parser.context.vectorType([mask.elements.length, ...first.shape.slice(1)], first.elementType)];
};
