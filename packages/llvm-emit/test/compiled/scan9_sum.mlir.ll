; ModuleID = 'LLVMDialectModule'
source_filename = "LLVMDialectModule"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-pc-linux-gnu"

declare ptr @malloc(i64)

define { { ptr, ptr, i64, [1 x i64], [1 x i64] }, { ptr, ptr, i64, [2 x i64], [2 x i64] } } @main_graph(ptr %0, ptr %1, i64 %2, i64 %3, i64 %4, ptr %5, ptr %6, i64 %7, i64 %8, i64 %9, i64 %10, i64 %11) {
  %13 = insertvalue { ptr, ptr, i64, [2 x i64], [2 x i64] } undef, ptr %5, 0
  %14 = insertvalue { ptr, ptr, i64, [2 x i64], [2 x i64] } %13, ptr %6, 1
  %15 = insertvalue { ptr, ptr, i64, [2 x i64], [2 x i64] } %14, i64 %7, 2
  %16 = insertvalue { ptr, ptr, i64, [2 x i64], [2 x i64] } %15, i64 %8, 3, 0
  %17 = insertvalue { ptr, ptr, i64, [2 x i64], [2 x i64] } %16, i64 %10, 4, 0
  %18 = insertvalue { ptr, ptr, i64, [2 x i64], [2 x i64] } %17, i64 %9, 3, 1
  %19 = insertvalue { ptr, ptr, i64, [2 x i64], [2 x i64] } %18, i64 %11, 4, 1
  %20 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } undef, ptr %0, 0
  %21 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %20, ptr %1, 1
  %22 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %21, i64 %2, 2
  %23 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %22, i64 %3, 3, 0
  %24 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %23, i64 %4, 4, 0
  %25 = call ptr @malloc(i64 add (i64 ptrtoint (ptr getelementptr (float, ptr null, i64 2) to i64), i64 16))
  %26 = ptrtoint ptr %25 to i64
  %27 = add i64 %26, 15
  %28 = urem i64 %27, 16
  %29 = sub i64 %27, %28
  %30 = inttoptr i64 %29 to ptr
  %31 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } undef, ptr %25, 0
  %32 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %31, ptr %30, 1
  %33 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %32, i64 0, 2
  %34 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %33, i64 2, 3, 0
  %35 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %34, i64 1, 4, 0
  %36 = call ptr @malloc(i64 add (i64 ptrtoint (ptr getelementptr (float, ptr null, i64 6) to i64), i64 16))
  %37 = ptrtoint ptr %36 to i64
  %38 = add i64 %37, 15
  %39 = urem i64 %38, 16
  %40 = sub i64 %38, %39
  %41 = inttoptr i64 %40 to ptr
  %42 = insertvalue { ptr, ptr, i64, [2 x i64], [2 x i64] } undef, ptr %36, 0
  %43 = insertvalue { ptr, ptr, i64, [2 x i64], [2 x i64] } %42, ptr %41, 1
  %44 = insertvalue { ptr, ptr, i64, [2 x i64], [2 x i64] } %43, i64 0, 2
  %45 = insertvalue { ptr, ptr, i64, [2 x i64], [2 x i64] } %44, i64 3, 3, 0
  %46 = insertvalue { ptr, ptr, i64, [2 x i64], [2 x i64] } %45, i64 2, 3, 1
  %47 = insertvalue { ptr, ptr, i64, [2 x i64], [2 x i64] } %46, i64 2, 4, 0
  %48 = insertvalue { ptr, ptr, i64, [2 x i64], [2 x i64] } %47, i64 1, 4, 1
  br label %49

49:                                               ; preds = %52, %12
  %50 = phi i64 [ %58, %52 ], [ 0, %12 ]
  %51 = icmp slt i64 %50, 2
  br i1 %51, label %52, label %59

52:                                               ; preds = %49
  %53 = extractvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %24, 1
  %54 = getelementptr float, ptr %53, i64 %50
  %55 = load float, ptr %54, align 4
  %56 = extractvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %35, 1
  %57 = getelementptr float, ptr %56, i64 %50
  store float %55, ptr %57, align 4
  %58 = add i64 %50, 1
  br label %49

59:                                               ; preds = %49
  br label %60

60:                                               ; preds = %137, %59
  %61 = phi i64 [ %138, %137 ], [ 0, %59 ]
  %62 = icmp slt i64 %61, 3
  br i1 %62, label %63, label %139

63:                                               ; preds = %60
  %64 = call ptr @malloc(i64 add (i64 ptrtoint (ptr getelementptr (float, ptr null, i64 2) to i64), i64 16))
  %65 = ptrtoint ptr %64 to i64
  %66 = add i64 %65, 15
  %67 = urem i64 %66, 16
  %68 = sub i64 %66, %67
  %69 = inttoptr i64 %68 to ptr
  %70 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } undef, ptr %64, 0
  %71 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %70, ptr %69, 1
  %72 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %71, i64 0, 2
  %73 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %72, i64 2, 3, 0
  %74 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %73, i64 1, 4, 0
  br label %75

75:                                               ; preds = %78, %63
  %76 = phi i64 [ %86, %78 ], [ 0, %63 ]
  %77 = icmp slt i64 %76, 2
  br i1 %77, label %78, label %87

78:                                               ; preds = %75
  %79 = extractvalue { ptr, ptr, i64, [2 x i64], [2 x i64] } %19, 1
  %80 = mul i64 %61, 2
  %81 = add i64 %80, %76
  %82 = getelementptr float, ptr %79, i64 %81
  %83 = load float, ptr %82, align 4
  %84 = extractvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %74, 1
  %85 = getelementptr float, ptr %84, i64 %76
  store float %83, ptr %85, align 4
  %86 = add i64 %76, 1
  br label %75

