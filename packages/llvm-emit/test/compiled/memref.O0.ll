; ModuleID = 'memref.c'
source_filename = "memref.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-pc-linux-gnu"

%struct.memref2 = type { ptr, ptr, i64, [2 x i64], [2 x i64] }
%struct.__va_list_tag = type { i32, i32, ptr, ptr }

@in_section = dso_local global i32 3, section "mine", align 4
@weights = internal constant [4 x float] [float 1.000000e+00, float -2.500000e+00, float 0x3FB99999A0000000, float 0x39CE6C7200000000], align 16
@counter = dso_local global i32 0, align 4
@wide = internal global x86_fp80 0xK3FFFA000000000000000, align 16
@tls = dso_local thread_local global i32 0, align 4
@.str = private unnamed_addr constant [7 x i8] c"%d %s\0A\00", align 1
@.str.1 = private unnamed_addr constant [6 x i8] c"str\01\FF\00", align 1

; Function Attrs: noinline nounwind optnone uwtable
define dso_local float @matmul(ptr noundef byval(%struct.memref2) align 8 %0, ptr noundef byval(%struct.memref2) align 8 %1, ptr noundef %2) #0 {
  %4 = alloca ptr, align 8
  %5 = alloca float, align 4
  %6 = alloca i64, align 8
  %7 = alloca i64, align 8
  %8 = alloca float, align 4
  %9 = alloca i64, align 8
  store ptr %2, ptr %4, align 8
  store float 0.000000e+00, ptr %5, align 4
  store i64 0, ptr %6, align 8
  br label %10

10:                                               ; preds = %87, %3
  %11 = load i64, ptr %6, align 8
  %12 = getelementptr inbounds %struct.memref2, ptr %0, i32 0, i32 3
  %13 = getelementptr inbounds [2 x i64], ptr %12, i64 0, i64 0
  %14 = load i64, ptr %13, align 8
  %15 = icmp slt i64 %11, %14
  br i1 %15, label %16, label %90

16:                                               ; preds = %10
  store i64 0, ptr %7, align 8
  br label %17

17:                                               ; preds = %83, %16
  %18 = load i64, ptr %7, align 8
  %19 = getelementptr inbounds %struct.memref2, ptr %1, i32 0, i32 3
  %20 = getelementptr inbounds [2 x i64], ptr %19, i64 0, i64 1
  %21 = load i64, ptr %20, align 8
  %22 = icmp slt i64 %18, %21
  br i1 %22, label %23, label %86

23:                                               ; preds = %17
  store float 0.000000e+00, ptr %8, align 4
  store i64 0, ptr %9, align 8
  br label %24

24:                                               ; preds = %55, %23
  %25 = load i64, ptr %9, align 8
  %26 = getelementptr inbounds %struct.memref2, ptr %0, i32 0, i32 3
  %27 = getelementptr inbounds [2 x i64], ptr %26, i64 0, i64 1
  %28 = load i64, ptr %27, align 8
  %29 = icmp slt i64 %25, %28
  br i1 %29, label %30, label %58

30:                                               ; preds = %24
  %31 = getelementptr inbounds %struct.memref2, ptr %0, i32 0, i32 1
  %32 = load ptr, ptr %31, align 8
  %33 = load i64, ptr %6, align 8
  %34 = getelementptr inbounds %struct.memref2, ptr %0, i32 0, i32 4
  %35 = getelementptr inbounds [2 x i64], ptr %34, i64 0, i64 0
  %36 = load i64, ptr %35, align 8
  %37 = mul nsw i64 %33, %36
  %38 = load i64, ptr %9, align 8
  %39 = add nsw i64 %37, %38
  %40 = getelementptr inbounds float, ptr %32, i64 %39
  %41 = load float, ptr %40, align 4
  %42 = getelementptr inbounds %struct.memref2, ptr %1, i32 0, i32 1
  %43 = load ptr, ptr %42, align 8
  %44 = load i64, ptr %9, align 8
  %45 = getelementptr inbounds %struct.memref2, ptr %1, i32 0, i32 4
  %46 = getelementptr inbounds [2 x i64], ptr %45, i64 0, i64 0
  %47 = load i64, ptr %46, align 8
  %48 = mul nsw i64 %44, %47
  %49 = load i64, ptr %7, align 8
  %50 = add nsw i64 %48, %49
  %51 = getelementptr inbounds float, ptr %43, i64 %50
  %52 = load float, ptr %51, align 4
  %53 = load float, ptr %8, align 4
  %54 = call float @llvm.fmuladd.f32(float %41, float %52, float %53)
  store float %54, ptr %8, align 4
  br label %55

