; ModuleID = 'vectors.c'
source_filename = "vectors.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-pc-linux-gnu"

@bb = dso_local global bfloat 0xR3FC0, align 2

; Function Attrs: noinline nounwind optnone uwtable
define dso_local <4 x float> @f(<4 x float> noundef %0, <4 x float> noundef %1, <4 x i32> noundef %2) #0 {
  %4 = alloca <4 x float>, align 16
  %5 = alloca <4 x float>, align 16
  %6 = alloca <4 x i32>, align 16
  store <4 x float> %0, ptr %4, align 16
  store <4 x float> %1, ptr %5, align 16
  store <4 x i32> %2, ptr %6, align 16
  %7 = load <4 x float>, ptr %4, align 16
  %8 = load <4 x float>, ptr %5, align 16
  %9 = shufflevector <4 x float> %7, <4 x float> %8, <4 x i32> <i32 0, i32 5, i32 2, i32 7>
  %10 = load <4 x float>, ptr %4, align 16
  %11 = load <4 x i32>, ptr %6, align 16
  %12 = load <4 x float>, ptr %4, align 16
  %13 = bitcast <4 x float> %12 to <4 x i32>
  %14 = and <4 x i32> %11, %13
  %15 = bitcast <4 x i32> %14 to <4 x float>
  %16 = call <4 x float> @llvm.fmuladd.v4f32(<4 x float> %9, <4 x float> %10, <4 x float> %15)
  ret <4 x float> %16
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare <4 x float> @llvm.fmuladd.v4f32(<4 x float>, <4 x float>, <4 x float>) #1

; Function Attrs: noinline nounwind optnone uwtable
define dso_local float @g(<4 x float> noundef %0, i32 noundef %1) #0 {
  %3 = alloca <4 x float>, align 16
  %4 = alloca i32, align 4
  store <4 x float> %0, ptr %3, align 16
  store i32 %1, ptr %4, align 4
  %5 = load i32, ptr %4, align 4
  %6 = load <4 x float>, ptr %3, align 16
  %7 = insertelement <4 x float> %6, float 2.000000e+00, i32 %5
  store <4 x float> %7, ptr %3, align 16
  %8 = load <4 x float>, ptr %3, align 16
  %9 = extractelement <4 x float> %8, i32 0
  %10 = load <4 x float>, ptr %3, align 16
  %11 = load i32, ptr %4, align 4
  %12 = extractelement <4 x float> %10, i32 %11
  %13 = fadd float %9, %12
  ret float %13
}

; Function Attrs: noinline nounwind optnone uwtable
define dso_local half @h(half noundef %0) #2 {
  %2 = alloca half, align 2
  store half %0, ptr %2, align 2
  %3 = load half, ptr %2, align 2
  %4 = fpext half %3 to float
  %5 = fmul float %4, 1.500000e+00
  %6 = fptrunc float %5 to half
  ret half %6
}

; Function Attrs: noinline nounwind optnone uwtable
define dso_local { i64, i64 } @w(i64 noundef %0, i64 noundef %1) #2 {
  %3 = alloca i128, align 16
  %4 = alloca i128, align 16
  %5 = alloca i128, align 16
  %6 = getelementptr inbounds { i64, i64 }, ptr %4, i32 0, i32 0
  store i64 %0, ptr %6, align 16
  %7 = getelementptr inbounds { i64, i64 }, ptr %4, i32 0, i32 1
  store i64 %1, ptr %7, align 8
  %8 = load i128, ptr %4, align 16
  store i128 %8, ptr %5, align 16
  %9 = load i128, ptr %5, align 16
  %10 = mul i128 %9, 12345678901234567890
  %11 = add i128 %10, 1267650600228229401496703205376
  store i128 %11, ptr %3, align 16
  %12 = load { i64, i64 }, ptr %3, align 16
  ret { i64, i64 } %12
}

; Function Attrs: noinline nounwind optnone uwtable
define dso_local i32 @o(i32 noundef %0, i32 noundef %1) #2 {
  %3 = alloca i32, align 4
  %4 = alloca i32, align 4
  %5 = alloca i32, align 4
  store i32 %0, ptr %3, align 4
  store i32 %1, ptr %4, align 4
  %6 = load i32, ptr %3, align 4
  %7 = load i32, ptr %4, align 4
  %8 = call { i32, i1 } @llvm.smul.with.overflow.i32(i32 %6, i32 %7)
  %9 = extractvalue { i32, i1 } %8, 1
  %10 = extractvalue { i32, i1 } %8, 0
  store i32 %10, ptr %5, align 4
  br i1 %9, label %11, label %12

11:                                               ; preds = %2
  br label %20

12:                                               ; preds = %2
  %13 = load i32, ptr %5, align 4
  %14 = load i32, ptr %3, align 4
  %15 = call i32 @llvm.ctpop.i32(i32 %14)
  %16 = add nsw i32 %13, %15
  %17 = load i32, ptr %4, align 4
  %18 = call i32 @llvm.ctlz.i32(i32 %17, i1 true)
  %19 = add nsw i32 %16, %18
  br label %20

20:                                               ; preds = %12, %11
  %21 = phi i32 [ -1, %11 ], [ %19, %12 ]
  ret i32 %21
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare { i32, i1 } @llvm.smul.with.overflow.i32(i32, i32) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i32 @llvm.ctpop.i32(i32) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i32 @llvm.ctlz.i32(i32, i1 immarg) #1

attributes #0 = { noinline nounwind optnone uwtable "frame-pointer"="all" "min-legal-vector-width"="128" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }
attributes #1 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #2 = { noinline nounwind optnone uwtable "frame-pointer"="all" "min-legal-vector-width"="0" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }

!llvm.module.flags = !{!0, !1, !2, !3, !4}
!llvm.ident = !{!5}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 8, !"PIC Level", i32 2}
!2 = !{i32 7, !"PIE Level", i32 2}
!3 = !{i32 7, !"uwtable", i32 2}
!4 = !{i32 7, !"frame-pointer", i32 2}
!5 = !{!"Debian clang version 19.1.7 (3~deb12u1)"}
