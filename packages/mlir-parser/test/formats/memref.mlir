// Every operation of memref with a declarative format.
memref.global @external : memref<4xf32>
memref.global "private" @uninitialized : memref<4xf32> = uninitialized
memref.global "private" constant @weights : memref<2x2xf32> = dense<[[1.0, 2.0], [3.0, 4.0]]>
memref.global constant @aligned : memref<2xi32> = dense<7> {alignment = 64 : i64}

func.func @allocation(%n: index, %m: memref<4xf32>, %u: memref<?xf32>) {
  %0 = memref.alloc() : memref<4xf32>
  %1 = memref.alloc(%n, %n) : memref<?x?xf32>
  %2 = memref.alloc(%n)[%n] : memref<?xf32, affine_map<(d0)[s0] -> (d0 + s0)>>
  %3 = memref.alloc()[%n] {alignment = 16 : i64} : memref<4xf32, affine_map<(d0)[s0] -> (d0 + s0)>>
  %4 = memref.alloca() {alignment = 8} : memref<2xi8, 1>
  %5 = memref.alloca(%n) : memref<?xf32>
  %6 = memref.realloc %u : memref<?xf32> to memref<8xf32>
  %7 = memref.realloc %u(%n) {alignment = 32 : i64} : memref<?xf32> to memref<?xf32>
  memref.dealloc %0 : memref<4xf32>
  memref.dealloc %1 {x} : memref<?x?xf32>
  return
}

func.func @access(%n: index, %x: f32, %m: memref<4x?xf32>, %s: memref<f32>, %i: memref<4xi32>, %k: i32) {
  %0 = memref.load %m[%n, %n] : memref<4x?xf32>
  %1 = memref.load %s[] {nontemporal = true} : memref<f32>
  %2 = memref.load %m[%n, %n] {x} : memref<4x?xf32>
  memref.store %x, %m[%n, %n] : memref<4x?xf32>
  memref.store %x, %s[] {nontemporal = true, x} : memref<f32>
  %3 = memref.atomic_rmw addi %k, %i[%n] : (i32, memref<4xi32>) -> i32
  %4 = memref.atomic_rmw maximumf %x, %m[%n, %n] {x} : (f32, memref<4x?xf32>) -> f32
  memref.copy %m, %m : memref<4x?xf32> to memref<4x?xf32>
  memref.assume_alignment %m, 16 : memref<4x?xf32>
  return
}

func.func @views(%n: index, %m: memref<8x8xf32>, %b: memref<2048xi8>, %d: memref<?x?xf32>, %u: memref<*xf32>, %shape: memref<2xindex>, %lin: memref<64xf32>) {
  %0 = memref.cast %d : memref<?x?xf32> to memref<*xf32>
  %c1 = arith.constant 1 : index
  %1 = memref.dim %d, %c1 : memref<?x?xf32>
  %2 = memref.dim {x} %u, %n : memref<*xf32>
  %3 = memref.rank %u : memref<*xf32>
  %4 = memref.subview %m[0, 0] [4, 4] [1, 1] : memref<8x8xf32> to memref<4x4xf32, strided<[8, 1]>>
  %5 = memref.subview %m[%n, 2] [4, %n] [%n, 2] {x} : memref<8x8xf32> to memref<4x?xf32, strided<[?, 2], offset: ?>>
  %6 = memref.reinterpret_cast %m to offset: [0], sizes: [64], strides: [1] : memref<8x8xf32> to memref<64xf32>
  %7 = memref.reinterpret_cast %u to offset: [%n], sizes: [4, %n], strides: [%n, 1] {y = 2 : i8} : memref<*xf32> to memref<4x?xf32, strided<[?, 1], offset: ?>>
  %8 = memref.reshape %lin(%shape) : (memref<64xf32>, memref<2xindex>) -> memref<?x?xf32>
  %9 = memref.view %b[%n][] : memref<2048xi8> to memref<16x4xf32>
  %10 = memref.view %b[%n][%n, %n] : memref<2048xi8> to memref<?x?xf32>
  %11 = memref.collapse_shape %m [[0, 1]] : memref<8x8xf32> into memref<64xf32>
  %12 = memref.expand_shape %lin [[0, 1]] output_shape [8, 8] : memref<64xf32> into memref<8x8xf32>
  %13 = memref.memory_space_cast %m : memref<8x8xf32> to memref<8x8xf32, 3>
  %14 = memref.extract_aligned_pointer_as_index %m : memref<8x8xf32> -> index
  %base, %offset, %sizes:2, %strides:2 = memref.extract_strided_metadata %d : memref<?x?xf32> -> memref<f32>, index, index, index, index, index
  %15 = memref.get_global @weights : memref<2x2xf32>
  return
}

func.func @scope(%x: f32) {
  %0 = memref.alloca_scope -> (f32) {
    memref.alloca_scope.return %x : f32
  }
  return
}

func.func @dma(%m: memref<256xf32>, %tag: memref<1xi32>, %n: index) {
  memref.dma_wait %tag[%n], %n : memref<1xi32>
  memref.generic_atomic_rmw %m[%n] : memref<256xf32> {
  ^bb0(%old: f32):
    memref.atomic_yield %old : f32
  }
  return
}
