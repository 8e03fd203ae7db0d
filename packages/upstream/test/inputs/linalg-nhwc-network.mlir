#id = affine_map<(n, y, x, c) -> (n, y, x, c)>
func.func @main_graph(%image: tensor<2x6x6x3xf32>, %kernel: tensor<3x3x3x4xf32>) -> tensor<2x2x2x4xf32> {
  %zero = arith.constant 0.0 : f32
  %lowest = arith.constant 0xFF800000 : f32
  %empty = tensor.empty() : tensor<2x4x4x4xf32>
  %init = linalg.fill ins(%zero : f32) outs(%empty : tensor<2x4x4x4xf32>) -> tensor<2x4x4x4xf32>
  %conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>}
    ins(%image, %kernel : tensor<2x6x6x3xf32>, tensor<3x3x3x4xf32>) outs(%init : tensor<2x4x4x4xf32>) -> tensor<2x4x4x4xf32>
  %relu = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel", "parallel", "parallel"]}
      ins(%conv : tensor<2x4x4x4xf32>) outs(%empty : tensor<2x4x4x4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %positive = arith.cmpf ugt, %in, %zero : f32
      %larger = arith.select %positive, %in, %zero : f32
      linalg.yield %larger : f32
  } -> tensor<2x4x4x4xf32>
  %small = tensor.empty() : tensor<2x2x2x4xf32>
  %least = linalg.fill ins(%lowest : f32) outs(%small : tensor<2x2x2x4xf32>) -> tensor<2x2x2x4xf32>
  %window = tensor.empty() : tensor<2x2xf32>
  %pool = linalg.pooling_nhwc_max {dilations = dense<1> : tensor<2xi64>, strides = dense<2> : tensor<2xi64>}
    ins(%relu, %window : tensor<2x4x4x4xf32>, tensor<2x2xf32>) outs(%least : tensor<2x2x2x4xf32>) -> tensor<2x2x2x4xf32>
  return %pool : tensor<2x2x2x4xf32>
}
