import { defineReduction, matchElementReduction } from '../definition/axis-reduction.js';
import { maximumRows, nativeComparisonsPerRow } from '../definition/row-model.js';

export const reduceMax = defineReduction({
  name: 'reduce_max',
  summary: 'The largest element along some axes.',
  formal: String.raw`y = \{axes} x`,
  match: (value) => matchElementReduction(value, 'max'),
  reduce: (machine, values) => values.reduce((found, value) => machine.maximum(found, value)),
  stockRows: (count) => (count - 1) * maximumRows,
  nativeElementsPerRow: nativeComparisonsPerRow,
});
