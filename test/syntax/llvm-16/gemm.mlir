// A dense layer: constants as krnl.global with plain attributes, the sum in a cell hoisted above the
// loops, the second operand transposed.
module {
  func.func @main_graph(%arg0: memref<2x3xf32>) -> memref<2x4xf32> attributes {input_names = ["x"], llvm.emit_c_interface, output_names = ["y"]} {
    %cst = arith.constant 0.000000e+00 : f32
    %0 = "krnl.global"() {name = "constant_0", shape = [4, 3], value = dense<[[5.000000e-01, -1.250000e+00, 2.000000e+00], [-7.500000e-01, 1.000000e+00, 2.500000e-01], [1.500000e+00, 1.750000e+00, -5.000000e-01], [0.000000e+00, -2.000000e+00, 1.250000e-01]]> : tensor<4x3xf32>} : () -> memref<4x3xf32>
    %1 = "krnl.global"() {name = "constant_1", shape = [4], value = dense<[1.000000e-01, -2.000000e-01, 0.000000e+00, 3.000000e-01]> : tensor<4xf32>} : () -> memref<4xf32>
    %alloc = memref.alloc() {alignment = 128 : i64} : memref<2x4xf32>
    %alloca = memref.alloca() : memref<f32>
    affine.for %arg1 = 0 to 2 {
      affine.for %arg2 = 0 to 4 {
        affine.store %cst, %alloca[] : memref<f32>
        affine.for %arg3 = 0 to 3 {
          %5 = affine.load %arg0[%arg1, %arg3] : memref<2x3xf32>
          %6 = affine.load %0[%arg2, %arg3] : memref<4x3xf32>
          %7 = affine.load %alloca[] : memref<f32>
          %8 = arith.mulf %5, %6 : f32
          %9 = arith.addf %8, %7 : f32
          affine.store %9, %alloca[] : memref<f32>
        }
        %2 = affine.load %alloca[] : memref<f32>
        %3 = affine.load %1[%arg2] : memref<4xf32>
        %4 = arith.addf %2, %3 : f32
        affine.store %4, %alloc[%arg1, %arg2] : memref<2x4xf32>
      }
    }
    return %alloc : memref<2x4xf32>
  }
  "krnl.entry_point"() {func = @main_graph, numInputs = 1 : i32, numOutputs = 1 : i32, signature = "[   { \22type\22 : \22f32\22 , \22dims\22 : [2 , 3] , \22name\22 : \22x\22 }\0A\0A]\00@[   { \22type\22 : \22f32\22 , \22dims\22 : [2 , 4] , \22name\22 : \22y\22 }\0A\0A]\00"} : () -> ()
}
