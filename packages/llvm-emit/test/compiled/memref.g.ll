; ModuleID = 'memref.c'
source_filename = "memref.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-pc-linux-gnu"

%struct.memref2 = type { ptr, ptr, i64, [2 x i64], [2 x i64] }
%struct.__va_list_tag = type { i32, i32, ptr, ptr }

@in_section = dso_local global i32 3, section "mine", align 4, !dbg !0
@weights = internal constant [4 x float] [float 1.000000e+00, float -2.500000e+00, float 0x3FB99999A0000000, float 0x39CE6C7200000000], align 16, !dbg !35
@counter = dso_local global i32 0, align 4, !dbg !29
@wide = internal global x86_fp80 0xK3FFFA000000000000000, align 16, !dbg !41
@tls = dso_local thread_local global i32 0, align 4, !dbg !33
@.str = private unnamed_addr constant [7 x i8] c"%d %s\0A\00", align 1, !dbg !18
@.str.1 = private unnamed_addr constant [6 x i8] c"str\01\FF\00", align 1, !dbg !24

; Function Attrs: noinline nounwind optnone uwtable
define dso_local float @matmul(ptr noundef byval(%struct.memref2) align 8 %0, ptr noundef byval(%struct.memref2) align 8 %1, ptr noundef %2) #0 !dbg !52 {
  %4 = alloca ptr, align 8
  %5 = alloca float, align 4
  %6 = alloca i64, align 8
  %7 = alloca i64, align 8
  %8 = alloca float, align 4
  %9 = alloca i64, align 8
    #dbg_declare(ptr %0, !70, !DIExpression(), !71)
    #dbg_declare(ptr %1, !72, !DIExpression(), !73)
  store ptr %2, ptr %4, align 8
    #dbg_declare(ptr %4, !74, !DIExpression(), !75)
    #dbg_declare(ptr %5, !76, !DIExpression(), !77)
  store float 0.000000e+00, ptr %5, align 4, !dbg !77
    #dbg_declare(ptr %6, !78, !DIExpression(), !80)
  store i64 0, ptr %6, align 8, !dbg !80
  br label %10, !dbg !81

10:                                               ; preds = %87, %3
  %11 = load i64, ptr %6, align 8, !dbg !82
  %12 = getelementptr inbounds %struct.memref2, ptr %0, i32 0, i32 3, !dbg !84
  %13 = getelementptr inbounds [2 x i64], ptr %12, i64 0, i64 0, !dbg !85
  %14 = load i64, ptr %13, align 8, !dbg !85
  %15 = icmp slt i64 %11, %14, !dbg !86
  br i1 %15, label %16, label %90, !dbg !87

16:                                               ; preds = %10
    #dbg_declare(ptr %7, !88, !DIExpression(), !90)
  store i64 0, ptr %7, align 8, !dbg !90
  br label %17, !dbg !91

17:                                               ; preds = %83, %16
  %18 = load i64, ptr %7, align 8, !dbg !92
  %19 = getelementptr inbounds %struct.memref2, ptr %1, i32 0, i32 3, !dbg !94
  %20 = getelementptr inbounds [2 x i64], ptr %19, i64 0, i64 1, !dbg !95
  %21 = load i64, ptr %20, align 8, !dbg !95
  %22 = icmp slt i64 %18, %21, !dbg !96
  br i1 %22, label %23, label %86, !dbg !97

23:                                               ; preds = %17
    #dbg_declare(ptr %8, !98, !DIExpression(), !100)
  store float 0.000000e+00, ptr %8, align 4, !dbg !100
    #dbg_declare(ptr %9, !101, !DIExpression(), !103)
  store i64 0, ptr %9, align 8, !dbg !103
  br label %24, !dbg !104

24:                                               ; preds = %55, %23
  %25 = load i64, ptr %9, align 8, !dbg !105
  %26 = getelementptr inbounds %struct.memref2, ptr %0, i32 0, i32 3, !dbg !107
  %27 = getelementptr inbounds [2 x i64], ptr %26, i64 0, i64 1, !dbg !108
  %28 = load i64, ptr %27, align 8, !dbg !108
  %29 = icmp slt i64 %25, %28, !dbg !109
  br i1 %29, label %30, label %58, !dbg !110

30:                                               ; preds = %24
  %31 = getelementptr inbounds %struct.memref2, ptr %0, i32 0, i32 1, !dbg !111
  %32 = load ptr, ptr %31, align 8, !dbg !111
  %33 = load i64, ptr %6, align 8, !dbg !112
  %34 = getelementptr inbounds %struct.memref2, ptr %0, i32 0, i32 4, !dbg !113
  %35 = getelementptr inbounds [2 x i64], ptr %34, i64 0, i64 0, !dbg !114
  %36 = load i64, ptr %35, align 8, !dbg !114
  %37 = mul nsw i64 %33, %36, !dbg !115
  %38 = load i64, ptr %9, align 8, !dbg !116
  %39 = add nsw i64 %37, %38, !dbg !117
  %40 = getelementptr inbounds float, ptr %32, i64 %39, !dbg !118
  %41 = load float, ptr %40, align 4, !dbg !118
  %42 = getelementptr inbounds %struct.memref2, ptr %1, i32 0, i32 1, !dbg !119
  %43 = load ptr, ptr %42, align 8, !dbg !119
  %44 = load i64, ptr %9, align 8, !dbg !120
  %45 = getelementptr inbounds %struct.memref2, ptr %1, i32 0, i32 4, !dbg !121
  %46 = getelementptr inbounds [2 x i64], ptr %45, i64 0, i64 0, !dbg !122
  %47 = load i64, ptr %46, align 8, !dbg !122
  %48 = mul nsw i64 %44, %47, !dbg !123
  %49 = load i64, ptr %7, align 8, !dbg !124
  %50 = add nsw i64 %48, %49, !dbg !125
  %51 = getelementptr inbounds float, ptr %43, i64 %50, !dbg !126
  %52 = load float, ptr %51, align 4, !dbg !126
  %53 = load float, ptr %8, align 4, !dbg !127
  %54 = call float @llvm.fmuladd.f32(float %41, float %52, float %53), !dbg !127
  store float %54, ptr %8, align 4, !dbg !127
  br label %55, !dbg !128

