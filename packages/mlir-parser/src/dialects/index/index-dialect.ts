import type { Operation } from '../../ir/operation.js';
import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';

const integerValue = (op: Operation): bigint => {
  const value = op.attribute('value');
  return value?.kind === 'integer' ? value.value : 0n;
};

export const indexDialect: HandWrittenDialect = {
  operations: {
    'index.bool.constant': { asmResultNames: (op) => [integerValue(op) === 0n ? 'false' : 'true'] },
    'index.constant': { asmResultNames: (op) => [`idx${integerValue(op)}`] },
  },
};
