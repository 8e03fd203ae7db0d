// The commonest operations of llvm with a declarative format.
func.func @all(%a: i64, %b: i64, %x: f32, %p: !llvm.ptr, %c: i1, %v: vector<4xf32>, %k: i32, %s: !llvm.struct<(i32, array<4 x f32>)>) {
  %0 = llvm.add %a, %b : i64
  %1 = llvm.sub %a, %b overflow<nsw> : i64
  %2 = llvm.mul %a, %b overflow<nuw, nsw> {x} : i64
  %3 = llvm.shl %a, %b : i64
  %4 = llvm.and %a, %b : i64
  %5 = llvm.or %a, %b : i64
  %6 = llvm.xor %a, %b {x} : i64
  %7 = llvm.udiv %a, %b : i64
  %8 = llvm.srem %a, %b : i64
  %9 = llvm.lshr %a, %b : i64
  %10 = llvm.fadd %x, %x : f32
  %11 = llvm.fmul %x, %x {fastmathFlags = #llvm.fastmath<fast>} : f32
  %12 = llvm.fneg %x : f32
  %13 = llvm.fdiv %x, %x {fastmathFlags = #llvm.fastmath<ninf, nnan>} : f32
  %14 = llvm.sext %k : i32 to i64
  %15 = llvm.trunc %a : i64 to i32
  %16 = llvm.sitofp %k : i32 to f32
  %17 = llvm.fptosi %x : f32 to i32
  %18 = llvm.bitcast %x : f32 to i32
  %19 = llvm.ptrtoint %p : !llvm.ptr to i64
  %20 = llvm.inttoptr %a : i64 to !llvm.ptr
  %21 = llvm.load %p : !llvm.ptr -> f32
  %22 = llvm.load volatile %p {alignment = 8 : i64} : !llvm.ptr -> f32
  %23 = llvm.load %p atomic syncscope("agent") monotonic {alignment = 4 : i64} : !llvm.ptr -> f32
  %24 = llvm.load %p invariant : !llvm.ptr -> f32
  llvm.store %x, %p : f32, !llvm.ptr
  llvm.store volatile %x, %p atomic release {alignment = 4 : i64} : f32, !llvm.ptr
  %25 = llvm.getelementptr %p[%a] : (!llvm.ptr, i64) -> !llvm.ptr, f32
  %26 = llvm.getelementptr inbounds %p[0, %a, 3] : (!llvm.ptr, i64) -> !llvm.ptr, !llvm.array<4 x array<4 x f32>>
  %27 = llvm.extractvalue %s[0] : !llvm.struct<(i32, array<4 x f32>)>
  %28 = llvm.extractvalue %s[1, 2] : !llvm.struct<(i32, array<4 x f32>)>
  %29 = llvm.insertvalue %k, %s[0] : !llvm.struct<(i32, array<4 x f32>)>
  %30 = llvm.extractelement %v[%k : i32] : vector<4xf32>
  %31 = llvm.insertelement %x, %v[%k : i32] : vector<4xf32>
  %32 = llvm.shufflevector %v, %v [0, 1] : vector<4xf32>
  %33 = llvm.select %c, %a, %b : i1, i64
  %34 = llvm.mlir.constant(4 : i64) : i64
  %35 = llvm.mlir.constant(dense<0.0> : vector<4xf32>) : vector<4xf32>
  %36 = llvm.mlir.zero : !llvm.ptr
  %37 = llvm.mlir.undef : !llvm.struct<(i32, array<4 x f32>)>
  %38 = llvm.mlir.poison : i32
  %40 = llvm.freeze %x : f32
  %41 = llvm.intr.exp(%x) : (f32) -> f32
  %42 = llvm.intr.fma(%x, %x, %x) {fastmathFlags = #llvm.fastmath<contract>} : (f32, f32, f32) -> f32
  %43 = llvm.atomicrmw add %p, %a acq_rel : !llvm.ptr, i64
  %44 = llvm.cmpxchg %p, %a, %b acq_rel monotonic : !llvm.ptr, i64
  llvm.inline_asm has_side_effects "nop", "" : () -> ()
  %45 = llvm.inline_asm asm_dialect = intel "xor $0", "=r,r" %k : (i32) -> i32
  llvm.fence syncscope("agent") seq_cst
  llvm.cond_br %c weights([1, 2]), ^bb1(%a : i64), ^bb2
^bb1(%d: i64):
  llvm.switch %k : i32, ^bb2 [
    42: ^bb1(%a : i64),
    7: ^bb2
  ]
^bb2:
  llvm.br ^bb3 {x}
^bb3:
  llvm.switch %k : i32, ^bb4 [
  ]
^bb4:
  llvm.unreachable
}