55:                                               ; preds = %30
  %56 = load i64, ptr %9, align 8
  %57 = add nsw i64 %56, 1
  store i64 %57, ptr %9, align 8
  br label %24, !llvm.loop !6

58:                                               ; preds = %24
  %59 = load float, ptr %8, align 4
  %60 = call float @llvm.maxnum.f32(float %59, float 0.000000e+00)
  %61 = load i64, ptr %6, align 8
  %62 = load i64, ptr %7, align 8
  %63 = add nsw i64 %61, %62
  %64 = and i64 %63, 3
  %65 = getelementptr inbounds [4 x float], ptr @weights, i64 0, i64 %64
  %66 = load float, ptr %65, align 4
  %67 = fadd float %60, %66
  %68 = load ptr, ptr %4, align 8
  %69 = getelementptr inbounds %struct.memref2, ptr %68, i32 0, i32 1
  %70 = load ptr, ptr %69, align 8
  %71 = load i64, ptr %6, align 8
  %72 = load ptr, ptr %4, align 8
  %73 = getelementptr inbounds %struct.memref2, ptr %72, i32 0, i32 4
  %74 = getelementptr inbounds [2 x i64], ptr %73, i64 0, i64 0
  %75 = load i64, ptr %74, align 8
  %76 = mul nsw i64 %71, %75
  %77 = load i64, ptr %7, align 8
  %78 = add nsw i64 %76, %77
  %79 = getelementptr inbounds float, ptr %70, i64 %78
  store float %67, ptr %79, align 4
  %80 = load float, ptr %8, align 4
  %81 = load float, ptr %5, align 4
  %82 = fadd float %81, %80
  store float %82, ptr %5, align 4
  br label %83

83:                                               ; preds = %58
  %84 = load i64, ptr %7, align 8
  %85 = add nsw i64 %84, 1
  store i64 %85, ptr %7, align 8
  br label %17, !llvm.loop !8

86:                                               ; preds = %17
  br label %87

87:                                               ; preds = %86
  %88 = load i64, ptr %6, align 8
  %89 = add nsw i64 %88, 1
  store i64 %89, ptr %6, align 8
  br label %10, !llvm.loop !9

90:                                               ; preds = %10
  %91 = atomicrmw add ptr @counter, i32 1 seq_cst, align 4
  %92 = load float, ptr %5, align 4
  %93 = load x86_fp80, ptr @wide, align 16
  %94 = fptrunc x86_fp80 %93 to float
  %95 = fadd float %92, %94
  %96 = call align 4 ptr @llvm.threadlocal.address.p0(ptr align 4 @tls)
  %97 = load i32, ptr %96, align 4
  %98 = sitofp i32 %97 to float
  %99 = fadd float %95, %98
  ret float %99
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.fmuladd.f32(float, float, float) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.maxnum.f32(float, float) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare nonnull ptr @llvm.threadlocal.address.p0(ptr nonnull) #1

; Function Attrs: noinline nounwind optnone uwtable
define dso_local i32 @pick(i32 noundef %0) #0 {
  %2 = alloca i32, align 4
  %3 = alloca i32, align 4
  store i32 %0, ptr %3, align 4
  %4 = load i32, ptr %3, align 4
  switch i32 %4, label %8 [
    i32 1, label %5
    i32 7, label %6
    i32 -3, label %7
  ]

5:                                                ; preds = %1
  store i32 5, ptr %2, align 4
  br label %11

6:                                                ; preds = %1
  store i32 9, ptr %2, align 4
  br label %11

7:                                                ; preds = %1
  store i32 2, ptr %2, align 4
  br label %11

8:                                                ; preds = %1
  %9 = load i32, ptr %3, align 4
  %10 = call i32 (ptr, ...) @printf(ptr noundef @.str, i32 noundef %9, ptr noundef @.str.1)
  store i32 %10, ptr %2, align 4
  br label %11

