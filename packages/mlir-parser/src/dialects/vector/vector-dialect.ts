import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { dynamicIndexListDirective } from '../dynamic-index-list.js';
import { shuffleReturnTypes } from './vector-shuffle.js';

export const vectorDialect: HandWrittenDialect = {
  operations: {
    'vector.shuffle': { inferReturnTypes: shuffleReturnTypes },
    'vector.vscale': { asmResultNames: () => ['vscale'] },
  },
  directives: { DynamicIndexList: dynamicIndexListDirective },
};
