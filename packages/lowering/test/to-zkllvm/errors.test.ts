import { DiagnosticError } from '@mlir2zk/mlir-parser';
import { translateText } from './run-circuit.js';

/** What `text` is rejected with; fails if it is not. */
function rejection(text: string, options?: Parameters<typeof translateText>[1]): string {
  try {
    translateText(text, options);
  } catch (error) {
    if (error instanceof DiagnosticError) return error.message;
    throw error;
  }
  throw new Error('the module was accepted');
}

/** A function on `%x: memref<4xf32>` and `%i: memref<1xi64>` with `body`, returning `%r: f32`. */
const around = (body: string): string => `
func.func @f(%x: memref<4xf32>, %i: memref<1xi64>) -> f32 {
  ${body}
  return %r : f32
}`;

describe('each error names the operation and the line', () => {
  test.each<[string, string, RegExp]>([
    [
      'control flow that depends on the inputs',
      `%v = affine.load %x[0] : memref<4xf32>
       %zero = arith.constant 0.0 : f32
       %c = arith.cmpf ogt, %v, %zero : f32
       %r = scf.if %c -> (f32) {
         scf.yield %v : f32
       } else {
         scf.yield %zero : f32
       }`,
      /model\.mlir:6:\d+: error: 'scf\.if': the condition depends on the inputs.*\n.*scf\.if.*\n.*\n.*arith\.select/,
    ],
    [
      'loop bounds that depend on the inputs',
      `%n = affine.load %i[0] : memref<1xi64>
       %end = arith.index_cast %n : i64 to index
       %zero = arith.constant 0.0 : f32
       %r = affine.for %k = 0 to %end iter_args(%a = %zero) -> (f32) {
         affine.yield %a : f32
       }`,
      /model\.mlir:6:\d+: error: 'affine\.for': a loop bound depends on the inputs/,
    ],
    [
      'elements never written',
      `%m = memref.alloc() : memref<2xf32>
       %r = affine.load %m[1] : memref<2xf32>`,
      /model\.mlir:4:\d+: error: 'affine\.load': what it reads has an element that was never written/,
    ],
    [
      'subscripts out of bounds',
      '%r = affine.load %x[4] : memref<4xf32>',
      /model\.mlir:3:\d+: error: 'affine\.load': index 4 is out of bounds: dimension 0 of memref<4> has size 4/,
    ],
    [
      'unknown operations, all of them',
      `%a = "onnx.Foo"(%x) : (memref<4xf32>) -> f32
       %r = "krnl.call"(%x) {funcName = "omTensorSort"} : (memref<4xf32>) -> f32`,
      /model\.mlir:3:\d+: error: 'onnx\.Foo': this operation cannot be lowered[^]*model\.mlir:4:\d+: error: 'krnl\.call'[^]*runtime library/,
    ],
    [
      'vectors',
      `%v = "vector.load"(%x) : (memref<4xf32>) -> vector<4xf32>
       %r = affine.load %x[0] : memref<4xf32>`,
      /'vector\.load': this operation cannot be lowered to a circuit[^]*without --march/,
    ],
    [
      'NaN weights where they are used',
      `%w = "krnl.global"() {name = "w", shape = [2], value = dense<[1.0, 0x7FC00000]> : tensor<2xf32>} : () -> memref<2xf32>
       %r = affine.load %w[1] : memref<2xf32>`,
      /model\.mlir:3:\d+: error: 'krnl\.global': element 1 of the constant is NaN/,
    ],
    [
      'infinite weights where they do not fold away',
      `%w = "krnl.global"() {name = "w", shape = [1], value = dense<0x7F800000> : tensor<1xf32>} : () -> memref<1xf32>
       %v = affine.load %x[0] : memref<4xf32>
       %a = affine.load %w[0] : memref<1xf32>
       %r = arith.mulf %v, %a : f32`,
      /model\.mlir:6:\d+: error: 'arith\.mulf': /,
    ],
    [
      'weights that are not in the file',
      `%w = "krnl.global"() {name = "w", shape = [2], value = dense_resource<__elided__> : tensor<2xf32>} : () -> memref<2xf32>
       %r = affine.load %w[1] : memref<2xf32>`,
      /model\.mlir:3:\d+: error: 'krnl\.global': the constant '__elided__' has no data/,
    ],
    [
      'stores to constants',
      `%w = "krnl.global"() {name = "w", shape = [1], value = dense<1.0> : tensor<1xf32>} : () -> memref<1xf32>
       %r = affine.load %x[0] : memref<4xf32>
       affine.store %r, %w[0] : memref<1xf32>`,
      /model\.mlir:5:\d+: error: 'affine\.store': the memref is a constant/,
    ],
    [
      'views beyond their memory',
      `%v = memref.reinterpret_cast %x to offset: [2], sizes: [3], strides: [1] : memref<4xf32> to memref<3xf32, strided<[1], offset: 2>>
       %r = affine.load %v[0] : memref<3xf32, strided<[1], offset: 2>>`,
      /model\.mlir:3:\d+: error: 'memref\.reinterpret_cast': the view reaches beyond the memory/,
    ],
    [
      'division by a constant zero',
      `%zero = arith.constant 0.0 : f32
       %v = affine.load %x[0] : memref<4xf32>
       %r = arith.divf %v, %zero : f32`,
      /model\.mlir:5:\d+: error: 'arith\.divf': /,
    ],
    [
      'too many candidates of a computed index',
      `%big = memref.alloc() : memref<5000xf32>
       %n = affine.load %i[0] : memref<1xi64>
       %k = arith.index_cast %n : i64 to index
       %r = memref.load %big[%k] : memref<5000xf32>`,
      /model\.mlir:6:\d+: error: 'memref\.load': the index depends on the inputs and may mean any of 5000 elements[^]*limit is 4096/,
    ],
    [
      'computed indices into memory that is not wholly written',
      `%m = memref.alloc() : memref<2xf32>
       %n = affine.load %i[0] : memref<1xi64>
       %k = arith.index_cast %n : i64 to index
       %r = memref.load %m[%k] : memref<2xf32>`,
      /'memref\.load': the index depends on the inputs, and some of the elements it may mean were never written/,
    ],
    [
      'calls of functions without a body',
      `%r = func.call @missing(%x) : (memref<4xf32>) -> f32`,
      /'func\.call': there is no function @missing with a body/,
    ],
  ])('%s', (_name, body, message) => {
    expect(rejection(around(body))).toMatch(message);
  });

  test('recursion', () => {
    const text = `
func.func private @g(%a: f32) -> f32 {
  %r = func.call @g(%a) : (f32) -> f32
  return %r : f32
}
func.func @f(%a: f32) -> f32 {
  %r = func.call @g(%a) : (f32) -> f32
  return %r : f32
}`;
    expect(rejection(text)).toMatch(/model\.mlir:3:\d+: error: 'func\.call': @g calls itself/);
  });

  test('branches between blocks', () => {
    const text = `
func.func @f(%a: f32) -> f32 {
  cf.br ^bb1(%a : f32)
^bb1(%b: f32):
  return %b : f32
}`;
    expect(rejection(text)).toMatch(/branches between blocks are not supported/);
  });

  test('circuits beyond the instruction limit', () => {
    const text = `
func.func @f(%x: memref<64xf32>) -> f32 {
  %zero = arith.constant 0.0 : f32
  %r = affine.for %k = 0 to 1000000 iter_args(%a = %zero) -> (f32) {
    %v = affine.load %x[%k mod 64] : memref<64xf32>
    %p = arith.mulf %v, %v : f32
    %s = arith.addf %a, %p : f32
    affine.yield %s : f32
  }
  return %r : f32
}`;
    expect(rejection(text, { instructionLimit: 10_000 })).toMatch(
      /model\.mlir:4:\d+: error: 'affine\.for': the circuit has grown beyond 10000 instructions[^]*raise the instruction limit/,
    );
  });

  test('loops that never end', () => {
    const text = `
func.func @f(%x: f32) -> f32 {
  %true = arith.constant true
  scf.while : () -> () {
    scf.condition(%true)
  } do {
    scf.yield
  }
  return %x : f32
}`;
    expect(rejection(text, { instructionLimit: 100_000 })).toMatch(/'scf\.while': loops have run for \d+ iterations/);
  });
});

