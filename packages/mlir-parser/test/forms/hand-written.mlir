func.func @buffers(%d: index, %t: tensor<?x4xf32>) {
  %0 = bufferization.alloc_tensor(%d) : tensor<?x4xf32>
  %1 = bufferization.alloc_tensor() copy(%t) {memory_space = 1 : i64} : tensor<?x4xf32>
  %2 = bufferization.alloc_tensor(%d) size_hint=%d {x} : tensor<?x4xf32>
  return
}
func.func @dma(%a: memref<8x4xf32>, %b: memref<8x4xf32, 2>, %tag: memref<1xi32>, %i: index) {
  memref.dma_start %a[%i, %i], %b[%i, %i], %i, %tag[%i] : memref<8x4xf32>, memref<8x4xf32, 2>, memref<1xi32>
  memref.dma_start %a[%i, %i], %b[%i, %i], %i, %tag[%i], %i, %i : memref<8x4xf32>, memref<8x4xf32, 2>, memref<1xi32>
  memref.dma_wait %tag[%i], %i : memref<1xi32>
  return
}
func.func @tosa(%c: tensor<i1>, %a: tensor<f32>, %b: tensor<i32>) -> tensor<f32> {
  %0 = tosa.cond_if %c -> (tensor<f32>) {
    tosa.yield %a : tensor<f32>
  } else {
    %1 = tosa.abs %a : (tensor<f32>) -> tensor<f32>
    tosa.yield %1 : tensor<f32>
  }
  %2 = tosa.while_loop (%x = %b) : (tensor<i32>) -> tensor<i32> {
    tosa.yield %c : tensor<i1>
  } do {
  ^bb0(%y: tensor<i32>):
    tosa.yield %y : tensor<i32>
  }
  return %0 : tensor<f32>
}
func.func @llvm(%a: i32, %f: f32, %v: vector<4xf32>, %n: i64) {
  %0 = llvm.icmp "slt" %a, %a : i32
  %1 = llvm.icmp "eq" %n, %n {x} : i64
  %2 = llvm.fcmp "oeq" %f, %f : f32
  %3 = llvm.fcmp "_true" %v, %v {fastmathFlags = #llvm.fastmath<fast>} : vector<4xf32>
  %4 = llvm.alloca %n x f32 {alignment = 8 : i64} : (i64) -> !llvm.ptr
  %5 = llvm.alloca inalloca %a x !llvm.struct<(i32, f32)> : (i32) -> !llvm.ptr<1>
  %6 = llvm.load %4 {alignment = 4 : i64} : !llvm.ptr -> f32
  llvm.store %6, %4 : f32, !llvm.ptr
  return
}
