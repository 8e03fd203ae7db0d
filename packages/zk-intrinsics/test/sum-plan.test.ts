import { Components } from '@mlir2zk/assigner';
import { hornerLayout } from '../src/core/horner-rows.js';
import { firstSumStep, sumRows } from '../src/core/sum-plan.js';

test('a gate is laid out as the assigner lays it out', () => {
  const components = new Components();
  for (let terms = 2; terms <= 900; terms++) {
    const { width, rows } = components.gateArgVerifier([terms]);
    expect([terms, hornerLayout(terms)]).toEqual([terms, { width, rows }]);
  }
});

test('the rows of sums', () => {
  // The best mixes of gates known for these numbers of terms.
  const known = { 9: 7, 16: 7, 27: 8, 48: 14, 100: 16, 103: 16, 128: 24, 196: 31, 207: 32, 256: 45, 400: 62, 512: 80, 784: 121 };
  expect(Object.fromEntries(Object.keys(known).map((terms) => [terms, sumRows(Number(terms))]))).toEqual(known);
  expect([0, 1, 2, 3, 8].map(sumRows)).toEqual([0, 0, 1, 2, 7]);
});

test('the steps of a sum lead to one term and take the rows that are stated', () => {
  for (const count of [2, 8, 9, 31, 104, 500, 2000]) {
    let rows = 0;
    let terms = count;
    while (terms > 1) {
      const step = firstSumStep(terms);
      rows += step.cells === 0 ? 1 : hornerLayout(step.cells).rows;
      expect(step.terms).toBeGreaterThan(1);
      terms -= step.terms - 1;
    }
    expect([terms, rows]).toEqual([1, sumRows(count)]);
  }
});
