// Each row of x divided by its sum.
func.func @main(%x: memref<2x6xf32>) -> memref<2x6xf32> {
  %zero = arith.constant 0.0 : f32
  %y = memref.alloc() : memref<2x6xf32>
  affine.for %i = 0 to 2 {
    %sum = affine.for %j = 0 to 6 iter_args(%so_far = %zero) -> (f32) {
      %a = affine.load %x[%i, %j] : memref<2x6xf32>
      %next = arith.addf %so_far, %a : f32
      affine.yield %next : f32
    }
    affine.for %j = 0 to 6 {
      %a = affine.load %x[%i, %j] : memref<2x6xf32>
      %share = arith.divf %a, %sum : f32
      affine.store %share, %y[%i, %j] : memref<2x6xf32>
    }
  }
  return %y : memref<2x6xf32>
}
