func.func @f(%m: memref<100xf32>, %v: vector<8xf32>) {
  affine.for %i = 0 to 10 step 8 {
    %x = affine.vector_load %m[%i + 1] : memref<100xf32>, vector<8xf32>
    affine.vector_store %x, %m[%i] : memref<100xf32>, vector<8xf32>
    affine.prefetch %m[%i + 2], write, locality<1>, instr : memref<100xf32>
  } {tag = 1 : i32}
  return
}
