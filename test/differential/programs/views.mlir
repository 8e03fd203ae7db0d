// Views of memrefs of static and dynamic layout, copies between layouts, globals, dimensions.
memref.global "private" constant @weights : memref<2x3xf32> = dense<[[1.0, 2.5, -3.0], [4.0, 0.5, 6.25]]>
memref.global "private" @scratch : memref<4xf32> = uninitialized
func.func private @total(%m: memref<?x?xf32, strided<[?, ?], offset: ?>>) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %zero = arith.constant 0.0 : f32
  %rows = memref.dim %m, %c0 : memref<?x?xf32, strided<[?, ?], offset: ?>>
  %columns = memref.dim %m, %c1 : memref<?x?xf32, strided<[?, ?], offset: ?>>
  %sum = scf.for %i = %c0 to %rows step %c1 iter_args(%outer = %zero) -> f32 {
    %row = scf.for %j = %c0 to %columns step %c1 iter_args(%inner = %outer) -> f32 {
      %v = memref.load %m[%i, %j] : memref<?x?xf32, strided<[?, ?], offset: ?>>
      %next = arith.addf %inner, %v : f32
      scf.yield %next : f32
    }
    scf.yield %row : f32
  }
  return %sum : f32
}
func.func @main_graph(%x: memref<6x8xf32>, %n: memref<?xi64>) -> (memref<12xf32>, memref<3x4xf32>, memref<?x4xf32>) attributes {llvm.emit_c_interface} {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %c3 = arith.constant 3 : index
  %c4 = arith.constant 4 : index
  %out = memref.alloc() : memref<12xf32>
  %tile = memref.subview %x[1, 2] [3, 4] [2, 1] : memref<6x8xf32> to memref<3x4xf32, strided<[16, 1], offset: 10>>
  %wide = memref.cast %tile : memref<3x4xf32, strided<[16, 1], offset: 10>> to memref<?x?xf32, strided<[?, ?], offset: ?>>
  %s0 = func.call @total(%wide) : (memref<?x?xf32, strided<[?, ?], offset: ?>>) -> f32
  memref.store %s0, %out[%c0] : memref<12xf32>
  %some = memref.subview %x[%c1, %c2] [%c3, %c2] [%c1, %c3] : memref<6x8xf32> to memref<?x?xf32, strided<[?, ?], offset: ?>>
  %s1 = func.call @total(%some) : (memref<?x?xf32, strided<[?, ?], offset: ?>>) -> f32
  memref.store %s1, %out[%c1] : memref<12xf32>
  %column = memref.subview %x[0, %c3] [6, 1] [1, 1] : memref<6x8xf32> to memref<6xf32, strided<[8], offset: ?>>
  %v2 = memref.load %column[%c4] : memref<6xf32, strided<[8], offset: ?>>
  memref.store %v2, %out[%c2] : memref<12xf32>
  %flat = memref.collapse_shape %x [[0, 1]] : memref<6x8xf32> into memref<48xf32>
  %cube = memref.expand_shape %flat [[0, 1, 2]] output_shape [2, 3, 8] : memref<48xf32> into memref<2x3x8xf32>
  %v3 = memref.load %cube[%c1, %c2, %c3] : memref<2x3x8xf32>
  memref.store %v3, %out[%c3] : memref<12xf32>
  %turned = memref.transpose %x (i, j) -> (j, i) : memref<6x8xf32> to memref<8x6xf32, strided<[1, 8]>>
  %v4 = memref.load %turned[%c4, %c2] : memref<8x6xf32, strided<[1, 8]>>
  memref.store %v4, %out[%c4] : memref<12xf32>
  %w = memref.get_global @weights : memref<2x3xf32>
  %c5 = arith.constant 5 : index
  %v5 = memref.load %w[%c1, %c2] : memref<2x3xf32>
  memref.store %v5, %out[%c5] : memref<12xf32>
  %bytes = memref.alloc() {alignment = 64 : i64} : memref<128xi8>
  %typed = memref.view %bytes[%c4][%c4] : memref<128xi8> to memref<?x4xf32>
  %dense = memref.alloc() : memref<3x4xf32>
  memref.copy %tile, %dense : memref<3x4xf32, strided<[16, 1], offset: 10>> to memref<3x4xf32>
  affine.for %i = 0 to 4 {
    affine.for %j = 0 to 4 {
      %v = affine.load %x[%i + 1, %j * 2] : memref<6x8xf32>
      affine.store %v, %typed[%i, %j] : memref<?x4xf32>
    }
  }
  %shape = memref.alloca() : memref<1xindex>
  %c12 = arith.constant 12 : index
  memref.store %c12, %shape[%c0] : memref<1xindex>
  %line = memref.reshape %dense(%shape) : (memref<3x4xf32>, memref<1xindex>) -> memref<12xf32>
  %c6 = arith.constant 6 : index
  %v6 = memref.load %line[%c6] : memref<12xf32>
  memref.store %v6, %out[%c6] : memref<12xf32>
  %c7 = arith.constant 7 : index
  %size = memref.dim %n, %c0 : memref<?xi64>
  %size32 = arith.index_cast %size : index to i32
  %v7 = arith.sitofp %size32 : i32 to f32
  memref.store %v7, %out[%c7] : memref<12xf32>
  %again = memref.reinterpret_cast %x to offset: [%c3], sizes: [4], strides: [%c2] : memref<6x8xf32> to memref<4xf32, strided<[?], offset: ?>>
  %c8 = arith.constant 8 : index
  %v8 = memref.load %again[%c2] : memref<4xf32, strided<[?], offset: ?>>
  memref.store %v8, %out[%c8] : memref<12xf32>
  %room = memref.get_global @scratch : memref<4xf32>
  memref.store %v8, %room[%c1] : memref<4xf32>
  %c9 = arith.constant 9 : index
  %v9 = memref.load %room[%c1] : memref<4xf32>
  memref.store %v9, %out[%c9] : memref<12xf32>
  %base, %offset, %sizes:2, %strides:2 = memref.extract_strided_metadata %some : memref<?x?xf32, strided<[?, ?], offset: ?>> -> memref<f32>, index, index, index, index, index
  %lay = arith.addi %offset, %strides#0 : index
  %lay32 = arith.index_cast %lay : index to i32
  %v10 = arith.sitofp %lay32 : i32 to f32
  %c10 = arith.constant 10 : index
  memref.store %v10, %out[%c10] : memref<12xf32>
  %yes = arith.cmpf ogt, %v2, %v3 : f32
  %either = arith.select %yes, %out, %line : memref<12xf32>
  %c11 = arith.constant 11 : index
  %v11 = memref.load %either[%c1] : memref<12xf32>
  memref.store %v11, %out[%c11] : memref<12xf32>
  return %out, %dense, %typed : memref<12xf32>, memref<3x4xf32>, memref<?x4xf32>
}
