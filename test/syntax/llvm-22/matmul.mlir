// A matrix product with a constant: krnl.global prints its attributes as properties, the sum is
// carried by the innermost loop.
module attributes {"onnx-mlir.compiler_version" = "0.5.1"} {
  func.func @main_graph(%arg0: memref<2x3xf32> {onnx.name = "x"}) -> (memref<2x2xf32> {onnx.name = "y"}) attributes {llvm.emit_c_interface} {
    %cst = arith.constant 0.000000e+00 : f32
    %0 = "krnl.global"() <{name = "constant_0", shape = [3, 2], value = dense<[[1.500000e+00, -5.000000e-01], [-2.000000e+00, 7.500000e-01], [2.500000e-01, 1.000000e+00]]> : tensor<3x2xf32>}> : () -> memref<3x2xf32>
    %alloc = memref.alloc() {alignment = 16 : i64} : memref<2x2xf32>
    affine.for %arg1 = 0 to 2 {
      affine.for %arg2 = 0 to 2 {
        %1 = affine.for %arg3 = 0 to 3 iter_args(%arg4 = %cst) -> (f32) {
          %2 = affine.load %arg0[%arg1, %arg3] : memref<2x3xf32>
          %3 = affine.load %0[%arg3, %arg2] : memref<3x2xf32>
          %4 = arith.mulf %2, %3 : f32
          %5 = arith.addf %arg4, %4 : f32
          affine.yield %5 : f32
        }
        affine.store %1, %alloc[%arg1, %arg2] : memref<2x2xf32>
      }
    }
    return %alloc : memref<2x2xf32>
  }
  "krnl.entry_point"() <{func = @main_graph, numInputs = 1 : i32, numOutputs = 1 : i32, signature = "[   { \22type\22 : \22f32\22 , \22dims\22 : [2 , 3] , \22name\22 : \22x\22 }\0A\0A]\00@[   { \22type\22 : \22f32\22 , \22dims\22 : [2 , 2] , \22name\22 : \22y\22 }\0A\0A]\00"}> : () -> ()
}
