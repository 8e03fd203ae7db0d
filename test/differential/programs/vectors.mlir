// Operations on vectors of one and of two dimensions.
func.func @main_graph(%x: memref<64xf32>, %n: memref<64xi32>) -> (memref<128xf32>, memref<32xi32>) attributes {llvm.emit_c_interface} {
  %out = memref.alloc() : memref<128xf32>
  %ints = memref.alloc() : memref<32xi32>
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %c8 = arith.constant 8 : index
  %c16 = arith.constant 16 : index
  %c24 = arith.constant 24 : index
  %c32 = arith.constant 32 : index
  %c40 = arith.constant 40 : index
  %c48 = arith.constant 48 : index
  %c56 = arith.constant 56 : index
  %a = vector.load %x[%c0] : memref<64xf32>, vector<8xf32>
  %b = vector.load %x[%c3] : memref<64xf32>, vector<8xf32>
  %s = memref.load %x[%c16] : memref<64xf32>
  %spread = vector.broadcast %s : f32 to vector<8xf32>
  %splat = vector.splat %s : vector<8xf32>
  %fma = vector.fma %a, %b, %spread : vector<8xf32>
  vector.store %fma, %out[%c0] : memref<128xf32>, vector<8xf32>
  %max = arith.maxnumf %fma, %splat : vector<8xf32>
  %abs = math.absf %b : vector<8xf32>
  %exp = math.sqrt %abs : vector<8xf32>
  vector.store %exp, %out[%c8] : memref<128xf32>, vector<8xf32>
  %mixed = vector.shuffle %a, %b [0, 9, 2, 11, 4, 13, 6, 15] : vector<8xf32>, vector<8xf32>
  vector.store %mixed, %out[%c16] : memref<128xf32>, vector<8xf32>
  %e = vector.extract %a[3] : f32 from vector<8xf32>
  %d = vector.extractelement %b[%c1 : index] : vector<8xf32>
  %i0 = vector.insert %e, %max[5] : f32 into vector<8xf32>
  %i1 = vector.insertelement %d, %i0[%c3 : index] : vector<8xf32>
  affine.vector_store %i1, %out[%c24] : memref<128xf32>, vector<8xf32>
  %r0 = vector.reduction <add>, %a : vector<8xf32> into f32
  %r1 = vector.reduction <mul>, %a : vector<8xf32> into f32
  %r2 = vector.reduction <add>, %a, %e : vector<8xf32> into f32
  %r3 = vector.reduction <maximumf>, %a : vector<8xf32> into f32
  %r4 = vector.reduction <minnumf>, %b : vector<8xf32> into f32
  %c33 = arith.constant 33 : index
  %c34 = arith.constant 34 : index
  %c35 = arith.constant 35 : index
  %c36 = arith.constant 36 : index
  memref.store %r0, %out[%c32] : memref<128xf32>
  memref.store %r1, %out[%c33] : memref<128xf32>
  memref.store %r2, %out[%c34] : memref<128xf32>
  memref.store %r3, %out[%c35] : memref<128xf32>
  memref.store %r4, %out[%c36] : memref<128xf32>
  %rows = arith.constant dense<[[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]]> : vector<2x4xf32>
  %halves = arith.constant dense<5.000000e-01> : vector<2x4xf32>
  %product = arith.mulf %rows, %halves : vector<2x4xf32>
  %row = vector.extract %product[1] : vector<4xf32> from vector<2x4xf32>
  %swapped = vector.insert %row, %rows[0] : vector<4xf32> into vector<2x4xf32>
  %corner = vector.extract %swapped[0, 2] : f32 from vector<2x4xf32>
  %grid = vector.broadcast %corner : f32 to vector<2x4xf32>
  %sum = arith.addf %grid, %swapped : vector<2x4xf32>
  %less = arith.cmpf olt, %sum, %product : vector<2x4xf32>
  %pick = arith.select %less, %sum, %product : vector<2x4xi1>, vector<2x4xf32>
  %p0 = vector.extract %pick[0] : vector<4xf32> from vector<2x4xf32>
  %p1 = vector.extract %pick[1] : vector<4xf32> from vector<2x4xf32>
  vector.store %p0, %out[%c40] : memref<128xf32>, vector<4xf32>
  vector.store %p1, %out[%c48] : memref<128xf32>, vector<4xf32>
  %tanh = math.tanh %row : vector<4xf32>
  vector.store %tanh, %out[%c56] : memref<128xf32>, vector<4xf32>
  %v = vector.load %n[%c0] : memref<64xi32>, vector<8xi32>
  %w = vector.load %n[%c8] : memref<64xi32>, vector<8xi32>
  %and = arith.andi %v, %w : vector<8xi32>
  vector.store %and, %ints[%c0] : memref<32xi32>, vector<8xi32>
  %bits = vector.bitcast %a : vector<8xf32> to vector<8xi32>
  vector.store %bits, %ints[%c8] : memref<32xi32>, vector<8xi32>
  %k0 = vector.reduction <maxsi>, %v : vector<8xi32> into i32
  %k1 = vector.reduction <xor>, %v, %k0 : vector<8xi32> into i32
  memref.store %k1, %ints[%c16] : memref<32xi32>
  affine.for %i = 17 to 32 {
    affine.store %k0, %ints[%i] : memref<32xi32>
  }
  affine.for %i = 37 to 40 {
    affine.store %e, %out[%i] : memref<128xf32>
  }
  affine.for %i = 44 to 48 {
    affine.store %e, %out[%i] : memref<128xf32>
  }
  affine.for %i = 52 to 56 {
    affine.store %e, %out[%i] : memref<128xf32>
  }
  affine.for %i = 60 to 128 {
    affine.store %e, %out[%i] : memref<128xf32>
  }
  return %out, %ints : memref<128xf32>, memref<32xi32>
}
