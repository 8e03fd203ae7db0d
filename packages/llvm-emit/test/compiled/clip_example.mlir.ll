; ModuleID = 'LLVMDialectModule'
source_filename = "LLVMDialectModule"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-pc-linux-gnu"

declare ptr @malloc(i64)

define { ptr, ptr, i64, [1 x i64], [1 x i64] } @main_graph(ptr %0, ptr %1, i64 %2, i64 %3, i64 %4, ptr %5, ptr %6, i64 %7, ptr %8, ptr %9, i64 %10) {
  %12 = insertvalue { ptr, ptr, i64 } undef, ptr %8, 0
  %13 = insertvalue { ptr, ptr, i64 } %12, ptr %9, 1
  %14 = insertvalue { ptr, ptr, i64 } %13, i64 %10, 2
  %15 = insertvalue { ptr, ptr, i64 } undef, ptr %5, 0
  %16 = insertvalue { ptr, ptr, i64 } %15, ptr %6, 1
  %17 = insertvalue { ptr, ptr, i64 } %16, i64 %7, 2
  %18 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } undef, ptr %0, 0
  %19 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %18, ptr %1, 1
  %20 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %19, i64 %2, 2
  %21 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %20, i64 %3, 3, 0
  %22 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %21, i64 %4, 4, 0
  %23 = call ptr @malloc(i64 add (i64 ptrtoint (ptr getelementptr (float, ptr null, i64 3) to i64), i64 16))
  %24 = ptrtoint ptr %23 to i64
  %25 = add i64 %24, 15
  %26 = urem i64 %25, 16
  %27 = sub i64 %25, %26
  %28 = inttoptr i64 %27 to ptr
  %29 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } undef, ptr %23, 0
  %30 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %29, ptr %28, 1
  %31 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %30, i64 0, 2
  %32 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %31, i64 3, 3, 0
  %33 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %32, i64 1, 4, 0
  br label %34

34:                                               ; preds = %37, %11
  %35 = phi i64 [ %49, %37 ], [ 0, %11 ]
  %36 = icmp slt i64 %35, 3
  br i1 %36, label %37, label %50

37:                                               ; preds = %34
  %38 = extractvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %22, 1
  %39 = getelementptr float, ptr %38, i64 %35
  %40 = load float, ptr %39, align 4
  %41 = extractvalue { ptr, ptr, i64 } %17, 1
  %42 = load float, ptr %41, align 4
  %43 = extractvalue { ptr, ptr, i64 } %14, 1
  %44 = load float, ptr %43, align 4
  %45 = call float @llvm.maxnum.f32(float %42, float %40)
  %46 = call float @llvm.minnum.f32(float %44, float %45)
  %47 = extractvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %33, 1
  %48 = getelementptr float, ptr %47, i64 %35
  store float %46, ptr %48, align 4
  %49 = add i64 %35, 1
  br label %34

50:                                               ; preds = %34
  ret { ptr, ptr, i64, [1 x i64], [1 x i64] } %33
}

define void @_mlir_ciface_main_graph(ptr %0, ptr %1, ptr %2, ptr %3) {
  %5 = load { ptr, ptr, i64, [1 x i64], [1 x i64] }, ptr %1, align 8
  %6 = extractvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %5, 0
  %7 = extractvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %5, 1
  %8 = extractvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %5, 2
  %9 = extractvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %5, 3, 0
  %10 = extractvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %5, 4, 0
  %11 = load { ptr, ptr, i64 }, ptr %2, align 8
  %12 = extractvalue { ptr, ptr, i64 } %11, 0
  %13 = extractvalue { ptr, ptr, i64 } %11, 1
  %14 = extractvalue { ptr, ptr, i64 } %11, 2
  %15 = load { ptr, ptr, i64 }, ptr %3, align 8
  %16 = extractvalue { ptr, ptr, i64 } %15, 0
  %17 = extractvalue { ptr, ptr, i64 } %15, 1
  %18 = extractvalue { ptr, ptr, i64 } %15, 2
  %19 = call { ptr, ptr, i64, [1 x i64], [1 x i64] } @main_graph(ptr %6, ptr %7, i64 %8, i64 %9, i64 %10, ptr %12, ptr %13, i64 %14, ptr %16, ptr %17, i64 %18)
  store { ptr, ptr, i64, [1 x i64], [1 x i64] } %19, ptr %0, align 8
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.maxnum.f32(float, float) #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.minnum.f32(float, float) #0

attributes #0 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }

!llvm.module.flags = !{!0}

!0 = !{i32 2, !"Debug Info Version", i32 3}
