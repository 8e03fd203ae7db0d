import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { fixedResultNames } from '../asm-result-names.js';

export const complexDialect: HandWrittenDialect = {
  operations: fixedResultNames({ 'complex.constant': 'cst' }),
};