11:                                               ; preds = %8, %7, %6, %5
  %12 = load i32, ptr %2, align 4
  ret i32 %12
}

declare i32 @printf(ptr noundef, ...) #2

; Function Attrs: noinline nounwind optnone uwtable
define dso_local double @vla(i32 noundef %0) #0 {
  %2 = alloca i32, align 4
  %3 = alloca ptr, align 8
  %4 = alloca i64, align 8
  %5 = alloca i32, align 4
  store i32 %0, ptr %2, align 4
  %6 = load i32, ptr %2, align 4
  %7 = zext i32 %6 to i64
  %8 = call ptr @llvm.stacksave.p0()
  store ptr %8, ptr %3, align 8
  %9 = alloca double, i64 %7, align 16
  store i64 %7, ptr %4, align 8
  %10 = mul nuw i64 8, %7
  call void @llvm.memset.p0.i64(ptr align 16 %9, i8 0, i64 %10, i1 false)
  store i32 0, ptr %5, align 4
  br label %11

11:                                               ; preds = %28, %1
  %12 = load i32, ptr %5, align 4
  %13 = load i32, ptr %2, align 4
  %14 = icmp slt i32 %12, %13
  br i1 %14, label %15, label %31

15:                                               ; preds = %11
  %16 = load i32, ptr %5, align 4
  %17 = sitofp i32 %16 to double
  %18 = call double @sin(double noundef %17) #8
  %19 = load i32, ptr %5, align 4
  %20 = sext i32 %19 to i64
  %21 = getelementptr inbounds double, ptr %9, i64 %20
  %22 = load double, ptr %21, align 8
  %23 = call double @exp(double noundef %22) #8
  %24 = fadd double %18, %23
  %25 = load i32, ptr %5, align 4
  %26 = sext i32 %25 to i64
  %27 = getelementptr inbounds double, ptr %9, i64 %26
  store double %24, ptr %27, align 8
  br label %28

28:                                               ; preds = %15
  %29 = load i32, ptr %5, align 4
  %30 = add nsw i32 %29, 1
  store i32 %30, ptr %5, align 4
  br label %11, !llvm.loop !10

31:                                               ; preds = %11
  %32 = load i32, ptr %2, align 4
  %33 = sub nsw i32 %32, 1
  %34 = sext i32 %33 to i64
  %35 = getelementptr inbounds double, ptr %9, i64 %34
  %36 = load double, ptr %35, align 8
  %37 = load ptr, ptr %3, align 8
  call void @llvm.stackrestore.p0(ptr %37)
  ret double %36
}

; Function Attrs: nocallback nofree nosync nounwind willreturn
declare ptr @llvm.stacksave.p0() #3

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr nocapture writeonly, i8, i64, i1 immarg) #4

; Function Attrs: nounwind
declare double @sin(double noundef) #5

; Function Attrs: nounwind
declare double @exp(double noundef) #5

; Function Attrs: nocallback nofree nosync nounwind willreturn
declare void @llvm.stackrestore.p0(ptr) #3

; Function Attrs: noinline nounwind optnone uwtable
define dso_local i32 @vsum(i32 noundef %0, ...) #0 {
  %2 = alloca i32, align 4
  %3 = alloca [1 x %struct.__va_list_tag], align 16
  store i32 %0, ptr %2, align 4
  %4 = getelementptr inbounds [1 x %struct.__va_list_tag], ptr %3, i64 0, i64 0
  call void @llvm.va_start.p0(ptr %4)
  %5 = getelementptr inbounds [1 x %struct.__va_list_tag], ptr %3, i64 0, i64 0
  call void @llvm.va_end.p0(ptr %5)
  %6 = load i32, ptr %2, align 4
  ret i32 %6
}

; Function Attrs: nocallback nofree nosync nounwind willreturn
declare void @llvm.va_start.p0(ptr) #3

; Function Attrs: nocallback nofree nosync nounwind willreturn
declare void @llvm.va_end.p0(ptr) #3

