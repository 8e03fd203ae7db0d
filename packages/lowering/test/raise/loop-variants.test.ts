import { inFunction, raise } from './raise-text.js';

/** The one operation that the nests in `body` become; fails if a loop stays. */
function raisedOperation(args: string, body: string): string {
  const { operations, loops, misses } = raise(inFunction(args, body));
  expect(misses.filter((reason) => !reason.startsWith('no intrinsic computes'))).toEqual([]);
  expect(loops).toBe(0);
  expect(operations).toHaveLength(1);
  return operations[0] ?? '';
}

const matmulArgs = '%a: memref<4x3xf32>, %b: memref<3x5xf32>, %y: memref<4x5xf32>';
const matmulResult = 'zkml.matmul ins(%arg0, %arg1) outs(%arg2)';
const inputs = `%p = affine.load %a[%i, %k] : memref<4x3xf32>
  %q = affine.load %b[%k, %j] : memref<3x5xf32>`;

describe('matmul, however its loops are written', () => {
  const accumulate = `${inputs}
    %pq = arith.mulf %p, %q : f32
    %old = affine.load %y[%i, %j] : memref<4x5xf32>
    %new = arith.addf %old, %pq : f32
    affine.store %new, %y[%i, %j] : memref<4x5xf32>`;
  const extents = { i: 4, j: 5, k: 3 };
  const nest = (order: readonly (keyof typeof extents)[], body: string): string =>
    order.reduceRight((inner, name) => `affine.for %${name} = 0 to ${extents[name]} {\n${inner}\n}`, body);
  const zeroed = nest(['i', 'j'], 'affine.store %zero, %y[%i, %j] : memref<4x5xf32>');

  test.each([['i', 'j', 'k'], ['i', 'k', 'j'], ['j', 'i', 'k'], ['j', 'k', 'i'], ['k', 'i', 'j'], ['k', 'j', 'i']] as const)(
    'accumulates in its zeroed output, loops %s %s %s',
    (...order) => expect(raisedOperation(matmulArgs, `${zeroed}\n${nest(order, accumulate)}`)).toBe(matmulResult),
  );

  test('zeroes each row inside the nest', () => {
    const body = nest(['i'], `${nest(['j'], 'affine.store %zero, %y[%i, %j] : memref<4x5xf32>')}\n${nest(['j', 'k'], accumulate)}`);
    expect(raisedOperation(matmulArgs, body)).toBe(matmulResult);
  });

  test('accumulates in iter_args', () => {
    const body = nest(['i', 'j'], `
      %sum = affine.for %k = 0 to 3 iter_args(%acc = %zero) -> (f32) {
        ${inputs}
        %pq = arith.mulf %q, %p : f32
        %new = arith.addf %pq, %acc : f32
        affine.yield %new : f32
      }
      affine.store %sum, %y[%i, %j] : memref<4x5xf32>`);
    expect(raisedOperation(matmulArgs, body)).toBe(matmulResult);
  });

  const scalarAccumulator = (memref: string, subscripts: string): string => `
      affine.store %zero, %acc${subscripts} : ${memref}
      affine.for %k = 0 to 3 {
        ${inputs}
        %pq = arith.mulf %p, %q : f32
        %old = affine.load %acc${subscripts} : ${memref}
        %new = arith.addf %old, %pq : f32
        affine.store %new, %acc${subscripts} : ${memref}
      }
      %sum = affine.load %acc${subscripts} : ${memref}
      affine.store %sum, %y[%i, %j] : memref<4x5xf32>`;
  const kinds = [
    ['memref.alloca() : memref<f32>', 'memref<f32>', '[]'],
    ['memref.alloc() : memref<1xf32>', 'memref<1xf32>', '[0]'],
    ['memref.alloc() : memref<1x1xf32>', 'memref<1x1xf32>', '[%c0, %c0]'],
    ['memref.alloc() : memref<4x5xf32>', 'memref<4x5xf32>', '[%i, %j]'],
  ] as const;

  test.each(kinds)('accumulates in %s above the nest', (allocation, type, subscripts) => {
    const body = `%acc = ${allocation}\n${nest(['i', 'j'], scalarAccumulator(type, subscripts))}`;
    expect(raisedOperation(matmulArgs, body)).toBe(matmulResult);
  });

  test.each(kinds.slice(0, 3))('accumulates in %s in the innermost loop', (allocation, type, subscripts) => {
    const body = nest(['i', 'j'], `%acc = ${allocation}\n${scalarAccumulator(type, subscripts)}`);
    expect(raisedOperation(matmulArgs, body)).toBe(matmulResult);
  });

  test('keeps a row of sums in a buffer', () => {
    const body = nest(['i'], `%row = memref.alloca() : memref<5xf32>
      ${nest(['j'], 'affine.store %zero, %row[%j] : memref<5xf32>')}
      ${nest(['k', 'j'], `${inputs}
        %pq = arith.mulf %p, %q : f32
        %old = affine.load %row[%j] : memref<5xf32>
        %new = arith.addf %pq, %old : f32
        affine.store %new, %row[%j] : memref<5xf32>`)}
      ${nest(['j'], `%sum = affine.load %row[%j] : memref<5xf32>
        affine.store %sum, %y[%i, %j] : memref<4x5xf32>`)}`);
    expect(raisedOperation(matmulArgs, body)).toBe(matmulResult);
  });

  test('starts its loops elsewhere, steps by two, or runs backwards', () => {
    const body = `affine.for %i = 2 to 6 { affine.for %j2 = 0 to 10 step 2 {
      %sum = affine.for %k = 0 to 3 iter_args(%acc = %zero) -> (f32) {
        %p = affine.load %a[%i - 2, 2 - %k] : memref<4x3xf32>
        %q = affine.load %b[2 - %k, 4 - (%j2 floordiv 2)] : memref<3x5xf32>
        %pq = arith.mulf %p, %q : f32
        %new = arith.addf %acc, %pq : f32
        affine.yield %new : f32
      }
      affine.store %sum, %y[%i - 2, 4 - (%j2 floordiv 2)] : memref<4x5xf32>
    } }`;
    // The sum runs backwards through both operands: as a sum over 2 - k it is the same.
    expect(raise(inFunction(matmulArgs, body)).operations).toEqual([matmulResult]);
  });

  test('has loops of one trip, constants as symbols, and maps that are not composed', () => {
    const body = `affine.for %n = 0 to 1 { affine.for %i = 0 to 4 { affine.for %j = %c0 to min affine_map<(d0)[s0, s1] -> (s0 + s1 * s0 - 1, d0 * s1 + 5)>(%n)[%c2, %c3] {
      %sum = affine.for %m = 0 to 1 iter_args(%outer = %zero) -> (f32) {
        %inner = affine.for %k = 0 to affine_map<()[s0, s1] -> ((s0 ceildiv s1) * s1 - 1)>()[%c3, %c2] iter_args(%acc = %outer) -> (f32) {
          %i1 = affine.apply affine_map<(d0, d1) -> (d0 + d1 * 4)>(%i, %n)
          %k1 = arith.addi %k, %m : index
          %p = memref.load %a[%i1, %k1] : memref<4x3xf32>
          %j1 = affine.apply affine_map<(d0)[s0] -> (d0 + s0)>(%j)[%m]
          %q = affine.load %b[%k1, %j1] : memref<3x5xf32>
          %pq = arith.mulf %p, %q : f32
          %new = arith.addf %acc, %pq : f32
          affine.yield %new : f32
        }
        affine.yield %inner : f32
      }
      affine.store %sum, %y[%i, %j] : memref<4x5xf32>
    } } }`;
    expect(raisedOperation(matmulArgs, body)).toBe(matmulResult);
  });

  test('multiplies a vector, or two', () => {
    const dot = (load: string, other: string): string => `%sum = affine.for %k = 0 to 3 iter_args(%acc = %zero) -> (f32) {
      %p = ${load}
      %q = ${other}
      %pq = arith.mulf %p, %q : f32
      %new = arith.addf %acc, %pq : f32
      affine.yield %new : f32
    }`;
    expect(
      raisedOperation('%a: memref<4x3xf32>, %b: memref<3xf32>, %y: memref<4xf32>', `affine.for %i = 0 to 4 {
        ${dot('affine.load %a[%i, %k] : memref<4x3xf32>', 'affine.load %b[%k] : memref<3xf32>')}
        affine.store %sum, %y[%i] : memref<4xf32> }`),
    ).toBe('zkml.matmul ins(%arg0, %arg1) outs(%arg2)');
    expect(
      raisedOperation('%a: memref<3xf32>, %b: memref<3xf32>, %y: memref<f32>', `affine.for %i = 0 to 1 {
        ${dot('affine.load %a[%k] : memref<3xf32>', 'affine.load %b[%k] : memref<3xf32>')}
        affine.store %sum, %y[] : memref<f32> }`),
    ).toBe('zkml.matmul ins(%arg0, %arg1) outs(%arg2)');
  });

  test('broadcasts batches', () => {
    const body = `affine.for %n = 0 to 2 { affine.for %h = 0 to 3 { affine.for %i = 0 to 4 { affine.for %j = 0 to 5 {
      %sum = affine.for %k = 0 to 6 iter_args(%acc = %zero) -> (f32) {
        %p = affine.load %a[%n, %c0, %i, %k] : memref<2x1x4x6xf32>
        %q = affine.load %b[%h, %k, %j] : memref<3x6x5xf32>
        %pq = arith.mulf %p, %q : f32
        %new = arith.addf %acc, %pq : f32
        affine.yield %new : f32
      }
      affine.store %sum, %y[%n, %h, %i, %j] : memref<2x3x4x5xf32>
    } } } }`;
    expect(raisedOperation('%a: memref<2x1x4x6xf32>, %b: memref<3x6x5xf32>, %y: memref<2x3x4x5xf32>', body)).toBe(matmulResult);
  });
});

