import { runModule } from './run-circuit.js';

describe('affine loops', () => {
  test('bounds, step and carried values', () => {
    const text = `
      func.func @sum(%x: memref<8xf32>) -> memref<3xf32> {
        %zero = arith.constant 0.0 : f32
        %y = memref.alloc() : memref<3xf32>
        affine.for %i = 0 to 3 {
          %s = affine.for %k = max affine_map<(d0) -> (d0, 1)>(%i) to min affine_map<(d0) -> (d0 + 5, 7)>(%i) step 2
              iter_args(%acc = %zero) -> (f32) {
            %v = affine.load %x[%k] : memref<8xf32>
            %n = arith.addf %acc, %v : f32
            affine.yield %n : f32
          }
          affine.store %s, %y[%i] : memref<3xf32>
        }
        return %y : memref<3xf32>
      }`;
    expect(runModule(text, [[1, 2, 4, 8, 16, 32, 64, 128]])).toEqual([[2 + 8, 2 + 8 + 32, 4 + 16 + 64]]);
  });

  test('carried values may change places', () => {
    const text = `
      func.func @swap(%a: f32, %b: f32) -> (f32, f32) {
        %r:2 = affine.for %i = 0 to 3 iter_args(%x = %a, %y = %b) -> (f32, f32) {
          affine.yield %y, %x : f32, f32
        }
        return %r#0, %r#1 : f32, f32
      }`;
    expect(runModule(text, [[1], [2]])).toEqual([[2], [1]]);
  });

  test('a loop without iterations passes its initial values on', () => {
    const text = `
      func.func @none(%a: f32) -> f32 {
        %r = affine.for %i = 5 to 5 iter_args(%x = %a) -> (f32) {
          %n = arith.addf %x, %x : f32
          affine.yield %n : f32
        }
        return %r : f32
      }`;
    expect(runModule(text, [[1.5]])).toEqual([[1.5]]);
  });

  test('semi-affine bounds with symbols', () => {
    const text = `
      #trips = affine_map<(d0)[s0, s1] -> (s0 - d0 * s1, s1 ceildiv 2)>
      func.func @count(%one: f32) -> memref<3xf32> {
        %c5 = arith.constant 5 : index
        %c2 = arith.constant 2 : index
        %zero = arith.constant 0.0 : f32
        %y = memref.alloc() : memref<3xf32>
        affine.for %i = 0 to 3 {
          %n = affine.for %k = 0 to min #trips(%i)[%c5, %c2] iter_args(%acc = %zero) -> (f32) {
            %s = arith.addf %acc, %one : f32
            affine.yield %s : f32
          }
          affine.store %n, %y[%i] : memref<3xf32>
        }
        return %y : memref<3xf32>
      }`;
    expect(runModule(text, [[1]])).toEqual([[1, 1, 1]]);
  });

  test('affine.if chooses by the induction variables', () => {
    const text = `
      #inner = affine_set<(d0) : (d0 - 1 >= 0, -d0 + 2 >= 0)>
      func.func @border(%x: memref<4xf32>) -> memref<4xf32> {
        %zero = arith.constant 0.0 : f32
        %y = memref.alloc() : memref<4xf32>
        affine.for %i = 0 to 4 {
          %v = affine.if #inner(%i) -> f32 {
            %l = affine.load %x[%i] : memref<4xf32>
            affine.yield %l : f32
          } else {
            affine.yield %zero : f32
          }
          affine.store %v, %y[%i] : memref<4xf32>
        }
        return %y : memref<4xf32>
      }`;
    expect(runModule(text, [[1, 2, 3, 4]])).toEqual([[0, 2, 3, 0]]);
  });

  test('affine.parallel with reductions', () => {
    const text = `
      func.func @reduce(%x: memref<2x3xf32>) -> (f32, f32) {
        %r:2 = affine.parallel (%i, %j) = (0, 0) to (2, 3) reduce ("addf", "maximumf") -> (f32, f32) {
          %v = affine.load %x[%i, %j] : memref<2x3xf32>
          affine.yield %v, %v : f32, f32
        }
        return %r#0, %r#1 : f32, f32
      }`;
    expect(runModule(text, [[1, -2, 3, 4.5, 0, -1]])).toEqual([[5.5], [4.5]]);
  });

  test('affine.min, affine.max, floordiv, ceildiv and mod', () => {
    const text = `
      func.func @maps() -> memref<4x5xindex> {
        %y = memref.alloc() : memref<4x5xindex>
        affine.for %i = 0 to 4 {
          %0 = affine.min affine_map<(d0) -> (d0 * 3, 5)>(%i)
          %1 = affine.max affine_map<(d0) -> (d0 * 3, 5)>(%i)
          %2 = affine.apply affine_map<(d0) -> ((d0 - 2) floordiv 2)>(%i)
          %3 = affine.apply affine_map<(d0) -> ((d0 - 2) ceildiv 2)>(%i)
          %4 = affine.apply affine_map<(d0) -> ((d0 - 2) mod 3)>(%i)
          affine.store %0, %y[%i, 0] : memref<4x5xindex>
          affine.store %1, %y[%i, 1] : memref<4x5xindex>
          affine.store %2, %y[%i, 2] : memref<4x5xindex>
          affine.store %3, %y[%i, 3] : memref<4x5xindex>
          affine.store %4, %y[%i, 4] : memref<4x5xindex>
        }
        return %y : memref<4x5xindex>
      }`;
    const rows = [0, 1, 2, 3].map((i) => [
      Math.min(3 * i, 5), Math.max(3 * i, 5), Math.floor((i - 2) / 2), Math.ceil((i - 2) / 2), (i + 1) % 3,
    ]);
    expect(runModule(text, [])).toEqual([rows.flat().map((value) => value + 0)]);
  });
});

