import { intrinsics } from '@mlir2zk/zk-intrinsics';
import { inFunction, raise } from './raise-text.js';

interface Parts {
  args: string; largestOver: string; sumOver: string; outer: string; lowest: string; zero: string; forMaximum: string; maximum: string;
  forSum: string; difference: string; decay: string; add: string; share: string; store: string; inside: string;
}

/** Softmax over axis 1 of 3x4x5 as onnx-mlir writes it, with parts that can be changed. */
function softmax(change: Partial<Parts> = {}): string {
  const p: Parts = {
    args: '%x: memref<3x4x5xf32>, %y: memref<3x4x5xf32>', largestOver: '0 to 4', sumOver: '0 to 4', outer: '0 to 3', lowest: '%lowest', zero: '%zero',
    forMaximum: 'affine.load %x[%i, %j, %k] : memref<3x4x5xf32>', maximum: 'arith.maxnumf %most, %e : f32',
    forSum: 'affine.load %x[%i, %j, %k] : memref<3x4x5xf32>', difference: 'arith.subf %f, %m : f32', decay: 'math.exp %d : f32',
    add: 'arith.addf %total, %g : f32', share: 'arith.divf %h, %s : f32',
    store: 'affine.store %r, %y[%i, %j, %k] : memref<3x4x5xf32>', inside: '', ...change,
  };
  return inFunction(p.args, `affine.for %i = ${p.outer} { affine.for %k = 0 to 5 {
    %m = affine.for %j = ${p.largestOver} iter_args(%most = ${p.lowest}) -> (f32) {
      %e = ${p.forMaximum}
      %new = ${p.maximum}
      affine.yield %new : f32
    }
    %s = affine.for %j = ${p.sumOver} iter_args(%total = ${p.zero}) -> (f32) {
      %f = ${p.forSum}
      %d = ${p.difference}
      %g = ${p.decay}
      %new = ${p.add}
      ${p.inside}
      affine.store %g, %y[%i, %j, %k] : memref<3x4x5xf32>
      affine.yield %new : f32
    }
    affine.for %j = 0 to 4 {
      %h = affine.load %y[%i, %j, %k] : memref<3x4x5xf32>
      %r = ${p.share}
      ${p.store}
    }
  } }`);
}

test.each<readonly [string, Partial<Parts>]>([
  ['as onnx-mlir writes it', {}],
  ['with a comparison', { maximum: 'arith.select %c, %e, %most : f32', forMaximum: 'affine.load %x[%i, %j, %k] : memref<3x4x5xf32>\n%c = arith.cmpf ogt, %e, %most : f32' }],
  ['the sum swapped', { add: 'arith.addf %g, %total : f32' }],
  ['backwards', { forSum: 'affine.load %x[%i, %j, %k] : memref<3x4x5xf32>', forMaximum: 'affine.load %x[%i, 3 - %j, %k] : memref<3x4x5xf32>' }],
])('softmax %s', (_name, change) => {
  const { operations, loops } = raise(softmax(change));
  expect(operations).toEqual(['zkml.softmax ins(%arg0) outs(%arg1) {axes = [1]}']);
  expect(loops).toBe(0);
});

test.each<readonly [string, Partial<Parts>]>([
  ['a maximum of part of the axis', { largestOver: '0 to 3' }],
  ['a maximum that starts from zero', { lowest: '%zero' }],
  ['a minimum', { maximum: 'arith.minnumf %most, %e : f32', lowest: '%high', args: '%x: memref<3x4x5xf32>, %y: memref<3x4x5xf32>, %high: f32' }],
  ['a maximum along another axis', { forMaximum: 'affine.load %x[%i, %i, %j] : memref<3x4x5xf32>' }],
  ['a maximum of another array', { args: '%x: memref<3x4x5xf32>, %z: memref<3x4x5xf32>, %y: memref<3x4x5xf32>', forMaximum: 'affine.load %z[%i, %j, %k] : memref<3x4x5xf32>' }],
  ['a maximum of another column', { forMaximum: 'affine.load %x[%i, %j, 4 - %k] : memref<3x4x5xf32>' }],
  ['a sum that starts from one', { zero: '%one' }],
  ['a sum of the elements', { add: 'arith.addf %total, %f : f32' }],
  ['a product', { add: 'arith.mulf %total, %g : f32', zero: '%one' }],
  ['a sum of another column', { forSum: 'affine.load %x[%i, %j, 4 - %k] : memref<3x4x5xf32>' }],
  ['a sum of the maximum', { difference: 'arith.addf %f, %m : f32' }],
  ['the difference the other way', { difference: 'arith.subf %m, %f : f32' }],
  ['a power of two', { decay: 'math.exp2 %d : f32' }],
  ['no exponential', { decay: 'arith.mulf %d, %one : f32' }],
  ['a scaled exponent', { decay: 'math.exp %dd : f32', difference: 'arith.subf %f, %m : f32\n%dd = arith.addf %d, %d : f32' }],
  ['a product with the sum', { share: 'arith.mulf %h, %s : f32' }],
  ['the quotient upside down', { share: 'arith.divf %s, %h : f32' }],
  ['a quotient by the maximum', { share: 'arith.divf %h, %m : f32' }],
  ['a shifted quotient', { share: 'arith.divf %h1, %s : f32', store: 'affine.store %r, %y[%i, %j, %k] : memref<3x4x5xf32>', args: '%x: memref<3x4x5xf32>, %y: memref<3x4x5xf32>, %h1: f32' }],
  ['part of the rows', { outer: '0 to 2' }],
  ['a partial sum that is stored', { args: '%x: memref<3x4x5xf32>, %y: memref<3x4x5xf32>, %z: memref<4xf32>', inside: 'affine.store %new, %z[%j] : memref<4xf32>' }],
  ['a softmax in place', { args: '%y: memref<3x4x5xf32>', forMaximum: 'affine.load %y[%i, %j, %k] : memref<3x4x5xf32>', forSum: 'affine.load %y[%i, %j, %k] : memref<3x4x5xf32>' }],
])('%s is no softmax', (_name, change) => {
  const { operations, misses } = raise(softmax(change), { known: intrinsics.filter(({ name }) => name === 'softmax') });
  expect(operations).toEqual([]);
  expect(misses.length).toBeGreaterThan(0);
});
