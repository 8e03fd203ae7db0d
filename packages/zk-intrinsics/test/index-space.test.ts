import fc from 'fast-check';
import { dimensionsOf, evaluateForm, IndexSpace, LinearForm } from '../src/index.js';

/** A random index expression as a form, and as a function of the values of four dimensions. */
interface Sample {
  readonly form: LinearForm;
  readonly value: (point: readonly number[]) => number;
}

const space = new IndexSpace();
const dimensions = [0, 1, 2, 3].map(() => space.box(10));
const floorMod = (a: number, b: number): number => a - b * Math.floor(a / b);

const { expression } = fc.letrec<{ expression: Sample; pair: [Sample, Sample] }>((tie) => ({
  pair: fc.tuple(tie('expression'), tie('expression')),
  expression: fc.oneof(
    { depthSize: 'small' },
    fc.integer({ min: -9, max: 9 }).map((constant): Sample => ({ form: LinearForm.constant(constant), value: () => constant })),
    fc.integer({ min: 0, max: 3 }).map((i): Sample => ({ form: LinearForm.of(dimensions[i]), value: (point) => point[i] })),
    tie('pair').map(([a, b]): Sample => ({ form: a.form.add(b.form), value: (p) => a.value(p) + b.value(p) })),
    tie('pair').map(([a, b]): Sample => ({ form: a.form.subtract(b.form), value: (p) => a.value(p) - b.value(p) })),
    fc.tuple(tie('expression'), fc.integer({ min: -3, max: 3 })).map(([a, factor]): Sample => ({
      form: a.form.scale(factor), value: (p) => a.value(p) * factor,
    })),
    tie('pair').map(([a, b]): Sample => ({ form: space.extremum('max', [a.form, b.form]), value: (p) => Math.max(a.value(p), b.value(p)) })),
    tie('pair').map(([a, b]): Sample => ({ form: space.extremum('min', [a.form, b.form]), value: (p) => Math.min(a.value(p), b.value(p)) })),
    fc.tuple(tie('expression'), fc.integer({ min: 1, max: 5 })).map(([a, divisor]): Sample => ({
      form: space.floorDivide(a.form, divisor), value: (p) => Math.floor(a.value(p) / divisor),
    })),
    fc.tuple(tie('expression'), fc.integer({ min: 1, max: 5 })).map(([a, divisor]): Sample => ({
      form: space.ceilDivide(a.form, divisor), value: (p) => Math.ceil(a.value(p) / divisor),
    })),
    fc.tuple(tie('expression'), fc.integer({ min: 1, max: 5 })).map(([a, divisor]): Sample => ({
      form: space.modulo(a.form, divisor), value: (p) => floorMod(a.value(p), divisor),
    })),
  ),
}));
const point = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 });
const at = (values: readonly number[]) => new Map(dimensions.map(({ id }, i) => [id, values[i]]));

test('forms have the value of what they were made of', () => {
  fc.assert(
    fc.property(expression, point, ({ form, value }, p) => {
      expect(evaluateForm(form, at(p)) + 0).toBe(value(p) + 0);
    }),
    { numRuns: 500 },
  );
});

test('substitution is composition, even when dimensions change places', () => {
  fc.assert(
    fc.property(expression, point, ({ form, value }, p) => {
      const [a, b, c] = dimensions;
      const swapped = space.substitute(form, new Map([
        [a.id, LinearForm.of(b)], [b.id, LinearForm.of(a, 2).plus(1)], [c.id, LinearForm.constant(4)],
      ]));
      expect(dimensionsOf(swapped).has(c)).toBe(false);
      expect(evaluateForm(swapped, at(p)) + 0).toBe(value([p[1], 2 * p[0] + 1, 4, p[3]]) + 0);
    }),
    { numRuns: 500 },
  );
});

test('what extrema have in common is taken out, and dominated forms go', () => {
  const [k, o] = dimensions.map((dimension) => LinearForm.of(dimension));
  const start = space.extremum('max', [o.scale(2).plus(-1), LinearForm.constant(0)]);
  expect(space.extremum('max', [k, k.add(o.scale(2)).plus(-1)]).equals(k.add(start))).toBe(true);
  expect(space.extremum('min', [k, k.plus(3)]).equals(k)).toBe(true);
  expect(space.floorDivide(k.scale(6).plus(5), 3).equals(k.scale(2).plus(1))).toBe(true);
});
