import { errorsOf, functionText, llvmOf } from './lower-text.js';

const descriptor = '{ ptr, ptr, i64, [2 x i64], [2 x i64] }';

describe('memrefs between functions', () => {
  const identity = (attributes: string): string =>
    `func.func @f(%m: memref<2x3xf32>, %s: f32) -> memref<2x3xf32> ${attributes} {\n  return %m : memref<2x3xf32>\n}`;

  test('a memref is passed as the fields of its descriptor and returned as the descriptor', () => {
    const llvm = functionText(llvmOf(identity('')), 'f');
    expect(llvm).toMatch(`define ${descriptor} @f(ptr %0, ptr %1, i64 %2, i64 %3, i64 %4, i64 %5, i64 %6, float %7)`);
    // Sizes and strides are those of the type, whatever was passed.
    expect(llvm).toMatch(/insertvalue .* i64 2, 3, 0[^]*i64 3, 3, 1[^]*i64 3, 4, 0[^]*i64 1, 4, 1/);
  });

  test('as bare pointers', () => {
    expect(functionText(llvmOf(identity(''), { barePointers: true }), 'f')).toBe('define ptr @f(ptr %0, float %1) {\n  ret ptr %0\n}');
  });

  test('a memref of dynamic size is no bare pointer', () => {
    expect(errorsOf('func.func private @f(memref<?xf32>)', { barePointers: true })).toEqual([
      "1:1: 'func.func': memref<?xf32> cannot pass as a bare pointer: its layout is not static",
    ]);
  });

  test('several results are a struct', () => {
    const llvm = llvmOf('func.func @f(%a: i32, %b: f64) -> (i32, f64) { return %a, %b : i32, f64 }');
    expect(functionText(llvm, 'f')).toMatch('define { i32, double } @f(i32 %0, double %1)');
  });

  test('results of a call are taken from the struct', () => {
    const llvm = llvmOf(`func.func private @g(%m: memref<?xf32>) -> (memref<?xf32>, index)
func.func @f(%m: memref<?xf32>) -> index {
  %n, %i = call @g(%m) : (memref<?xf32>) -> (memref<?xf32>, index)
  %c0 = arith.constant 0 : index
  %d = memref.dim %n, %c0 : memref<?xf32>
  %sum = arith.addi %d, %i : index
  return %sum : index
}`);
    expect(functionText(llvm, 'g')).toBe('declare { { ptr, ptr, i64, [1 x i64], [1 x i64] }, i64 } @g(ptr, ptr, i64, i64, i64)');
    expect(functionText(llvm, 'f')).toMatch(/call .* @g\(ptr %0, ptr %1, i64 0, i64 %3, i64 1\)/);
  });
});

describe('the C interface', () => {
  test('of a function with a body calls it, with descriptors by address', () => {
    const llvm = llvmOf(`func.func @f(%m: memref<2x3xf32>, %s: f32) -> memref<2x3xf32> attributes {llvm.emit_c_interface} {
  return %m : memref<2x3xf32>
}`);
    const wrapper = functionText(llvm, '_mlir_ciface_f');
    expect(wrapper).toMatch('define void @_mlir_ciface_f(ptr %0, ptr %1, float %2)');
    expect(wrapper).toMatch(/load \{.*\}, ptr %1\n[^]*call .* @f\(ptr .*, float %2\)\n {2}store .*, ptr %0\n {2}ret void/);
  });

  test('of a declared function is called by it', () => {
    const llvm = llvmOf('func.func private @f(memref<2x3xf32>) -> f32 attributes {llvm.emit_c_interface}');
    expect(functionText(llvm, '_mlir_ciface_f')).toBe('declare float @_mlir_ciface_f(ptr)');
    expect(functionText(llvm, 'f')).toMatch(/define float @f\([^]*alloca[^]*store[^]*call float @_mlir_ciface_f\(ptr %\d+\)\n {2}ret float/);
  });

  test('needs its name', () => {
    const text = 'func.func private @_mlir_ciface_f()\nfunc.func @f() attributes {llvm.emit_c_interface} {\n  return\n}';
    expect(errorsOf(text)).toEqual(["2:1: 'func.func': '@_mlir_ciface_f' is the name of its C interface, which the module uses otherwise"]);
  });

  test('is there for the entry point of a model, and not with bare pointers', () => {
    const model = 'func.func @main(%a: i32) -> i32 { return %a : i32 }\n"krnl.entry_point"() {func = @main, numInputs = 1 : i32, numOutputs = 1 : i32, signature = ""} : () -> ()';
    expect(functionText(llvmOf(model), '_mlir_ciface_main')).toMatch('define i32 @_mlir_ciface_main(i32 %0)');
    expect(llvmOf(model, { barePointers: true })).not.toMatch('_mlir_ciface_main');
  });
});