describe('gemm', () => {
  const gemm = (epilogue: string, init = '%zero'): string => `affine.for %i = 0 to 4 { affine.for %j = 0 to 5 {
    %bias = affine.load %c[%j] : memref<5xf32>
    %sum = affine.for %k = 0 to 3 iter_args(%acc = ${init}) -> (f32) {
      ${inputs}
      %pq = arith.mulf %p, %q : f32
      %new = arith.addf %acc, %pq : f32
      affine.yield %new : f32
    }
    ${epilogue}
    affine.store %r, %y[%i, %j] : memref<4x5xf32>
  } }`;
  const args = '%a: memref<4x3xf32>, %b: memref<3x5xf32>, %c: memref<5xf32>, %y: memref<4x5xf32>';
  const withBias = 'zkml.gemm ins(%arg0, %arg1, %arg2) outs(%arg3)';

  test('starts from its bias', () => {
    expect(raisedOperation(args, gemm('%r = arith.mulf %sum, %one : f32', '%bias'))).toBe(withBias);
  });

  test('subtracts its bias', () => {
    expect(raisedOperation(args, gemm('%r = arith.subf %sum, %bias : f32'))).toBe(`${withBias} {beta = -1.000000e+00 : f64}`);
  });

  test('has a nest before it that copies the bias', () => {
    const body = `affine.for %i = 0 to 4 { affine.for %j = 0 to 5 {
      %bias = affine.load %c[%j] : memref<5xf32>
      affine.store %bias, %y[%i, %j] : memref<4x5xf32>
    } }
    affine.for %k = 0 to 3 { affine.for %i = 0 to 4 { affine.for %j = 0 to 5 {
      ${inputs}
      %pq = arith.mulf %p, %q : f32
      %old = affine.load %y[%i, %j] : memref<4x5xf32>
      %new = arith.addf %old, %pq : f32
      affine.store %new, %y[%i, %j] : memref<4x5xf32>
    } } }`;
    expect(raisedOperation(args, body)).toBe(withBias);
  });

  test('with a relu behind it becomes two operations', () => {
    const { operations, loops } = raise(inFunction(args, gemm(`%s = arith.addf %bias, %sum : f32
      %positive = arith.cmpf ogt, %s, %zero : f32
      %r = arith.select %positive, %s, %zero : f32`)));
    expect(operations).toEqual(['zkml.gemm ins(%arg0, %arg1, %arg2) outs(%alloc)', 'zkml.relu ins(%alloc) outs(%arg3)']);
    expect(loops).toBe(0);
  });

  test('two outputs of one nest become two operations', () => {
    const body = `affine.for %i = 0 to 4 { affine.for %j = 0 to 5 {
      %sum = affine.for %k = 0 to 3 iter_args(%acc = %zero) -> (f32) {
        ${inputs}
        %pq = arith.mulf %p, %q : f32
        %new = arith.addf %acc, %pq : f32
        affine.yield %new : f32
      }
      affine.store %sum, %y[%i, %j] : memref<4x5xf32>
      %x = affine.load %c[%i, %j] : memref<4x5xf32>
      %r = arith.maximumf %x, %zero : f32
      affine.store %r, %z[%i, %j] : memref<4x5xf32>
    } }`;
    const { operations } = raise(inFunction('%a: memref<4x3xf32>, %b: memref<3x5xf32>, %c: memref<4x5xf32>, %y: memref<4x5xf32>, %z: memref<4x5xf32>', body));
    expect(operations.toSorted()).toEqual(['zkml.matmul ins(%arg0, %arg1) outs(%arg3)', 'zkml.relu ins(%arg2) outs(%arg4)']);
  });
});

