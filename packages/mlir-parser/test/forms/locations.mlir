#loc = loc("file.py":1:2)
#l2 = loc(fused<"meta">["a", #loc])
module {
  func.func @f(%a: i32 loc("argname"), %b: i32 loc(#loc)) -> i32 {
    %0 = arith.addi %a, %b : i32 loc(callsite("callee" at "f.mlir":10:20))
    %1 = arith.addi %0, %b : i32 loc(#later)
    %2 = arith.addi %0, %b : i32 loc(unknown)
    %3 = "t.op"(%2) {l = loc("attr":3:4)} : (i32) -> i32 loc("name"("child":3:3))
    cf.br ^bb1(%3 : i32)
  ^bb1(%x: i32 loc("blockarg")):
    return %x : i32 loc(#l2)
  } loc(fused["x", "y"])
} loc("mod":0:0)
#later = loc("later"("z":1:1))
