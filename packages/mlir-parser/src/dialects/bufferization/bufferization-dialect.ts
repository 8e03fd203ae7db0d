import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { allocTensorAssembly } from './alloc-tensor.js';

export const bufferizationDialect: HandWrittenDialect = {
  operations: {
    'bufferization.alloc_tensor': { assembly: allocTensorAssembly },
    'bufferization.to_buffer': {
      otherForms: [{
        format: ['$tensor', { optional: ["'read_only", '$read_only'], anchor: 1 }, 'attr-dict', "':", { type: '$buffer' }],
        types: ['$buffer TensorOfMemRef', null],
      }],
    },
    // Both types are written from MLIR 20 on.
    'bufferization.to_memref': {
      otherForms: [{
        format: ['$tensor', { optional: ["'read_only", '$read_only'], anchor: 1 }, 'attr-dict', "':", { type: '$tensor' }, "'to", { type: '$memref' }],
        types: [null, null],
      }],
    },
    'bufferization.to_tensor': {
      otherForms: [{
        comesFirst: true,
        format: [
          '$memref', { optional: ["'restrict", '$restrict'], anchor: 1 }, { optional: ["'writable", '$writable'], anchor: 1 }, 'attr-dict',
          "':", { type: '$memref' }, "'to", { type: '$result' },
        ],
        types: [null, null],
      }],
    },
    // One condition for each retained memref.
    'bufferization.dealloc': {
      inferReturnTypes: (parser, [, , retained]) => (retained ?? []).map(() => parser.context.integerType(1)),
    },
  },
};
