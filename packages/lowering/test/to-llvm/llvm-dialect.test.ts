import { createContext, parseModule, printModule, SourceFile, verifyModule } from '@mlir2zk/mlir-parser';
import { dialectOf } from './lower-text.js';

const model = `memref.global "private" constant @g : memref<2xf32> = dense<[1.0, 2.0]>
func.func @f(%x: memref<4xf32>, %n: index, %v: vector<4xf32>) -> (f32, vector<4xf32>) {
  %zero = arith.constant 0.0 : f32
  %c0 = arith.constant 0 : index
  %g = memref.get_global @g : memref<2xf32>
  %first = memref.load %g[%c0] : memref<2xf32>
  %sum = affine.for %i = 0 to min affine_map<()[s0] -> (4, s0)>()[%n] iter_args(%s = %zero) -> f32 {
    %a = affine.load %x[%i] : memref<4xf32>
    %t = arith.addf %s, %a fastmath<fast> : f32
    affine.yield %t : f32
  }
  %chosen = scf.index_switch %n -> f32
  case 3 {
    scf.yield %first : f32
  }
  default {
    %e = math.exp %sum : f32
    scf.yield %e : f32
  }
  %spread = vector.broadcast %chosen : f32 to vector<4xf32>
  %w = arith.mulf %spread, %v : vector<4xf32>
  return %chosen, %w : f32, vector<4xf32>
}`;

test('prints what it reads, and verifies', () => {
  const text = dialectOf(model);
  const context = createContext();
  const module = parseModule(new SourceFile('test.mlir', text), context);
  verifyModule(module, context);
  expect(printModule(module)).toBe(text);
});

test.each([
  ['phis are arguments of blocks', /\^bb1\(%\d+: i64, %\d+: f32\): {2}\/\/ 2 preds/],
  ['intrinsics are operations', /llvm\.intr\.smin\(%\d+, %\w+\) {2}: \(i64, i64\) -> i64[^]*llvm\.intr\.exp\(/],
  ['flags stay', /llvm\.fadd %\d+, %\d+ {2}\{fastmathFlags = #llvm\.fastmath<fast>\} : f32/],
  ['switches', /llvm\.switch %\w+ : i64, \^bb\d+ \[\n {6}3: \^bb\d+\n {4}\]/],
  ['splats', /llvm\.shufflevector %\d+, %\d+ \[0, 0, 0, 0\] : vector<4xf32>/],
  ['constants are bytes', 'llvm.mlir.global private constant @g("\\00\\00\\80?\\00\\00\\00@") {addr_space = 0 : i32, alignment = 16 : i64}'],
  ['several results', '-> !llvm.struct<(f32, vector<4xf32>)>'],
])('%s', (_about, expected) => {
  expect(dialectOf(model)).toMatch(expected);
});