; Function Attrs: noinline nounwind optnone uwtable
define dso_local i32 @cas(ptr noundef %0, i32 noundef %1) #0 {
  %3 = alloca ptr, align 8
  %4 = alloca i32, align 4
  %5 = alloca i32, align 4
  %6 = alloca i8, align 1
  %7 = alloca i32, align 4
  store ptr %0, ptr %3, align 8
  store i32 %1, ptr %4, align 4
  fence seq_cst
  %8 = load ptr, ptr %3, align 8
  store i32 3, ptr %5, align 4
  %9 = load i32, ptr %4, align 4
  %10 = load i32, ptr %5, align 4
  %11 = cmpxchg ptr %8, i32 %9, i32 %10 seq_cst seq_cst, align 4
  %12 = extractvalue { i32, i1 } %11, 0
  %13 = extractvalue { i32, i1 } %11, 1
  br i1 %13, label %15, label %14

14:                                               ; preds = %2
  store i32 %12, ptr %4, align 4
  br label %15

15:                                               ; preds = %14, %2
  %16 = zext i1 %13 to i8
  store i8 %16, ptr %6, align 1
  %17 = load i8, ptr %6, align 1
  %18 = trunc i8 %17 to i1
  %19 = zext i1 %18 to i32
  %20 = load ptr, ptr %3, align 8
  %21 = load atomic i32, ptr %20 seq_cst, align 4
  store i32 %21, ptr %7, align 4
  %22 = load i32, ptr %7, align 4
  %23 = add nsw i32 %19, %22
  ret i32 %23
}

; Function Attrs: noinline nounwind optnone uwtable
define dso_local ptr @mem(ptr noundef %0, ptr noundef %1, i64 noundef %2) #0 {
  %4 = alloca ptr, align 8
  %5 = alloca ptr, align 8
  %6 = alloca i64, align 8
  store ptr %0, ptr %4, align 8
  store ptr %1, ptr %5, align 8
  store i64 %2, ptr %6, align 8
  %7 = load ptr, ptr %4, align 8
  %8 = load ptr, ptr %5, align 8
  %9 = load i64, ptr %6, align 8
  call void @llvm.memcpy.p0.p0.i64(ptr align 1 %7, ptr align 1 %8, i64 %9, i1 false)
  %10 = load ptr, ptr %5, align 8
  %11 = load ptr, ptr %4, align 8
  %12 = load i64, ptr %6, align 8
  call void @llvm.memmove.p0.p0.i64(ptr align 1 %10, ptr align 1 %11, i64 %12, i1 false)
  %13 = load i64, ptr %6, align 8
  %14 = call noalias ptr @malloc(i64 noundef %13) #9
  ret ptr %14
}

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: readwrite)
declare void @llvm.memcpy.p0.p0.i64(ptr noalias nocapture writeonly, ptr noalias nocapture readonly, i64, i1 immarg) #6

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: readwrite)
declare void @llvm.memmove.p0.p0.i64(ptr nocapture writeonly, ptr nocapture readonly, i64, i1 immarg) #6

; Function Attrs: nounwind allocsize(0)
declare noalias ptr @malloc(i64 noundef) #7

; Function Attrs: noinline nounwind optnone uwtable
define dso_local i32 @main() #0 {
  %1 = alloca i32, align 4
  store i32 0, ptr %1, align 4
  %2 = call i32 @pick(i32 noundef 3)
  ret i32 %2
}

attributes #0 = { noinline nounwind optnone uwtable "frame-pointer"="all" "min-legal-vector-width"="0" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }
attributes #1 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #2 = { "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }
attributes #3 = { nocallback nofree nosync nounwind willreturn }
attributes #4 = { nocallback nofree nounwind willreturn memory(argmem: write) }
attributes #5 = { nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }
attributes #6 = { nocallback nofree nounwind willreturn memory(argmem: readwrite) }
attributes #7 = { nounwind allocsize(0) "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }
attributes #8 = { nounwind }
attributes #9 = { nounwind allocsize(0) }

!llvm.module.flags = !{!0, !1, !2, !3, !4}
!llvm.ident = !{!5}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 8, !"PIC Level", i32 2}
!2 = !{i32 7, !"PIE Level", i32 2}
!3 = !{i32 7, !"uwtable", i32 2}
!4 = !{i32 7, !"frame-pointer", i32 2}
!5 = !{!"Debian clang version 19.1.7 (3~deb12u1)"}
!6 = distinct !{!6, !7}
!7 = !{!"llvm.loop.mustprogress"}
!8 = distinct !{!8, !7}
!9 = distinct !{!9, !7}
!10 = distinct !{!10, !7}
