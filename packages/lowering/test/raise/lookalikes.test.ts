import { intrinsics } from '@mlir2zk/zk-intrinsics';
import { inFunction, raise } from './raise-text.js';

/*
 * Nests that look like a layer and are none. Each is a small change of a nest that is raised (see the
 * first test); whatever is done to it, nothing of it may be raised to one of the layers that it looks like.
 */

interface Lookalike {
  readonly args: string;
  readonly body: string;
}

const matmulArgs = '%a: memref<4x3xf32>, %b: memref<3x4xf32>, %y: memref<4x4xf32>';

/** A matrix product with parts that can be changed. */
function matmul(change: {
  args?: string; i?: string; j?: string; k?: string; init?: string; wide?: string; p?: string; q?: string; combine?: string;
  accumulate?: string; after?: string; store?: string; inside?: string; before?: string; behind?: string;
} = {}): Lookalike {
  const part = {
    args: matmulArgs, i: '0 to 4', j: '0 to 4', k: '0 to 3', init: '%zero', wide: '',
    p: 'affine.load %a[%i, %k] : memref<4x3xf32>', q: 'affine.load %b[%k, %j] : memref<3x4xf32>',
    combine: 'arith.mulf %p, %q : f32', accumulate: 'arith.addf %acc, %pq : f32', after: '%r = arith.mulf %sum, %one : f32',
    store: 'affine.store %r, %y[%i, %j] : memref<4x4xf32>', inside: '', before: '', behind: '', ...change,
  };
  return {
    args: part.args,
    body: `${part.before}
  affine.for %i = ${part.i} { affine.for %j = ${part.j} {
    %sum = affine.for %k = ${part.k} iter_args(%acc = ${part.init}) -> (f32) {
      ${part.wide}
      %p = ${part.p}
      %q = ${part.q}
      %pq = ${part.combine}
      %new = ${part.accumulate}
      ${part.inside}
      affine.yield %new : f32
    }
    ${part.after}
    ${part.store}
  } }
  ${part.behind}`,
  };
}

/** Max pooling 2x2, stride 2 of 8x8 to 4x4. */
function maxPool(change: {
  args?: string; oh?: string; kh?: string; kw?: string; init?: string; load?: string; combine?: string; store?: string; after?: string;
} = {}): Lookalike {
  const part = {
    args: '%x: memref<1x2x8x8xf32>, %y: memref<1x2x4x4xf32>', oh: '0 to 4', kh: '0 to 2', kw: '0 to 2', init: '%lowest',
    load: 'affine.load %x[0, %c, %oh * 2 + %kh, %ow * 2 + %kw] : memref<1x2x8x8xf32>',
    combine: 'arith.maximumf %acc, %e : f32', store: 'affine.store %s, %y[0, %c, %oh, %ow] : memref<1x2x4x4xf32>', after: '', ...change,
  };
  return {
    args: part.args,
    body: `affine.for %c = 0 to 2 { affine.for %oh = ${part.oh} { affine.for %ow = 0 to 4 {
    %s = affine.for %kh = ${part.kh} iter_args(%outer = ${part.init}) -> (f32) {
      %t = affine.for %kw = ${part.kw} iter_args(%acc = %outer) -> (f32) {
        %e = ${part.load}
        %new = ${part.combine}
        affine.yield %new : f32
      }
      affine.yield %t : f32
    }
    ${part.after}
    ${part.store}
  } } }`,
  };
}

function relu(change: {
  args?: string; i?: string; x?: string; maximum?: string; store?: string; inside?: string; before?: string; behind?: string;
} = {}): Lookalike {
  const part = {
    args: '%x: memref<4x4xf32>, %y: memref<4x4xf32>', i: '0 to 4', x: 'affine.load %x[%i, %j] : memref<4x4xf32>',
    maximum: '%r = arith.maximumf %v, %zero : f32', store: 'affine.store %r, %y[%i, %j] : memref<4x4xf32>', inside: '',
    before: '', behind: '', ...change,
  };
  return {
    args: part.args,
    body: `${part.before}
  affine.for %i = ${part.i} { affine.for %j = 0 to 4 {
    %v = ${part.x}
    ${part.maximum}
    ${part.inside}
    ${part.store}
  } }
  ${part.behind}`,
  };
}

/** Matrix product that accumulates in its output, after `setup`. */
function inPlace(setup: string, between = '', nest?: string): Lookalike {
  return {
    args: `${matmulArgs}, %z: memref<4x4xf32>, %d: memref<4x4xf32>`,
    body: `${setup}
  ${between}
  ${nest ?? `affine.for %i = 0 to 4 { affine.for %j = 0 to 4 { affine.for %k = 0 to 3 {
    %p = affine.load %a[%i, %k] : memref<4x3xf32>
    %q = affine.load %b[%k, %j] : memref<3x4xf32>
    %pq = arith.mulf %p, %q : f32
    %old = affine.load %y[%i, %j] : memref<4x4xf32>
    %new = arith.addf %old, %pq : f32
    affine.store %new, %y[%i, %j] : memref<4x4xf32>
  } } }`}`,
  };
}

