#index = affine_map<(d0, d1) -> (d1, d0 * 2 + d1)>
#trips = affine_map<(d0)[s0, s1, s2, s3, s4] -> (s0 - ((s2 ceildiv s4) * s4 - s2), -(d0 * s3 - s2) + s0, d0 * s3 + (s1 - 1) * s4 - s2 - ((s2 ceildiv s4) * s4 - s2) + 1, d0 * s3 + (s1 - 1) * s4 - s2 - (d0 * s3 - s2) + 1)>

// Max pooling: an affine.max gives the index of the pixel itself; the larger is a maxnumf.
module attributes {"onnx-mlir.accels" = [], "onnx-mlir.compile_options" = "-O0 --EmitMLIR", "onnx-mlir.op_stats" = "{\0A  \22onnx.EntryPoint\22 : 1,\0A  \22onnx.MaxPoolSingleOut\22 : 1\0A}\0A"} {
  func.func @main_graph(%arg0: memref<1x1x6x6xf32> {onnx.name = "x"}) -> (memref<1x1x3x3xf32> {onnx.name = "y"}) attributes {llvm.emit_c_interface} {
    %c1 = arith.constant 1 : index
    %c0 = arith.constant 0 : index
    %c2 = arith.constant 2 : index
    %c6 = arith.constant 6 : index
    %cst = arith.constant 0xFF800000 : f32
    %alloc = memref.alloc() {alignment = 16 : i64} : memref<1x1x3x3xf32>
    %alloca = memref.alloca() : memref<f32>
    affine.for %arg1 = 0 to 1 {
      affine.for %arg2 = 0 to 1 {
        affine.for %arg3 = 0 to 3 {
          affine.for %arg4 = 0 to 3 {
            affine.store %cst, %alloca[] : memref<f32>
            affine.for %arg5 = 0 to min #trips(%arg3)[%c6, %c2, %c0, %c2, %c1] {
              affine.for %arg6 = 0 to min #trips(%arg4)[%c6, %c2, %c0, %c2, %c1] {
                %1 = affine.max #index(%arg3, %arg5)
                %2 = affine.max #index(%arg4, %arg6)
                %3 = memref.load %arg0[%arg1, %arg2, %1, %2] : memref<1x1x6x6xf32>
                %4 = affine.load %alloca[] : memref<f32>
                %5 = arith.maxnumf %4, %3 : f32
                affine.store %5, %alloca[] : memref<f32>
              }
            }
            %0 = affine.load %alloca[] : memref<f32>
            affine.store %0, %alloc[%arg1, %arg2, %arg3, %arg4] : memref<1x1x3x3xf32>
          }
        }
      }
    }
    return %alloc : memref<1x1x3x3xf32>
  }
  "krnl.entry_point"() {func = @main_graph, numInputs = 1 : i32, numOutputs = 1 : i32, signature = "[   { \22type\22 : \22f32\22 , \22dims\22 : [1 , 1 , 6 , 6] , \22name\22 : \22x\22 }\0A\0A]\00@[   { \22type\22 : \22f32\22 , \22dims\22 : [1 , 1 , 3 , 3] , \22name\22 : \22y\22 }\0A\0A]\00"} : () -> ()
}
