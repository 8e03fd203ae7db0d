source_filename = "metadata.c"

@wide = constant [3 x x86_fp80] [x86_fp80 0xK3FFF8000000000000000, x86_fp80 0xK7FFFC000000000000001, x86_fp80 0xK00000000000000000000]
@quad = constant { fp128, ppc_fp128 } { fp128 0xL00000000000000013FFF000000000000, ppc_fp128 0xM3FF00000000000000000000000000000 }
@floats = constant [6 x float] [float 1.000000e+00, float 0x3FB99999A0000000, float 0x7FF8000020000000, float -0.000000e+00, float 0xFFF0000000000000, float 0x36A0000000000000]
@signalling = constant [2 x float] [float 0x7FF4000000000000, float undef]
@doubles = constant [3 x double] [double 1.000000e-01, double 0x7FF8000000000001, double 1.234568e+10]
@halves = constant [3 x half] [half 0xH3C00, half 0xH7E01, half 0xH8000]
@brains = constant [2 x bfloat] [bfloat 0xR3F80, bfloat 0xR7FC1]
@marked = global i32 0, align 4, !mine !3

; A loop with properties, and an access that says what it may touch.
define void @loop(ptr %p) !mine !3 {
entry:
  br label %body

body:
  %i = phi i64 [ 0, %entry ], [ %next, %body ]
  %at = getelementptr inbounds float, ptr %p, i64 %i
  %old = load float, ptr %at, align 4, !tbaa !4
  %new = fmul float %old, %old, !fpmath !7
  store float %new, ptr %at, align 4, !tbaa !4, !nontemporal !8
  %next = add nuw nsw i64 %i, 1
  %more = icmp slt i64 %next, 100
  br i1 %more, label %body, label %done, !llvm.loop !9, !prof !12

done:
  ret void
}

define double @strict(double %a, double %b) strictfp {
  %sum = call double @llvm.experimental.constrained.fadd.f64(double %a, double %b, metadata !"round.dynamic", metadata !"fpexcept.strict") strictfp
  %i = call i64 @llvm.read_register.i64(metadata !13)
  %d = sitofp i64 %i to double
  %r = fadd double %sum, %d
  ret double %r
}

declare !mine !8 i64 @llvm.read_register.i64(metadata)
declare double @llvm.experimental.constrained.fadd.f64(double, double, metadata, metadata)

!llvm.module.flags = !{!0, !1}
!llvm.ident = !{!2}
!empty = !{}
!odd\20name = !{!8, !14}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 7, !"frame-pointer", i32 2}
!2 = !{!"a producer with \22quotes\22 and a name that is longer than one chunk of six bits"}
!3 = !{!"global", ptr @loop, null}
!4 = !{!5, !5, i64 0}
!5 = !{!"float", !6, i64 0}
!6 = !{!"root"}
!7 = !{float 2.500000e+00}
!8 = !{i32 1}
!9 = distinct !{!9, !10, !11}
!10 = !{!"llvm.loop.mustprogress"}
!11 = !{!"llvm.loop.unroll.count", i32 4}
!12 = !{!"branch_weights", i32 99, i32 1}
!13 = !{!"rsp"}
!14 = distinct !{null, !14, double 1.000000e+00}
