; ModuleID = 'memref.c'
source_filename = "memref.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-pc-linux-gnu"

%struct.memref2 = type { ptr, ptr, i64, [2 x i64], [2 x i64] }

@in_section = dso_local local_unnamed_addr global i32 3, section "mine", align 4
@weights = internal unnamed_addr constant [4 x float] [float 1.000000e+00, float -2.500000e+00, float 0x3FB99999A0000000, float 0x39CE6C7200000000], align 16
@counter = dso_local global i32 0, align 4
@tls = dso_local thread_local local_unnamed_addr global i32 0, align 4
@.str = private unnamed_addr constant [7 x i8] c"%d %s\0A\00", align 1
@.str.1 = private unnamed_addr constant [6 x i8] c"str\01\FF\00", align 1

; Function Attrs: nofree norecurse nounwind memory(readwrite, inaccessiblemem: none) uwtable
define dso_local float @matmul(ptr nocapture noundef readonly byval(%struct.memref2) align 8 %0, ptr nocapture noundef readonly byval(%struct.memref2) align 8 %1, ptr nocapture noundef readonly %2) local_unnamed_addr #0 {
  %4 = getelementptr inbounds i8, ptr %0, i64 24
  %5 = load i64, ptr %4, align 8, !tbaa !5
  %6 = icmp sgt i64 %5, 0
  br i1 %6, label %7, label %40

7:                                                ; preds = %3
  %8 = getelementptr inbounds i8, ptr %1, i64 32
  %9 = load i64, ptr %8, align 8, !tbaa !5
  %10 = icmp sgt i64 %9, 0
  %11 = getelementptr inbounds i8, ptr %0, i64 32
  %12 = load i64, ptr %11, align 8
  %13 = icmp sgt i64 %12, 0
  %14 = getelementptr inbounds i8, ptr %0, i64 8
  %15 = load ptr, ptr %14, align 8
  %16 = getelementptr inbounds i8, ptr %0, i64 40
  %17 = load i64, ptr %16, align 8
  %18 = getelementptr inbounds i8, ptr %1, i64 8
  %19 = load ptr, ptr %18, align 8
  %20 = getelementptr inbounds i8, ptr %1, i64 40
  %21 = load i64, ptr %20, align 8
  %22 = getelementptr inbounds i8, ptr %2, i64 8
  %23 = getelementptr inbounds i8, ptr %2, i64 40
  %24 = and i64 %12, 3
  %25 = icmp ult i64 %12, 4
  %26 = and i64 %12, 9223372036854775804
  %27 = icmp eq i64 %24, 0
  br label %28

28:                                               ; preds = %7, %52
  %29 = phi i64 [ 0, %7 ], [ %54, %52 ]
  %30 = phi float [ 0.000000e+00, %7 ], [ %53, %52 ]
  br i1 %10, label %31, label %52

31:                                               ; preds = %28
  %32 = mul nsw i64 %17, %29
  %33 = getelementptr float, ptr %15, i64 %32
  %34 = load ptr, ptr %22, align 8, !tbaa !9
  %35 = load i64, ptr %23, align 8, !tbaa !5
  %36 = mul nsw i64 %35, %29
  %37 = getelementptr float, ptr %34, i64 %36
  br label %47

38:                                               ; preds = %52
  %39 = fadd float %53, 1.250000e+00
  br label %40

40:                                               ; preds = %38, %3
  %41 = phi float [ 1.250000e+00, %3 ], [ %39, %38 ]
  %42 = atomicrmw add ptr @counter, i32 1 seq_cst, align 4
  %43 = tail call align 4 ptr @llvm.threadlocal.address.p0(ptr align 4 @tls)
  %44 = load i32, ptr %43, align 4, !tbaa !12
  %45 = sitofp i32 %44 to float
  %46 = fadd float %41, %45
  ret float %46

47:                                               ; preds = %31, %73
  %48 = phi i64 [ 0, %31 ], [ %83, %73 ]
  %49 = phi float [ %30, %31 ], [ %82, %73 ]
  br i1 %13, label %50, label %73

50:                                               ; preds = %47
  %51 = getelementptr float, ptr %19, i64 %48
  br i1 %25, label %56, label %85

