import { runModule } from './run-circuit.js';

/** A function that copies `view`, made from %x by `make`, to a new array of `shape`. */
function copyOfView(argument: string, make: string, view: string, shape: readonly number[]): string {
  const dims = shape.map((_, i) => `%i${i}`);
  const type = `memref<${shape.join('x')}xf32>`;
  const loops = shape.map((size, i) => `affine.for %i${i} = 0 to ${size} {`).join('\n');
  return `
    func.func @copy(%x: ${argument}) -> ${type} {
      %y = memref.alloc() : ${type}
      ${make}
      ${loops}
        %v = affine.load %view[${dims.join(', ')}] : ${view}
        affine.store %v, %y[${dims.join(', ')}] : ${type}
      ${'}'.repeat(shape.length)}
      return %y : ${type}
    }`;
}

const twelve = Array.from({ length: 12 }, (_, i) => i - 3.5);

describe('views', () => {
  test('memref.reinterpret_cast with an offset and strides', () => {
    const view = 'memref<2x3xf32, strided<[5, 2], offset: 1>>';
    const make = `%view = memref.reinterpret_cast %x to offset: [1], sizes: [2, 3], strides: [5, 2] : memref<12xf32> to ${view}`;
    expect(runModule(copyOfView('memref<12xf32>', make, view, [2, 3]), [twelve])).toEqual([
      [1, 3, 5, 6, 8, 10].map((i) => twelve[i]),
    ]);
  });

  test('memref.reinterpret_cast with operands for its layout', () => {
    const view = 'memref<?x2xf32, strided<[?, 1], offset: ?>>';
    const make = `%c2 = arith.constant 2 : index
      %c4 = arith.constant 4 : index
      %view = memref.reinterpret_cast %x to offset: [%c2], sizes: [%c2, 2], strides: [%c4, 1] : memref<12xf32> to ${view}`;
    expect(runModule(copyOfView('memref<12xf32>', make, view, [2, 2]), [twelve])).toEqual([
      [2, 3, 6, 7].map((i) => twelve[i]),
    ]);
  });

  test('memref.subview, also of a subview and rank-reducing', () => {
    const inner = 'memref<2x2xf32, strided<[4, 2], offset: 5>>';
    const make = `%s = memref.subview %x[1, 1] [2, 3] [1, 1] : memref<3x4xf32> to memref<2x3xf32, strided<[4, 1], offset: 5>>
      %view = memref.subview %s[0, 0] [2, 2] [1, 2] : memref<2x3xf32, strided<[4, 1], offset: 5>> to ${inner}`;
    expect(runModule(copyOfView('memref<3x4xf32>', make, inner, [2, 2]), [twelve])).toEqual([
      [5, 7, 9, 11].map((i) => twelve[i]),
    ]);
    const row = 'memref<3xf32, strided<[1], offset: 4>>';
    const reduce = `%view = memref.subview %x[1, 0] [1, 3] [1, 1] : memref<3x4xf32> to ${row}`;
    expect(runModule(copyOfView('memref<3x4xf32>', reduce, row, [3]), [twelve])).toEqual([twelve.slice(4, 7)]);
  });

  test('memref.collapse_shape, expand_shape, transpose and cast', () => {
    const make = `%flat = memref.collapse_shape %x [[0, 1]] : memref<3x4xf32> into memref<12xf32>
      %wide = memref.expand_shape %flat [[0, 1, 2]] output_shape [2, 3, 2] : memref<12xf32> into memref<2x3x2xf32>
      %turned = memref.transpose %wide (i, j, k) -> (k, i, j) : memref<2x3x2xf32> to memref<2x2x3xf32, strided<[1, 6, 2]>>
      %view = memref.cast %turned : memref<2x2x3xf32, strided<[1, 6, 2]>> to memref<2x2x3xf32, strided<[?, ?, ?], offset: ?>>`;
    const expected: number[] = [];
    for (const k of [0, 1]) for (const i of [0, 1]) for (const j of [0, 1, 2]) expected.push(twelve[6 * i + 2 * j + k]);
    const view = 'memref<2x2x3xf32, strided<[?, ?, ?], offset: ?>>';
    expect(runModule(copyOfView('memref<3x4xf32>', make, view, [2, 2, 3]), [twelve])).toEqual([expected]);
  });

  test('a view shares its memory', () => {
    const text = `
      func.func @alias(%x: memref<2x2xf32>) -> memref<4xf32> {
        %m = memref.alloc() : memref<2x2xf32>
        memref.copy %x, %m : memref<2x2xf32> to memref<2x2xf32>
        %flat = memref.reinterpret_cast %m to offset: [0], sizes: [4], strides: [1] : memref<2x2xf32> to memref<4xf32>
        %v = affine.load %flat[3] : memref<4xf32>
        affine.store %v, %m[0, 0] : memref<2x2xf32>
        return %flat : memref<4xf32>
      }`;
    expect(runModule(text, [[1, 2, 3, 4]])).toEqual([[4, 2, 3, 4]]);
  });
});

