import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { funcFuncAssembly } from './func-func.js';

export const funcDialect: HandWrittenDialect = {
  operations: {
    'func.func': { assembly: funcFuncAssembly, defaultDialect: 'func' },
    'func.constant': { asmResultNames: () => ['f'] },
  },
};
