import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';

export const complexDialect: HandWrittenDialect = {
  operations: { 'complex.constant': { asmResultNames: () => ['cst'] } },
};
