import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { switchOpCasesDirective } from './switch-op-cases.js';

export const cfDialect: HandWrittenDialect = { directives: { SwitchOpCases: switchOpCasesDirective } };
