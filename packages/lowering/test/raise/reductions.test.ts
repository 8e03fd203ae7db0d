import { intrinsics } from '@mlir2zk/zk-intrinsics';
import { inFunction, raise } from './raise-text.js';

const known = (names: readonly string[]) => intrinsics.filter(({ name }) => names.includes(name));

describe('average_pool', () => {
  interface Parts {
    args: string; oh: string; kh: string; kw: string; init: string; load: string; update: string; count: string; divide: string; store: string; inside: string; before: string;
  }
  const clipped = (o: string): string => `max affine_map<(d0) -> (1 - d0, 0)>(%${o}) to min affine_map<(d0) -> (6 - d0, 3)>(%${o})`;
  const height = (o: string, name: string, least = '1 - d0', most = '6 - d0'): string => `%${name}from = affine.max affine_map<(d0) -> (${least}, 0)>(%${o})
    %${name}to = affine.min affine_map<(d0) -> (${most}, 3)>(%${o})
    %${name} = arith.subi %${name}to, %${name}from : index`;
  const divisor = (h: string, w: string, combine = 'muli'): string => `${h}
    ${w}
    %hw = arith.${combine} %h, %w : index
    %hwi = arith.index_cast %hw : index to i64
    %n = arith.sitofp %hwi : i64 to f32`;

  /** Average pooling 3x3 of 1x2x5x5, padding 1, with parts that can be changed. */
  const pooling = (change: Partial<Parts> = {}): string => {
    const p: Parts = {
      args: '%x: memref<1x2x5x5xf32>, %y: memref<1x2x5x5xf32>', oh: '0 to 5', kh: clipped('oh'), kw: clipped('ow'), init: '%zero',
      load: 'affine.load %x[0, %c, %oh + %kh - 1, %ow + %kw - 1] : memref<1x2x5x5xf32>', update: 'arith.addf %acc, %e : f32',
      count: divisor(height('oh', 'h'), height('ow', 'w')), divide: 'arith.divf %again, %n : f32',
      store: 'affine.store %r, %y[0, %c, %oh, %ow] : memref<1x2x5x5xf32>', inside: '', before: '', ...change,
    };
    return inFunction(p.args, `${p.before}
    affine.for %c = 0 to 2 { affine.for %oh = ${p.oh} { affine.for %ow = 0 to 5 {
      %s = affine.for %kh = ${p.kh} iter_args(%outer = ${p.init}) -> (f32) {
        %t = affine.for %kw = ${p.kw} iter_args(%acc = %outer) -> (f32) {
          %e = ${p.load}
          %new = ${p.update}
          ${p.inside}
          affine.yield %new : f32
        }
        affine.yield %t : f32
      }
      affine.store %s, %y[0, %c, %oh, %ow] : memref<1x2x5x5xf32>
      %again = affine.load %y[0, %c, %oh, %ow] : memref<1x2x5x5xf32>
      ${p.count}
      %r = ${p.divide}
      ${p.store}
    } } }`);
  };
  const constant = (value: string): Partial<Parts> => ({ count: '', before: `%n = arith.constant ${value} : f32` });
  const window = 'dilations = [1, 1], kernel = [3, 3], pads = [1, 1, 1, 1], strides = [1, 1]}';

  test.each<readonly [string, Partial<Parts>, string]>([
    ['divides by the elements that are no padding', {}, `{${window}`],
    ['divides by the size of the window', constant('9.0'), `{count_include_pad, ${window}`],
    ['its factors swapped', { count: divisor(height('ow', 'h'), height('oh', 'w')) }, `{${window}`],
  ])('%s', (_name, change, attributes) => {
    const { operations, loops } = raise(pooling(change));
    expect(operations).toEqual([`zkml.average_pool ins(%arg0) outs(%arg1) ${attributes}`]);
    expect(loops).toBe(0);
  });

  test.each<readonly [string, Partial<Parts>]>([
    ['a divisor one too large', constant('10.0')],
    ['a divisor of another window', constant('4.0')],
    ['the number of rows only', { count: divisor(height('oh', 'h'), '%w = arith.constant 3 : index') }],
    ['the square of the rows', { count: divisor(height('oh', 'h'), height('oh', 'w')) }],
    ['the sum of rows and columns', { count: divisor(height('oh', 'h'), height('ow', 'w'), 'addi') }],
    ['a count that ends one too late', { count: divisor(height('oh', 'h', '1 - d0', '7 - d0'), height('ow', 'w')) }],
    ['a count that starts one too late', { count: divisor(height('oh', 'h', '2 - d0'), height('ow', 'w')) }],
    ['a divisor from data', { args: '%x: memref<1x2x5x5xf32>, %y: memref<1x2x5x5xf32>, %d: memref<f32>', count: '%n = affine.load %d[] : memref<f32>' }],
    ['a product instead of a quotient', { divide: 'arith.mulf %again, %n : f32' }],
    ['the quotient upside down', { divide: 'arith.divf %n, %again : f32' }],
    ['no quotient', { divide: 'arith.addf %again, %zero : f32' }],
    ['a mean of squares', { update: 'arith.addf %acc, %ee : f32', load: 'affine.load %x[0, %c, %oh + %kh - 1, %ow + %kw - 1] : memref<1x2x5x5xf32>\n%ee = arith.mulf %e, %e : f32' }],
    ['a maximum', { update: 'arith.maximumf %acc, %e : f32', init: '%lowest' }],
    ['a start other than zero', { init: '%one' }],
    ['a window that leaves out the last row', { kh: 'max affine_map<(d0) -> (1 - d0, 0)>(%oh) to min affine_map<(d0) -> (5 - d0, 3)>(%oh)' }],
    ['a window without its first row', { kh: 'max affine_map<(d0) -> (1 - d0, 1)>(%oh) to min affine_map<(d0) -> (6 - d0, 3)>(%oh)' }],
    ['part of the rows', { oh: '0 to 4' }],
    ['another channel', { load: 'affine.load %x[0, 1 - %c, %oh + %kh - 1, %ow + %kw - 1] : memref<1x2x5x5xf32>' }],
    ['rows and columns swapped', { load: 'affine.load %x[0, %c, %ow + %kh - 1, %oh + %kw - 1] : memref<1x2x5x5xf32>' }],
    ['a partial sum that is stored', { args: '%x: memref<1x2x5x5xf32>, %y: memref<1x2x5x5xf32>, %z: memref<3xf32>', inside: 'affine.store %new, %z[%kw] : memref<3xf32>' }],
  ])('%s is none', (_name, change) => {
    const { operations, loops, misses } = raise(pooling(change), { known: known(['average_pool', 'max_pool', 'reduce_mean', 'relu']) });
    expect(operations).toEqual([]);
    expect(loops).toBeGreaterThan(0);
    expect(misses.length).toBeGreaterThan(0);
  });
});

