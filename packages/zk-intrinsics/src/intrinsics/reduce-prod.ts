import { defineReduction, matchElementReduction } from '../definition/axis-reduction.js';
import { nativeProductsPerRow, rescaleRows } from '../definition/row-model.js';
import { defaultFixedPointFormat } from '../fixed-point/fixed-point-format.js';
import { highestScale } from '../fixed-point/product-scale.js';

export const reduceProd = defineReduction({
  name: 'reduce_prod',
  summary: 'The product of all elements along some axes; it is rounded when it has as many fraction bits as a product may have.',
  formal: String.raw`y = \prod_{axes} x`,
  match: (value) => matchElementReduction(value, 'mul'),

  reduce: (machine, values) =>
    values.reduce((product, value) => {
      const fits = machine.scaleOf(product) + machine.scaleOf(value) <= highestScale(machine.format);
      return machine.product(fits ? product : machine.toFormat(product), value);
    }),

  stockRows(count, fractionBits) {
    let [rows, scale] = [0, fractionBits];
    for (let i = 1; i < count; i++) {
      if (scale + fractionBits > highestScale(defaultFixedPointFormat)) {
        rows += rescaleRows(scale);
        scale = fractionBits;
      }
      rows++;
      scale += fractionBits;
    }
    return scale === fractionBits ? rows : rows + rescaleRows(scale);
  },

  nativeElementsPerRow: nativeProductsPerRow,
});
