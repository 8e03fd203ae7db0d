#tap = affine_map<(d0, d1) -> (d0 + d1 - 1)>
#line = affine_map<(d0, d1) -> (d0 * 3 + d1)>
#place = affine_map<(d0, d1) -> (d0 * 4 + d1)>

// A 3x3 convolution of a 4x4 image with padding 1, as image-to-columns and a matrix product: taps
// outside the image are selected away.
module {
  func.func @main_graph(%arg0: memref<1x1x4x4xf32> {onnx.name = "x"}) -> (memref<1x1x4x4xf32> {onnx.name = "y"}) attributes {llvm.emit_c_interface} {
    %c0 = arith.constant 0 : index
    %c4 = arith.constant 4 : index
    %cst = arith.constant 0.000000e+00 : f32
    %0 = "krnl.global"() <{name = "constant_0", shape = [1, 9], value = dense<[[0.000000e+00, -1.000000e+00, 0.000000e+00, -1.000000e+00, 4.000000e+00, -1.000000e+00, 0.000000e+00, -1.000000e+00, 0.000000e+00]]> : tensor<1x9xf32>}> : () -> memref<1x9xf32>
    %alloc = memref.alloc() {alignment = 16 : i64} : memref<1x9x16xf32>
    affine.for %arg1 = 0 to 1 {
      affine.for %arg2 = 0 to 4 {
        affine.for %arg3 = 0 to 4 {
          affine.for %arg4 = 0 to 1 {
            affine.for %arg5 = 0 to 3 {
              affine.for %arg6 = 0 to 3 {
                %1 = affine.apply #tap(%arg2, %arg5)
                %2 = affine.apply #tap(%arg3, %arg6)
                %3 = arith.cmpi sge, %1, %c0 : index
                %4 = arith.cmpi slt, %1, %c4 : index
                %5 = arith.andi %3, %4 : i1
                %6 = arith.cmpi sge, %2, %c0 : index
                %7 = arith.andi %5, %6 : i1
                %8 = arith.cmpi slt, %2, %c4 : index
                %9 = arith.andi %7, %8 : i1
                %10 = arith.select %9, %1, %c0 : index
                %11 = arith.select %9, %2, %c0 : index
                %12 = memref.load %arg0[%arg1, %arg4, %10, %11] : memref<1x1x4x4xf32>
                %13 = arith.select %9, %12, %cst : f32
                %14 = affine.apply #line(%arg5, %arg6)
                %15 = affine.apply #place(%arg2, %arg3)
                affine.store %13, %alloc[%arg1, %14, %15] : memref<1x9x16xf32>
              }
            }
          }
        }
      }
    }
    %alloc_0 = memref.alloc() {alignment = 16 : i64} : memref<1x1x16xf32>
    affine.for %arg1 = 0 to 1 {
      affine.for %arg2 = 0 to 1 {
        affine.for %arg3 = 0 to 16 {
          %1 = affine.for %arg4 = 0 to 9 iter_args(%arg5 = %cst) -> (f32) {
            %2 = affine.load %0[%arg2, %arg4] : memref<1x9xf32>
            %3 = affine.load %alloc[%arg1, %arg4, %arg3] : memref<1x9x16xf32>
            %4 = arith.mulf %2, %3 : f32
            %5 = arith.addf %arg5, %4 : f32
            affine.yield %5 : f32
          }
          affine.store %1, %alloc_0[%arg1, %arg2, %arg3] : memref<1x1x16xf32>
        }
      }
    }
    %reinterpret_cast = memref.reinterpret_cast %alloc_0 to offset: [0], sizes: [1, 1, 4, 4], strides: [16, 16, 4, 1] : memref<1x1x16xf32> to memref<1x1x4x4xf32>
    return %reinterpret_cast : memref<1x1x4x4xf32>
  }
  "krnl.entry_point"() <{func = @main_graph, numInputs = 1 : i32, numOutputs = 1 : i32, signature = "[   { \22type\22 : \22f32\22 , \22dims\22 : [1 , 1 , 4 , 4] , \22name\22 : \22x\22 }\0A\0A]\00@[   { \22type\22 : \22f32\22 , \22dims\22 : [1 , 1 , 4 , 4] , \22name\22 : \22y\22 }\0A\0A]\00"}> : () -> ()
}