55:                                               ; preds = %30
  %56 = load i64, ptr %9, align 8, !dbg !129
  %57 = add nsw i64 %56, 1, !dbg !129
  store i64 %57, ptr %9, align 8, !dbg !129
  br label %24, !dbg !130, !llvm.loop !131

58:                                               ; preds = %24
  %59 = load float, ptr %8, align 4, !dbg !134
  %60 = call float @llvm.maxnum.f32(float %59, float 0.000000e+00), !dbg !135
  %61 = load i64, ptr %6, align 8, !dbg !136
  %62 = load i64, ptr %7, align 8, !dbg !137
  %63 = add nsw i64 %61, %62, !dbg !138
  %64 = and i64 %63, 3, !dbg !139
  %65 = getelementptr inbounds [4 x float], ptr @weights, i64 0, i64 %64, !dbg !140
  %66 = load float, ptr %65, align 4, !dbg !140
  %67 = fadd float %60, %66, !dbg !141
  %68 = load ptr, ptr %4, align 8, !dbg !142
  %69 = getelementptr inbounds %struct.memref2, ptr %68, i32 0, i32 1, !dbg !143
  %70 = load ptr, ptr %69, align 8, !dbg !143
  %71 = load i64, ptr %6, align 8, !dbg !144
  %72 = load ptr, ptr %4, align 8, !dbg !145
  %73 = getelementptr inbounds %struct.memref2, ptr %72, i32 0, i32 4, !dbg !146
  %74 = getelementptr inbounds [2 x i64], ptr %73, i64 0, i64 0, !dbg !145
  %75 = load i64, ptr %74, align 8, !dbg !145
  %76 = mul nsw i64 %71, %75, !dbg !147
  %77 = load i64, ptr %7, align 8, !dbg !148
  %78 = add nsw i64 %76, %77, !dbg !149
  %79 = getelementptr inbounds float, ptr %70, i64 %78, !dbg !142
  store float %67, ptr %79, align 4, !dbg !150
  %80 = load float, ptr %8, align 4, !dbg !151
  %81 = load float, ptr %5, align 4, !dbg !152
  %82 = fadd float %81, %80, !dbg !152
  store float %82, ptr %5, align 4, !dbg !152
  br label %83, !dbg !153

83:                                               ; preds = %58
  %84 = load i64, ptr %7, align 8, !dbg !154
  %85 = add nsw i64 %84, 1, !dbg !154
  store i64 %85, ptr %7, align 8, !dbg !154
  br label %17, !dbg !155, !llvm.loop !156

86:                                               ; preds = %17
  br label %87, !dbg !157

87:                                               ; preds = %86
  %88 = load i64, ptr %6, align 8, !dbg !158
  %89 = add nsw i64 %88, 1, !dbg !158
  store i64 %89, ptr %6, align 8, !dbg !158
  br label %10, !dbg !159, !llvm.loop !160

90:                                               ; preds = %10
  %91 = atomicrmw add ptr @counter, i32 1 seq_cst, align 4, !dbg !162
  %92 = load float, ptr %5, align 4, !dbg !163
  %93 = load x86_fp80, ptr @wide, align 16, !dbg !164
  %94 = fptrunc x86_fp80 %93 to float, !dbg !165
  %95 = fadd float %92, %94, !dbg !166
  %96 = call align 4 ptr @llvm.threadlocal.address.p0(ptr align 4 @tls), !dbg !167
  %97 = load i32, ptr %96, align 4, !dbg !167
  %98 = sitofp i32 %97 to float, !dbg !167
  %99 = fadd float %95, %98, !dbg !168
  ret float %99, !dbg !169
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.fmuladd.f32(float, float, float) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.maxnum.f32(float, float) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare nonnull ptr @llvm.threadlocal.address.p0(ptr nonnull) #1

; Function Attrs: noinline nounwind optnone uwtable
define dso_local i32 @pick(i32 noundef %0) #0 !dbg !170 {
  %2 = alloca i32, align 4
  %3 = alloca i32, align 4
  store i32 %0, ptr %3, align 4
    #dbg_declare(ptr %3, !173, !DIExpression(), !174)
  %4 = load i32, ptr %3, align 4, !dbg !175
  switch i32 %4, label %8 [
    i32 1, label %5
    i32 7, label %6
    i32 -3, label %7
  ], !dbg !176

5:                                                ; preds = %1
  store i32 5, ptr %2, align 4, !dbg !177
  br label %11, !dbg !177

6:                                                ; preds = %1
  store i32 9, ptr %2, align 4, !dbg !179
  br label %11, !dbg !179

7:                                                ; preds = %1
  store i32 2, ptr %2, align 4, !dbg !180
  br label %11, !dbg !180

