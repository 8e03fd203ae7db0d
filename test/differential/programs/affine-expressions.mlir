// Division and remainder of affine expressions on negative numbers, bounds of several results, sets, minima, products with symbols.
#set = affine_set<(d0, d1)[s0] : (d0 - d1 >= 0, s0 - d0 * 2 >= 0)>
#equal = affine_set<(d0, d1) : (d0 - d1 - 3 == 0)>
func.func @main_graph(%x: memref<40xf32>, %n: memref<1xi64>) -> (memref<40x6xi64>, memref<10xf32>) attributes {llvm.emit_c_interface} {
  %numbers = memref.alloc() : memref<40x6xi64>
  %sums = memref.alloc() : memref<10xf32>
  %c0 = arith.constant 0 : index
  %seven = arith.constant 7 : index
  %zero = arith.constant 0.0 : f32
  affine.for %i = 0 to 40 {
    %a = affine.apply affine_map<(d0) -> ((d0 - 20) floordiv 7)>(%i)
    %b = affine.apply affine_map<(d0) -> ((d0 - 20) ceildiv 7)>(%i)
    %c = affine.apply affine_map<(d0) -> ((d0 - 20) mod 7)>(%i)
    %d = affine.apply affine_map<(d0)[s0] -> ((d0 - 20) mod s0 + (d0 * 3 - 50) floordiv s0 + (d0 - 11) ceildiv s0)>(%i)[%seven]
    %e = affine.max affine_map<(d0) -> (d0 * 2 - 30, 11 - d0, 3)>(%i)
    %f = affine.min affine_map<(d0)[s0] -> (d0 * 2 - 30, 11 - d0, s0)>(%i)[%seven]
    %ai = arith.index_cast %a : index to i64
    %bi = arith.index_cast %b : index to i64
    %ci = arith.index_cast %c : index to i64
    %di = arith.index_cast %d : index to i64
    %ei = arith.index_cast %e : index to i64
    %fi = arith.index_cast %f : index to i64
    affine.store %ai, %numbers[%i, 0] : memref<40x6xi64>
    affine.store %bi, %numbers[%i, 1] : memref<40x6xi64>
    affine.store %ci, %numbers[%i, 2] : memref<40x6xi64>
    affine.store %di, %numbers[%i, 3] : memref<40x6xi64>
    affine.store %ei, %numbers[%i, 4] : memref<40x6xi64>
    affine.store %fi, %numbers[%i, 5] : memref<40x6xi64>
  }
  affine.for %i = 0 to 10 {
    %sum = affine.for %j = max affine_map<(d0) -> (0, d0 * 3 - 10)>(%i) to min affine_map<(d0)[s0] -> (40, d0 * 4 + s0)>(%i)[%seven] step 3 iter_args(%s = %zero) -> f32 {
      %v = affine.load %x[%j] : memref<40xf32>
      %in = affine.if #set(%j, %i)[%seven] -> f32 {
        affine.yield %v : f32
      } else {
        %n0 = arith.negf %v : f32
        affine.yield %n0 : f32
      }
      %t = arith.addf %s, %in : f32
      affine.yield %t : f32
    }
    affine.store %sum, %sums[%i] : memref<10xf32>
    affine.if #equal(%i, %c0) {
      affine.store %zero, %sums[%i] : memref<10xf32>
    }
  }
  return %numbers, %sums : memref<40x6xi64>, memref<10xf32>
}
