import { denseArrayIntegers } from '../../ir/dense-array.js';
import type { OtherForm } from '../../ods/definitions-from-table.js';

/** `vector.extract %v[0] : vector<4x3xf32>` until MLIR 17: the result is what stands at the position. */
export const extractWithoutResultType: OtherForm = {
  format: ['$vector', { custom: 'DynamicIndexList', args: ['$dynamic_position', '$static_position'] }, 'attr-dict', "':", { type: '$vector' }],
  types: [null, 'index', 'infer'],
  inferReturnTypes(parser, operandTypes, attributes) {
    const [type] = operandTypes[0] ?? [];
    const depth = denseArrayIntegers(attributes.get('static_position')).length;
    if (type?.kind !== 'vector' || depth > type.shape.length) return parser.error('expected a position within a vector');
    if (depth === type.shape.length) return [type.elementType];
    return [parser.context.vectorType(type.shape.slice(depth), type.elementType, type.scalable.slice(depth))];
  },
};
