import { intrinsics } from '@mlir2zk/zk-intrinsics';
import { inFunction, raise } from './raise-text.js';

/** Convolution 3x3 of 1x4x6x6 to 1x6x6x6 in 2 groups, padding 1, with parts that can be changed. */
interface Parts {
  args: string; n: string; g: string; m: string; oh: string; ow: string; c: string; kh: string; kw: string;
  init: string; channel: string; row: string; column: string; x: string; w: string; product: string; update: string;
  inside: string; after: string; store: string; behind: string;
}

const clipped = (o: string, rest = ''): string =>
  `max affine_map<(d0) -> (1 - d0, 0)>(%${o}) to min affine_map<(d0) -> (7 - d0, 3${rest})>(%${o})`;

function conv(change: Partial<Parts> = {}): string {
  const p: Parts = {
    args: '%x: memref<1x4x6x6xf32>, %w: memref<6x2x3x3xf32>, %b: memref<6xf32>, %y: memref<1x6x6x6xf32>',
    n: '0 to 1', g: '0 to 2', m: '0 to 3', oh: '0 to 6', ow: '0 to 6', c: '0 to 2', kh: clipped('oh'), kw: clipped('ow'),
    init: '%zero',
    channel: 'affine.apply affine_map<(d0, d1) -> (d0 + d1 * 2)>(%c, %g)',
    row: 'affine.apply affine_map<(d0, d1) -> (d0 + d1 - 1)>(%oh, %kh)',
    column: 'affine.apply affine_map<(d0, d1) -> (d0 + d1 - 1)>(%ow, %kw)',
    x: 'affine.load %x[%n, %in, %row, %column] : memref<1x4x6x6xf32>',
    w: 'affine.load %w[%out, %c, %kh, %kw] : memref<6x2x3x3xf32>',
    product: 'arith.mulf %e, %f : f32', update: 'arith.addf %acc, %ef : f32', inside: '',
    after: '%bias = affine.load %b[%out] : memref<6xf32>\n%r = arith.addf %sum, %bias : f32',
    store: 'affine.store %r, %y[%n, %out, %oh, %ow] : memref<1x6x6x6xf32>', behind: '',
    ...change,
  };
  return inFunction(p.args, `affine.for %n = ${p.n} { affine.for %g = ${p.g} { affine.for %m = ${p.m} {
    %out = affine.apply affine_map<(d0, d1) -> (d0 * 3 + d1)>(%g, %m)
    affine.for %oh = ${p.oh} { affine.for %ow = ${p.ow} {
      %sum = affine.for %c = ${p.c} iter_args(%a0 = ${p.init}) -> (f32) {
        %s0 = affine.for %kh = ${p.kh} iter_args(%a1 = %a0) -> (f32) {
          %s1 = affine.for %kw = ${p.kw} iter_args(%acc = %a1) -> (f32) {
            %in = ${p.channel}
            %row = ${p.row}
            %column = ${p.column}
            %e = ${p.x}
            %f = ${p.w}
            %ef = ${p.product}
            %new = ${p.update}
            ${p.inside}
            affine.yield %new : f32
          }
          affine.yield %s1 : f32
        }
        affine.yield %s0 : f32
      }
      ${p.after}
      ${p.store}
    } }
  } } }
  ${p.behind}`);
}

const window = '{dilations = [1, 1], pads = [1, 1, 1, 1], strides = [1, 1]}';
const withBias = `zkml.conv ins(%arg0, %arg1, %arg2) outs(%arg3) ${window}`;
const withoutBias = '%r = arith.mulf %sum, %one : f32';

