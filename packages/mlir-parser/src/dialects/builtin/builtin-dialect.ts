import { opError } from '../../ir/op-diagnostic.js';
import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';

export const builtinDialect: HandWrittenDialect = {
  operations: {
    'builtin.unrealized_conversion_cast': {
      verify: (op) => (op.results.length > 0 ? [] : [opError(op, 'expected at least one result for cast operation')]),
    },
  },
};