describe('relu, however its maximum is written', () => {
  const spellings = [
    ['%r = arith.maxnumf %x, %zero : f32'],
    ['%r = arith.maximumf %zero, %x : f32'],
    ...['ogt', 'oge', 'ugt', 'uge'].flatMap((predicate) => [
      [`%c = arith.cmpf ${predicate}, %x, %zero : f32\n%r = arith.select %c, %x, %zero : f32`],
      [`%c = arith.cmpf ${predicate}, %zero, %x : f32\n%r = arith.select %c, %zero, %x : f32`],
    ]),
    ...['olt', 'ole', 'ult', 'ule'].flatMap((predicate) => [
      [`%c = arith.cmpf ${predicate}, %x, %zero : f32\n%r = arith.select %c, %zero, %x : f32`],
      [`%c = arith.cmpf ${predicate}, %zero, %x : f32\n%r = arith.select %c, %x, %zero : f32`],
    ]),
  ];
  test.each(spellings)('%s', (maximum) => {
    const body = `affine.for %i = 0 to 2 { affine.for %j = 0 to 3 {
      %x = affine.load %a[%i, %j] : memref<2x3xf32>
      ${maximum}
      affine.store %r, %y[%i, %j] : memref<2x3xf32>
    } }`;
    expect(raisedOperation('%a: memref<2x3xf32>, %y: memref<2x3xf32>', body)).toBe('zkml.relu ins(%arg0) outs(%arg1)');
  });
});

