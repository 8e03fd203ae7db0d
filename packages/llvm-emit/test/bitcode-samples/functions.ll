source_filename = "functions"
target triple = "x86_64-pc-linux-gnu"
declare void @variadic(ptr, ...)
declare float @llvm.sqrt.f32(float)
declare void @llvm.memcpy.p0.p0.i64(ptr noalias nocapture writeonly, ptr noalias nocapture readonly, i64, i1 immarg)
declare ptr @alloc(i64, i64) allockind("alloc,zeroed") allocsize(0,1) nofree
declare ptr @alloc1(i64) allocsize(0) memory(inaccessiblemem: readwrite, argmem: none)
define internal fastcc i32 @sum(ptr byval([4 x i32]) align 4 %data, i32 noundef %count) unnamed_addr #0 {
entry:
  %empty = icmp sle i32 %count, 0
  br i1 %empty, label %done, label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %total = phi i32 [ 0, %entry ], [ %plus, %loop ]
  %at = getelementptr inbounds i32, ptr %data, i32 %i
  %value = load volatile i32, ptr %at, align 4
  %plus = add nsw i32 %total, %value
  %next = add nuw nsw i32 %i, 1
  %more = icmp ult i32 %next, %count
  br i1 %more, label %loop, label %done
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
  %odd = alloca i8
  call void (ptr, ...) @variadic(ptr %12, i64 %15, double 2.5) #1
  tail call void @llvm.memcpy.p0.p0.i64(ptr align 8 %12, ptr %12, i64 32, i1 false)
  %16 = fadd fast float %8, 1.0
  %17 = fdiv float %16, 0x3FB99999A0000000
  %18 = lshr exact i64 %10, 3
  %19 = sitofp i64 %18 to float
  %20 = fpext float %19 to double
  switch i64 %10, label %other [
    i64 0, label %zero
    i64 -5, label %zero
    i64 4611686018427387904, label %other
  ]
zero:
  %x = musttail call <4 x float> @vectors(<4 x float> %a, <4 x float> %b, float %17, i1 %7)
  ret <4 x float> %x
other:
  unreachable
}
define dso_local noundef ptr @backwards() local_unnamed_addr #2 {
  br label %second
first:
  %r = add i32 %late, %late
  %s = select i1 %cond, i32 %late, i32 %r
  %p = getelementptr [4 x i32], ptr %ptr, i32 %late, i32 %s
  store i32 %late, ptr %p
  ret ptr %p
second:
  %late = add i32 1, 2
  %cond = icmp eq i32 %late, 7
  %ptr = inttoptr i64 64 to ptr
  br label %first
}
declare i32 @__gxx_personality_v0(...)
declare i32 @may(i32)
define i32 @eh(i32 %0) personality ptr @__gxx_personality_v0 {
  %2 = invoke i32 @may(i32 %0) to label %3 unwind label %4
3:
  ret i32 %2
4:
  %5 = landingpad { ptr, i32 }
          cleanup
          catch ptr null
  resume { ptr, i32 } %5
}
define zeroext i8 @rng(i8 noundef zeroext %a, ptr dereferenceable(8) align 8 nonnull %p) uwtable(sync) vscale_range(1,16) {
  ret i8 %a
}
attributes #0 = { noinline nounwind uwtable memory(argmem: read) "frame-pointer"="all" }
attributes #1 = { cold }
attributes #2 = { mustprogress memory(none) }

define half @narrow(bfloat %b, i1 %c) {
  %wide = fpext bfloat %b to float
  %h = fptrunc float %wide to half
  %sum = fadd half %h, 0xH3E00
  %kept = select i1 %c, half %sum, half 0xHFC00
  ret half %kept
}

define i64 @"name with spaces"({ i32, <2 x i64> } %pair, ptr addrspace(3) %shared) {
"block 1":
  %"lane\C3\A9" = extractvalue { i32, <2 x i64> } %pair, 1
  %moved = shl nuw nsw <2 x i64> %"lane\C3\A9", <i64 3, i64 63>
  %first = extractelement <2 x i64> %moved, i32 0
  %back = addrspacecast ptr addrspace(3) %shared to ptr
  %called = notail call i64 %back(i64 %first)
  ret i64 %called
}
