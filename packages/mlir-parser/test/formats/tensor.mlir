// Every operation of tensor.
func.func @elements(%t: tensor<?x4xf32>, %u: tensor<*xf32>, %i: index, %x: f32, %c: i32) {
  %0 = tensor.extract %t[%i, %i] : tensor<?x4xf32>
  %1 = tensor.insert %x into %t[%i, %i] {x} : tensor<?x4xf32>
  %2 = tensor.from_elements %x, %x : tensor<2xf32>
  %3 = tensor.from_elements %x : tensor<f32>
  %4 = tensor.splat %x : tensor<4xf32>
  %5 = tensor.splat %x[%i] : tensor<?x4xf32>
  %6 = tensor.empty() : tensor<4xf32>
  %7 = tensor.empty(%i, %i) : tensor<?x?xf32>
  %8 = tensor.dim %t, %i : tensor<?x4xf32>
  %9 = tensor.dim {x} %u, %i : tensor<*xf32>
  %10 = tensor.rank %u : tensor<*xf32>
  %11 = tensor.cast %t : tensor<?x4xf32> to tensor<4x4xf32>
  %12 = tensor.bitcast %t : tensor<?x4xf32> to tensor<?x4xi32>
  %13 = tensor.generate %i {
  ^bb0(%a: index, %b: index):
    tensor.yield %x : f32
  } : tensor<?x4xf32>
  return
}

func.func @shapes(%t: tensor<8x4xf32>, %d: tensor<?x?xf32>, %u: tensor<*xf32>, %s: tensor<2xindex>, %i: index) {
  %0 = tensor.reshape %u(%s) : (tensor<*xf32>, tensor<2xindex>) -> tensor<?x?xf32>
  %1 = tensor.collapse_shape %t [[0, 1]] : tensor<8x4xf32> into tensor<32xf32>
  %2 = tensor.expand_shape %t [[0, 1], [2]] output_shape [2, 4, 4] : tensor<8x4xf32> into tensor<2x4x4xf32>
  %3 = tensor.expand_shape %d [[0, 1], [2]] output_shape [%i, 4, %i] {x} : tensor<?x?xf32> into tensor<?x4x?xf32>
  %4 = tensor.extract_slice %t[0, 0] [4, 4] [1, 1] : tensor<8x4xf32> to tensor<4x4xf32>
  %5 = tensor.extract_slice %d[%i, 0] [%i, 4] [1, %i] : tensor<?x?xf32> to tensor<?x4xf32>
  %6 = tensor.insert_slice %4 into %t[4, 0] [4, 4] [1, 1] : tensor<4x4xf32> into tensor<8x4xf32>
  %7 = tensor.concat dim(0) %t, %t : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<16x4xf32>
  %c = arith.constant 0.0 : f32
  %8 = tensor.pad %t low[1, 0] high[%i, 2] {
  ^bb0(%a: index, %b: index):
    tensor.yield %c : f32
  } : tensor<8x4xf32> to tensor<?x6xf32>
  %9 = tensor.pad %t nofold low[0, 0] high[0, 0] {
  ^bb0(%a: index, %b: index):
    tensor.yield %c : f32
  } {x} : tensor<8x4xf32> to tensor<8x4xf32>
  return
}

func.func @layout(%t: tensor<128x256xf32>, %p: tensor<16x8x8x32xf32>, %i: index, %x: f32, %s: tensor<8x16x8x32xf32>, %ind: tensor<1x2xindex>, %g: tensor<4x4xf32>, %sc: tensor<1x1x1xf32>) {
  %0 = tensor.pack %t inner_dims_pos = [0, 1] inner_tiles = [8, 32] into %p : tensor<128x256xf32> -> tensor<16x8x8x32xf32>
  %1 = tensor.pack %t padding_value(%x : f32) outer_dims_perm = [1, 0] inner_dims_pos = [0, 1] inner_tiles = [8, 32] into %s {x} : tensor<128x256xf32> -> tensor<8x16x8x32xf32>
  %2 = tensor.unpack %p inner_dims_pos = [0, 1] inner_tiles = [8, 32] into %t : tensor<16x8x8x32xf32> -> tensor<128x256xf32>
  %3 = tensor.unpack %s outer_dims_perm = [1, 0] inner_dims_pos = [0, 1] inner_tiles = [8, 32] into %t : tensor<8x16x8x32xf32> -> tensor<128x256xf32>
  %9 = tensor.scatter %sc into %g[%ind] scatter_dims([0, 1]) unique : (tensor<1x1x1xf32>, tensor<4x4xf32>, tensor<1x2xindex>) -> tensor<4x4xf32>
  %4 = tensor.gather %g[%ind] gather_dims([0, 1]) : (tensor<4x4xf32>, tensor<1x2xindex>) -> tensor<1x1x1xf32>
  %5 = tensor.gather %g[%ind] gather_dims([0, 1]) unique : (tensor<4x4xf32>, tensor<1x2xindex>) -> tensor<1x1x1xf32>
  return
}

func.func @parallel(%t: tensor<8xf32>, %s: tensor<1xf32>) -> tensor<8xf32> {
  %0 = scf.forall (%i) in (8) shared_outs(%o = %t) -> (tensor<8xf32>) {
    scf.forall.in_parallel {
      tensor.parallel_insert_slice %s into %o[%i] [1] [1] : tensor<1xf32> into tensor<8xf32>
    }
  }
  return %0 : tensor<8xf32>
}
