func.func @g(%a: memref<4xf32>, %c: i1, %n: index, %v: vector<4xi1>, %x: vector<4xf32>) {
  %r = scf.while (%i = %n) : (index) -> index {
    scf.condition(%c) %i : index
  } do {
  ^bb0(%j: index):
    scf.yield %j : index
  }
  scf.parallel (%i, %j) = (%n, %n) to (%n, %n) step (%n, %n) { scf.reduce }
  %f = arith.constant 0.0 : f32
  %p = scf.parallel (%i) = (%n) to (%n) step (%n) init (%f) -> f32 {
    scf.reduce(%f : f32) { ^bb0(%l: f32, %m: f32): scf.reduce.return %l : f32 }
  }
  %e = scf.execute_region -> f32 { scf.yield %f : f32 }
  %s = scf.index_switch %n -> f32 case 2 { scf.yield %f : f32 } default { scf.yield %f : f32 }
  affine.parallel (%i, %j) = (0, 0) to (10, 20) step (1, 2) { }
  %q = affine.parallel (%i, %j) = (0, max(0, symbol(%n))) to (symbol(%n), min(20, %n, 3)) reduce ("minimumf") -> f32 { affine.yield %f : f32}
  affine.parallel () = () to () { }
  scf.forall (%i, %j) in (%n, 4) { }
  %t = tensor.empty() : tensor<4xf32>
  %fo = scf.forall (%i) = (0) to (%n) step (2) shared_outs(%o = %t) -> (tensor<4xf32>) {
   scf.forall.in_parallel { tensor.parallel_insert_slice %o into %o[0][4][1] : tensor<4xf32> into tensor<4xf32> }
  } {mapping = [#gpu.thread<x>]}
  %0 = arith.select %v, %x, %x : vector<4xi1>, vector<4xf32>
  memref.prefetch %a[%n], read, locality<3>, data : memref<4xf32>
  %tr = memref.transpose %a (i) -> (i) : memref<4xf32> to memref<4xf32, strided<[1]>>
  %al = memref.alloca_scope -> (f32) { memref.alloca_scope.return %f : f32 }
  %y = memref.generic_atomic_rmw %a[%n] : memref<4xf32> { ^bb0(%cur: f32): memref.atomic_yield %cur : f32 }
  scf.for %i = %n to %n step %n { }
  return
}
memref.global "private" @k : memref<2xf32> = dense<[1.0,2.0]> {alignment = 64 : i64}
memref.global @k2 : memref<2xf32> = uninitialized
memref.global constant @k3 : memref<2xf32> 
func.func @sw(%f: i32) {
  cf.switch %f : i32, [ default: ^bb1(%f : i32), 42: ^bb1(%f : i32), 43: ^bb2 ]
^bb1(%q: i32): return
^bb2: return
}