describe('scf', () => {
  test('scf.for on index and on i32, scf.if and scf.while with constant conditions', () => {
    const text = `
      func.func @control(%x: f32) -> (f32, f32, f32) {
        %c0 = arith.constant 0 : index
        %c1 = arith.constant 1 : index
        %c4 = arith.constant 4 : index
        %i0 = arith.constant 0 : i32
        %i1 = arith.constant 1 : i32
        %i3 = arith.constant 3 : i32
        %a = scf.for %i = %c0 to %c4 step %c1 iter_args(%acc = %x) -> (f32) {
          %even = arith.remsi %i, %c4 : index
          %is = arith.cmpi eq, %even, %c0 : index
          %n = scf.if %is -> (f32) {
            scf.yield %acc : f32
          } else {
            %s = arith.addf %acc, %x : f32
            scf.yield %s : f32
          }
          scf.yield %n : f32
        }
        %b = scf.for %i = %i0 to %i3 step %i1 iter_args(%acc = %x) -> (f32) : i32 {
          %f = arith.sitofp %i : i32 to f32
          %s = arith.addf %acc, %f : f32
          scf.yield %s : f32
        }
        %w:2 = scf.while (%i = %c0, %acc = %x) : (index, f32) -> (index, f32) {
          %more = arith.cmpi slt, %i, %c4 : index
          scf.condition(%more) %i, %acc : index, f32
        } do {
        ^bb0(%i: index, %acc: f32):
          %n = arith.addi %i, %c1 : index
          %d = arith.addf %acc, %acc : f32
          scf.yield %n, %d : index, f32
        }
        return %a, %b, %w#1 : f32, f32, f32
      }`;
    expect(runModule(text, [[1.5]])).toEqual([[6], [4.5], [24]]);
  });
});

describe('func.call', () => {
  test('runs the callee at each call, on memrefs and scalars', () => {
    const text = `
      func.func private @scale(%m: memref<2xf32>, %by: f32) -> f32 {
        %sum = affine.for %i = 0 to 2 iter_args(%acc = %by) -> (f32) {
          %v = affine.load %m[%i] : memref<2xf32>
          %p = arith.mulf %v, %by : f32
          affine.store %p, %m[%i] : memref<2xf32>
          %s = arith.addf %acc, %p : f32
          affine.yield %s : f32
        }
        return %sum : f32
      }
      func.func @main(%x: memref<2xf32>, %by: f32) -> (f32, f32) {
        %m = memref.alloc() : memref<2xf32>
        memref.copy %x, %m : memref<2xf32> to memref<2xf32>
        %a = func.call @scale(%m, %by) : (memref<2xf32>, f32) -> f32
        %b = func.call @scale(%m, %by) : (memref<2xf32>, f32) -> f32
        return %a, %b : f32, f32
      }`;
    expect(runModule(text, [[1, 2], [2]])).toEqual([[8], [14]]);
  });
});
