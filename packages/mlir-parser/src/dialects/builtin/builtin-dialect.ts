import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';

export const builtinDialect: HandWrittenDialect = {
  operations: {
    'builtin.module': { defaultDialect: 'builtin' },
  },
};