describe('conv, however its loops are written', () => {
  test.each<readonly [string, Partial<Parts>, string]>([
    ['as onnx-mlir writes it', {}, withBias],
    ['its factors swapped', { product: 'arith.mulf %f, %e : f32', update: 'arith.addf %ef, %acc : f32' }, withBias],
    ['without a bias', { after: withoutBias }, `zkml.conv ins(%arg0, %arg1) outs(%arg3) ${window}`],
    ['the bias first', { after: '%bias = affine.load %b[%out] : memref<6xf32>\n%r = arith.addf %bias, %sum : f32' }, withBias],
    ['both walked backwards', {
      kh: 'max affine_map<(d0) -> (d0 - 4, 0)>(%oh) to min affine_map<(d0) -> (d0 + 2, 3)>(%oh)',
      row: 'affine.apply affine_map<(d0, d1) -> (d0 - d1 + 1)>(%oh, %kh)',
      w: 'affine.load %w[%out, %c, 2 - %kh, %kw] : memref<6x2x3x3xf32>',
    }, withBias],
  ])('%s', (_name, change, expected) => {
    const { operations, loops } = raise(conv(change));
    expect(operations).toEqual([expected]);
    expect(loops).toBe(0);
  });

  test('one channel per group, its weights of one channel', () => {
    const { operations } = raise(inFunction('%x: memref<2x3x5xf32>, %w: memref<3x1x2xf32>, %y: memref<2x3x2xf32>', `
      affine.for %g = 0 to 3 { affine.for %o = 0 to 2 { affine.for %n = 0 to 2 {
        affine.store %zero, %y[%n, %g, %o] : memref<2x3x2xf32>
        affine.for %k = 0 to 2 {
          %e = affine.load %x[%n, %g, %k * 2 + %o * 2] : memref<2x3x5xf32>
          %f = affine.load %w[%g, 0, %k] : memref<3x1x2xf32>
          %ef = arith.mulf %e, %f : f32
          %old = affine.load %y[%n, %g, %o] : memref<2x3x2xf32>
          %new = arith.addf %old, %ef : f32
          affine.store %new, %y[%n, %g, %o] : memref<2x3x2xf32>
        }
      } } }`));
    expect(operations).toEqual(['zkml.conv ins(%arg0, %arg1) outs(%arg2) {dilations = [2], pads = [0, 0], strides = [2]}']);
  });

  test('a relu behind the bias is an operation of its own', () => {
    const after = '%bias = affine.load %b[%out] : memref<6xf32>\n%s = arith.addf %sum, %bias : f32\n%r = arith.maximumf %s, %zero : f32';
    expect(raise(conv({ after })).operations).toEqual([
      withBias.replace('%arg3', '%alloc'), 'zkml.relu ins(%alloc) outs(%arg3)',
    ]);
  });
});

