source_filename = "memory.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

$shared = comdat any
$grouped = comdat largest

%memref = type { ptr, ptr, i64, [2 x i64], [2 x i64] }

@tile = internal addrspace(3) global [8 x float] undef, align 16
@tile_address = constant ptr addrspace(3) @tile
@shared = linkonce_odr global i32 7, section ".data.mine", comdat, align 4
@other = linkonce_odr constant i8 1, comdat($grouped)
@inside = constant ptr getelementptr inbounds (i8, ptr @other, i64 0)

define linkonce_odr i32 @atomics(ptr %p, float %f, i32 %n, ptr %q) section ".text.mine" comdat($grouped) align 32 {
  %1 = atomicrmw add ptr %p, i32 %n seq_cst, align 4
  %2 = atomicrmw volatile fadd ptr %q, float %f syncscope("singlethread") acq_rel, align 4
  %3 = atomicrmw umax ptr %p, i32 %1 monotonic, align 8
  %4 = cmpxchg ptr %p, i32 %1, i32 %3 acq_rel monotonic, align 4
  %5 = cmpxchg weak volatile ptr %p, i32 %1, i32 %3 seq_cst seq_cst, align 4
  fence seq_cst
  fence syncscope("singlethread") release
  %6 = extractvalue { i32, i1 } %4, 0
  ret i32 %6
}

define float @spaces(ptr addrspace(3) %0, <2 x i64> %1, i64 %2) {
  %4 = alloca float, i64 %2, align 16
  %5 = alloca i8, align 1, addrspace(5)
  %6 = alloca [4 x float], i64 %2, align 8, addrspace(3)
  store volatile i8 1, ptr addrspace(5) %5, align 1
  %7 = getelementptr [8 x float], ptr addrspace(3) @tile, i64 0, i64 %2
  %8 = load volatile float, ptr addrspace(3) %7, align 4
  %9 = getelementptr inbounds float, ptr %4, <2 x i64> %1
  %10 = extractelement <2 x ptr> %9, i64 0
  store float %8, ptr %10, align 4
  %11 = addrspacecast ptr addrspace(3) %6 to ptr
  %12 = load float, ptr %11, align 4
  ret float %12
}

define %memref @describe(ptr %0, ptr %1, i64 %2) {
  %4 = insertvalue %memref undef, ptr %0, 0
  %5 = insertvalue %memref %4, ptr %1, 1
  %6 = insertvalue %memref %5, i64 0, 2
  %7 = insertvalue %memref %6, i64 %2, 3, 0
  %8 = insertvalue %memref %7, i64 1, 4, 1
  ret %memref %8
}
