// The operations of vector with a declarative format.
func.func @moves(%v: vector<4xf32>, %w: vector<4x8xf32>, %x: f32, %i: index, %s: vector<[4]xf32>, %z: vector<f32>) {
  %0 = vector.broadcast %x : f32 to vector<4xf32>
  %1 = vector.splat %x : vector<[4]xf32>
  %2 = vector.extract %w[1] : vector<8xf32> from vector<4x8xf32>
  %3 = vector.extract %w[%i, 2] {x} : f32 from vector<4x8xf32>
  %4 = vector.extract %z[] : f32 from vector<f32>
  %5 = vector.insert %x, %w[1, %i] : f32 into vector<4x8xf32>
  %6 = vector.extractelement %v[%i : index] : vector<4xf32>
  %7 = vector.extractelement %z[] : vector<f32>
  %8 = vector.insertelement %x, %v[%i : index] : vector<4xf32>
  %9 = vector.insertelement %x, %z[] : vector<f32>
  %10 = vector.from_elements %x, %x : vector<2xf32>
  %11 = vector.shuffle %v, %v [0, 5, 3] : vector<4xf32>, vector<4xf32>
  %12 = vector.interleave %v, %v : vector<4xf32> -> vector<8xf32>
  %13, %14 = vector.deinterleave %v : vector<4xf32> -> vector<2xf32>
  %15 = vector.transpose %w, [1, 0] : vector<4x8xf32> to vector<8x4xf32>
  %16 = vector.shape_cast %w : vector<4x8xf32> to vector<32xf32>
  %17 = vector.bitcast %v : vector<4xf32> to vector<8xf16>
  %18 = vector.extract_strided_slice %w {offsets = [1], sizes = [2], strides = [1]} : vector<4x8xf32> to vector<2x8xf32>
  %19 = vector.insert_strided_slice %v, %w {offsets = [0, 2], strides = [1]} : vector<4xf32> into vector<4x8xf32>
  %20 = vector.scalable.extract %s[4] : vector<4xf32> from vector<[4]xf32>
  %21 = vector.scalable.insert %v, %s[0] : vector<4xf32> into vector<[4]xf32>
  %22 = vector.constant_mask [2, 4] : vector<4x8xi1>
  %23 = vector.create_mask %i, %i : vector<4x8xi1>
  %24 = vector.step : vector<4xindex>
  %25 = vector.vscale
  %c8 = arith.constant 8 : index
  %29 = arith.muli %25, %c8 : index
  %26 = vector.flat_transpose %v {rows = 2 : i32, columns = 2 : i32} : vector<4xf32> -> vector<4xf32>
  %27 = vector.matrix_multiply %v, %v {lhs_rows = 2 : i32, lhs_columns = 2 : i32, rhs_columns = 2 : i32} : (vector<4xf32>, vector<4xf32>) -> vector<4xf32>
  %28 = vector.reshape %w, [%i], [%i], [8] : vector<4x8xf32> to vector<4x8xf32>
  return
}

func.func @arithmetic(%v: vector<4xf32>, %w: vector<4x8xf32>, %x: f32, %k: vector<4xi32>) {
  %0 = vector.fma %v, %v, %v : vector<4xf32>
  %1 = vector.reduction <add>, %v : vector<4xf32> into f32
  %2 = vector.reduction <maximumf>, %v, %x fastmath<fast> : vector<4xf32> into f32
  %3 = vector.reduction <xor>, %k {x} : vector<4xi32> into i32
  %4 = vector.multi_reduction <mul>, %w, %v [1] : vector<4x8xf32> to vector<4xf32>
  %5 = vector.multi_reduction <minnumf>, %w, %x {x} [0, 1] : vector<4x8xf32> to f32
  %6:2 = vector.scan <add>, %w, %v {inclusive = true, reduction_dim = 1 : i64} : vector<4x8xf32>, vector<4xf32>
  return
}

func.func @memory(%m: memref<?x8xf32>, %i: index, %v: vector<8xf32>, %mask: vector<8xi1>, %idx: vector<8xi32>, %st: memref<4x4xf32>) {
  %0 = vector.load %m[%i, %i] : memref<?x8xf32>, vector<8xf32>
  %1 = vector.load %m[%i, %i] {nontemporal = true} : memref<?x8xf32>, vector<8xf32>
  vector.store %v, %m[%i, %i] : memref<?x8xf32>, vector<8xf32>
  %2 = vector.maskedload %m[%i, %i], %mask, %v : memref<?x8xf32>, vector<8xi1>, vector<8xf32> into vector<8xf32>
  vector.maskedstore %m[%i, %i], %mask, %v : memref<?x8xf32>, vector<8xi1>, vector<8xf32>
  %3 = vector.gather %m[%i, %i] [%idx], %mask, %v : memref<?x8xf32>, vector<8xi32>, vector<8xi1>, vector<8xf32> into vector<8xf32>
  vector.scatter %m[%i, %i] [%idx], %mask, %v : memref<?x8xf32>, vector<8xi32>, vector<8xi1>, vector<8xf32>
  %4 = vector.expandload %m[%i, %i], %mask, %v : memref<?x8xf32>, vector<8xi1>, vector<8xf32> into vector<8xf32>
  vector.compressstore %m[%i, %i], %mask, %v : memref<?x8xf32>, vector<8xi1>, vector<8xf32>
  %5 = vector.type_cast %st : memref<4x4xf32> to memref<vector<4x4xf32>>
  vector.print %v : vector<8xf32>
  vector.print %i : index punctuation <comma>
  vector.print str "total: "
  vector.print punctuation <open>
  vector.print
  return
}
