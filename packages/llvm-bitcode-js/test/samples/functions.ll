target triple = "x86_64-pc-linux-gnu"

%vec = type <4 x float>
declare void @variadic(ptr, ...)
declare float @llvm.sqrt.f32(float)
declare void @llvm.memcpy.p0.p0.i64(ptr noalias nocapture writeonly, ptr noalias nocapture readonly, i64, i1 immarg)

define internal fastcc i32 @sum(ptr byval([4 x i32]) align 4 %data, i32 noundef %count) unnamed_addr #0 {
entry:
  %empty = icmp sle i32 %count, 0
  br i1 %empty, label %done, label %loop, !prof !0

loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %total = phi i32 [ 0, %entry ], [ %plus, %loop ]
  %at = getelementptr inbounds i32, ptr %data, i32 %i
  %value = load volatile i32, ptr %at, align 4
  %plus = add nsw i32 %total, %value
  %next = add nuw nsw i32 %i, 1
  %more = icmp ult i32 %next, %count
  br i1 %more, label %loop, label %done, !llvm.loop !1

done:
  %result = phi i32 [ 0, %entry ], [ %plus, %loop ]
  ret i32 %result
}

define <4 x float> @vectors(<4 x float> %a, <4 x float> %b, float %s, i1 %c) "no-frame-pointer-elim"="true" "key-only" {
  %1 = insertelement <4 x float> %a, float %s, i32 2
  %2 = shufflevector <4 x float> %1, <4 x float> %b, <4 x i32> <i32 0, i32 5, i32 poison, i32 7>
  %3 = fmul reassoc nnan contract <4 x float> %2, %b
  %4 = select fast i1 %c, <4 x float> %3, <4 x float> %a
  %5 = extractelement <4 x float> %4, i64 1
  %6 = fneg nsz float %5
  %7 = fcmp uno float %6, 0.0
  %8 = call afn float @llvm.sqrt.f32(float %6)
  %9 = zext i1 %7 to i64
  %10 = freeze i64 %9
  %11 = trunc i64 %10 to i8
  %12 = alloca { i8, [3 x i64] }, i32 2, align 64
  %13 = insertvalue { i8, [3 x i64] } undef, i8 %11, 0
  %14 = insertvalue { i8, [3 x i64] } %13, i64 %10, 1, 2
  %15 = extractvalue { i8, [3 x i64] } %14, 1, 1
  store { i8, [3 x i64] } %14, ptr %12, align 8
  call void (ptr, ...) @variadic(ptr %12, i64 %15, double 2.5) #1
  tail call void @llvm.memcpy.p0.p0.i64(ptr align 8 %12, ptr %12, i64 32, i1 false)
  switch i64 %10, label %other [
    i64 0, label %zero
    i64 -5, label %zero
    i64 4611686018427387904, label %other
  ]

zero:
  %16 = atomicrmw add ptr %12, i32 1 seq_cst, align 4
  %17 = cmpxchg weak ptr %12, i32 %16, i32 3 acq_rel monotonic, align 4
  fence acquire
  ret <4 x float> %4

other:
  unreachable
}

attributes #0 = { noinline nounwind uwtable memory(argmem: read) "frame-pointer"="all" }
attributes #1 = { cold }
!0 = !{!"branch_weights", i32 1, i32 2000}
!1 = distinct !{!1, !2}
!2 = !{!"llvm.loop.unroll.disable"}