describe('constants', () => {
  test('krnl.global: dense, hex, splat, integers and half floats', () => {
    const text = `
      func.func @weights(%x: memref<2xf32>) -> memref<8xf32> {
        %w = "krnl.global"() {name = "w", shape = [2], value = dense<[1.5, -0.25]> : tensor<2xf32>} : () -> memref<2xf32>
        %h = "krnl.global"() {name = "h", shape = [2], value = dense<"0x0000803F000000C0"> : tensor<2xf32>} : () -> memref<2xf32>
        %s = "krnl.global"() {name = "s", shape = [2, 1], value = dense<3.0> : tensor<2x1xf32>} : () -> memref<2x1xf32>
        %f = "krnl.global"() {name = "f", shape = [1], value = dense<0.5> : tensor<1xf16>} : () -> memref<1xf16>
        %i = "krnl.global"() {name = "i", shape = [2], value = dense<[-7, 9]> : tensor<2xi64>} : () -> memref<2xi64>
        %r = memref.reinterpret_cast %s to offset: [0], sizes: [2], strides: [1] : memref<2x1xf32> to memref<2xf32>
        %y = memref.alloc() : memref<8xf32>
        affine.for %k = 0 to 2 {
          %a = affine.load %w[%k] : memref<2xf32>
          %b = affine.load %h[%k] : memref<2xf32>
          %c = affine.load %r[%k] : memref<2xf32>
          %d = affine.load %x[%k] : memref<2xf32>
          %e = affine.load %i[%k] : memref<2xi64>
          %g = affine.load %f[0] : memref<1xf16>
          %ef = arith.sitofp %e : i64 to f32
          %gf = arith.extf %g : f16 to f32
          %m = arith.mulf %d, %gf : f32
          %n = arith.addf %ef, %m : f32
          affine.store %a, %y[%k] : memref<8xf32>
          affine.store %b, %y[%k + 2] : memref<8xf32>
          affine.store %c, %y[%k + 4] : memref<8xf32>
          affine.store %n, %y[%k + 6] : memref<8xf32>
        }
        return %y : memref<8xf32>
      }`;
    expect(runModule(text, [[1, 3]])).toEqual([[1.5, -0.25, 1, -2, 3, 3, -6.5, 10.5]]);
  });

  test('memref.get_global', () => {
    const text = `
      memref.global "private" constant @table : memref<3xf32> = dense<[1.0, 2.5, -4.0]>
      func.func @pick(%x: f32) -> f32 {
        %t = memref.get_global @table : memref<3xf32>
        %v = affine.load %t[2] : memref<3xf32>
        %r = arith.addf %x, %v : f32
        return %r : f32
      }`;
    expect(runModule(text, [[1]])).toEqual([[-3]]);
  });

  test('infinities fold away in maxima and comparisons', () => {
    const text = `
      func.func @max(%x: memref<3xf32>) -> (f32, i1) {
        %low = arith.constant 0xFF800000 : f32
        %m = memref.alloca() : memref<f32>
        affine.store %low, %m[] : memref<f32>
        affine.for %i = 0 to 3 {
          %v = affine.load %x[%i] : memref<3xf32>
          %s = affine.load %m[] : memref<f32>
          %c = arith.cmpf ogt, %s, %v : f32
          %n = arith.select %c, %s, %v : f32
          affine.store %n, %m[] : memref<f32>
        }
        %r = affine.load %m[] : memref<f32>
        %b = arith.cmpf ogt, %r, %low : f32
        return %r, %b : f32, i1
      }`;
    expect(runModule(text, [[-3, -1.5, -2]])).toEqual([[-1.5], [1]]);
  });
});

