#row = affine_map<(d0, d1) -> (d0)>
#trait = {
  indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>],
  iterator_types = ["parallel", "parallel", "reduction"]
}
func.func @transfers(%m: memref<?x8xf32>, %t: tensor<4x8xf32>, %z: memref<f32>, %v: vector<4xf32>, %w: vector<2x4xf32>, %mask: vector<4xi1>, %masks: vector<4x2xi1>, %n: memref<4xvector<4xf32>>) -> tensor<4x8xf32> {
  %i = arith.constant 0 : index
  %f = arith.constant 0.0 : f32
  %p = arith.constant dense<0.0> : vector<4xf32>
  %0 = vector.transfer_read %m[%i, %i], %f : memref<?x8xf32>, vector<4xf32>
  %1 = vector.transfer_read %m[%i, %i], %f, %mask {in_bounds = [true]} : memref<?x8xf32>, vector<4xf32>
  %2 = vector.transfer_read %m[%i, %i], %f {permutation_map = #row, note = "x"} : memref<?x8xf32>, vector<4xf32>
  %3 = vector.transfer_read %m[%i, %i], %f {permutation_map = affine_map<(d0, d1) -> (d1, d0)>} : memref<?x8xf32>, vector<2x4xf32>
  %4 = vector.transfer_read %m[%i, %i], %f, %masks {permutation_map = affine_map<(d0, d1) -> (d1, d0)>} : memref<?x8xf32>, vector<2x4xf32>
  %5 = vector.transfer_read %z[], %f : memref<f32>, vector<f32>
  %6 = vector.transfer_read %m[%i, %i], %f {in_bounds = [true, false], permutation_map = affine_map<(d0, d1) -> (0, d1)>} : memref<?x8xf32>, vector<2x4xf32>
  %7 = vector.transfer_read %n[%i], %p : memref<4xvector<4xf32>>, vector<2x4xf32>
  vector.transfer_write %v, %m[%i, %i] : vector<4xf32>, memref<?x8xf32>
  vector.transfer_write %v, %m[%i, %i], %mask : vector<4xf32>, memref<?x8xf32>
  %8 = vector.transfer_write %w, %t[%i, %i] {in_bounds = [true, true]} : vector<2x4xf32>, tensor<4x8xf32>
  %9 = vector.mask %mask { vector.transfer_read %m[%i, %i], %f : memref<?x8xf32>, vector<4xf32> } : vector<4xi1> -> vector<4xf32>
  %10 = vector.mask %mask, %v { vector.transfer_read %m[%i, %i], %f : memref<?x8xf32>, vector<4xf32> } : vector<4xi1> -> vector<4xf32>
  vector.mask %mask { vector.transfer_write %v, %m[%i, %i] : vector<4xf32>, memref<?x8xf32> } : vector<4xi1>
  return %8 : tensor<4x8xf32>
}
func.func @products(%a: vector<4x3xf32>, %b: vector<3x7xf32>, %c: vector<4x7xf32>, %u: vector<4xf32>, %v: vector<[8]xf32>, %w: vector<4x[8]xf32>, %s: f32) {
  %0 = vector.contract #trait %a, %b, %c : vector<4x3xf32>, vector<3x7xf32> into vector<4x7xf32>
  %1 = vector.contract {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>, affine_map<(d0) -> ()>], iterator_types = ["reduction"], kind = #vector.kind<maxnumf>} %u, %u, %s {tag = 1 : i32} : vector<4xf32>, vector<4xf32> into f32
  %2 = vector.outerproduct %u, %v : vector<4xf32>, vector<[8]xf32>
  %3 = vector.outerproduct %u, %v, %w {kind = #vector.kind<mul>} : vector<4xf32>, vector<[8]xf32>
  %4 = vector.outerproduct %u, %s, %u : vector<4xf32>, f32
  return
}
