// The comparison of this era: ordered, against a constant, then a select.
module {
  func.func @main_graph(%arg0: memref<2x5xf32>) -> memref<2x5xf32> attributes {input_names = ["x"], llvm.emit_c_interface, output_names = ["y"]} {
    %cst = arith.constant 0.000000e+00 : f32
    %alloc = memref.alloc() {alignment = 16 : i64} : memref<2x5xf32>
    affine.for %arg1 = 0 to 2 {
      affine.for %arg2 = 0 to 5 {
        %0 = affine.load %arg0[%arg1, %arg2] : memref<2x5xf32>
        %1 = arith.cmpf oge, %0, %cst : f32
        %2 = arith.select %1, %0, %cst : f32
        affine.store %2, %alloc[%arg1, %arg2] : memref<2x5xf32>
      }
    }
    return %alloc : memref<2x5xf32>
  }
  "krnl.entry_point"() {func = @main_graph, numInputs = 1 : i32, numOutputs = 1 : i32, signature = "[   { \22type\22 : \22f32\22 , \22dims\22 : [2 , 5] , \22name\22 : \22x\22 }\0A\0A]\00@[   { \22type\22 : \22f32\22 , \22dims\22 : [2 , 5] , \22name\22 : \22y\22 }\0A\0A]\00"} : () -> ()
}
