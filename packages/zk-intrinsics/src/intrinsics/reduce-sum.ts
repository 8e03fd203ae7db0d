import { defineReduction, matchElementReduction } from '../definition/axis-reduction.js';
import { nativeProductsPerRow } from '../definition/row-model.js';

export const reduceSum = defineReduction({
  name: 'reduce_sum',
  summary: 'The sum of all elements along some axes.',
  formal: String.raw`y = \sum_{axes} x`,
  match: (value) => matchElementReduction(value, 'add'),
  reduce: (machine, values) => values.reduce((sum, value) => machine.add(sum, value)),
  stockRows: (count) => count - 1,
  nativeElementsPerRow: nativeProductsPerRow,
});
