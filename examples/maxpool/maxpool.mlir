#start = affine_map<(d0) -> (0, d0 * 2)>
#trips = affine_map<(d0)[s0, s1, s2, s3, s4] -> (s0 - ((s2 ceildiv s4) * s4 - s2), -(d0 * s3 - s2) + s0, d0 * s3 + (s1 - 1) * s4 - s2 - ((s2 ceildiv s4) * s4 - s2) + 1, d0 * s3 + (s1 - 1) * s4 - s2 - (d0 * s3 - s2) + 1)>

// Max pooling of a 28x28 image: window 2x2, stride 2, no padding, no dilation.
module {
  func.func @main_graph(%image: memref<1x1x28x28xf32>) -> memref<1x1x14x14xf32> attributes {input_names = ["image"], llvm.emit_c_interface, output_names = ["pooled"]} {
    %lowest = arith.constant 0xFF800000 : f32
    %c2 = arith.constant 2 : index
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %c28 = arith.constant 28 : index
    %pooled = memref.alloc() {alignment = 16 : i64} : memref<1x1x14x14xf32>
    %largest = memref.alloca() : memref<f32>
    affine.for %n = 0 to 1 {
      affine.for %c = 0 to 1 {
        affine.for %y = 0 to 14 {
          affine.for %x = 0 to 14 {
            affine.store %lowest, %largest[] : memref<f32>
            %top = affine.max #start(%y)
            %left = affine.max #start(%x)
            // Symbols: input size, window size, padding before, stride, dilation.
            affine.for %dy = 0 to min #trips(%y)[%c28, %c2, %c0, %c2, %c1] {
              affine.for %dx = 0 to min #trips(%x)[%c28, %c2, %c0, %c2, %c1] {
                %row = arith.addi %dy, %top : index
                %column = arith.addi %dx, %left : index
                %pixel = memref.load %image[%n, %c, %row, %column] : memref<1x1x28x28xf32>
                %so_far = affine.load %largest[] : memref<f32>
                %keeps = arith.cmpf ogt, %so_far, %pixel : f32
                %larger = arith.select %keeps, %so_far, %pixel : f32
                affine.store %larger, %largest[] : memref<f32>
              }
            }
            %result = affine.load %largest[] : memref<f32>
            affine.store %result, %pooled[%n, %c, %y, %x] : memref<1x1x14x14xf32>
          }
        }
      }
    }
    return %pooled : memref<1x1x14x14xf32>
  }
  "krnl.entry_point"() {func = @main_graph, numInputs = 1 : i32, numOutputs = 1 : i32, signature = "[    { \22type\22 : \22f32\22 , \22dims\22 : [1 , 1 , 28 , 28] , \22name\22 : \22image\22 }\0A\0A]\00@[   { \22type\22 : \22f32\22 , \22dims\22 : [1 , 1 , 14 , 14] , \22name\22 : \22pooled\22 }\0A\0A]\00"} : () -> ()
}
