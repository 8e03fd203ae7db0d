import { inFunction, raise } from './raise-text.js';

/** Loops of `sizes` around `body`, with the variables %NAME. */
function nest(sizes: Readonly<Record<string, number>>, body: string): string {
  return Object.entries(sizes).reduceRight((inner, [name, size]) => `affine.for %${name} = 0 to ${size} {\n${inner}\n}`, body);
}

/** y := start, then y := y ⊕ term for all values of the inner loops. */
function accumulate(outer: Record<string, number>, inner: Record<string, number>, y: string, start: string, term: string, op: string): string {
  return `${nest(outer, `${start}\naffine.store %start, ${y}`)}
${nest({ ...outer, ...inner }, `${term}\n%old = affine.load ${y}\n%new = ${op} %old, %term : f32\naffine.store %new, ${y}`)}`;
}

const product = (x: string, w: string): string => `%a = affine.load ${x}\n%b = affine.load ${w}\n%term = arith.mulf %a, %b : f32`;
const zero = '%start = arith.addf %zero, %zero : f32';

describe('arrays in another layout are seen through views', () => {
  const outer = { n: 2, h: 4, v: 5, m: 3 };
  const window = { kh: 3, kw: 2, c: 4 };

  it('conv with channels last', () => {
    const y = '%y[%n, %h, %v, %m] : memref<2x4x5x3xf32>';
    const { operations, text, loops } = raise(
      inFunction(
        '%x: memref<2x6x6x4xf32>, %w: memref<3x3x2x4xf32>, %bias: memref<3xf32>, %y: memref<2x4x5x3xf32>',
        accumulate(outer, window, y, '%start = affine.load %bias[%m] : memref<3xf32>',
          product('%x[%n, %h + %kh, %v + %kw, %c] : memref<2x6x6x4xf32>', '%w[%m, %kh, %kw, %c] : memref<3x3x2x4xf32>'), 'arith.addf'),
      ),
    );
    expect(operations).toHaveLength(1);
    expect(operations[0]).toMatch(/^zkml\.conv ins\(%transpose\w*, %transpose\w*, %arg2\) outs\(%transpose\w*\)/);
    expect(operations[0]).toContain('{dilations = [1, 1], pads = [0, 0, 0, 0], strides = [1, 1]}');
    expect(loops).toBe(0);
    expect(text).toContain('memref.transpose %arg0 (d0, d1, d2, d3) -> (d0, d3, d1, d2) : memref<2x6x6x4xf32> to memref<2x4x6x6xf32, strided<[144, 1, 24, 4]>>');
    expect(text).toContain('memref.transpose %arg3 (d0, d1, d2, d3) -> (d0, d3, d1, d2)');
  });

  it('conv with weights as window, channels, channels of the result, and steps', () => {
    const y = '%y[%n, %h, %v, %m] : memref<2x4x5x3xf32>';
    const { operations } = raise(
      inFunction(
        '%x: memref<2x11x6x4xf32>, %w: memref<3x2x4x3xf32>, %y: memref<2x4x5x3xf32>',
        accumulate(outer, window, y, zero,
          product('%x[%n, %h * 2 + %kh * 2, %v + %kw, %c] : memref<2x11x6x4xf32>', '%w[%kh, %kw, %c, %m] : memref<3x2x4x3xf32>'), 'arith.addf'),
      ),
    );
    expect(operations).toEqual([
      expect.stringContaining('{dilations = [2, 1], pads = [0, 0, 0, 0], strides = [2, 1]}'),
    ]);
  });

  it('conv of one image, one channel and one window element', () => {
    const y = '%y[0, %h, %v, %m] : memref<1x4x5x3xf32>';
    const { operations } = raise(
      inFunction(
        '%x: memref<1x4x5x4xf32>, %w: memref<3x1x1x4xf32>, %y: memref<1x4x5x3xf32>',
        accumulate({ h: 4, v: 5, m: 3 }, { c: 4 }, y, zero,
          product('%x[0, %h, %v, %c] : memref<1x4x5x4xf32>', '%w[%m, 0, 0, %c] : memref<3x1x1x4xf32>'), 'arith.addf'),
      ),
    );
    expect(operations).toEqual([expect.stringContaining('zkml.conv')]);
  });

  it('depthwise conv with channels last', () => {
    const y = '%y[%n, %h, %v, %m] : memref<2x4x5x3xf32>';
    const { operations } = raise(
      inFunction(
        '%x: memref<2x6x6x3xf32>, %w: memref<3x2x3x1xf32>, %y: memref<2x4x5x3xf32>',
        accumulate(outer, { kh: 3, kw: 2 }, y, zero,
          product('%x[%n, %h + %kh, %v + %kw, %m] : memref<2x6x6x3xf32>', '%w[%kh, %kw, %m, 0] : memref<3x2x3x1xf32>'), 'arith.addf'),
      ),
    );
    expect(operations).toEqual([expect.stringContaining('zkml.conv')]);
  });

  it.each(['%lowest', '%largest'])('max pooling with channels last, from %s on', (least) => {
    const y = '%y[%n, %h, %v, %m] : memref<2x4x5x3xf32>';
    const { operations, text } = raise(
      inFunction(
        '%x: memref<2x8x10x3xf32>, %y: memref<2x4x5x3xf32>',
        `%largest = arith.constant -3.40282347E+38 : f32\n${accumulate(outer, { kh: 2, kw: 2 }, y, `%start = arith.maximumf ${least}, ${least} : f32`,
          '%term = affine.load %x[%n, %h * 2 + %kh, %v * 2 + %kw, %m] : memref<2x8x10x3xf32>', 'arith.maximumf')}`,
      ),
    );
    expect(operations).toEqual([expect.stringContaining('{dilations = [1, 1], kernel = [2, 2], pads = [0, 0, 0, 0], strides = [2, 2]}')]);
    expect(text).toContain('(d0, d3, d1, d2)');
  });

  it('max pooling of a turned array', () => {
    const { operations, text } = raise(
      inFunction(
        '%x: memref<2x3x8x10xf32>, %y: memref<2x3x5x4xf32>',
        accumulate({ n: 2, c: 3, v: 5, h: 4 }, { kh: 2, kw: 2 }, '%y[%n, %c, %v, %h] : memref<2x3x5x4xf32>',
          '%start = arith.maximumf %lowest, %lowest : f32',
          '%term = affine.load %x[%n, %c, %h * 2 + %kh, %v * 2 + %kw] : memref<2x3x8x10xf32>', 'arith.maximumf'),
      ),
    );
    expect(operations).toEqual([expect.stringContaining('zkml.max_pool ins(%transpose) outs(%arg1)')]);
    expect(text).toContain('(d0, d1, d2, d3) -> (d0, d1, d3, d2)');
  });

  it('a matrix product of an array that is flattened by quotients', () => {
    const y = '%y[%i, %m] : memref<2x3xf32>';
    const { operations, text } = raise(
      inFunction(
        '%x: memref<2x2x3x4xf32>, %w: memref<24x3xf32>, %y: memref<2x3xf32>',
        accumulate({ i: 2, m: 3 }, { k: 24 }, y, zero,
          product('%x[%i, %k floordiv 12, (%k mod 12) floordiv 4, %k mod 4] : memref<2x2x3x4xf32>', '%w[%k, %m] : memref<24x3xf32>'), 'arith.addf'),
      ),
    );
    expect(operations).toEqual([expect.stringContaining('zkml.matmul')]);
    expect(text).toContain('memref.reinterpret_cast %arg0 to offset: [0], sizes: [2, 24], strides: [24, 1]');
  });
});