52:                                               ; preds = %73, %28
  %53 = phi float [ %30, %28 ], [ %82, %73 ]
  %54 = add nuw nsw i64 %29, 1
  %55 = icmp eq i64 %54, %5
  br i1 %55, label %38, label %28, !llvm.loop !14

56:                                               ; preds = %85, %50
  %57 = phi float [ poison, %50 ], [ %115, %85 ]
  %58 = phi i64 [ 0, %50 ], [ %116, %85 ]
  %59 = phi float [ 0.000000e+00, %50 ], [ %115, %85 ]
  br i1 %27, label %73, label %60

60:                                               ; preds = %56, %60
  %61 = phi i64 [ %70, %60 ], [ %58, %56 ]
  %62 = phi float [ %69, %60 ], [ %59, %56 ]
  %63 = phi i64 [ %71, %60 ], [ 0, %56 ]
  %64 = getelementptr float, ptr %33, i64 %61
  %65 = load float, ptr %64, align 4, !tbaa !16
  %66 = mul nsw i64 %21, %61
  %67 = getelementptr float, ptr %51, i64 %66
  %68 = load float, ptr %67, align 4, !tbaa !16
  %69 = tail call float @llvm.fmuladd.f32(float %65, float %68, float %62)
  %70 = add nuw nsw i64 %61, 1
  %71 = add i64 %63, 1
  %72 = icmp eq i64 %71, %24
  br i1 %72, label %73, label %60, !llvm.loop !18

73:                                               ; preds = %56, %60, %47
  %74 = phi float [ 0.000000e+00, %47 ], [ %57, %56 ], [ %69, %60 ]
  %75 = tail call float @llvm.maxnum.f32(float %74, float 0.000000e+00)
  %76 = add nuw nsw i64 %48, %29
  %77 = and i64 %76, 3
  %78 = getelementptr inbounds [4 x float], ptr @weights, i64 0, i64 %77
  %79 = load float, ptr %78, align 4, !tbaa !16
  %80 = fadd float %75, %79
  %81 = getelementptr float, ptr %37, i64 %48
  store float %80, ptr %81, align 4, !tbaa !16
  %82 = fadd float %49, %74
  %83 = add nuw nsw i64 %48, 1
  %84 = icmp eq i64 %83, %9
  br i1 %84, label %52, label %47, !llvm.loop !20

85:                                               ; preds = %50, %85
  %86 = phi i64 [ %116, %85 ], [ 0, %50 ]
  %87 = phi float [ %115, %85 ], [ 0.000000e+00, %50 ]
  %88 = phi i64 [ %117, %85 ], [ 0, %50 ]
  %89 = getelementptr float, ptr %33, i64 %86
  %90 = load float, ptr %89, align 4, !tbaa !16
  %91 = mul nsw i64 %21, %86
  %92 = getelementptr float, ptr %51, i64 %91
  %93 = load float, ptr %92, align 4, !tbaa !16
  %94 = tail call float @llvm.fmuladd.f32(float %90, float %93, float %87)
  %95 = or disjoint i64 %86, 1
  %96 = getelementptr float, ptr %33, i64 %95
  %97 = load float, ptr %96, align 4, !tbaa !16
  %98 = mul nsw i64 %21, %95
  %99 = getelementptr float, ptr %51, i64 %98
  %100 = load float, ptr %99, align 4, !tbaa !16
  %101 = tail call float @llvm.fmuladd.f32(float %97, float %100, float %94)
  %102 = or disjoint i64 %86, 2
  %103 = getelementptr float, ptr %33, i64 %102
  %104 = load float, ptr %103, align 4, !tbaa !16
  %105 = mul nsw i64 %21, %102
  %106 = getelementptr float, ptr %51, i64 %105
  %107 = load float, ptr %106, align 4, !tbaa !16
  %108 = tail call float @llvm.fmuladd.f32(float %104, float %107, float %101)
  %109 = or disjoint i64 %86, 3
  %110 = getelementptr float, ptr %33, i64 %109
  %111 = load float, ptr %110, align 4, !tbaa !16
  %112 = mul nsw i64 %21, %109
  %113 = getelementptr float, ptr %51, i64 %112
  %114 = load float, ptr %113, align 4, !tbaa !16
  %115 = tail call float @llvm.fmuladd.f32(float %111, float %114, float %108)
  %116 = add nuw nsw i64 %86, 4
  %117 = add i64 %88, 4
  %118 = icmp eq i64 %117, %26
  br i1 %118, label %56, label %85, !llvm.loop !21
}

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.fmuladd.f32(float, float, float) #1

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.maxnum.f32(float, float) #1

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare nonnull ptr @llvm.threadlocal.address.p0(ptr nonnull) #1

