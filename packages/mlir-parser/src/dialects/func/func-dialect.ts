import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { functionOpAssembly } from '../function-op.js';
import { verifyFuncCallSymbols, verifyFuncConstantSymbols, verifyFuncFunc, verifyFuncReturn } from './verify-func.js';

export const funcDialect: HandWrittenDialect = {
  operations: {
    'func.call': { verifySymbolUses: verifyFuncCallSymbols },
    'func.constant': { asmResultNames: () => ['f'], verifySymbolUses: verifyFuncConstantSymbols },
    'func.func': { assembly: functionOpAssembly, verify: verifyFuncFunc },
    'func.return': { verify: verifyFuncReturn },
  },
};
