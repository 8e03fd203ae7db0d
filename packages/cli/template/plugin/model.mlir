// y = -(-(-x)) + x: zero, of three negations, of which two cancel out.
func.func @main(%x: memref<4xf32>) -> memref<4xf32> {
  %y = memref.alloc() : memref<4xf32>
  affine.for %i = 0 to 4 {
    %a = affine.load %x[%i] : memref<4xf32>
    %b = arith.negf %a : f32
    %c = arith.negf %b : f32
    %d = arith.negf %c : f32
    %e = arith.addf %d, %a : f32
    affine.store %e, %y[%i] : memref<4xf32>
  }
  return %y : memref<4xf32>
}
