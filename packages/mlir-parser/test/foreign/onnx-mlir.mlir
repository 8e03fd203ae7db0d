func.func @nest(%n: index, %f: f32, %m: memref<10x20xf32>, %t: i32) -> f32 {
  %ii, %jj = krnl.define_loops 2
  %ib, %il = krnl.block %ii 5 : (!krnl.loop) -> (!krnl.loop, !krnl.loop)
  krnl.permute(%ib, %il, %jj) [0, 2, 1] : !krnl.loop, !krnl.loop, !krnl.loop
  krnl.unroll %il : !krnl.loop
  krnl.parallel(%ib), num_threads(%t) {proc_bind = "spread"} : !krnl.loop
  krnl.parallel(%jj) : !krnl.loop
  krnl.memset %m, %f {delayed} : memref<10x20xf32>
  krnl.iterate(%ib, %jj) with (%ii -> %i = 0 to 10, %jj -> %j = max affine_map<(d0)[s0] -> (d0, s0)>(%n)[%n] to %n) {
    %v:2 = krnl.get_induction_var_value(%ib, %jj) : (!krnl.loop, !krnl.loop) -> (index, index)
    krnl.iterate(%il) with () {
      %x = krnl.load %m[%v#0, %v#1] : memref<10x20xf32>
      krnl.store %x, %m[%i, %j] : memref<10x20xf32>
      krnl.specialized_kernel(%il) : !krnl.loop
      krnl.terminate
    }
    krnl.movable {
      %p = krnl.load %m[%i, %i] : memref<10x20xf32>
    }
  }
  %l = krnl.define_loops 1
  %sum = krnl.iterate(%l) with (%l -> %k = 0 to 10) iter_args(%acc = %f) -> (f32) {
    %y = krnl.load %m[%k, %k] : memref<10x20xf32>
    %s = arith.addf %acc, %y : f32
    krnl.yield %s : f32
  }
  affine.parallel (%q) = (0) to (60) step (32) {
    krnl.parallel_clause(%q), num_threads(%t) {proc_bind = "spread"} : index
    krnl.parallel_clause(%q) : index
  }
  return %sum : f32
}
func.func @tiles(%a: memref<4x6xf32>, %b: memref<6x8xf32>, %c: memref<4x8xf32>, %z: index, %f: f32) {
  %i, %j, %k = krnl.define_loops 3
  krnl.matmul %a[%z, %z], %b[%z, %z], %c[%z, %z], (%i, %j, %k), (%z, %z, %z), (%z, %z, %z) {unroll = false} : memref<4x6xf32>, memref<6x8xf32>, memref<4x8xf32>, (!krnl.loop, !krnl.loop, !krnl.loop)
  krnl.copy_to_tile_buffer %b, %a[%z, %z], %f {padToNext = []} : memref<6x8xf32>, memref<4x6xf32>
  krnl.copy_from_tile_buffer %b, %a[%z, %z] : memref<6x8xf32>, memref<4x6xf32>
  %v = krnl.vector_type_cast %b : memref<6x8xf32> to memref<6x1xvector<8xf32>>
  return
}
func.func @onnx(%c: tensor<i1>) -> tensor<3xi64> {
  %0 = onnx.Constant dense<[1, 2, 3]> : tensor<3xi64>
  %1 = onnx.Constant {value_int = 1 : si64} : tensor<i64>
  %2 = onnx.Constant {extra = 0 : i32} sparse<[[0]], [1]> : tensor<3xi64>
  %3 = "onnx.If"(%c) ({
    onnx.Yield %0 : tensor<3xi64>
  }, {
    onnx.Yield %2 : tensor<3xi64>
  }) : (tensor<i1>) -> tensor<3xi64>
  onnx.Return %3 : tensor<3xi64>
}
