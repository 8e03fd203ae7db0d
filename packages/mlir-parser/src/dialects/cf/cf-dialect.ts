import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { denseIntegerArray } from '../../ir/dense-array.js';
import type { CustomDirective } from '../../ods/custom-directive.js';
import type { FormatElement } from '../../ods/dialect-table.js';
import { switchOpCasesDirective } from './switch-op-cases.js';

/** `weights([1, 2])` of MLIR 22; version 19 has the weights among the attributes. */
const branchWeights: CustomDirective = {
  parse(parser) {
    parser.parseKeyword('weights');
    parser.parsePunctuation('(');
    parser.parsePunctuation('[');
    const weights: bigint[] = [];
    do weights.push(parser.parseInteger());
    while (parser.parseOptionalPunctuation(','));
    parser.parsePunctuation(']');
    parser.parsePunctuation(')');
    parser.result.attributes.set('branch_weights', denseIntegerArray(parser.context, 32, weights));
  },
  print: () => undefined,
};

const target = (name: string): FormatElement[] => [
  `$${name}`, { optional: ["'(", `$${name}Operands`, "':", { type: `$${name}Operands` }, "')"], anchor: 1 },
];

export const cfDialect: HandWrittenDialect = {
  operations: {
    'cf.cond_br': {
      otherForms: [{
        format: ['$condition', { custom: 'BranchWeights', args: [] }, "',", ...target('trueDest'), "',", ...target('falseDest'), 'attr-dict'],
        types: ['i1', null, null],
      }],
    },
  },
  directives: { BranchWeights: branchWeights, SwitchOpCases: switchOpCasesDirective },
};
