// Loops and choices made of branches, blocks with memrefs as arguments, two edges to one block.
func.func @main_graph(%x: memref<16xi64>, %y: memref<16xi64>) -> memref<16xi64> attributes {llvm.emit_c_interface} {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c16 = arith.constant 16 : index
  %two = arith.constant 2 : i64
  %five = arith.constant 5 : i64
  %out = memref.alloc() : memref<16xi64>
  cf.br ^head(%c0, %x, %y : index, memref<16xi64>, memref<16xi64>)
^head(%i: index, %p: memref<16xi64>, %q: memref<16xi64>):
  %more = arith.cmpi slt, %i, %c16 : index
  cf.cond_br %more, ^body, ^done
^body:
  %a = memref.load %p[%i] : memref<16xi64>
  %r = arith.remsi %a, %five : i64
  %flag = arith.trunci %r : i64 to i32
  cf.switch %flag : i32, [
    default: ^join(%a : i64),
    1: ^join(%two : i64),
    2: ^square(%a : i64),
    4: ^square(%two : i64)
  ]
^square(%s: i64):
  %ss = arith.muli %s, %s : i64
  %neg = arith.cmpi slt, %a, %two : i64
  cf.cond_br %neg, ^join(%ss : i64), ^join(%s : i64)
^join(%v: i64):
  memref.store %v, %out[%i] : memref<16xi64>
  %next = arith.addi %i, %c1 : index
  cf.br ^head(%next, %q, %p : index, memref<16xi64>, memref<16xi64>)
^done:
  %ok = arith.cmpi eq, %i, %c16 : index
  cf.assert %ok, "counted to the end"
  return %out : memref<16xi64>
}
