// The operations of affine with a declarative format.
func.func @all(%i: index, %n: index) {
  %0:2 = affine.delinearize_index %i into (%n, %n) : index, index
  %1 = affine.delinearize_index %i into (%n) {x} : index
  affine.for %k = 0 to 4 {
    affine.yield
  }
  %2 = affine.for %k = 0 to 4 iter_args(%acc = %i) -> (index) {
    affine.yield %acc : index
  }
  return
}
