// Loops that carry values and memrefs, while, switch over an index, regions of blocks, parallel loops with reductions.
func.func @main_graph(%x: memref<8x8xf32>, %n: memref<8xi64>) -> (memref<8xf32>, memref<8xi64>, memref<3xf32>) attributes {llvm.emit_c_interface} {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %c8 = arith.constant 8 : index
  %zero = arith.constant 0.0 : f32
  %one = arith.constant 1 : i64
  %sums = memref.alloc() : memref<8xf32>
  %steps = memref.alloc() : memref<8xi64>
  %extra = memref.alloc() : memref<3xf32>
  scf.for %i = %c0 to %c8 step %c1 {
    %sum, %count = scf.for %j = %i to %c8 step %c2 iter_args(%s = %zero, %k = %one) -> (f32, i64) {
      %v = memref.load %x[%i, %j] : memref<8x8xf32>
      %t = arith.addf %s, %v : f32
      %m = arith.addi %k, %one : i64
      scf.yield %t, %m : f32, i64
    }
    memref.store %sum, %sums[%i] : memref<8xf32>
    %start = memref.load %n[%i] : memref<8xi64>
    %mask = arith.constant 255 : i64
    %small = arith.andi %start, %mask : i64
    %last:2 = scf.while (%a = %small, %b = %count) : (i64, i64) -> (i64, i64) {
      %positive = arith.cmpi sgt, %a, %one : i64
      scf.condition(%positive) %b, %a : i64, i64
    } do {
    ^bb0(%b: i64, %a: i64):
      %half = arith.shrsi %a, %one : i64
      %bb = arith.addi %b, %a : i64
      scf.yield %half, %bb : i64, i64
    }
    %kind = arith.remui %i, %c8 : index
    %chosen = scf.index_switch %kind -> i64
    case 2 {
      scf.yield %one : i64
    }
    case 5 {
      %inner = scf.execute_region -> i64 {
        %even = arith.cmpi sge, %last#0, %small : i64
        cf.cond_br %even, ^left, ^right
      ^left:
        scf.yield %small : i64
      ^right:
        %both = arith.addi %last#0, %last#1 : i64
        scf.yield %both : i64
      }
      scf.yield %inner : i64
    }
    default {
      scf.yield %last#0 : i64
    }
    memref.store %chosen, %steps[%i] : memref<8xi64>
  }
  %final:2 = scf.for %i = %c0 to %c8 step %c1 iter_args(%p = %sums, %q = %sums) -> (memref<8xf32>, memref<8xf32>) {
    %v = memref.load %p[%i] : memref<8xf32>
    %w = arith.addf %v, %v : f32
    %odd = arith.cmpf ogt, %v, %zero : f32
    scf.if %odd {
      memref.store %w, %q[%i] : memref<8xf32>
    }
    scf.yield %q, %p : memref<8xf32>, memref<8xf32>
  }
  %total = scf.parallel (%i, %j) = (%c0, %c0) to (%c8, %c8) step (%c1, %c2) init (%zero) -> f32 {
    %v = memref.load %x[%i, %j] : memref<8x8xf32>
    scf.reduce(%v : f32) {
    ^bb0(%l: f32, %r: f32):
      %sum = arith.addf %l, %r : f32
      scf.reduce.return %sum : f32
    }
  }
  memref.store %total, %extra[%c0] : memref<3xf32>
  %largest = affine.parallel (%i, %j) = (0, 0) to (8, 8) step (2, 1) reduce ("maximumf") -> f32 {
    %v = affine.load %x[%i, %j] : memref<8x8xf32>
    affine.yield %v : f32
  }
  memref.store %largest, %extra[%c1] : memref<3xf32>
  %flag = arith.cmpf ogt, %largest, %total : f32
  %picked = scf.if %flag -> (memref<8xf32>) {
    scf.yield %final#0 : memref<8xf32>
  } else {
    scf.yield %final#1 : memref<8xf32>
  }
  %p0 = memref.load %picked[%c2] : memref<8xf32>
  memref.store %p0, %extra[%c2] : memref<3xf32>
  return %sums, %steps, %extra : memref<8xf32>, memref<8xi64>, memref<3xf32>
}
