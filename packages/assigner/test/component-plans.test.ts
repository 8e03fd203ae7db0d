import { readFileSync } from 'node:fs';
import { Components, RowAllocator } from '../src/index.js';
import type { ComponentPlan } from '../src/index.js';
import { addition, equalityFlag, multiplication } from '../src/table/components.js';

/**
 * component-plans.tsv was computed by an independent model of the assigner's components, from formulas that were derived
 * without this code. Parameters: bits; first,bits where the first use in the run fixes the widths; bits,amount,direction;
 * sizes of gates; first,pairs.
 */
const rows = readFileSync(new URL('component-plans.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [component, parameters, width, rowCount, gates] = line.split('\t');
    return { component, parameters, width: Number(width), rows: Number(rowCount), gates: Number(gates) };
  });

function planOf(component: string, parameters: string): ComponentPlan | undefined {
  const components = new Components();
  const [first, second] = parameters.split(',').map(Number);
  switch (component) {
    case 'bit_decomposition':
      return components.bitDecomposition(first);
    case 'comparison':
      components.comparison(first, 'lt');
      return components.comparison(second, 'lt');
    case 'division_remainder':
      components.divisionRemainder(first);
      return components.divisionRemainder(second);
    case 'bit_shift':
      return components.bitShift(first, second, parameters.endsWith('right') ? 'right' : 'left');
    case 'gate_arg_verifier':
      return components.gateArgVerifier(parameters.split(',').map(Number));
    case 'fri_array_swap':
      components.arraySwap(first);
      return components.arraySwap(second);
    case 'permutation_arg_verifier':
      return components.permutationArgVerifier(first);
    default:
      return undefined;
  }
}

describe('component plans', () => {
  const kinds = [...new Set(rows.map(({ component }) => component))].filter((kind) => kind !== 'horner_selectors');

  test.each(kinds)('%s has the width, rows and gates of the independent model', (kind) => {
    const expected = rows.filter(({ component }) => component === kind);
    expect(expected.length).toBeGreaterThan(30);
    const found = expected.map(({ component, parameters }) => {
      const { width, rows: rowCount, gates } = planOf(component, parameters) ?? { width: 0, rows: 0, gates: 0 };
      return { component, parameters, width, rows: rowCount, gates };
    });
    expect(found).toEqual(expected);
  });

  test('a Horner evaluation registers as many distinct gates', () => {
    const expected = rows.filter(({ component }) => component === 'horner_selectors');
    for (const { width, gates } of expected) {
      const plan = Array.from({ length: 300 }, (_, i) => new Components().gateArgVerifier([i + 2])).find(
        (candidate) => candidate.width === width,
      );
      if (plan !== undefined) expect(new Set(plan.selectors).size).toBe(gates);
    }
    expect(new Set([8, 14].flatMap(selectorsOfWidth)).size).toBe(38);
    expect(new Set([4, 8, 14].flatMap(selectorsOfWidth)).size).toBe(44);
    expect(new Set([7, 8, 14].flatMap(selectorsOfWidth)).size).toBe(47);
    expect(new Set([8, 10, 14].flatMap(selectorsOfWidth)).size).toBe(50);
  });

  test('sizes that the field cannot hold are refused', () => {
    expect(() => new Components().bitDecomposition(255)).toThrow('not between 1 and 254');
    expect(() => new Components().comparison(0, 'lt')).toThrow('not between 1 and 254');
    expect(() => new Components().bitShift(8, 8, 'right')).toThrow('must leave a bit');
  });
});

/** The gates of some single-gate call that is laid out in `width` columns. */
function selectorsOfWidth(width: number): readonly string[] {
  for (let size = 2; ; size++) {
    const plan = new Components().gateArgVerifier([size]);
    if (plan.width === width) return plan.selectors;
  }
}

describe('RowAllocator', () => {
  test('constants push components down only where their column is longer', () => {
    const table = new RowAllocator();
    expect(table.component('multiplication', multiplication)).toBe(2);
    table.constant();
    expect(table.component('addition', addition)).toBe(3);
    for (let i = 0; i < 10; i++) table.constant();
    expect(table.component('equality_flag', equalityFlag)).toBe(13);
    expect(table.byComponent()).toEqual({
      addition: { count: 1, rows: 1 },
      multiplication: { count: 1, rows: 1 },
      equality_flag: { count: 1, rows: 1 },
    });
  });

  test.each([
    [2, 8],
    [7, 8],
    [8, 16],
    [9, 16],
    [1023, 1024],
    [1024, 2048],
  ])('%d rows are padded to %d', (usable, padded) => {
    const table = new RowAllocator();
    table.publicCells = usable;
    expect(table.usableRows).toBe(usable);
    expect(table.paddedRows).toBe(padded);
  });
});