8:                                                ; preds = %1
  %9 = load i32, ptr %3, align 4, !dbg !181
  %10 = call i32 (ptr, ...) @printf(ptr noundef @.str, i32 noundef %9, ptr noundef @.str.1), !dbg !182
  store i32 %10, ptr %2, align 4, !dbg !183
  br label %11, !dbg !183

11:                                               ; preds = %8, %7, %6, %5
  %12 = load i32, ptr %2, align 4, !dbg !184
  ret i32 %12, !dbg !184
}

declare i32 @printf(ptr noundef, ...) #2

; Function Attrs: noinline nounwind optnone uwtable
define dso_local double @vla(i32 noundef %0) #0 !dbg !185 {
  %2 = alloca i32, align 4
  %3 = alloca ptr, align 8
  %4 = alloca i64, align 8
  %5 = alloca i32, align 4
  store i32 %0, ptr %2, align 4
    #dbg_declare(ptr %2, !189, !DIExpression(), !190)
  %6 = load i32, ptr %2, align 4, !dbg !191
  %7 = zext i32 %6 to i64, !dbg !192
  %8 = call ptr @llvm.stacksave.p0(), !dbg !192
  store ptr %8, ptr %3, align 8, !dbg !192
  %9 = alloca double, i64 %7, align 16, !dbg !192
  store i64 %7, ptr %4, align 8, !dbg !192
    #dbg_declare(ptr %4, !193, !DIExpression(), !195)
    #dbg_declare(ptr %9, !196, !DIExpression(), !200)
  %10 = mul nuw i64 8, %7, !dbg !201
  call void @llvm.memset.p0.i64(ptr align 16 %9, i8 0, i64 %10, i1 false), !dbg !202
    #dbg_declare(ptr %5, !203, !DIExpression(), !205)
  store i32 0, ptr %5, align 4, !dbg !205
  br label %11, !dbg !206

11:                                               ; preds = %28, %1
  %12 = load i32, ptr %5, align 4, !dbg !207
  %13 = load i32, ptr %2, align 4, !dbg !209
  %14 = icmp slt i32 %12, %13, !dbg !210
  br i1 %14, label %15, label %31, !dbg !211

15:                                               ; preds = %11
  %16 = load i32, ptr %5, align 4, !dbg !212
  %17 = sitofp i32 %16 to double, !dbg !212
  %18 = call double @sin(double noundef %17) #8, !dbg !213
  %19 = load i32, ptr %5, align 4, !dbg !214
  %20 = sext i32 %19 to i64, !dbg !215
  %21 = getelementptr inbounds double, ptr %9, i64 %20, !dbg !215
  %22 = load double, ptr %21, align 8, !dbg !215
  %23 = call double @exp(double noundef %22) #8, !dbg !216
  %24 = fadd double %18, %23, !dbg !217
  %25 = load i32, ptr %5, align 4, !dbg !218
  %26 = sext i32 %25 to i64, !dbg !219
  %27 = getelementptr inbounds double, ptr %9, i64 %26, !dbg !219
  store double %24, ptr %27, align 8, !dbg !220
  br label %28, !dbg !219

28:                                               ; preds = %15
  %29 = load i32, ptr %5, align 4, !dbg !221
  %30 = add nsw i32 %29, 1, !dbg !221
  store i32 %30, ptr %5, align 4, !dbg !221
  br label %11, !dbg !222, !llvm.loop !223

31:                                               ; preds = %11
  %32 = load i32, ptr %2, align 4, !dbg !225
  %33 = sub nsw i32 %32, 1, !dbg !226
  %34 = sext i32 %33 to i64, !dbg !227
  %35 = getelementptr inbounds double, ptr %9, i64 %34, !dbg !227
  %36 = load double, ptr %35, align 8, !dbg !227
  %37 = load ptr, ptr %3, align 8, !dbg !228
  call void @llvm.stackrestore.p0(ptr %37), !dbg !228
  ret double %36, !dbg !228
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
define dso_local i32 @vsum(i32 noundef %0, ...) #0 !dbg !229 {
  %2 = alloca i32, align 4
  %3 = alloca [1 x %struct.__va_list_tag], align 16
  store i32 %0, ptr %2, align 4
    #dbg_declare(ptr %2, !232, !DIExpression(), !233)
    #dbg_declare(ptr %3, !234, !DIExpression(), !246)
  %4 = getelementptr inbounds [1 x %struct.__va_list_tag], ptr %3, i64 0, i64 0, !dbg !247
  call void @llvm.va_start.p0(ptr %4), !dbg !247
  %5 = getelementptr inbounds [1 x %struct.__va_list_tag], ptr %3, i64 0, i64 0, !dbg !248
  call void @llvm.va_end.p0(ptr %5), !dbg !248
  %6 = load i32, ptr %2, align 4, !dbg !249
  ret i32 %6, !dbg !250
}

; Function Attrs: nocallback nofree nosync nounwind willreturn
declare void @llvm.va_start.p0(ptr) #3

; Function Attrs: nocallback nofree nosync nounwind willreturn
declare void @llvm.va_end.p0(ptr) #3