describe('the interface of the model', () => {
  test.each<[string, string, RegExp]>([
    ['dynamic dimensions', 'func.func @f(%x: memref<?x3xf32>) -> memref<?x3xf32> {\n  return %x : memref<?x3xf32>\n}', /model\.mlir:1:\d+: error: argument 0 of the model, memref<\?x3xf32>, has a dimension that is not known/],
    ['complex elements', 'func.func @f(%x: memref<3xcomplex<f32>>) -> f32 {\n  %r = arith.constant 0.0 : f32\n  return %r : f32\n}', /argument 0 of the model has type memref<3xcomplex<f32>>, which a circuit cannot hold/],
    ['strings', 'func.func @f(%x: memref<3x!krnl.string>) -> f32 {\n  %r = arith.constant 0.0 : f32\n  return %r : f32\n}', /argument 0 of the model has type memref<3x!krnl\.string>/],
    ['no function', 'module {\n}', /the module has no public function with a body/],
    ['two functions', 'func.func @f(%x: f32) -> f32 {\n  return %x : f32\n}\nfunc.func @g(%x: f32) -> f32 {\n  return %x : f32\n}', /the module has 2 public functions and no krnl\.entry_point/],
    ['an entry point without its function', 'func.func @f(%x: f32) -> f32 {\n  return %x : f32\n}\n"krnl.entry_point"() {func = @main_graph, numInputs = 1 : i32, numOutputs = 1 : i32} : () -> ()', /model\.mlir:4:\d+: error: 'krnl\.entry_point': the entry function is @main_graph/],
    ['no outputs', 'func.func @f(%x: memref<2xf32>) {\n  return\n}', /'func\.func': the function neither returns anything nor stores to an argument/],
  ])('%s', (_name, text, message) => {
    expect(rejection(text)).toMatch(message);
  });

  test('private inputs that the model does not have', () => {
    const text = 'func.func @f(%x: f32 {onnx.name = "image"}) -> f32 {\n  return %x : f32\n}';
    expect(rejection(text, { privateInputs: ['picture'] })).toMatch(/no input 'picture'[^]*inputs are 'image'/);
  });
});
