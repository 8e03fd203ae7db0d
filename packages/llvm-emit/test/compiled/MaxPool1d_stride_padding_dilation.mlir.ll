; ModuleID = 'LLVMDialectModule'
source_filename = "LLVMDialectModule"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-pc-linux-gnu"

declare ptr @malloc(i64)

define { ptr, ptr, i64, [3 x i64], [3 x i64] } @main_graph(ptr %0, ptr %1, i64 %2, i64 %3, i64 %4, i64 %5, i64 %6, i64 %7, i64 %8) {
  %10 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } undef, ptr %0, 0
  %11 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %10, ptr %1, 1
  %12 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %11, i64 %2, 2
  %13 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %12, i64 %3, 3, 0
  %14 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %13, i64 %6, 4, 0
  %15 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %14, i64 %4, 3, 1
  %16 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %15, i64 %7, 4, 1
  %17 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %16, i64 %5, 3, 2
  %18 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %17, i64 %8, 4, 2
  %19 = call ptr @malloc(i64 add (i64 ptrtoint (ptr getelementptr (float, ptr null, i64 21821) to i64), i64 16))
  %20 = ptrtoint ptr %19 to i64
  %21 = add i64 %20, 15
  %22 = urem i64 %21, 16
  %23 = sub i64 %21, %22
  %24 = inttoptr i64 %23 to ptr
  %25 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } undef, ptr %19, 0
  %26 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %25, ptr %24, 1
  %27 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %26, i64 0, 2
  %28 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %27, i64 1, 3, 0
  %29 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %28, i64 1, 3, 1
  %30 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %29, i64 21821, 3, 2
  %31 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %30, i64 21821, 4, 0
  %32 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %31, i64 21821, 4, 1
  %33 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %32, i64 1, 4, 2
  %34 = alloca float, i64 1, align 4
  %35 = insertvalue { ptr, ptr, i64 } undef, ptr %34, 0
  %36 = insertvalue { ptr, ptr, i64 } %35, ptr %34, 1
  %37 = insertvalue { ptr, ptr, i64 } %36, i64 0, 2
  br label %38

38:                                               ; preds = %89, %9
  %39 = phi i64 [ %90, %89 ], [ 0, %9 ]
  %40 = icmp slt i64 %39, 1
  br i1 %40, label %41, label %91

41:                                               ; preds = %38
  br label %42

42:                                               ; preds = %87, %41
  %43 = phi i64 [ %88, %87 ], [ 0, %41 ]
  %44 = icmp slt i64 %43, 1
  br i1 %44, label %45, label %89

45:                                               ; preds = %42
  br label %46

46:                                               ; preds = %77, %45
  %47 = phi i64 [ %86, %77 ], [ 0, %45 ]
  %48 = icmp slt i64 %47, 21821
  br i1 %48, label %49, label %87

49:                                               ; preds = %46
  %50 = extractvalue { ptr, ptr, i64 } %37, 1
  store float 0xFFF0000000000000, ptr %50, align 4
  %51 = mul i64 %47, 10
  %52 = add i64 %51, -100
  %53 = call i64 @llvm.smax.i64(i64 %52, i64 0)
  %54 = mul i64 %47, -1
  %55 = add i64 %54, 22010
  %56 = add i64 %47, 189
  %57 = call i64 @llvm.smin.i64(i64 %55, i64 %56)
  %58 = call i64 @llvm.smin.i64(i64 %57, i64 199)
  br label %59

59:                                               ; preds = %62, %49
  %60 = phi i64 [ %76, %62 ], [ 0, %49 ]
  %61 = icmp slt i64 %60, %58
  br i1 %61, label %62, label %77

62:                                               ; preds = %59
  %63 = mul i64 %60, 10
  %64 = add i64 %63, %53
  %65 = extractvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %18, 1
  %66 = mul i64 %39, 220000
  %67 = mul i64 %43, 220000
  %68 = add i64 %66, %67
  %69 = add i64 %68, %64
  %70 = getelementptr float, ptr %65, i64 %69
  %71 = load float, ptr %70, align 4
  %72 = extractvalue { ptr, ptr, i64 } %37, 1
  %73 = load float, ptr %72, align 4
  %74 = call float @llvm.maxnum.f32(float %73, float %71)
  %75 = extractvalue { ptr, ptr, i64 } %37, 1
  store float %74, ptr %75, align 4
  %76 = add i64 %60, 1
  br label %59

77:                                               ; preds = %59
  %78 = extractvalue { ptr, ptr, i64 } %37, 1
  %79 = load float, ptr %78, align 4
  %80 = extractvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %33, 1
  %81 = mul i64 %39, 21821
  %82 = mul i64 %43, 21821
  %83 = add i64 %81, %82
  %84 = add i64 %83, %47
  %85 = getelementptr float, ptr %80, i64 %84
  store float %79, ptr %85, align 4
  %86 = add i64 %47, 1
  br label %46

87:                                               ; preds = %46
  %88 = add i64 %43, 1
  br label %42

89:                                               ; preds = %42
  %90 = add i64 %39, 1
  br label %38

91:                                               ; preds = %38
  ret { ptr, ptr, i64, [3 x i64], [3 x i64] } %33
}

define void @_mlir_ciface_main_graph(ptr %0, ptr %1) {
  %3 = load { ptr, ptr, i64, [3 x i64], [3 x i64] }, ptr %1, align 8
  %4 = extractvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %3, 0
  %5 = extractvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %3, 1
  %6 = extractvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %3, 2
  %7 = extractvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %3, 3, 0
  %8 = extractvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %3, 3, 1
  %9 = extractvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %3, 3, 2
  %10 = extractvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %3, 4, 0
  %11 = extractvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %3, 4, 1
  %12 = extractvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %3, 4, 2
  %13 = call { ptr, ptr, i64, [3 x i64], [3 x i64] } @main_graph(ptr %4, ptr %5, i64 %6, i64 %7, i64 %8, i64 %9, i64 %10, i64 %11, i64 %12)
  store { ptr, ptr, i64, [3 x i64], [3 x i64] } %13, ptr %0, align 8
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.smax.i64(i64, i64) #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.smin.i64(i64, i64) #0

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.maxnum.f32(float, float) #0

attributes #0 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }

!llvm.module.flags = !{!0}

!0 = !{i32 2, !"Debug Info Version", i32 3}
