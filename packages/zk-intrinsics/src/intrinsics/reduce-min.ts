import { defineReduction, matchElementReduction } from '../definition/axis-reduction.js';
import { maximumRows, nativeComparisonsPerRow } from '../definition/row-model.js';

export const reduceMin = defineReduction({
  name: 'reduce_min',
  summary: 'The smallest element along some axes.',
  formal: String.raw`y = \{axes} x`,
  match: (value) => matchElementReduction(value, 'min'),
  reduce: (machine, values) => values.reduce((found, value) => machine.minimum(found, value)),
  stockRows: (count) => (count - 1) * maximumRows,
  nativeElementsPerRow: nativeComparisonsPerRow,
});