87:                                               ; preds = %75
  %88 = call ptr @malloc(i64 add (i64 ptrtoint (ptr getelementptr (float, ptr null, i64 2) to i64), i64 16))
  %89 = ptrtoint ptr %88 to i64
  %90 = add i64 %89, 15
  %91 = urem i64 %90, 16
  %92 = sub i64 %90, %91
  %93 = inttoptr i64 %92 to ptr
  %94 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } undef, ptr %88, 0
  %95 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %94, ptr %93, 1
  %96 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %95, i64 0, 2
  %97 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %96, i64 2, 3, 0
  %98 = insertvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %97, i64 1, 4, 0
  br label %99

99:                                               ; preds = %102, %87
  %100 = phi i64 [ %112, %102 ], [ 0, %87 ]
  %101 = icmp slt i64 %100, 2
  br i1 %101, label %102, label %113

102:                                              ; preds = %99
  %103 = extractvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %35, 1
  %104 = getelementptr float, ptr %103, i64 %100
  %105 = load float, ptr %104, align 4
  %106 = extractvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %74, 1
  %107 = getelementptr float, ptr %106, i64 %100
  %108 = load float, ptr %107, align 4
  %109 = fadd float %105, %108
  %110 = extractvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %98, 1
  %111 = getelementptr float, ptr %110, i64 %100
  store float %109, ptr %111, align 4
  %112 = add i64 %100, 1
  br label %99

113:                                              ; preds = %99
  br label %114

114:                                              ; preds = %117, %113
  %115 = phi i64 [ %123, %117 ], [ 0, %113 ]
  %116 = icmp slt i64 %115, 2
  br i1 %116, label %117, label %124

117:                                              ; preds = %114
  %118 = extractvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %98, 1
  %119 = getelementptr float, ptr %118, i64 %115
  %120 = load float, ptr %119, align 4
  %121 = extractvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %35, 1
  %122 = getelementptr float, ptr %121, i64 %115
  store float %120, ptr %122, align 4
  %123 = add i64 %115, 1
  br label %114

124:                                              ; preds = %114
  br label %125

125:                                              ; preds = %128, %124
  %126 = phi i64 [ %136, %128 ], [ 0, %124 ]
  %127 = icmp slt i64 %126, 2
  br i1 %127, label %128, label %137

128:                                              ; preds = %125
  %129 = extractvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %98, 1
  %130 = getelementptr float, ptr %129, i64 %126
  %131 = load float, ptr %130, align 4
  %132 = extractvalue { ptr, ptr, i64, [2 x i64], [2 x i64] } %48, 1
  %133 = mul i64 %61, 2
  %134 = add i64 %133, %126
  %135 = getelementptr float, ptr %132, i64 %134
  store float %131, ptr %135, align 4
  %136 = add i64 %126, 1
  br label %125

137:                                              ; preds = %125
  %138 = add i64 %61, 1
  br label %60

139:                                              ; preds = %60
  %140 = insertvalue { { ptr, ptr, i64, [1 x i64], [1 x i64] }, { ptr, ptr, i64, [2 x i64], [2 x i64] } } undef, { ptr, ptr, i64, [1 x i64], [1 x i64] } %35, 0
  %141 = insertvalue { { ptr, ptr, i64, [1 x i64], [1 x i64] }, { ptr, ptr, i64, [2 x i64], [2 x i64] } } %140, { ptr, ptr, i64, [2 x i64], [2 x i64] } %48, 1
  ret { { ptr, ptr, i64, [1 x i64], [1 x i64] }, { ptr, ptr, i64, [2 x i64], [2 x i64] } } %141
}

define void @_mlir_ciface_main_graph(ptr %0, ptr %1, ptr %2) {
  %4 = load { ptr, ptr, i64, [1 x i64], [1 x i64] }, ptr %1, align 8
  %5 = extractvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %4, 0
  %6 = extractvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %4, 1
  %7 = extractvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %4, 2
  %8 = extractvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %4, 3, 0
  %9 = extractvalue { ptr, ptr, i64, [1 x i64], [1 x i64] } %4, 4, 0
  %10 = load { ptr, ptr, i64, [2 x i64], [2 x i64] }, ptr %2, align 8
  %11 = extractvalue { ptr, ptr, i64, [2 x i64], [2 x i64] } %10, 0
  %12 = extractvalue { ptr, ptr, i64, [2 x i64], [2 x i64] } %10, 1
  %13 = extractvalue { ptr, ptr, i64, [2 x i64], [2 x i64] } %10, 2
  %14 = extractvalue { ptr, ptr, i64, [2 x i64], [2 x i64] } %10, 3, 0
  %15 = extractvalue { ptr, ptr, i64, [2 x i64], [2 x i64] } %10, 3, 1
  %16 = extractvalue { ptr, ptr, i64, [2 x i64], [2 x i64] } %10, 4, 0
  %17 = extractvalue { ptr, ptr, i64, [2 x i64], [2 x i64] } %10, 4, 1
  %18 = call { { ptr, ptr, i64, [1 x i64], [1 x i64] }, { ptr, ptr, i64, [2 x i64], [2 x i64] } } @main_graph(ptr %5, ptr %6, i64 %7, i64 %8, i64 %9, ptr %11, ptr %12, i64 %13, i64 %14, i64 %15, i64 %16, i64 %17)
  store { { ptr, ptr, i64, [1 x i64], [1 x i64] }, { ptr, ptr, i64, [2 x i64], [2 x i64] } } %18, ptr %0, align 8
  ret void
}

!llvm.module.flags = !{!0}

!0 = !{i32 2, !"Debug Info Version", i32 3}
