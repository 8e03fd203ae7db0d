import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { scfWhileAssembly } from '../scf/scf-loops.js';
import { condIfAssembly } from './cond-if.js';
import { typeOrAttr } from './type-or-attribute.js';

export const tosaDialect: HandWrittenDialect = {
  operations: {
    'tosa.cond_if': { assembly: condIfAssembly },
    'tosa.while_loop': { assembly: scfWhileAssembly },
  },
  directives: { TypeOrAttr: typeOrAttr },
};