describe('reductions along axes', () => {
  interface Parts {
    args: string; zero: string; init: string; i: string; j: string; k: string; load: string; update: string; between: string; behind: string;
  }
  const at = '%y[%i, %c0, %k] : memref<4x1x2xf32>';
  /** As onnx-mlir writes a sum over axis 1 of 4x3x2, with parts that can be changed. */
  const reduction = (change: Partial<Parts> = {}): string => {
    const p: Parts = {
      args: '%x: memref<4x3x2xf32>, %y: memref<4x1x2xf32>', zero: '0 to 4', init: '%zero', i: '0 to 4', j: '0 to 3', k: '0 to 2',
      load: 'affine.load %x[%i, %j, %k] : memref<4x3x2xf32>', update: 'arith.addf %old, %e : f32', between: '', behind: '', ...change,
    };
    return inFunction(p.args, `affine.for %i = ${p.zero} { affine.for %j = 0 to 1 { affine.for %k = 0 to 2 {
      affine.store ${p.init}, %y[%i, %j, %k] : memref<4x1x2xf32>
    } } }
    ${p.between}
    affine.for %i = ${p.i} { affine.for %j = ${p.j} { affine.for %k = ${p.k} {
      %e = ${p.load}
      %old = affine.load ${at}
      %new = ${p.update}
      affine.store %new, ${at}
    } } }
    ${p.behind}`);
  };
  const divided = (by: string, operation = 'divf'): string => `%n = arith.constant ${by} : f32
    affine.for %i = 0 to 4 { affine.for %k = 0 to 2 {
      %s = affine.load ${at}
      %r = arith.${operation} %s, %n : f32
      affine.store %r, ${at}
    } }`;

  test.each<readonly [string, Partial<Parts>]>([
    ['reduce_sum', {}],
    ['reduce_mean', { behind: divided('3.0') }],
    ['reduce_max', { init: '%lowest', update: 'arith.maximumf %old, %e : f32' }],
    ['reduce_prod', { init: '%one', update: 'arith.mulf %old, %e : f32' }],
  ])('%s', (name, change) => {
    const { operations, loops } = raise(reduction(change));
    expect(operations).toEqual([`zkml.${name} ins(%arg0) outs(%arg1) {axes = [1]}`]);
    expect(loops).toBe(0);
  });

  test('a minimum over all axes', () => {
    const { operations } = raise(inFunction('%x: memref<4x3xf32>, %y: memref<f32>', `%high = arith.constant 0x7F800000 : f32
      affine.store %high, %y[] : memref<f32>
      affine.for %j = 0 to 3 { affine.for %i = 0 to 4 {
        %e = affine.load %x[%i, %j] : memref<4x3xf32>
        %old = affine.load %y[] : memref<f32>
        %less = arith.cmpf olt, %e, %old : f32
        %new = arith.select %less, %e, %old : f32
        affine.store %new, %y[] : memref<f32>
      } }`));
    expect(operations).toEqual(['zkml.reduce_min ins(%arg0) outs(%arg1) {axes = [0, 1]}']);
  });

  test.each<readonly [string, Partial<Parts>]>([
    ['part of the axis', { j: '0 to 2' }],
    ['all but the first element', { j: '1 to 3' }],
    ['every second element', { j: '0 to 3 step 2' }],
    ['a triangle', { j: '0 to min affine_map<(d0) -> (d0 + 1, 3)>(%i)' }],
    ['part of the rows', { i: '0 to 3' }],
    ['part of the rows set up', { zero: '0 to 3' }],
    ['a start other than zero', { init: '%one' }],
    ['a maximum that starts from zero', { update: 'arith.maximumf %old, %e : f32' }],
    ['a product that starts from zero', { update: 'arith.mulf %old, %e : f32' }],
    ['a difference', { update: 'arith.subf %old, %e : f32' }],
    ['an alternating sum', { update: 'arith.subf %e, %old : f32' }],
    ['a diagonal', { args: '%x: memref<4x4x2xf32>, %y: memref<4x1x2xf32>', load: 'affine.load %x[%i, %i, %k] : memref<4x4x2xf32>' }],
    ['a shifted axis', { args: '%x: memref<4x4x2xf32>, %y: memref<4x1x2xf32>', load: 'affine.load %x[%i, %j + 1, %k] : memref<4x4x2xf32>' }],
    ['a sum repeated', { args: '%x: memref<4x2xf32>, %y: memref<4x1x2xf32>', load: 'affine.load %x[%i, %k] : memref<4x2xf32>' }],
    ['rows of the input in another order', { load: 'affine.load %x[3 - %i, %j, %k] : memref<4x3x2xf32>' }],
    ['no setup', { between: 'func.call @g(%y) : (memref<4x1x2xf32>) -> ()' }],
    ['a sum of its own result', { load: `affine.load ${at}` }],
  ])('%s is none', (_name, change) => {
    const text = `${reduction(change)}${change.between === undefined ? '' : '\nfunc.func private @g(memref<4x1x2xf32>)'}`;
    expect(raise(text, { known: known(['reduce_sum', 'reduce_mean', 'reduce_max', 'reduce_min', 'reduce_prod']) }).operations).toEqual([]);
  });

  test.each([['another number', '2.0', 'divf'], ['a product', '3.0', 'mulf'], ['a sum', '3.0', 'addf']])(
    'divided by %s it is a sum, and something else', (_name, by, operation) => {
      const { operations, loops } = raise(reduction({ behind: divided(by, operation) }), { known: known(['reduce_sum', 'reduce_mean']) });
      expect(operations).toEqual(['zkml.reduce_sum ins(%arg0) outs(%arg1) {axes = [1]}']);
      expect(loops).toBe(2);
    },
  );

  test('a mean is none whose sum is read before it is divided', () => {
    const { operations } = raise(reduction({
      args: '%x: memref<4x3x2xf32>, %y: memref<4x1x2xf32>, %z: memref<f32>',
      behind: `%seen = affine.load %y[0, 0, 0] : memref<4x1x2xf32>\naffine.store %seen, %z[] : memref<f32>\n${divided('3.0')}`,
    }));
    expect(operations).toEqual(['zkml.reduce_sum ins(%arg0) outs(%arg1) {axes = [1]}']);
  });

  test('a mean is none whose input changes before it is divided', () => {
    const { operations } = raise(reduction({
      args: '%x: memref<4x3x2xf32>, %y: memref<4x1x2xf32>',
      behind: `affine.store %one, %x[0, 0, 0] : memref<4x3x2xf32>\n${divided('3.0')}`,
    }));
    expect(operations).toEqual(['zkml.reduce_sum ins(%arg0) outs(%arg1) {axes = [1]}']);
  });
});
