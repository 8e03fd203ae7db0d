import { runElementwise } from './run-circuit.js';

type Expected = (a: number, b: number) => number;

/** Reals that exercise signs, zero, integers and halves. */
const reals = [-3.5, -2, -0.5, 0, 0.25, 1, 2.5];

/** sign, |a| = |b|, remainders: C's meaning, as MLIR's. */
const copysign: Expected = (a, b) => (b < 0 ? -Math.abs(a) : Math.abs(a));
const roundEven = (a: number): number => {
  const nearest = Math.round(a);
  return Math.abs(a % 1) === 0.5 && nearest % 2 !== 0 ? nearest - 1 : nearest;
};
const roundAway = (a: number): number => Math.sign(a) * Math.round(Math.abs(a));

describe('operations on reals', () => {
  const pairs = reals.flatMap((a) => reals.map((b) => [a, b] as const));
  const lhs = pairs.map(([a]) => a);
  const rhs = pairs.map(([, b]) => b);

  test.each<[string, Expected]>([
    ['arith.addf', (a, b) => a + b],
    ['arith.subf', (a, b) => a - b],
    ['arith.mulf', (a, b) => a * b],
    ['arith.maximumf', Math.max],
    ['arith.maxnumf', Math.max],
    ['arith.minimumf', Math.min],
    ['arith.minnumf', Math.min],
    ['math.copysign', copysign],
  ])('%s', (op, expected) => {
    const [computed] = runElementwise(`%r = ${op} %a, %b : f32`, { a: ['f32', lhs], b: ['f32', rhs] }, 'f32');
    expect(computed).toEqual(pairs.map(([a, b]) => expectedReal(expected(a, b))));
  });

  test.each<[string, Expected]>([
    ['arith.divf', (a, b) => a / b],
    ['arith.remf', (a, b) => a % b],
  ])('%s', (op, expected) => {
    const divisible = pairs.filter(([, b]) => b !== 0);
    const [computed] = runElementwise(
      `%r = ${op} %a, %b : f32`,
      { a: ['f32', divisible.map(([a]) => a)], b: ['f32', divisible.map(([, b]) => b)] },
      'f32',
    );
    for (const [i, [a, b]] of divisible.entries()) expect(computed[i]).toBeCloseTo(expected(a, b), 4);
  });

  test.each<[string, (a: number) => number]>([
    ['arith.negf', (a) => -a],
    ['math.absf', Math.abs],
    ['math.ceil', Math.ceil],
    ['math.floor', Math.floor],
    ['math.trunc', Math.trunc],
    ['math.round', roundAway],
    ['math.roundeven', roundEven],
  ])('%s', (op, expected) => {
    const [computed] = runElementwise(`%r = ${op} %a : f32`, { a: ['f32', reals] }, 'f32');
    expect(computed).toEqual(reals.map((a) => expectedReal(expected(a))));
  });

  test.each<[string, (a: number) => number, readonly number[]]>([
    ['math.exp', Math.exp, reals],
    ['math.exp2', (a) => 2 ** a, reals],
    ['math.log', Math.log, [0.125, 0.5, 1, 1.5, 10, 1000]],
    ['math.log2', Math.log2, [0.125, 0.5, 1, 1.5, 10, 1000]],
    ['math.sqrt', Math.sqrt, [0, 0.25, 1, 2, 3, 100, 30000]],
    ['math.rsqrt', (a) => 1 / Math.sqrt(a), [0.25, 1, 2, 3, 100]],
    ['math.tanh', Math.tanh, reals],
    ['math.sin', Math.sin, reals],
    ['math.cos', Math.cos, reals],
    ['math.tan', Math.tan, [-1, -0.5, 0, 0.25, 1]],
    ['math.sinh', Math.sinh, reals],
    ['math.cosh', Math.cosh, reals],
    ['math.atan', Math.atan, reals],
    ['math.asin', Math.asin, [-1, -0.5, 0, 0.25, 0.75, 1]],
    ['math.acos', Math.acos, [-1, -0.5, 0, 0.25, 0.75, 1]],
    ['math.asinh', Math.asinh, reals],
    ['math.acosh', Math.acosh, [1, 1.5, 2, 10]],
    ['math.atanh', Math.atanh, [-0.75, -0.5, 0, 0.25, 0.75]],
    ['math.erf', erf, reals],
  ])('%s', (op, expected, inputs) => {
    const [computed] = runElementwise(`%r = ${op} %a : f32`, { a: ['f32', inputs] }, 'f32');
    for (const [i, a] of inputs.entries()) {
      const wanted = expected(a);
      expect(Math.abs(computed[i] - wanted)).toBeLessThanOrEqual(Math.max(2e-3, 1e-3 * Math.abs(wanted)));
    }
  });

  test('krnl functions are those of math', () => {
    const ops = ['acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'erf', 'tan'];
    for (const name of ops) {
      const inputs = name === 'acosh' ? [1, 1.5, 4] : [-0.5, 0, 0.75];
      const [krnl] = runElementwise(`%r = "krnl.${name}"(%a) : (f32) -> f32`, { a: ['f32', inputs] }, 'f32');
      const [math] = runElementwise(`%r = math.${name} %a : f32`, { a: ['f32', inputs] }, 'f32');
      expect(krnl).toEqual(math);
    }
  });

  test('math.powf and math.fma', () => {
    const a = [0.5, 1, 2, 3];
    const [powers] = runElementwise('%r = math.powf %a, %b : f32', { a: ['f32', a], b: ['f32', [2, -3, 0.5, 2.5]] }, 'f32');
    for (const [i, wanted] of [0.25, 1, Math.SQRT2, 3 ** 2.5].entries()) expect(powers[i]).toBeCloseTo(wanted, 2);
    const [fused] = runElementwise('%r = math.fma %a, %b, %a : f32', { a: ['f32', a], b: ['f32', [4, 3, 2, 1]] }, 'f32');
    expect(fused).toEqual([2.5, 4, 6, 6]);
  });

  test.each<[string, (a: number, b: number) => boolean]>([
    ['oeq', (a, b) => a === b],
    ['one', (a, b) => a !== b],
    ['olt', (a, b) => a < b],
    ['ole', (a, b) => a <= b],
    ['ogt', (a, b) => a > b],
    ['oge', (a, b) => a >= b],
    ['ueq', (a, b) => a === b],
    ['une', (a, b) => a !== b],
    ['ult', (a, b) => a < b],
    ['ule', (a, b) => a <= b],
    ['ugt', (a, b) => a > b],
    ['uge', (a, b) => a >= b],
    ['ord', () => true],
    ['uno', () => false],
    ['true', () => true],
    ['false', () => false],
  ])('arith.cmpf %s', (predicate, expected) => {
    const [computed] = runElementwise(`%r = arith.cmpf ${predicate}, %a, %b : f32`, { a: ['f32', lhs], b: ['f32', rhs] }, 'i1');
    expect(computed).toEqual(pairs.map(([a, b]) => (expected(a, b) ? 1 : 0)));
  });

  test('comparisons with NaN constants: ordered ones fail, unordered ones hold', () => {
    const nan = '%n = arith.constant 0x7FC00000 : f32';
    for (const [predicate, wanted] of [['olt', 0], ['oeq', 0], ['ord', 0], ['ult', 1], ['une', 1], ['uno', 1]] as const) {
      const [computed] = runElementwise(`${nan}\n%r = arith.cmpf ${predicate}, %a, %n : f32`, { a: ['f32', [1]] }, 'i1');
      expect(computed).toEqual([wanted]);
    }
  });

  test('isnan and isinf of inputs are false: a circuit has neither', () => {
    for (const op of ['krnl.isnan', 'krnl.isinf']) {
      const [computed] = runElementwise(`%r = "${op}"(%a) : (f32) -> i1`, { a: ['f32', [0, -5]] }, 'i1');
      expect(computed).toEqual([0, 0]);
    }
  });
});

describe('operations on integers', () => {
  const integers = [-128, -7, -1, 0, 1, 3, 127];
  const pairs = integers.flatMap((a) => integers.map((b) => [a, b] as const));
  const i8 = (value: number): number => (value << 24) >> 24;
  const u8 = (value: number): number => value & 0xff;

  test.each<[string, Expected]>([
    ['arith.addi', (a, b) => a + b],
    ['arith.subi', (a, b) => a - b],
    ['arith.muli', (a, b) => a * b],
    ['arith.andi', (a, b) => a & b],
    ['arith.ori', (a, b) => a | b],
    ['arith.xori', (a, b) => a ^ b],
    ['arith.maxsi', Math.max],
    ['arith.minsi', Math.min],
    ['arith.maxui', (a, b) => (u8(a) > u8(b) ? a : b)],
    ['arith.minui', (a, b) => (u8(a) < u8(b) ? a : b)],
  ])('%s wraps as i8 does', (op, expected) => {
    const [computed] = runElementwise(
      `%r = ${op} %a, %b : i8`,
      { a: ['i8', pairs.map(([a]) => a)], b: ['i8', pairs.map(([, b]) => b)] },
      'i8',
    );
    expect(computed).toEqual(pairs.map(([a, b]) => i8(expected(a, b))));
  });

  test.each<[string, Expected]>([
    ['arith.divsi', (a, b) => Math.trunc(a / b)],
    ['arith.floordivsi', (a, b) => Math.floor(a / b)],
    ['arith.ceildivsi', (a, b) => Math.ceil(a / b)],
    ['arith.remsi', (a, b) => a % b],
    ['arith.divui', (a, b) => Math.trunc(u8(a) / u8(b))],
    ['arith.ceildivui', (a, b) => Math.ceil(u8(a) / u8(b))],
    ['arith.remui', (a, b) => u8(a) % u8(b)],
  ])('%s', (op, expected) => {
    const divisible = pairs.filter(([a, b]) => b !== 0 && !(a === -128 && b === -1));
    const [computed] = runElementwise(
      `%r = ${op} %a, %b : i8`,
      { a: ['i8', divisible.map(([a]) => a)], b: ['i8', divisible.map(([, b]) => b)] },
      'i8',
    );
    expect(computed).toEqual(divisible.map(([a, b]) => i8(expected(a, b))));
  });

  test.each<[string, Expected]>([
    ['arith.shli', (a, b) => a << b],
    ['arith.shrsi', (a, b) => a >> b],
    ['arith.shrui', (a, b) => u8(a) >> b],
  ])('%s', (op, expected) => {
    const shifts = integers.flatMap((a) => [0, 1, 3, 7].map((b) => [a, b] as const));
    const [computed] = runElementwise(
      `%r = ${op} %a, %b : i8`,
      { a: ['i8', shifts.map(([a]) => a)], b: ['i8', shifts.map(([, b]) => b)] },
      'i8',
    );
    expect(computed).toEqual(shifts.map(([a, b]) => i8(expected(a, b))));
  });

  test.each<[string, (a: number, b: number) => boolean]>([
    ['eq', (a, b) => a === b],
    ['ne', (a, b) => a !== b],
    ['slt', (a, b) => a < b],
    ['sle', (a, b) => a <= b],
    ['sgt', (a, b) => a > b],
    ['sge', (a, b) => a >= b],
    ['ult', (a, b) => u8(a) < u8(b)],
    ['ule', (a, b) => u8(a) <= u8(b)],
    ['ugt', (a, b) => u8(a) > u8(b)],
    ['uge', (a, b) => u8(a) >= u8(b)],
  ])('arith.cmpi %s', (predicate, expected) => {
    const [computed] = runElementwise(
      `%r = arith.cmpi ${predicate}, %a, %b : i8`,
      { a: ['i8', pairs.map(([a]) => a)], b: ['i8', pairs.map(([, b]) => b)] },
      'i1',
    );
    expect(computed).toEqual(pairs.map(([a, b]) => (expected(a, b) ? 1 : 0)));
  });

  test.each([
    ['arith.andi', [0, 0, 0, 1]],
    ['arith.ori', [0, 1, 1, 1]],
    ['arith.xori', [0, 1, 1, 0]],
  ])('%s on booleans', (op, expected) => {
    const [computed] = runElementwise(
      `%r = ${op} %a, %b : i1`,
      { a: ['i1', [0, 0, 1, 1]], b: ['i1', [0, 1, 0, 1]] },
      'i1',
    );
    expect(computed).toEqual(expected);
  });

  test('math.absi', () => {
    const [computed] = runElementwise('%r = math.absi %a : i32', { a: ['i32', [-7, 0, 9]] }, 'i32');
    expect(computed).toEqual([7, 0, 9]);
  });
});

describe('casts', () => {
  test.each<[string, string, string, readonly number[], readonly number[]]>([
    ['%r = arith.extsi %a : i8 to i32', 'i8', 'i32', [-128, -1, 5], [-128, -1, 5]],
    ['%r = arith.extui %a : i8 to i32', 'i8', 'i32', [-128, -1, 5], [128, 255, 5]],
    ['%r = arith.extsi %a : i1 to i32', 'i1', 'i32', [0, 1], [0, -1]],
    ['%r = arith.extui %a : i1 to i32', 'i1', 'i32', [0, 1], [0, 1]],
    ['%r = arith.trunci %a : i32 to i8', 'i32', 'i8', [511, -129, 4], [-1, 127, 4]],
    ['%r = arith.trunci %a : i32 to i1', 'i32', 'i1', [2, 3, -1], [0, 1, 1]],
    ['%r = arith.sitofp %a : i8 to f32', 'i8', 'f32', [-128, -1, 5], [-128, -1, 5]],
    ['%r = arith.uitofp %a : i8 to f32', 'i8', 'f32', [-128, -1, 5], [128, 255, 5]],
    ['%r = arith.uitofp %a : i1 to f32', 'i1', 'f32', [0, 1], [0, 1]],
    ['%r = arith.fptosi %a : f32 to i32', 'f32', 'i32', [-2.75, 2.75, 0.5], [-2, 2, 0]],
    ['%r = arith.fptoui %a : f32 to i8', 'f32', 'ui8', [0.9, 2.75, 200.5], [0, 2, 200]],
    ['%r = arith.extf %a : f32 to f64', 'f32', 'f64', [-2.75, 0], [-2.75, 0]],
    ['%r = arith.truncf %a : f64 to f32', 'f64', 'f32', [-2.75, 0], [-2.75, 0]],
    ['%at = arith.index_cast %a : i8 to index\n%r = arith.index_cast %at : index to i64', 'i8', 'i64', [-1, 7], [-1, 7]],
    ['%at = arith.index_castui %a : i8 to index\n%r = arith.index_cast %at : index to i64', 'i8', 'i64', [-1, 7], [255, 7]],
  ])('%s', (line, from, to, inputs, expected) => {
    const [computed] = runElementwise(line, { a: [from, inputs] }, to);
    expect(computed).toEqual(expected);
  });

  test('unsigned types: the same bits, read otherwise', () => {
    const line = '%s = builtin.unrealized_conversion_cast %a : ui8 to i8\n%r = arith.extsi %s : i8 to i32';
    const [signed] = runElementwise(line, { a: ['ui8', [200, 5]] }, 'i32');
    expect(signed).toEqual([-56, 5]);
    const [unsigned] = runElementwise('%r = builtin.unrealized_conversion_cast %a : i8 to ui8', { a: ['i8', [-1, 5]] }, 'ui8');
    expect(unsigned).toEqual([255, 5]);
  });
});

describe('arith.select', () => {
  test('by a value of the circuit, between reals and between integers', () => {
    const [reals] = runElementwise('%r = arith.select %a, %b, %c : f32', {
      a: ['i1', [0, 1]], b: ['f32', [1.5, 2.5]], c: ['f32', [-1, -2]],
    }, 'f32');
    expect(reals).toEqual([-1, 2.5]);
    const [integers] = runElementwise('%r = arith.select %a, %b, %c : i64', {
      a: ['i1', [0, 1]], b: ['i64', [1, 2]], c: ['i64', [-1, -2]],
    }, 'i64');
    expect(integers).toEqual([-1, 2]);
  });
});

/** −0 counts as 0: fixed point has one zero. */
function expectedReal(value: number): number {
  return value === 0 ? 0 : value;
}

/** Abramowitz and Stegun 7.1.26, |error| ≤ 1.5e-7. */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const polynomial = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return Math.sign(x) * (1 - polynomial * Math.exp(-x * x));
}
