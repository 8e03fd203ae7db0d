import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { typeOrAttr } from './type-or-attribute.js';

export const tosaDialect: HandWrittenDialect = {
  directives: { TypeOrAttr: typeOrAttr },
};