const lookalikes: readonly (readonly [string, Partial<Parts>])[] = [
  // Other windows.
  ['a window one row short', { kh: 'max affine_map<(d0) -> (1 - d0, 0)>(%oh) to min affine_map<(d0) -> (7 - d0, 2)>(%oh)' }],
  ['a window without its first row', { kh: 'max affine_map<(d0) -> (1 - d0, 1)>(%oh) to min affine_map<(d0) -> (7 - d0, 3)>(%oh)' }],
  ['a window that leaves out the last row of the input', { kh: 'max affine_map<(d0) -> (1 - d0, 0)>(%oh) to min affine_map<(d0) -> (6 - d0, 3)>(%oh)' }],
  ['a window that leaves out the first row of the input', { kh: 'max affine_map<(d0) -> (2 - d0, 0)>(%oh) to min affine_map<(d0) -> (7 - d0, 3)>(%oh)' }],
  ['a window cut by the row of the result', { kh: clipped('oh', ', d0 + 1') }],
  ['weights walked backwards', { w: 'affine.load %w[%out, %c, 2 - %kh, %kw] : memref<6x2x3x3xf32>' }],
  ['weights transposed', { kh: '0 to 3', kw: '0 to 3', row: 'affine.apply affine_map<(d0) -> (d0)>(%kh)', column: 'affine.apply affine_map<(d0) -> (d0)>(%kw)', w: 'affine.load %w[%out, %c, %kw, %kh] : memref<6x2x3x3xf32>' }],
  ['a window that does not move', { kh: '0 to 3', row: 'affine.apply affine_map<(d0) -> (d0)>(%kh)' }],
  ['a window that slides along the diagonal', { column: 'affine.apply affine_map<(d0, d1) -> (d0 + d1 - 1)>(%oh, %kh)', kw: '0 to 3' }],
  ['a window behind the first row', { kh: '0 to 3', oh: '0 to 3', row: 'affine.apply affine_map<(d0, d1) -> (d0 + d1 + 1)>(%oh, %kh)' }],
  // Other channels.
  ['part of the channels of a group', { c: '0 to 1' }],
  ['the channels of the next group', { channel: 'affine.apply affine_map<(d0, d1) -> (d0 - d1 * 2 + 2)>(%c, %g)' }],
  ['the channels of the first group', { channel: 'affine.apply affine_map<(d0, d1) -> (d0)>(%c, %g)' }],
  ['overlapping groups', { channel: 'affine.apply affine_map<(d0, d1) -> (d0 + d1)>(%c, %g)' }],
  ['interleaved groups', { channel: 'affine.apply affine_map<(d0, d1) -> (d0 * 2 + d1)>(%c, %g)' }],
  ['weights of the channels in another order', { w: 'affine.load %w[%g + %m * 2, %c, %kh, %kw] : memref<6x2x3x3xf32>' }],
  ['weights of one group', { w: 'affine.load %w[%m, %c, %kh, %kw] : memref<6x2x3x3xf32>' }],
  ['weights of the channels reversed', { w: 'affine.load %w[%out, 1 - %c, %kh, %kw] : memref<6x2x3x3xf32>' }],
  ['part of the results', { m: '0 to 2' }],
  ['part of the rows', { oh: '0 to 5' }],
  // Another function of the same elements.
  ['a maximum of products', { update: 'arith.maximumf %acc, %ef : f32' }],
  ['a product of products', { update: 'arith.mulf %acc, %ef : f32', init: '%one' }],
  ['a sum of sums', { product: 'arith.addf %e, %f : f32' }],
  ['a sum of squares', { product: 'arith.mulf %e, %e : f32' }],
  ['an alternating sum', { update: 'arith.subf %ef, %acc : f32' }],
  ['a start other than zero', { init: '%one' }],
  ['a start that is not known', { init: '%start', args: '%x: memref<1x4x6x6xf32>, %w: memref<6x2x3x3xf32>, %b: memref<6xf32>, %y: memref<1x6x6x6xf32>, %start: f32' }],
  ['a bias subtracted', { after: '%bias = affine.load %b[%out] : memref<6xf32>\n%r = arith.subf %sum, %bias : f32' }],
  ['a bias per row', { after: '%bias = affine.load %b[%oh] : memref<6xf32>\n%r = arith.addf %sum, %bias : f32' }],
  ['a bias of the channels in another order', { after: '%bias = affine.load %b[%g + %m * 2] : memref<6xf32>\n%r = arith.addf %sum, %bias : f32' }],
  ['a bias that is multiplied', { after: '%bias = affine.load %b[%out] : memref<6xf32>\n%r = arith.mulf %sum, %bias : f32' }],
  ['a bias in every term', { update: 'arith.addf %acc, %efb : f32', product: 'arith.mulf %e, %f : f32\n%bias = affine.load %b[%out] : memref<6xf32>\n%efb = arith.addf %ef, %bias : f32', after: withoutBias }],
  ['a scaled sum', { after: '%r = arith.addf %sum, %sum : f32' }],
  // Effects besides.
  ['a partial sum that is stored', { args: '%x: memref<1x4x6x6xf32>, %w: memref<6x2x3x3xf32>, %b: memref<6xf32>, %y: memref<1x6x6x6xf32>, %z: memref<3xf32>', inside: 'affine.store %new, %z[%kw] : memref<3xf32>' }],
  ['a convolution in place', { args: '%b: memref<6xf32>, %w: memref<6x2x3x3xf32>, %y: memref<1x6x6x6xf32>', x: 'affine.load %y[%n, %in, %row, %column] : memref<1x6x6x6xf32>' }],
  ['rows of the result written twice', { store: 'affine.store %r, %y[%n, %out, %oh, 0] : memref<1x6x6x6xf32>' }],
];

test('there are at least 30', () => expect(lookalikes.length).toBeGreaterThanOrEqual(30));

test.each(lookalikes)('%s is no conv', (_name, change) => {
  const known = intrinsics.filter(({ name }) => name === 'conv');
  const { operations, loops, misses } = raise(conv(change), { known });
  expect(operations).toEqual([]);
  expect(loops).toBeGreaterThan(0);
  expect(misses.length).toBeGreaterThan(0);
});
