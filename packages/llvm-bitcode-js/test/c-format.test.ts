import { exponentText, fixedText } from '../src/analysis/c-format.js';

describe('numbers as C prints them', () => {
  it.each([
    [20.125, 2, '20.12'],
    [20.375, 2, '20.38'],
    [0.125, 2, '0.12'],
    [9.995, 2, '9.99'],
    [99.996, 2, '100.00'],
    [7.7142857, 4, '7.7143'],
  ] as const)('%p with %p decimals is %p', (value, digits, text) => {
    expect(fixedText(value, digits)).toBe(text);
  });

  it.each([
    [0, '0.000000e+00'],
    [0.5, '5.000000e-01'],
    [12345678, '1.234568e+07'],
    [1234567.5, '1.234568e+06'],
    [1234566.5, '1.234566e+06'],
    [1e100, '1.000000e+100'],
  ])('%p is %p', (value, text) => {
    expect(exponentText(value)).toBe(text);
  });
});