; Function Attrs: nofree nounwind uwtable
define dso_local noundef i32 @pick(i32 noundef %0) local_unnamed_addr #2 {
  switch i32 %0, label %4 [
    i32 1, label %6
    i32 7, label %2
    i32 -3, label %3
  ]

2:                                                ; preds = %1
  br label %6

3:                                                ; preds = %1
  br label %6

4:                                                ; preds = %1
  %5 = tail call i32 (ptr, ...) @printf(ptr noundef nonnull dereferenceable(1) @.str, i32 noundef %0, ptr noundef nonnull @.str.1)
  br label %6

6:                                                ; preds = %1, %4, %3, %2
  %7 = phi i32 [ %5, %4 ], [ 2, %3 ], [ 9, %2 ], [ 5, %1 ]
  ret i32 %7
}

; Function Attrs: nofree nounwind
declare noundef i32 @printf(ptr nocapture noundef readonly, ...) local_unnamed_addr #3

; Function Attrs: nofree nounwind memory(write) uwtable
define dso_local double @vla(i32 noundef %0) local_unnamed_addr #4 {
  %2 = zext i32 %0 to i64
  %3 = alloca double, i64 %2, align 16
  %4 = shl nuw nsw i64 %2, 3
  call void @llvm.memset.p0.i64(ptr nonnull align 16 %3, i8 0, i64 %4, i1 false)
  %5 = icmp sgt i32 %0, 0
  br i1 %5, label %11, label %6

6:                                                ; preds = %11, %1
  %7 = sext i32 %0 to i64
  %8 = getelementptr double, ptr %3, i64 %7
  %9 = getelementptr i8, ptr %8, i64 -8
  %10 = load double, ptr %9, align 8, !tbaa !22
  ret double %10

11:                                               ; preds = %1, %11
  %12 = phi i64 [ %20, %11 ], [ 0, %1 ]
  %13 = trunc nuw nsw i64 %12 to i32
  %14 = uitofp nneg i32 %13 to double
  %15 = tail call double @sin(double noundef %14) #12
  %16 = getelementptr inbounds double, ptr %3, i64 %12
  %17 = load double, ptr %16, align 8, !tbaa !22
  %18 = tail call double @exp(double noundef %17) #12
  %19 = fadd double %15, %18
  store double %19, ptr %16, align 8, !tbaa !22
  %20 = add nuw nsw i64 %12, 1
  %21 = icmp eq i64 %20, %2
  br i1 %21, label %6, label %11, !llvm.loop !24
}

; Function Attrs: mustprogress nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr nocapture writeonly, i8, i64, i1 immarg) #5

; Function Attrs: mustprogress nofree nounwind willreturn memory(write)
declare double @sin(double noundef) local_unnamed_addr #6

; Function Attrs: mustprogress nofree nounwind willreturn memory(write)
declare double @exp(double noundef) local_unnamed_addr #6

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local noundef i32 @vsum(i32 noundef returned %0, ...) local_unnamed_addr #7 {
  ret i32 %0
}

; Function Attrs: mustprogress nofree norecurse nounwind willreturn uwtable
define dso_local i32 @cas(ptr nocapture noundef %0, i32 noundef %1) local_unnamed_addr #8 {
  fence seq_cst
  %3 = cmpxchg ptr %0, i32 %1, i32 3 seq_cst seq_cst, align 4
  %4 = extractvalue { i32, i1 } %3, 1
  %5 = zext i1 %4 to i32
  %6 = load atomic i32, ptr %0 seq_cst, align 4
  %7 = add nsw i32 %6, %5
  ret i32 %7
}

