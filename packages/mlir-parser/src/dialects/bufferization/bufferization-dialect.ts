import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { allocTensorAssembly } from './alloc-tensor.js';

export const bufferizationDialect: HandWrittenDialect = {
  operations: {
    'bufferization.alloc_tensor': { assembly: allocTensorAssembly },
    // One condition for each retained memref.
    'bufferization.dealloc': {
      inferReturnTypes: (parser, [, , retained]) => (retained ?? []).map(() => parser.context.integerType(1)),
    },
  },
};