const zeroed = 'affine.for %i = 0 to 4 { affine.for %j = 0 to 4 { affine.store %zero, %y[%i, %j] : memref<4x4xf32> } }';

test.each([
  ['matmul', matmul()], ['max_pool', maxPool()], ['relu', relu()], ['matmul', inPlace(zeroed)],
])('unchanged, it is a %s', (name, { args, body }) => {
  expect(raise(inFunction(args, body)).operations).toEqual([expect.stringContaining(`zkml.${name}`)]);
});

const f64Args = '%a: memref<4x3xf64>, %b: memref<3x4xf32>, %y: memref<4x4xf32>';

const lookalikes: readonly (readonly [string, Lookalike])[] = [
  // Another function of the same elements.
  ['a maximum of products', matmul({ accumulate: 'arith.maximumf %acc, %pq : f32' })],
  ['a product of products', matmul({ accumulate: 'arith.mulf %acc, %pq : f32' })],
  ['a sum of sums', matmul({ combine: 'arith.addf %p, %q : f32' })],
  ['a sum of squares', matmul({ combine: 'arith.mulf %p, %p : f32' })],
  ['an alternating sum', matmul({ accumulate: 'arith.subf %pq, %acc : f32' })],
  ['a recurrence', matmul({ accumulate: 'math.fma %acc, %p, %q : f32' })],
  ['a sum that decays', matmul({ accumulate: 'arith.addf %pq2, %pq : f32', combine: 'arith.mulf %p, %q : f32\n%pq2 = arith.mulf %acc, %p : f32' })],
  ['a square root behind the sum', matmul({ after: '%r = math.sqrt %sum : f32' })],
  ['an element as scale', matmul({ after: '%p = affine.load %a[%i, 0] : memref<4x3xf32>\n%r = arith.mulf %sum, %p : f32' })],
  ['a constant added', matmul({ after: '%r = arith.addf %sum, %one : f32' })],
  ['a start other than zero', matmul({ init: '%one' })],
  // Other elements.
  ['every second column of the left operand', matmul({ args: '%a: memref<4x6xf32>, %b: memref<3x4xf32>, %y: memref<4x4xf32>', p: 'affine.load %a[%i, %k * 2] : memref<4x6xf32>' })],
  ['part of the sum', matmul({ k: '0 to 2' })],
  ['a sum that starts late', matmul({ k: '1 to 3' })],
  ['part of the rows', matmul({ i: '0 to 3' })],
  ['every second row', matmul({ i: '0 to 4 step 2' })],
  ['a shifted operand', matmul({ args: '%a: memref<5x3xf32>, %b: memref<3x4xf32>, %y: memref<4x4xf32>', p: 'affine.load %a[%i + 1, %k] : memref<5x3xf32>' })],
  ['the diagonal', matmul({ store: 'affine.store %r, %y[%i, %i] : memref<4x4xf32>' })],
  ['a triangle', matmul({ j: '0 to affine_map<(d0) -> (d0 + 1)>(%i)' })],
  ['a triangular sum', matmul({ args: '%a: memref<4x4xf32>, %b: memref<4x4xf32>, %y: memref<4x4xf32>', k: '0 to affine_map<(d0) -> (d0 + 1)>(%i)', p: 'affine.load %a[%i, %k] : memref<4x4xf32>', q: 'affine.load %b[%k, %j] : memref<4x4xf32>' })],
  ['a transposed output that is not square', matmul({ args: '%a: memref<4x3xf32>, %b: memref<3x4xf32>, %y: memref<5x4xf32>', store: 'affine.store %r, %y[%i, %j] : memref<5x4xf32>' })],
  ['a Gram matrix with both rows alike', matmul({ q: 'affine.load %b[%k, %i] : memref<3x4xf32>' })],
  // Memory that is not what it seems.
  ['operands of another type', matmul({ args: f64Args, p: 'arith.truncf %wide : f64 to f32', wide: '%wide = affine.load %a[%i, %k] : memref<4x3xf64>' })],
  ['its output as an operand', matmul({ args: '%b: memref<3x4xf32>, %y: memref<4x4xf32>', p: 'affine.load %y[%i, %k] : memref<4x4xf32>' })],
  ['a partial sum stored', matmul({ args: `${matmulArgs}, %z: memref<3xf32>`, inside: 'affine.store %new, %z[%k] : memref<3xf32>' })],
  ['a view of its output as an operand', matmul({ args: '%b: memref<3x4xf32>, %y: memref<4x4xf32>', before: '%a = memref.reinterpret_cast %y to offset: [0], sizes: [4, 3], strides: [4, 1] : memref<4x4xf32> to memref<4x3xf32, strided<[4, 1]>>', p: 'affine.load %a[%i, %k] : memref<4x3xf32, strided<[4, 1]>>' })],
  ['an operand with strides', matmul({ args: '%a: memref<4x3xf32, strided<[1, 4]>>, %b: memref<3x4xf32>, %y: memref<4x4xf32>', p: 'affine.load %a[%i, %k] : memref<4x3xf32, strided<[1, 4]>>' })],
  ['a call inside', matmul({ before: '', inside: 'func.call @g() : () -> ()' })],
  // A start that is not there, or that something sees.
  ['no start', inPlace('')],
  ['a start of another array', inPlace(zeroed.replaceAll('%y', '%z'))],
  ['a start of three rows', inPlace(zeroed.replace('%i = 0 to 4', '%i = 0 to 3'))],
  ['a start that is read in between', inPlace(zeroed, 'affine.for %i = 0 to 4 { affine.for %j = 0 to 4 { %v = affine.load %y[%i, %j] : memref<4x4xf32>\n%w = math.exp %v : f32\naffine.store %w, %z[%i, %j] : memref<4x4xf32> } }')],
  ['a start that is changed in between', inPlace(zeroed, 'affine.store %one, %y[1, 1] : memref<4x4xf32>')],
  ['a start whose source changes in between', inPlace(
    'affine.for %i = 0 to 4 { affine.for %j = 0 to 4 { %v = affine.load %d[%i, %j] : memref<4x4xf32>\naffine.store %v, %y[%i, %j] : memref<4x4xf32> } }',
    'affine.store %one, %d[0, 0] : memref<4x4xf32>',
  )],
  ['a start by another function of the indices', inPlace('affine.for %i = 0 to 4 { affine.for %j = 0 to 4 { %w = arith.index_cast %i : index to i32\n%v = arith.sitofp %w : i32 to f32\naffine.store %v, %y[%i, %j] : memref<4x4xf32> } }')],
  ['a partial result used by a later iteration', inPlace(zeroed, '', `affine.for %i = 0 to 4 { affine.for %j = 0 to 4 { affine.for %k = 0 to 3 {
    %p = affine.load %a[%i, %k] : memref<4x3xf32>
    %q = affine.load %y[%k, %j] : memref<4x4xf32>
    %pq = arith.mulf %p, %q : f32
    %old = affine.load %y[%i, %j] : memref<4x4xf32>
    %new = arith.addf %old, %pq : f32
    affine.store %new, %y[%i, %j] : memref<4x4xf32>
  } } }`)],
  // Poolings.
  ['a sum over windows', maxPool({ init: '%zero', combine: 'arith.addf %acc, %e : f32' })],
  ['a minimum over windows', maxPool({ combine: 'arith.minimumf %acc, %e : f32' })],
  ['a maximum that starts at one', maxPool({ init: '%one' })],
  ['a maximum of magnitudes', maxPool({ combine: 'arith.maximumf %acc, %m : f32', load: 'affine.load %x[0, %c, %oh * 2 + %kh, %ow * 2 + %kw] : memref<1x2x8x8xf32>\n%m = math.absf %e : f32' })],
  ['a window whose size is that of the row', maxPool({ kh: '0 to min affine_map<(d0) -> (d0 + 1, 2)>(%oh)' })],
  ['windows that start inside the input', maxPool({ load: 'affine.load %x[0, %c, %oh * 2 + %kh, %ow + %kw + 1] : memref<1x2x8x8xf32>' })],
  ['windows of both axes along one of the output', maxPool({ load: 'affine.load %x[0, %c, %ow * 2 + %kh, %ow * 2 + %kw] : memref<1x2x8x8xf32>' })],
  ['a window over the channels', maxPool({ load: 'affine.load %x[0, %kh, %oh * 2 + %kw, %ow] : memref<1x2x8x8xf32>' })],
  ['the same channel for all', maxPool({ load: 'affine.load %x[0, 0, %oh * 2 + %kh, %ow * 2 + %kw] : memref<1x2x8x8xf32>' })],
  ['a diagonal window', maxPool({ load: 'affine.load %x[0, %c, %oh * 2 + %kh, %ow * 2 + %kh] : memref<1x2x8x8xf32>' })],
  ['part of the output rows', maxPool({ oh: '0 to 3' })],
  ['a window that wraps around', maxPool({ load: 'affine.load %x[0, %c, (%oh * 2 + %kh + 1) mod 8, %ow * 2 + %kw] : memref<1x2x8x8xf32>' })],
  ['a window read off the wrong way', maxPool({ load: 'affine.load %x[0, %c, %oh * 2 - %kh + 2, %ow * 2 + %kw] : memref<1x2x8x8xf32>' })],
  ['a maximum of the position', maxPool({ combine: 'arith.maximumf %acc, %pos : f32', load: 'affine.load %x[0, %c, %oh, %ow] : memref<1x2x8x8xf32>\n%pi = arith.index_cast %kw : index to i32\n%pos = arith.sitofp %pi : i32 to f32' })],
  // Rectifiers.
  ['a leaky relu', relu({ maximum: '%s = arith.mulf %v, %slope : f32\n%c = arith.cmpf olt, %v, %zero : f32\n%r = arith.select %c, %s, %v : f32', before: '%slope = arith.constant 0.1 : f32' })],
  ['a relu with a ceiling', relu({ maximum: '%m = arith.maximumf %v, %zero : f32\n%r = arith.minimumf %m, %one : f32' })],
  ['a maximum with one', relu({ maximum: '%r = arith.maximumf %v, %one : f32' })],
  ['a minimum with zero', relu({ maximum: '%r = arith.minimumf %v, %zero : f32' })],
  ['a step', relu({ maximum: '%c = arith.cmpf ogt, %v, %zero : f32\n%r = arith.select %c, %one, %zero : f32' })],
  ['the other branch', relu({ maximum: '%c = arith.cmpf ogt, %v, %zero : f32\n%r = arith.select %c, %zero, %v : f32' })],
  ['a comparison with one', relu({ maximum: '%c = arith.cmpf ogt, %v, %one : f32\n%r = arith.select %c, %v, %zero : f32' })],
  ['a relu of the transpose', relu({ x: 'affine.load %x[%j, %i] : memref<4x4xf32>' })],
  ['a relu in place', relu({ args: '%y: memref<4x4xf32>', x: 'affine.load %y[%i, %j] : memref<4x4xf32>' })],
  ['a relu of a broadcast row', relu({ args: '%x: memref<1x4xf32>, %y: memref<4x4xf32>', x: 'affine.load %x[0, %j] : memref<1x4xf32>' })],
  ['a relu of a sum', relu({ maximum: '%t = arith.addf %v, %v : f32\n%r = arith.maximumf %t, %zero : f32' })],
  ['a relu of the row before', relu({ args: '%y: memref<5x4xf32>', x: 'affine.load %y[%i, %j] : memref<5x4xf32>', store: 'affine.store %r, %y[%i + 1, %j] : memref<5x4xf32>' })],
  ['a relu of integers', relu({ args: '%x: memref<4x4xi32>, %y: memref<4x4xi32>', x: 'affine.load %x[%i, %j] : memref<4x4xi32>', before: '%izero = arith.constant 0 : i32', maximum: '%r = arith.maxsi %v, %izero : i32', store: 'affine.store %r, %y[%i, %j] : memref<4x4xi32>' })],
  ['a relu through a computed index', relu({ args: '%x: memref<4x4xf32>, %n: memref<4xindex>, %y: memref<4x4xf32>', x: 'memref.load %x[%at, %j] : memref<4x4xf32>', inside: '', before: '%at = affine.load %n[0] : memref<4xindex>' })],
  ['a relu whose buffer is read later', relu({ args: '%x: memref<4x4xf32>, %y: memref<4x4xf32>, %z: memref<f32>', before: '%t = memref.alloc() : memref<f32>', inside: 'affine.store %v, %t[] : memref<f32>', behind: '%last = affine.load %t[] : memref<f32>\naffine.store %last, %z[] : memref<f32>' })],
];

test('there are at least 60', () => expect(lookalikes.length).toBeGreaterThanOrEqual(60));

test.each(lookalikes)('%s is not raised', (_name, { args, body }) => {
  const helper = body.includes('@g()') ? '\nfunc.func private @g()' : '';
  const known = intrinsics.filter(({ name }) => ['matmul', 'gemm', 'max_pool', 'relu'].includes(name));
  const { operations, loops, misses } = raise(inFunction(args, body) + helper, { known });
  expect(operations).toEqual([]);
  expect(loops).toBeGreaterThan(0);
  expect(misses.length).toBeGreaterThan(0);
});

test('different arguments may be the same array if the function is called, or if so told', () => {
  const { args, body } = relu();
  const called = `${inFunction(args, body)}
func.func @caller(%m: memref<4x4xf32>) {
  func.call @f(%m, %m) : (memref<4x4xf32>, memref<4x4xf32>) -> ()
  return
}`;
  expect(raise(called).operations).toEqual([]);
  expect(raise(inFunction(args, body), { flags: 'assume-noalias=false' }).operations).toEqual([]);
  expect(raise(inFunction(args, body)).operations).toHaveLength(1);
});
