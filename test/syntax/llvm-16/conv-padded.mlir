#lower = affine_map<(d0) -> (-d0 + 1, 0)>
#upper = affine_map<(d0) -> (-d0 + 6, 3)>
#row = affine_map<(d0, d1) -> (d0 + d1 - 1)>

// A 3x3 convolution of a 5x5 image with padding 1: padding clips the bounds of the window loops.
module {
  func.func @main_graph(%arg0: memref<1x1x5x5xf32>) -> memref<1x2x5x5xf32> attributes {input_names = ["x"], llvm.emit_c_interface, output_names = ["y"]} {
    %cst = arith.constant 0.000000e+00 : f32
    %0 = "krnl.global"() {name = "constant_0", shape = [2, 1, 3, 3], value = dense<[[[[1.000000e+00, 0.000000e+00, -1.000000e+00], [2.000000e+00, 0.000000e+00, -2.000000e+00], [1.000000e+00, 0.000000e+00, -1.000000e+00]]], [[[1.250000e-01, 2.500000e-01, 1.250000e-01], [2.500000e-01, 5.000000e-01, 2.500000e-01], [1.250000e-01, 2.500000e-01, 1.250000e-01]]]]> : tensor<2x1x3x3xf32>} : () -> memref<2x1x3x3xf32>
    %1 = "krnl.global"() {name = "constant_1", shape = [2], value = dense<[5.000000e-01, -2.500000e-01]> : tensor<2xf32>} : () -> memref<2xf32>
    %alloc = memref.alloc() {alignment = 16 : i64} : memref<1x2x5x5xf32>
    %alloca = memref.alloca() : memref<f32>
    affine.for %arg1 = 0 to 1 {
      affine.for %arg2 = 0 to 2 {
        affine.for %arg3 = 0 to 5 {
          affine.for %arg4 = 0 to 5 {
            affine.store %cst, %alloca[] : memref<f32>
            affine.for %arg5 = 0 to 1 {
              affine.for %arg6 = max #lower(%arg3) to min #upper(%arg3) {
                affine.for %arg7 = max #lower(%arg4) to min #upper(%arg4) {
                  %5 = affine.apply #row(%arg6, %arg3)
                  %6 = affine.apply #row(%arg7, %arg4)
                  %7 = affine.load %arg0[%arg1, %arg5, %5, %6] : memref<1x1x5x5xf32>
                  %8 = affine.load %0[%arg2, %arg5, %arg6, %arg7] : memref<2x1x3x3xf32>
                  %9 = affine.load %alloca[] : memref<f32>
                  %10 = arith.mulf %7, %8 : f32
                  %11 = arith.addf %9, %10 : f32
                  affine.store %11, %alloca[] : memref<f32>
                }
              }
            }
            %2 = affine.load %alloca[] : memref<f32>
            %3 = affine.load %1[%arg2] : memref<2xf32>
            %4 = arith.addf %2, %3 : f32
            affine.store %4, %alloc[%arg1, %arg2, %arg3, %arg4] : memref<1x2x5x5xf32>
          }
        }
      }
    }
    return %alloc : memref<1x2x5x5xf32>
  }
  "krnl.entry_point"() {func = @main_graph, numInputs = 1 : i32, numOutputs = 1 : i32, signature = "[   { \22type\22 : \22f32\22 , \22dims\22 : [1 , 1 , 5 , 5] , \22name\22 : \22x\22 }\0A\0A]\00@[   { \22type\22 : \22f32\22 , \22dims\22 : [1 , 2 , 5 , 5] , \22name\22 : \22y\22 }\0A\0A]\00"} : () -> ()
}
