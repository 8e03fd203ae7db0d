import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { dynamicIndexListDirective } from '../dynamic-index-list.js';

export const vectorDialect: HandWrittenDialect = {
  operations: { 'vector.vscale': { asmResultNames: () => ['vscale'] } },
  directives: { DynamicIndexList: dynamicIndexListDirective },
};
