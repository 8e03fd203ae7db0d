// Softmax over the last axis: maximum and sum in two cells allocated outside the nest.
module {
  func.func @main_graph(%arg0: memref<2x6xf32>) -> memref<2x6xf32> attributes {input_names = ["x"], llvm.emit_c_interface, output_names = ["y"]} {
    %cst = arith.constant 0.000000e+00 : f32
    %cst_0 = arith.constant 0xFF800000 : f32
    %alloc = memref.alloc() {alignment = 16 : i64} : memref<2x6xf32>
    %alloc_1 = memref.alloc() : memref<f32>
    %alloc_2 = memref.alloc() : memref<f32>
    affine.for %arg1 = 0 to 2 {
      affine.store %cst, %alloc_1[] : memref<f32>
      affine.store %cst_0, %alloc_2[] : memref<f32>
      affine.for %arg2 = 0 to 6 {
        %2 = affine.load %alloc_2[] : memref<f32>
        %3 = affine.load %arg0[%arg1, %arg2] : memref<2x6xf32>
        %4 = arith.cmpf ogt, %2, %3 : f32
        %5 = arith.select %4, %2, %3 : f32
        affine.store %5, %alloc_2[] : memref<f32>
      }
      %0 = affine.load %alloc_2[] : memref<f32>
      affine.for %arg2 = 0 to 6 {
        %2 = affine.load %alloc_1[] : memref<f32>
        %3 = affine.load %arg0[%arg1, %arg2] : memref<2x6xf32>
        %4 = arith.subf %3, %0 : f32
        %5 = math.exp %4 : f32
        %6 = arith.addf %2, %5 : f32
        affine.store %6, %alloc_1[] : memref<f32>
        affine.store %5, %alloc[%arg1, %arg2] : memref<2x6xf32>
      }
      %1 = affine.load %alloc_1[] : memref<f32>
      affine.for %arg2 = 0 to 6 {
        %2 = affine.load %alloc[%arg1, %arg2] : memref<2x6xf32>
        %3 = arith.divf %2, %1 : f32
        affine.store %3, %alloc[%arg1, %arg2] : memref<2x6xf32>
      }
    }
    return %alloc : memref<2x6xf32>
  }
  "krnl.entry_point"() {func = @main_graph, numInputs = 1 : i32, numOutputs = 1 : i32, signature = "[   { \22type\22 : \22f32\22 , \22dims\22 : [2 , 6] , \22name\22 : \22x\22 }\0A\0A]\00@[   { \22type\22 : \22f32\22 , \22dims\22 : [2 , 6] , \22name\22 : \22y\22 }\0A\0A]\00"} : () -> ()
}
