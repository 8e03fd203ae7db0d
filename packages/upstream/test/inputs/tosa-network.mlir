func.func @main_graph(%image: tensor<1x6x6x1xf32>) -> tensor<1x3xf32> {
  %kernel = "tosa.const"() {value = dense<[[[[0.5], [-0.25], [0.125]], [[1.0], [0.0], [-1.0]], [[0.25], [0.5], [0.75]]], [[[0.1], [0.2], [0.3]], [[-0.1], [-0.2], [-0.3]], [[0.4], [0.5], [0.6]]]]> : tensor<2x3x3x1xf32>} : () -> tensor<2x3x3x1xf32>
  %bias = "tosa.const"() {value = dense<[0.5, -0.5]> : tensor<2xf32>} : () -> tensor<2xf32>
  %conv = tosa.conv2d %image, %kernel, %bias {dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x6x6x1xf32>, tensor<2x3x3x1xf32>, tensor<2xf32>) -> tensor<1x4x4x2xf32>
  %relu = tosa.clamp %conv {max_fp = 3.40282347E+38 : f32, max_int = 2147483647 : i64, min_fp = 0.0 : f32, min_int = 0 : i64} : (tensor<1x4x4x2xf32>) -> tensor<1x4x4x2xf32>
  %pool = tosa.max_pool2d %relu {kernel = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 2, 2>} : (tensor<1x4x4x2xf32>) -> tensor<1x2x2x2xf32>
  %flat = tosa.reshape %pool {new_shape = array<i64: 1, 8>} : (tensor<1x2x2x2xf32>) -> tensor<1x8xf32>
  %weights = "tosa.const"() {value = dense<[[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8], [0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1], [-0.5, 0.5, -0.5, 0.5, -0.5, 0.5, -0.5, 0.5]]> : tensor<3x8xf32>} : () -> tensor<3x8xf32>
  %offset = "tosa.const"() {value = dense<[0.25, 0.5, 0.75]> : tensor<3xf32>} : () -> tensor<3xf32>
  %fc = tosa.fully_connected %flat, %weights, %offset : (tensor<1x8xf32>, tensor<3x8xf32>, tensor<3xf32>) -> tensor<1x3xf32>
  return %fc : tensor<1x3xf32>
}