describe('max_pool, however its window is walked', () => {
  const args = '%x: memref<1x2x7x7xf32>, %y: memref<1x2x4x4xf32>';
  const result = 'zkml.max_pool ins(%arg0) outs(%arg1) {dilations = [1, 1], kernel = [3, 3], pads = [1, 1, 1, 1], strides = [2, 2]}';
  const pooling = (bounds: string, index: string, load: string, update = '%new = arith.maximumf %old, %e : f32'): string => `
    affine.for %c = 0 to 2 { affine.for %oh = 0 to 4 { affine.for %ow = 0 to 4 {
      %r = affine.for %kh = ${bounds.replaceAll('%o', '%oh')} iter_args(%acc = %lowest) -> (f32) {
        %s = affine.for %kw = ${bounds.replaceAll('%o', '%ow')} iter_args(%old = %acc) -> (f32) {
          ${index.replaceAll('%h', '%h0').replaceAll('%o', '%oh').replaceAll('%k', '%kh').replaceAll('%start', '%top')}
          ${index.replaceAll('%h', '%w0').replaceAll('%o', '%ow').replaceAll('%k', '%kw').replaceAll('%start', '%left')}
          ${load}
          ${update}
          affine.yield %new : f32
        }
        affine.yield %s : f32
      }
      affine.store %r, %y[0, %c, %oh, %ow] : memref<1x2x4x4xf32>
    } } }`;
  const load = '%e = memref.load %x[%c0, %c, %h0, %w0] : memref<1x2x7x7xf32>';

  test('from its clipped start', () => {
    const bounds = '0 to min affine_map<(d0) -> (8 - d0 * 2, d0 * 2 + 2, 3)>(%o)';
    const index = `%start = affine.max affine_map<(d0) -> (0, d0 * 2 - 1)>(%o)
      %h = arith.addi %k, %start : index`;
    expect(raisedOperation(args, pooling(bounds, index, load))).toBe(result);
  });

  test('inside the maximum, as newer versions of onnx-mlir write it', () => {
    const bounds = '0 to min affine_map<(d0) -> (8 - d0 * 2, d0 * 2 + 2, 3)>(%o)';
    const index = '%h = affine.max affine_map<(d0, d1) -> (d1, d0 * 2 + d1 - 1)>(%o, %k)';
    expect(raisedOperation(args, pooling(bounds, index, load))).toBe(result);
  });

  test('from the start of the window, its bounds clipped', () => {
    const bounds = 'max affine_map<(d0) -> (1 - d0 * 2, 0)>(%o) to min affine_map<(d0) -> (8 - d0 * 2, 3)>(%o)';
    const index = '%h = affine.apply affine_map<(d0, d1) -> (d0 * 2 + d1 - 1)>(%o, %k)';
    expect(raisedOperation(args, pooling(bounds, index, load))).toBe(result);
  });

  test('along the input', () => {
    const bounds = 'max affine_map<(d0) -> (d0 * 2 - 1, 0)>(%o) to min affine_map<(d0) -> (d0 * 2 + 2, 7)>(%o)';
    const index = '%h = affine.apply affine_map<(d0) -> (d0)>(%k)';
    expect(raisedOperation(args, pooling(bounds, index, load))).toBe(result);
  });

  test('backwards', () => {
    const bounds = 'max affine_map<(d0) -> (d0 * 2 - 5, 0)>(%o) to min affine_map<(d0) -> (d0 * 2 + 2, 3)>(%o)';
    const index = '%h = affine.apply affine_map<(d0, d1) -> (d0 * 2 - d1 + 1)>(%o, %k)';
    expect(raisedOperation(args, pooling(bounds, index, load))).toBe(result);
  });

  test('with a comparison', () => {
    const bounds = 'max affine_map<(d0) -> (1 - d0 * 2, 0)>(%o) to min affine_map<(d0) -> (8 - d0 * 2, 3)>(%o)';
    const index = '%h = affine.apply affine_map<(d0, d1) -> (d0 * 2 + d1 - 1)>(%o, %k)';
    const update = '%less = arith.cmpf olt, %old, %e : f32\n%new = arith.select %less, %e, %old : f32';
    expect(raisedOperation(args, pooling(bounds, index, load, update))).toBe(result);
  });

  test('starting from the smallest f32', () => {
    const bounds = 'max affine_map<(d0) -> (1 - d0 * 2, 0)>(%o) to min affine_map<(d0) -> (8 - d0 * 2, 3)>(%o)';
    const index = '%h = affine.apply affine_map<(d0, d1) -> (d0 * 2 + d1 - 1)>(%o, %k)';
    const body = `%least = arith.constant 0xFF7FFFFF : f32\n${pooling(bounds, index, load).replaceAll('%lowest', '%least')}`;
    expect(raisedOperation(args, body)).toBe(result);
  });

  test('starting from zero, it is a pooling and a relu', () => {
    const bounds = 'max affine_map<(d0) -> (1 - d0 * 2, 0)>(%o) to min affine_map<(d0) -> (8 - d0 * 2, 3)>(%o)';
    const index = '%h = affine.apply affine_map<(d0, d1) -> (d0 * 2 + d1 - 1)>(%o, %k)';
    const { operations } = raise(inFunction(args, pooling(bounds, index, load).replaceAll('%lowest', '%zero')));
    expect(operations).toEqual([result.replace('%arg1', '%alloc'), 'zkml.relu ins(%alloc) outs(%arg1)']);
  });
});