describe('copies', () => {
  test('krnl.memcpy counts elements and offsets of the row-major arrays', () => {
    const text = `
      func.func @copy(%x: memref<2x3xf32>) -> memref<6xf32> {
        %c0 = arith.constant 0 : index
        %c2 = arith.constant 2 : index
        %c3 = arith.constant 3 : index
        %n3 = arith.constant 3 : i64
        %zero = arith.constant 0.0 : f32
        %y = memref.alloc() : memref<6xf32>
        affine.for %i = 0 to 6 {
          affine.store %zero, %y[%i] : memref<6xf32>
        }
        "krnl.memcpy"(%y, %x, %n3, %c2, %c3) : (memref<6xf32>, memref<2x3xf32>, i64, index, index) -> ()
        return %y : memref<6xf32>
      }`;
    expect(runModule(text, [[1, 2, 3, 4, 5, 6]])).toEqual([[0, 0, 4, 5, 6, 0]]);
  });

  test('memref.copy between layouts', () => {
    const text = `
      func.func @copy(%x: memref<2x3xf32>) -> memref<3x2xf32> {
        %y = memref.alloc() : memref<3x2xf32>
        %t = memref.transpose %y (i, j) -> (j, i) : memref<3x2xf32> to memref<2x3xf32, strided<[1, 2]>>
        memref.copy %x, %t : memref<2x3xf32> to memref<2x3xf32, strided<[1, 2]>>
        return %y : memref<3x2xf32>
      }`;
    expect(runModule(text, [[1, 2, 3, 4, 5, 6]])).toEqual([[1, 4, 2, 5, 3, 6]]);
  });

  test('memref.dim, memref.rank and dynamic sizes that are constants', () => {
    const text = `
      func.func @sizes() -> (memref<4xindex>, index) {
        %c0 = arith.constant 0 : index
        %c4 = arith.constant 4 : index
        %m = memref.alloc(%c4) : memref<?xindex>
        %n = memref.dim %m, %c0 : memref<?xindex>
        %r = memref.rank %m : memref<?xindex>
        affine.for %i = 0 to %n {
          affine.store %i, %m[%i] : memref<?xindex>
        }
        %s = memref.cast %m : memref<?xindex> to memref<4xindex>
        return %s, %r : memref<4xindex>, index
      }`;
    expect(runModule(text, [])).toEqual([[0, 1, 2, 3], [1]]);
  });
});

describe('indices that depend on the inputs', () => {
  test('memref.load chooses among the elements of one dimension', () => {
    const text = `
      func.func @gather(%x: memref<3x2xf32>, %indices: memref<4xi64>) -> memref<4x2xf32> {
        %zero = arith.constant 0 : i64
        %three = arith.constant 3 : index
        %y = memref.alloc() : memref<4x2xf32>
        affine.for %i = 0 to 4 {
          affine.for %j = 0 to 2 {
            %k = affine.load %indices[%i] : memref<4xi64>
            %row = arith.index_cast %k : i64 to index
            %negative = arith.cmpi slt, %k, %zero : i64
            %shifted = arith.addi %row, %three : index
            %index = arith.select %negative, %shifted, %row : index
            %v = memref.load %x[%index, %j] : memref<3x2xf32>
            affine.store %v, %y[%i, %j] : memref<4x2xf32>
          }
        }
        return %y : memref<4x2xf32>
      }`;
    expect(runModule(text, [[1, 2, 3, 4, 5, 6], [2, 0, -1, 1]])).toEqual([[5, 6, 1, 2, 5, 6, 3, 4]]);
  });

  test('memref.load chooses in two dimensions at once, through affine.apply', () => {
    const text = `
      func.func @pick(%x: memref<2x3xf32>, %at: memref<2xi64>) -> f32 {
        %a = affine.load %at[0] : memref<2xi64>
        %b = affine.load %at[1] : memref<2xi64>
        %i = arith.index_cast %a : i64 to index
        %j = arith.index_cast %b : i64 to index
        %k = affine.apply affine_map<()[s0, s1] -> ((s0 * 3 + s1) floordiv 3)>()[%i, %j]
        %l = affine.apply affine_map<()[s0, s1] -> ((s0 * 3 + s1) mod 3)>()[%i, %j]
        %v = memref.load %x[%k, %l] : memref<2x3xf32>
        return %v : f32
      }`;
    for (const i of [0, 1]) for (const j of [0, 1, 2]) expect(runModule(text, [[1, 2, 3, 4, 5, 6], [i, j]])).toEqual([[3 * i + j + 1]]);
  });

  test('memref.store writes one element and keeps the others', () => {
    const text = `
      func.func @scatter(%x: memref<4xf32>, %at: memref<1xi64>, %v: f32) -> memref<4xf32> {
        %y = memref.alloc() : memref<4xf32>
        memref.copy %x, %y : memref<4xf32> to memref<4xf32>
        %k = affine.load %at[0] : memref<1xi64>
        %i = arith.index_cast %k : i64 to index
        memref.store %v, %y[%i] : memref<4xf32>
        return %y : memref<4xf32>
      }`;
    expect(runModule(text, [[1, 2, 3, 4], [2], [9]])).toEqual([[1, 2, 9, 4]]);
  });
});
