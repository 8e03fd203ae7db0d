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
  %19 = call ptr @malloc(i64 add (i64 ptrtoint (ptr getelementptr (float, ptr null, i64 12) to i64), i64 16))
  %20 = ptrtoint ptr %19 to i64
  %21 = add i64 %20, 15
  %22 = urem i64 %21, 16
  %23 = sub i64 %21, %22
  %24 = inttoptr i64 %23 to ptr
  %25 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } undef, ptr %19, 0
  %26 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %25, ptr %24, 1
  %27 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %26, i64 0, 2
  %28 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %27, i64 3, 3, 0
  %29 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %28, i64 2, 3, 1
  %30 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %29, i64 2, 3, 2
  %31 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %30, i64 4, 4, 0
  %32 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %31, i64 2, 4, 1
  %33 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %32, i64 1, 4, 2
  br label %34

34:                                               ; preds = %63, %9
  %35 = phi i64 [ %64, %63 ], [ 0, %9 ]
  %36 = icmp slt i64 %35, 3
  br i1 %36, label %37, label %65

37:                                               ; preds = %34
  br label %38

38:                                               ; preds = %61, %37
  %39 = phi i64 [ %62, %61 ], [ 0, %37 ]
  %40 = icmp slt i64 %39, 2
  br i1 %40, label %41, label %63

41:                                               ; preds = %38
  br label %42

42:                                               ; preds = %45, %41
  %43 = phi i64 [ %60, %45 ], [ 0, %41 ]
  %44 = icmp slt i64 %43, 2
  br i1 %44, label %45, label %61

45:                                               ; preds = %42
  %46 = extractvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %18, 1
  %47 = mul i64 %35, 4
  %48 = mul i64 %39, 2
  %49 = add i64 %47, %48
  %50 = add i64 %49, %43
  %51 = getelementptr float, ptr %46, i64 %50
  %52 = load float, ptr %51, align 4
  %53 = call float @llvm.fabs.f32(float %52)
  %54 = extractvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %33, 1
  %55 = mul i64 %35, 4
  %56 = mul i64 %39, 2
  %57 = add i64 %55, %56
  %58 = add i64 %57, %43
  %59 = getelementptr float, ptr %54, i64 %58
  store float %53, ptr %59, align 4
  %60 = add i64 %43, 1
  br label %42

61:                                               ; preds = %42
  %62 = add i64 %39, 1
  br label %38

63:                                               ; preds = %38
  %64 = add i64 %35, 1
  br label %34

65:                                               ; preds = %34
  %66 = call ptr @malloc(i64 add (i64 ptrtoint (ptr getelementptr (float, ptr null, i64 1) to i64), i64 16))
  %67 = ptrtoint ptr %66 to i64
  %68 = add i64 %67, 15
  %69 = urem i64 %68, 16
  %70 = sub i64 %68, %69
  %71 = inttoptr i64 %70 to ptr
  %72 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } undef, ptr %66, 0
  %73 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %72, ptr %71, 1
  %74 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %73, i64 0, 2
  %75 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %74, i64 1, 3, 0
  %76 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %75, i64 1, 3, 1
  %77 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %76, i64 1, 3, 2
  %78 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %77, i64 1, 4, 0
  %79 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %78, i64 1, 4, 1
  %80 = insertvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %79, i64 1, 4, 2
  br label %81

81:                                               ; preds = %100, %65
  %82 = phi i64 [ %101, %100 ], [ 0, %65 ]
  %83 = icmp slt i64 %82, 1
  br i1 %83, label %84, label %102

84:                                               ; preds = %81
  br label %85

85:                                               ; preds = %98, %84
  %86 = phi i64 [ %99, %98 ], [ 0, %84 ]
  %87 = icmp slt i64 %86, 1
  br i1 %87, label %88, label %100

88:                                               ; preds = %85
  br label %89

89:                                               ; preds = %92, %88
  %90 = phi i64 [ %97, %92 ], [ 0, %88 ]
  %91 = icmp slt i64 %90, 1
  br i1 %91, label %92, label %98

92:                                               ; preds = %89
  %93 = extractvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %80, 1
  %94 = add i64 %82, %86
  %95 = add i64 %94, %90
  %96 = getelementptr float, ptr %93, i64 %95
  store float 0.000000e+00, ptr %96, align 4
  %97 = add i64 %90, 1
  br label %89

98:                                               ; preds = %89
  %99 = add i64 %86, 1
  br label %85

100:                                              ; preds = %85
  %101 = add i64 %82, 1
  br label %81

102:                                              ; preds = %81
  br label %103

103:                                              ; preds = %131, %102
  %104 = phi i64 [ %132, %131 ], [ 0, %102 ]
  %105 = icmp slt i64 %104, 3
  br i1 %105, label %106, label %133

106:                                              ; preds = %103
  br label %107

107:                                              ; preds = %129, %106
  %108 = phi i64 [ %130, %129 ], [ 0, %106 ]
  %109 = icmp slt i64 %108, 2
  br i1 %109, label %110, label %131

110:                                              ; preds = %107
  br label %111

111:                                              ; preds = %114, %110
  %112 = phi i64 [ %128, %114 ], [ 0, %110 ]
  %113 = icmp slt i64 %112, 2
  br i1 %113, label %114, label %129

114:                                              ; preds = %111
  %115 = extractvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %33, 1
  %116 = mul i64 %104, 4
  %117 = mul i64 %108, 2
  %118 = add i64 %116, %117
  %119 = add i64 %118, %112
  %120 = getelementptr float, ptr %115, i64 %119
  %121 = load float, ptr %120, align 4
  %122 = extractvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %80, 1
  %123 = getelementptr float, ptr %122, i64 0
  %124 = load float, ptr %123, align 4
  %125 = fadd float %124, %121
  %126 = extractvalue { ptr, ptr, i64, [3 x i64], [3 x i64] } %80, 1
  %127 = getelementptr float, ptr %126, i64 0
  store float %125, ptr %127, align 4
  %128 = add i64 %112, 1
  br label %111

129:                                              ; preds = %111
  %130 = add i64 %108, 1
  br label %107

131:                                              ; preds = %107
  %132 = add i64 %104, 1
  br label %103

133:                                              ; preds = %103
  ret { ptr, ptr, i64, [3 x i64], [3 x i64] } %80
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
declare float @llvm.fabs.f32(float) #0

attributes #0 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }

!llvm.module.flags = !{!0}

!0 = !{i32 2, !"Debug Info Version", i32 3}