; Function Attrs: mustprogress nofree nounwind willreturn memory(argmem: readwrite, inaccessiblemem: readwrite) uwtable
define dso_local noalias noundef ptr @mem(ptr nocapture noundef %0, ptr nocapture noundef %1, i64 noundef %2) local_unnamed_addr #9 {
  tail call void @llvm.memcpy.p0.p0.i64(ptr align 1 %0, ptr align 1 %1, i64 %2, i1 false)
  tail call void @llvm.memmove.p0.p0.i64(ptr align 1 %1, ptr align 1 %0, i64 %2, i1 false)
  %4 = tail call noalias ptr @malloc(i64 noundef %2) #13
  ret ptr %4
}

; Function Attrs: mustprogress nocallback nofree nounwind willreturn memory(argmem: readwrite)
declare void @llvm.memcpy.p0.p0.i64(ptr noalias nocapture writeonly, ptr noalias nocapture readonly, i64, i1 immarg) #10

; Function Attrs: mustprogress nocallback nofree nounwind willreturn memory(argmem: readwrite)
declare void @llvm.memmove.p0.p0.i64(ptr nocapture writeonly, ptr nocapture readonly, i64, i1 immarg) #10

; Function Attrs: mustprogress nofree nounwind willreturn allockind("alloc,uninitialized") allocsize(0) memory(inaccessiblemem: readwrite)
declare noalias noundef ptr @malloc(i64 noundef) local_unnamed_addr #11

; Function Attrs: nofree nounwind uwtable
define dso_local noundef i32 @main() local_unnamed_addr #2 {
  %1 = tail call i32 (ptr, ...) @printf(ptr noundef nonnull dereferenceable(1) @.str, i32 noundef 3, ptr noundef nonnull @.str.1)
  ret i32 %1
}

attributes #0 = { nofree norecurse nounwind memory(readwrite, inaccessiblemem: none) uwtable "min-legal-vector-width"="0" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }
attributes #1 = { mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #2 = { nofree nounwind uwtable "min-legal-vector-width"="0" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }
attributes #3 = { nofree nounwind "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }
attributes #4 = { nofree nounwind memory(write) uwtable "min-legal-vector-width"="0" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }
attributes #5 = { mustprogress nocallback nofree nounwind willreturn memory(argmem: write) }
attributes #6 = { mustprogress nofree nounwind willreturn memory(write) "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }
attributes #7 = { mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable "min-legal-vector-width"="0" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }
attributes #8 = { mustprogress nofree norecurse nounwind willreturn uwtable "min-legal-vector-width"="0" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }
attributes #9 = { mustprogress nofree nounwind willreturn memory(argmem: readwrite, inaccessiblemem: readwrite) uwtable "min-legal-vector-width"="0" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }
attributes #10 = { mustprogress nocallback nofree nounwind willreturn memory(argmem: readwrite) }
attributes #11 = { mustprogress nofree nounwind willreturn allockind("alloc,uninitialized") allocsize(0) memory(inaccessiblemem: readwrite) "alloc-family"="malloc" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }
attributes #12 = { nounwind }
attributes #13 = { nounwind allocsize(0) }

!llvm.module.flags = !{!0, !1, !2, !3}
!llvm.ident = !{!4}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 8, !"PIC Level", i32 2}
!2 = !{i32 7, !"PIE Level", i32 2}
!3 = !{i32 7, !"uwtable", i32 2}
!4 = !{!"Debian clang version 19.1.7 (3~deb12u1)"}
!5 = !{!6, !6, i64 0}
!6 = !{!"long", !7, i64 0}
!7 = !{!"omnipotent char", !8, i64 0}
!8 = !{!"Simple C/C++ TBAA"}
!9 = !{!10, !11, i64 8}
!10 = !{!"", !11, i64 0, !11, i64 8, !6, i64 16, !7, i64 24, !7, i64 40}
!11 = !{!"any pointer", !7, i64 0}
!12 = !{!13, !13, i64 0}
!13 = !{!"int", !7, i64 0}
!14 = distinct !{!14, !15}
!15 = !{!"llvm.loop.mustprogress"}
!16 = !{!17, !17, i64 0}
!17 = !{!"float", !7, i64 0}
!18 = distinct !{!18, !19}
!19 = !{!"llvm.loop.unroll.disable"}
!20 = distinct !{!20, !15}
!21 = distinct !{!21, !15}
!22 = !{!23, !23, i64 0}
!23 = !{!"double", !7, i64 0}
!24 = distinct !{!24, !15}
