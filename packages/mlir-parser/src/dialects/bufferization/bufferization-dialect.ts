import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';

export const bufferizationDialect: HandWrittenDialect = {
  operations: {
    // One condition for each retained memref.
    'bufferization.dealloc': {
      inferReturnTypes: (parser, [, , retained]) => (retained ?? []).map(() => parser.context.integerType(1)),
    },
  },
};