; Function Attrs: noinline nounwind optnone uwtable
define dso_local i32 @cas(ptr noundef %0, i32 noundef %1) #0 !dbg !251 {
  %3 = alloca ptr, align 8
  %4 = alloca i32, align 4
  %5 = alloca i32, align 4
  %6 = alloca i8, align 1
  %7 = alloca i32, align 4
  store ptr %0, ptr %3, align 8
    #dbg_declare(ptr %3, !255, !DIExpression(), !256)
  store i32 %1, ptr %4, align 4
    #dbg_declare(ptr %4, !257, !DIExpression(), !258)
  fence seq_cst, !dbg !259
  %8 = load ptr, ptr %3, align 8, !dbg !260
  store i32 3, ptr %5, align 4, !dbg !260
  %9 = load i32, ptr %4, align 4, !dbg !260
  %10 = load i32, ptr %5, align 4, !dbg !260
  %11 = cmpxchg ptr %8, i32 %9, i32 %10 seq_cst seq_cst, align 4, !dbg !260
  %12 = extractvalue { i32, i1 } %11, 0, !dbg !260
  %13 = extractvalue { i32, i1 } %11, 1, !dbg !260
  br i1 %13, label %15, label %14, !dbg !260

14:                                               ; preds = %2
  store i32 %12, ptr %4, align 4, !dbg !260
  br label %15, !dbg !260

15:                                               ; preds = %14, %2
  %16 = zext i1 %13 to i8, !dbg !260
  store i8 %16, ptr %6, align 1, !dbg !260
  %17 = load i8, ptr %6, align 1, !dbg !260
  %18 = trunc i8 %17 to i1, !dbg !260
  %19 = zext i1 %18 to i32, !dbg !260
  %20 = load ptr, ptr %3, align 8, !dbg !261
  %21 = load atomic i32, ptr %20 seq_cst, align 4, !dbg !261
  store i32 %21, ptr %7, align 4, !dbg !261
  %22 = load i32, ptr %7, align 4, !dbg !261
  %23 = add nsw i32 %19, %22, !dbg !262
  ret i32 %23, !dbg !263
}

; Function Attrs: noinline nounwind optnone uwtable
define dso_local ptr @mem(ptr noundef %0, ptr noundef %1, i64 noundef %2) #0 !dbg !264 {
  %4 = alloca ptr, align 8
  %5 = alloca ptr, align 8
  %6 = alloca i64, align 8
  store ptr %0, ptr %4, align 8
    #dbg_declare(ptr %4, !267, !DIExpression(), !268)
  store ptr %1, ptr %5, align 8
    #dbg_declare(ptr %5, !269, !DIExpression(), !270)
  store i64 %2, ptr %6, align 8
    #dbg_declare(ptr %6, !271, !DIExpression(), !272)
  %7 = load ptr, ptr %4, align 8, !dbg !273
  %8 = load ptr, ptr %5, align 8, !dbg !274
  %9 = load i64, ptr %6, align 8, !dbg !275
  call void @llvm.memcpy.p0.p0.i64(ptr align 1 %7, ptr align 1 %8, i64 %9, i1 false), !dbg !276
  %10 = load ptr, ptr %5, align 8, !dbg !277
  %11 = load ptr, ptr %4, align 8, !dbg !278
  %12 = load i64, ptr %6, align 8, !dbg !279
  call void @llvm.memmove.p0.p0.i64(ptr align 1 %10, ptr align 1 %11, i64 %12, i1 false), !dbg !280
  %13 = load i64, ptr %6, align 8, !dbg !281
  %14 = call noalias ptr @malloc(i64 noundef %13) #9, !dbg !282
  ret ptr %14, !dbg !283
}

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: readwrite)
declare void @llvm.memcpy.p0.p0.i64(ptr noalias nocapture writeonly, ptr noalias nocapture readonly, i64, i1 immarg) #6

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: readwrite)
declare void @llvm.memmove.p0.p0.i64(ptr nocapture writeonly, ptr nocapture readonly, i64, i1 immarg) #6

; Function Attrs: nounwind allocsize(0)
declare noalias ptr @malloc(i64 noundef) #7

; Function Attrs: noinline nounwind optnone uwtable
define dso_local i32 @main() #0 !dbg !284 {
  %1 = alloca i32, align 4
  store i32 0, ptr %1, align 4
  %2 = call i32 @pick(i32 noundef 3), !dbg !287
  ret i32 %2, !dbg !288
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

