import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';

export const linalgDialect: HandWrittenDialect = {
  operations: {
    'linalg.broadcast': { asmResultNames: () => ['broadcasted'] },
    'linalg.map': { asmResultNames: () => ['mapped'] },
    'linalg.reduce': { asmResultNames: () => ['reduced'] },
    'linalg.transpose': { asmResultNames: () => ['transposed'] },
  },
};
