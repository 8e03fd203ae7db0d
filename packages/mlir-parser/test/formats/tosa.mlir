// Operations of tosa whose formats differ from the common one, and some that share it.
func.func @all(%a: tensor<4x4xf32>, %b: tensor<4x4xf32>, %p: tensor<4x4xi1>, %t: tensor<1x8x8x4xf32>, %f: tensor<1x8x16xf32>, %i: tensor<4xi8>, %tab: tensor<256xi8>) {
  %0 = tosa.add %a, %b : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32>
  %1 = tosa.select %p, %a, %b : (tensor<4x4xi1>, tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32>
  %2 = tosa.max_pool2d %t {kernel = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 2, 2>} : (tensor<1x8x8x4xf32>) -> tensor<1x4x4x4xf32>
  %3, %4 = tosa.rfft2d %f : (tensor<1x8x16xf32>) -> (tensor<1x8x9xf32>, tensor<1x8x9xf32>)
  %5, %6 = tosa.fft2d %f, %f {inverse = true} : (tensor<1x8x16xf32>, tensor<1x8x16xf32>) -> (tensor<1x8x16xf32>, tensor<1x8x16xf32>)
  %7 = tosa.table %i, %tab : (tensor<4xi8>, tensor<256xi8>) -> tensor<4xi8>
  %8 = tosa.matmul %f, %f {x} : (tensor<1x8x16xf32>, tensor<1x8x16xf32>) -> tensor<1x8x16xf32>
  %9 = tosa.reshape %a {new_shape = array<i64: 16>} : (tensor<4x4xf32>) -> tensor<16xf32>
  tosa.variable @state = dense<7> : tensor<2xi8>
  tosa.variable @unset : tensor<2xi8>
  return
}
