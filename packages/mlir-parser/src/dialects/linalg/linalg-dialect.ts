import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { fixedResultNames } from '../asm-result-names.js';

export const linalgDialect: HandWrittenDialect = {
  operations: fixedResultNames({
    'linalg.broadcast': 'broadcasted',
    'linalg.map': 'mapped',
    'linalg.reduce': 'reduced',
    'linalg.transpose': 'transposed',
  }),
};