describe('lookalikes in another layout stay loops', () => {
  const conv = (x: string, w: string, y = '%y[%n, %h, %v, %m]', outer = { n: 2, h: 4, v: 4, m: 3 }): string =>
    inFunction(
      '%x: memref<2x6x6x4xf32>, %w: memref<3x3x3x4xf32>, %y: memref<2x4x4x3xf32>',
      accumulate(outer, { kh: 3, kw: 3, c: 4 }, `${y} : memref<2x4x4x3xf32>`, zero,
        product(`${x} : memref<2x6x6x4xf32>`, `${w} : memref<3x3x3x4xf32>`), 'arith.addf'),
    );

  it.each([
    ['the image is turned against the window', '%x[%n, %h + %kw, %v + %kh, %c]', '%w[%m, %kh, %kw, %c]', 1],
    ['the result is turned', '%x[%n, %v + %kh, %h + %kw, %c]', '%w[%m, %kh, %kw, %c]', 1],
    ['the window is turned, and so is the result', '%x[%n, %v + %kw, %h + %kh, %c]', '%w[%m, %kh, %kw, %c]', 1],
    ['nothing is wrong', '%x[%n, %h + %kh, %v + %kw, %c]', '%w[%m, %kh, %kw, %c]', 1],
    ['the channel of the weights is another', '%x[%n, %h + %kh, %v + %kw, %c]', '%w[%m, %kh, %kw, 3 - %c]', 0],
    ['a diagonal of the window', '%x[%n, %h + %kh, %v + %kh, %c]', '%w[%m, %kh, %kw, %c]', 0],
    ['only some channels', '%x[%n, %h + %kh, %v + %kw, %c floordiv 2]', '%w[%m, %kh, %kw, %c]', 0],
    ['the batch chooses the row', '%x[%n, %n + %kh, %v + %kw, %c]', '%w[%m, %kh, %kw, %c]', 0],
  ])('%s', (_what, x, w, count) => {
    // raise() executes what it finds, so the first ones are right: a view turns the window too.
    expect(raise(conv(x, w)).operations).toHaveLength(count);
  });

  it.each([
    '%x[%i, %k floordiv 12, (%k mod 12) floordiv 3, %k mod 4]',
    '%x[%i, %k floordiv 12, (%k mod 12) floordiv 4, %k mod 3]',
    '%x[%i, %k floordiv 12, (%k mod 8) floordiv 4, %k mod 4]',
    '%x[0, %k floordiv 12, (%k mod 12) floordiv 4, %k mod 4]',
  ])('digits that make another number: %s', (x) => {
    const { operations } = raise(
      inFunction(
        '%x: memref<2x2x4x4xf32>, %w: memref<24x3xf32>, %y: memref<2x3xf32>',
        accumulate({ i: 2, m: 3 }, { k: 24 }, '%y[%i, %m] : memref<2x3xf32>', zero,
          product(`${x} : memref<2x2x4x4xf32>`, '%w[%k, %m] : memref<24x3xf32>'), 'arith.addf'),
      ),
    );
    expect(operations).toEqual([]);
  });
});