!llvm.dbg.cu = !{!2}
!llvm.module.flags = !{!44, !45, !46, !47, !48, !49, !50}
!llvm.ident = !{!51}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(name: "in_section", scope: !2, file: !3, line: 10, type: !32, isLocal: false, isDefinition: true)
!2 = distinct !DICompileUnit(language: DW_LANG_C11, file: !3, producer: "Debian clang version 19.1.7 (3~deb12u1)", isOptimized: false, runtimeVersion: 0, emissionKind: FullDebug, enums: !4, retainedTypes: !15, globals: !17, splitDebugInlining: false, nameTableKind: None)
!3 = !DIFile(filename: "memref.c", directory: ".", checksumkind: CSK_MD5, checksum: "1fbd25dd43202a82d614de8392ffd0e6")
!4 = !{!5}
!5 = !DICompositeType(tag: DW_TAG_enumeration_type, name: "memory_order", file: !6, line: 68, baseType: !7, size: 32, elements: !8)
!6 = !DIFile(filename: "/usr/lib/llvm-19/lib/clang/19/include/stdatomic.h", directory: "", checksumkind: CSK_MD5, checksum: "f17199a988fe91afffaf0f943ef87096")
!7 = !DIBasicType(name: "unsigned int", size: 32, encoding: DW_ATE_unsigned)
!8 = !{!9, !10, !11, !12, !13, !14}
!9 = !DIEnumerator(name: "memory_order_relaxed", value: 0)
!10 = !DIEnumerator(name: "memory_order_consume", value: 1)
!11 = !DIEnumerator(name: "memory_order_acquire", value: 2)
!12 = !DIEnumerator(name: "memory_order_release", value: 3)
!13 = !DIEnumerator(name: "memory_order_acq_rel", value: 4)
!14 = !DIEnumerator(name: "memory_order_seq_cst", value: 5)
!15 = !{!16}
!16 = !DIBasicType(name: "float", size: 32, encoding: DW_ATE_float)
!17 = !{!0, !18, !24, !29, !33, !35, !41}
!18 = !DIGlobalVariableExpression(var: !19, expr: !DIExpression())
!19 = distinct !DIGlobalVariable(scope: null, file: !3, line: 24, type: !20, isLocal: true, isDefinition: true)
!20 = !DICompositeType(tag: DW_TAG_array_type, baseType: !21, size: 56, elements: !22)
!21 = !DIBasicType(name: "char", size: 8, encoding: DW_ATE_signed_char)
!22 = !{!23}
!23 = !DISubrange(count: 7)
!24 = !DIGlobalVariableExpression(var: !25, expr: !DIExpression())
!25 = distinct !DIGlobalVariable(scope: null, file: !3, line: 24, type: !26, isLocal: true, isDefinition: true)
!26 = !DICompositeType(tag: DW_TAG_array_type, baseType: !21, size: 48, elements: !27)
!27 = !{!28}
!28 = !DISubrange(count: 6)
!29 = !DIGlobalVariableExpression(var: !30, expr: !DIExpression())
!30 = distinct !DIGlobalVariable(name: "counter", scope: !2, file: !3, line: 9, type: !31, isLocal: false, isDefinition: true)
!31 = !DIDerivedType(tag: DW_TAG_atomic_type, baseType: !32)
!32 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
!33 = !DIGlobalVariableExpression(var: !34, expr: !DIExpression())
!34 = distinct !DIGlobalVariable(name: "tls", scope: !2, file: !3, line: 11, type: !32, isLocal: false, isDefinition: true)
!35 = !DIGlobalVariableExpression(var: !36, expr: !DIExpression())
!36 = distinct !DIGlobalVariable(name: "weights", scope: !2, file: !3, line: 7, type: !37, isLocal: true, isDefinition: true)
!37 = !DICompositeType(tag: DW_TAG_array_type, baseType: !38, size: 128, elements: !39)
!38 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !16)
!39 = !{!40}
!40 = !DISubrange(count: 4)
!41 = !DIGlobalVariableExpression(var: !42, expr: !DIExpression())
!42 = distinct !DIGlobalVariable(name: "wide", scope: !2, file: !3, line: 8, type: !43, isLocal: true, isDefinition: true)
!43 = !DIBasicType(name: "long double", size: 128, encoding: DW_ATE_float)
!44 = !{i32 7, !"Dwarf Version", i32 5}
!45 = !{i32 2, !"Debug Info Version", i32 3}
!46 = !{i32 1, !"wchar_size", i32 4}
!47 = !{i32 8, !"PIC Level", i32 2}
!48 = !{i32 7, !"PIE Level", i32 2}
!49 = !{i32 7, !"uwtable", i32 2}
!50 = !{i32 7, !"frame-pointer", i32 2}
!51 = !{!"Debian clang version 19.1.7 (3~deb12u1)"}
!52 = distinct !DISubprogram(name: "matmul", scope: !3, file: !3, line: 12, type: !53, scopeLine: 12, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition, unit: !2, retainedNodes: !69)
!53 = !DISubroutineType(types: !54)
!54 = !{!16, !55, !55, !68}
!55 = !DIDerivedType(tag: DW_TAG_typedef, name: "memref2", file: !3, line: 6, baseType: !56)
!56 = distinct !DICompositeType(tag: DW_TAG_structure_type, file: !3, line: 6, size: 448, elements: !57)
!57 = !{!58, !60, !61, !63, !67}
!58 = !DIDerivedType(tag: DW_TAG_member, name: "allocated", scope: !56, file: !3, line: 6, baseType: !59, size: 64)
!59 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !16, size: 64)
!60 = !DIDerivedType(tag: DW_TAG_member, name: "aligned", scope: !56, file: !3, line: 6, baseType: !59, size: 64, offset: 64)
!61 = !DIDerivedType(tag: DW_TAG_member, name: "offset", scope: !56, file: !3, line: 6, baseType: !62, size: 64, offset: 128)
!62 = !DIBasicType(name: "long", size: 64, encoding: DW_ATE_signed)
!63 = !DIDerivedType(tag: DW_TAG_member, name: "sizes", scope: !56, file: !3, line: 6, baseType: !64, size: 128, offset: 192)
!64 = !DICompositeType(tag: DW_TAG_array_type, baseType: !62, size: 128, elements: !65)
!65 = !{!66}
!66 = !DISubrange(count: 2)
!67 = !DIDerivedType(tag: DW_TAG_member, name: "strides", scope: !56, file: !3, line: 6, baseType: !64, size: 128, offset: 320)
!68 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !55, size: 64)
!69 = !{}
!70 = !DILocalVariable(name: "a", arg: 1, scope: !52, file: !3, line: 12, type: !55)
!71 = !DILocation(line: 12, column: 22, scope: !52)
!72 = !DILocalVariable(name: "b", arg: 2, scope: !52, file: !3, line: 12, type: !55)
!73 = !DILocation(line: 12, column: 33, scope: !52)
!74 = !DILocalVariable(name: "c", arg: 3, scope: !52, file: !3, line: 12, type: !68)
!75 = !DILocation(line: 12, column: 45, scope: !52)
!76 = !DILocalVariable(name: "total", scope: !52, file: !3, line: 13, type: !16)
!77 = !DILocation(line: 13, column: 9, scope: !52)
!78 = !DILocalVariable(name: "i", scope: !79, file: !3, line: 14, type: !62)
!79 = distinct !DILexicalBlock(scope: !52, file: !3, line: 14, column: 3)
!80 = !DILocation(line: 14, column: 13, scope: !79)
!81 = !DILocation(line: 14, column: 8, scope: !79)
!82 = !DILocation(line: 14, column: 20, scope: !83)
!83 = distinct !DILexicalBlock(scope: !79, file: !3, line: 14, column: 3)
!84 = !DILocation(line: 14, column: 26, scope: !83)
!85 = !DILocation(line: 14, column: 24, scope: !83)
!86 = !DILocation(line: 14, column: 22, scope: !83)
!87 = !DILocation(line: 14, column: 3, scope: !79)
!88 = !DILocalVariable(name: "j", scope: !89, file: !3, line: 15, type: !62)
!89 = distinct !DILexicalBlock(scope: !83, file: !3, line: 15, column: 5)
!90 = !DILocation(line: 15, column: 15, scope: !89)
!91 = !DILocation(line: 15, column: 10, scope: !89)
!92 = !DILocation(line: 15, column: 22, scope: !93)
!93 = distinct !DILexicalBlock(scope: !89, file: !3, line: 15, column: 5)
!94 = !DILocation(line: 15, column: 28, scope: !93)
!95 = !DILocation(line: 15, column: 26, scope: !93)
!96 = !DILocation(line: 15, column: 24, scope: !93)
!97 = !DILocation(line: 15, column: 5, scope: !89)
!98 = !DILocalVariable(name: "s", scope: !99, file: !3, line: 16, type: !16)
!99 = distinct !DILexicalBlock(scope: !93, file: !3, line: 15, column: 43)
!100 = !DILocation(line: 16, column: 13, scope: !99)
!101 = !DILocalVariable(name: "k", scope: !102, file: !3, line: 17, type: !62)
!102 = distinct !DILexicalBlock(scope: !99, file: !3, line: 17, column: 7)
!103 = !DILocation(line: 17, column: 17, scope: !102)
!104 = !DILocation(line: 17, column: 12, scope: !102)
!105 = !DILocation(line: 17, column: 24, scope: !106)
!106 = distinct !DILexicalBlock(scope: !102, file: !3, line: 17, column: 7)
!107 = !DILocation(line: 17, column: 30, scope: !106)
!108 = !DILocation(line: 17, column: 28, scope: !106)
!109 = !DILocation(line: 17, column: 26, scope: !106)
!110 = !DILocation(line: 17, column: 7, scope: !102)
!111 = !DILocation(line: 17, column: 52, scope: !106)
!112 = !DILocation(line: 17, column: 60, scope: !106)
!113 = !DILocation(line: 17, column: 66, scope: !106)
!114 = !DILocation(line: 17, column: 64, scope: !106)
!115 = !DILocation(line: 17, column: 62, scope: !106)
!116 = !DILocation(line: 17, column: 79, scope: !106)
!117 = !DILocation(line: 17, column: 77, scope: !106)
!118 = !DILocation(line: 17, column: 50, scope: !106)
!119 = !DILocation(line: 17, column: 86, scope: !106)
!120 = !DILocation(line: 17, column: 94, scope: !106)
!121 = !DILocation(line: 17, column: 100, scope: !106)
!122 = !DILocation(line: 17, column: 98, scope: !106)
!123 = !DILocation(line: 17, column: 96, scope: !106)
!124 = !DILocation(line: 17, column: 113, scope: !106)
!125 = !DILocation(line: 17, column: 111, scope: !106)
!126 = !DILocation(line: 17, column: 84, scope: !106)
!127 = !DILocation(line: 17, column: 47, scope: !106)
!128 = !DILocation(line: 17, column: 45, scope: !106)
!129 = !DILocation(line: 17, column: 41, scope: !106)
!130 = !DILocation(line: 17, column: 7, scope: !106)
!131 = distinct !{!131, !110, !132, !133}
!132 = !DILocation(line: 17, column: 114, scope: !102)
!133 = !{!"llvm.loop.mustprogress"}
!134 = !DILocation(line: 18, column: 49, scope: !99)
!135 = !DILocation(line: 18, column: 43, scope: !99)
!136 = !DILocation(line: 18, column: 66, scope: !99)
!137 = !DILocation(line: 18, column: 70, scope: !99)
!138 = !DILocation(line: 18, column: 68, scope: !99)
!139 = !DILocation(line: 18, column: 73, scope: !99)
!140 = !DILocation(line: 18, column: 57, scope: !99)
!141 = !DILocation(line: 18, column: 55, scope: !99)
!142 = !DILocation(line: 18, column: 7, scope: !99)
!143 = !DILocation(line: 18, column: 10, scope: !99)
!144 = !DILocation(line: 18, column: 18, scope: !99)
!145 = !DILocation(line: 18, column: 22, scope: !99)
!146 = !DILocation(line: 18, column: 25, scope: !99)
!147 = !DILocation(line: 18, column: 20, scope: !99)
!148 = !DILocation(line: 18, column: 38, scope: !99)
!149 = !DILocation(line: 18, column: 36, scope: !99)
!150 = !DILocation(line: 18, column: 41, scope: !99)
!151 = !DILocation(line: 19, column: 16, scope: !99)
!152 = !DILocation(line: 19, column: 13, scope: !99)
!153 = !DILocation(line: 20, column: 5, scope: !99)
!154 = !DILocation(line: 15, column: 39, scope: !93)
!155 = !DILocation(line: 15, column: 5, scope: !93)
!156 = distinct !{!156, !97, !157, !133}
!157 = !DILocation(line: 20, column: 5, scope: !89)
!158 = !DILocation(line: 14, column: 37, scope: !83)
!159 = !DILocation(line: 14, column: 3, scope: !83)
!160 = distinct !{!160, !87, !161, !133}
!161 = !DILocation(line: 20, column: 5, scope: !79)
!162 = !DILocation(line: 21, column: 10, scope: !52)
!163 = !DILocation(line: 22, column: 10, scope: !52)
!164 = !DILocation(line: 22, column: 25, scope: !52)
!165 = !DILocation(line: 22, column: 18, scope: !52)
!166 = !DILocation(line: 22, column: 16, scope: !52)
!167 = !DILocation(line: 22, column: 32, scope: !52)
!168 = !DILocation(line: 22, column: 30, scope: !52)
!169 = !DILocation(line: 22, column: 3, scope: !52)
!170 = distinct !DISubprogram(name: "pick", scope: !3, file: !3, line: 24, type: !171, scopeLine: 24, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition, unit: !2, retainedNodes: !69)
!171 = !DISubroutineType(types: !172)
!172 = !{!32, !32}
!173 = !DILocalVariable(name: "x", arg: 1, scope: !170, file: !3, line: 24, type: !32)
!174 = !DILocation(line: 24, column: 14, scope: !170)
!175 = !DILocation(line: 24, column: 27, scope: !170)
!176 = !DILocation(line: 24, column: 19, scope: !170)
!177 = !DILocation(line: 24, column: 40, scope: !178)
!178 = distinct !DILexicalBlock(scope: !170, file: !3, line: 24, column: 30)
!179 = !DILocation(line: 24, column: 58, scope: !178)
!180 = !DILocation(line: 24, column: 77, scope: !178)
!181 = !DILocation(line: 24, column: 121, scope: !178)
!182 = !DILocation(line: 24, column: 103, scope: !178)
!183 = !DILocation(line: 24, column: 96, scope: !178)
!184 = !DILocation(line: 24, column: 142, scope: !170)
!185 = distinct !DISubprogram(name: "vla", scope: !3, file: !3, line: 25, type: !186, scopeLine: 25, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition, unit: !2, retainedNodes: !69)
!186 = !DISubroutineType(types: !187)
!187 = !{!188, !32}
!188 = !DIBasicType(name: "double", size: 64, encoding: DW_ATE_float)
!189 = !DILocalVariable(name: "n", arg: 1, scope: !185, file: !3, line: 25, type: !32)
!190 = !DILocation(line: 25, column: 16, scope: !185)
!191 = !DILocation(line: 25, column: 30, scope: !185)
!192 = !DILocation(line: 25, column: 21, scope: !185)
!193 = !DILocalVariable(name: "__vla_expr0", scope: !185, type: !194, flags: DIFlagArtificial)
!194 = !DIBasicType(name: "unsigned long", size: 64, encoding: DW_ATE_unsigned)
!195 = !DILocation(line: 0, scope: !185)
!196 = !DILocalVariable(name: "v", scope: !185, file: !3, line: 25, type: !197)
!197 = !DICompositeType(tag: DW_TAG_array_type, baseType: !188, elements: !198)
!198 = !{!199}
!199 = !DISubrange(count: !193)
!200 = !DILocation(line: 25, column: 28, scope: !185)
!201 = !DILocation(line: 25, column: 47, scope: !185)
!202 = !DILocation(line: 25, column: 34, scope: !185)
!203 = !DILocalVariable(name: "i", scope: !204, file: !3, line: 25, type: !32)
!204 = distinct !DILexicalBlock(scope: !185, file: !3, line: 25, column: 58)
!205 = !DILocation(line: 25, column: 67, scope: !204)
!206 = !DILocation(line: 25, column: 63, scope: !204)
!207 = !DILocation(line: 25, column: 74, scope: !208)
!208 = distinct !DILexicalBlock(scope: !204, file: !3, line: 25, column: 58)
!209 = !DILocation(line: 25, column: 78, scope: !208)
!210 = !DILocation(line: 25, column: 76, scope: !208)
!211 = !DILocation(line: 25, column: 58, scope: !204)
!212 = !DILocation(line: 25, column: 97, scope: !208)
!213 = !DILocation(line: 25, column: 93, scope: !208)
!214 = !DILocation(line: 25, column: 108, scope: !208)
!215 = !DILocation(line: 25, column: 106, scope: !208)
!216 = !DILocation(line: 25, column: 102, scope: !208)
!217 = !DILocation(line: 25, column: 100, scope: !208)
!218 = !DILocation(line: 25, column: 88, scope: !208)
!219 = !DILocation(line: 25, column: 86, scope: !208)
!220 = !DILocation(line: 25, column: 91, scope: !208)
!221 = !DILocation(line: 25, column: 82, scope: !208)
!222 = !DILocation(line: 25, column: 58, scope: !208)
!223 = distinct !{!223, !211, !224, !133}
!224 = !DILocation(line: 25, column: 110, scope: !204)
!225 = !DILocation(line: 25, column: 122, scope: !185)
!226 = !DILocation(line: 25, column: 124, scope: !185)
!227 = !DILocation(line: 25, column: 120, scope: !185)
!228 = !DILocation(line: 25, column: 130, scope: !185)
!229 = distinct !DISubprogram(name: "vsum", scope: !3, file: !3, line: 26, type: !230, scopeLine: 26, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition, unit: !2, retainedNodes: !69)
!230 = !DISubroutineType(types: !231)
!231 = !{!32, !32, null}
!232 = !DILocalVariable(name: "n", arg: 1, scope: !229, file: !3, line: 26, type: !32)
!233 = !DILocation(line: 26, column: 14, scope: !229)
!234 = !DILocalVariable(name: "l", scope: !229, file: !3, line: 26, type: !235)
!235 = !DIDerivedType(tag: DW_TAG_typedef, name: "__builtin_va_list", file: !3, baseType: !236)
!236 = !DICompositeType(tag: DW_TAG_array_type, baseType: !237, size: 192, elements: !244)
!237 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "__va_list_tag", size: 192, elements: !238)
!238 = !{!239, !240, !241, !243}
!239 = !DIDerivedType(tag: DW_TAG_member, name: "gp_offset", scope: !237, file: !3, line: 26, baseType: !7, size: 32)
!240 = !DIDerivedType(tag: DW_TAG_member, name: "fp_offset", scope: !237, file: !3, line: 26, baseType: !7, size: 32, offset: 32)
!241 = !DIDerivedType(tag: DW_TAG_member, name: "overflow_arg_area", scope: !237, file: !3, line: 26, baseType: !242, size: 64, offset: 64)
!242 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: null, size: 64)
!243 = !DIDerivedType(tag: DW_TAG_member, name: "reg_save_area", scope: !237, file: !3, line: 26, baseType: !242, size: 64, offset: 128)
!244 = !{!245}
!245 = !DISubrange(count: 1)
!246 = !DILocation(line: 26, column: 42, scope: !229)
!247 = !DILocation(line: 26, column: 45, scope: !229)
!248 = !DILocation(line: 26, column: 71, scope: !229)
!249 = !DILocation(line: 26, column: 99, scope: !229)
!250 = !DILocation(line: 26, column: 92, scope: !229)
!251 = distinct !DISubprogram(name: "cas", scope: !3, file: !3, line: 27, type: !252, scopeLine: 27, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition, unit: !2, retainedNodes: !69)
!252 = !DISubroutineType(types: !253)
!253 = !{!32, !254, !32}
!254 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !31, size: 64)
!255 = !DILocalVariable(name: "p", arg: 1, scope: !251, file: !3, line: 27, type: !254)
!256 = !DILocation(line: 27, column: 22, scope: !251)
!257 = !DILocalVariable(name: "e", arg: 2, scope: !251, file: !3, line: 27, type: !32)
!258 = !DILocation(line: 27, column: 29, scope: !251)
!259 = !DILocation(line: 27, column: 34, scope: !251)
!260 = !DILocation(line: 27, column: 84, scope: !251)
!261 = !DILocation(line: 27, column: 127, scope: !251)
!262 = !DILocation(line: 27, column: 125, scope: !251)
!263 = !DILocation(line: 27, column: 77, scope: !251)
!264 = distinct !DISubprogram(name: "mem", scope: !3, file: !3, line: 28, type: !265, scopeLine: 28, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition, unit: !2, retainedNodes: !69)
!265 = !DISubroutineType(types: !266)
!266 = !{!242, !242, !242, !62}
!267 = !DILocalVariable(name: "a", arg: 1, scope: !264, file: !3, line: 28, type: !242)
!268 = !DILocation(line: 28, column: 17, scope: !264)
!269 = !DILocalVariable(name: "b", arg: 2, scope: !264, file: !3, line: 28, type: !242)
!270 = !DILocation(line: 28, column: 26, scope: !264)
!271 = !DILocalVariable(name: "n", arg: 3, scope: !264, file: !3, line: 28, type: !62)
!272 = !DILocation(line: 28, column: 34, scope: !264)
!273 = !DILocation(line: 28, column: 46, scope: !264)
!274 = !DILocation(line: 28, column: 49, scope: !264)
!275 = !DILocation(line: 28, column: 52, scope: !264)
!276 = !DILocation(line: 28, column: 39, scope: !264)
!277 = !DILocation(line: 28, column: 64, scope: !264)
!278 = !DILocation(line: 28, column: 67, scope: !264)
!279 = !DILocation(line: 28, column: 70, scope: !264)
!280 = !DILocation(line: 28, column: 56, scope: !264)
!281 = !DILocation(line: 28, column: 88, scope: !264)
!282 = !DILocation(line: 28, column: 81, scope: !264)
!283 = !DILocation(line: 28, column: 74, scope: !264)
!284 = distinct !DISubprogram(name: "main", scope: !3, file: !3, line: 29, type: !285, scopeLine: 29, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition, unit: !2)
!285 = !DISubroutineType(types: !286)
!286 = !{!32}
!287 = !DILocation(line: 29, column: 25, scope: !284)
!288 = !DILocation(line: 29, column: 18, scope: !284)
