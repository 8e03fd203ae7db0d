// The operations of scf with a declarative format.
func.func @switch(%i: index, %x: i32) -> i32 {
  scf.index_switch %i
  case 2 {
    scf.yield
  }
  default {
    scf.yield
  }
  %0 = scf.index_switch %i {x} -> i32
  case 0 {
    scf.yield %x : i32
  }
  case 5 {
    %c = arith.constant 3 : i32
    scf.yield %c : i32
  }
  default {
    scf.yield %x : i32
  }
  return %0 : i32
}

func.func @loops(%n: index, %x: f32, %c: i1) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %0 = scf.parallel (%i) = (%c0) to (%n) step (%c1) init (%x) -> f32 {
    scf.reduce(%x : f32) {
    ^bb0(%lhs: f32, %rhs: f32):
      %sum = arith.addf %lhs, %rhs : f32
      scf.reduce.return %sum : f32
    }
  }
  scf.parallel (%i) = (%c0) to (%n) step (%c1) {
    scf.reduce
  }
  %1 = scf.while (%a = %x) : (f32) -> f32 {
    scf.condition(%c) %a : f32
  } do {
  ^bb0(%b: f32):
    scf.yield %b : f32
  }
  scf.while : () -> () {
    scf.condition(%c) {x}
  } do {
    scf.yield {y}
  }
  return
}
