import { dynamicDimension } from '../ir/type.js';
import { denseIntegerArray } from '../ir/dense-array.js';
import type { OtherForm } from '../ods/definitions-from-table.js';

/** `expand_shape` until MLIR 18, without `output_shape`: the shape is that of the result, which must be static. */
export const expandShapeWithoutOutputShape: OtherForm = {
  format: ['$src', '$reassociation', 'attr-dict', "':", { type: '$src' }, "'into", { type: '$result' }],
  types: [null, 'index', null],
  complete(parser) {
    const [type] = parser.result.resultTypes;
    if (!('shape' in type) || type.shape.includes(dynamicDimension)) return parser.error("needs 'output_shape' if the shape is dynamic");
    parser.result.attributes.set('static_output_shape', denseIntegerArray(parser.context, 64, type.shape));
  },
};
