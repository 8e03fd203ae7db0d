import { defineReduction, matchElementReduction } from '../definition/axis-reduction.js';
import { miss } from '../definition/intrinsic.js';
import { countDivision, dividedByCount } from '../definition/machine-evaluation.js';
import { nativeProductsPerRow, rescaleRows } from '../definition/row-model.js';
import { defaultFixedPointFormat } from '../fixed-point/fixed-point-format.js';

export const reduceMean = defineReduction({
  name: 'reduce_mean',
  summary: 'The mean of all elements along some axes.',
  formal: String.raw`y = \frac{1}{N} \sum_{axes} x \text{ for } N \text{ elements along the axes}`,

  match(value) {
    if (value.kind !== 'apply' || value.operator !== 'arith.divf') return miss(0, 'its value is no quotient');
    const [sum, divisor] = value.operands;
    if (sum === undefined || divisor?.kind !== 'constant') return miss(0, 'it does not divide by a constant');
    const found = matchElementReduction(sum, 'add');
    return found.kind === 'miss' ? found : { ...found, count: Number(divisor.value) };
  },

  reduce: (machine, values) => dividedByCount(machine, values.reduce((sum, value) => machine.add(sum, value)), values.length),

  stockRows(count) {
    if (count === 1) return 0;
    const { rows, scale } = countDivision(defaultFixedPointFormat, count);
    return count - 1 + rows + rescaleRows(scale);
  },

  nativeElementsPerRow: nativeProductsPerRow,
});
