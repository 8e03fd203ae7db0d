source_filename = "metadata.c"
target triple = "x86_64-pc-linux-gnu"

@counter = global i32 0, !dbg !0

define i32 @increment(i32 %by) !dbg !9 {
  call void @llvm.dbg.value(metadata i32 %by, metadata !13, metadata !DIExpression()), !dbg !14
  %1 = load i32, ptr @counter, !dbg !15
  %2 = add i32 %1, %by, !dbg !15
  store i32 %2, ptr @counter, !dbg !15, !alias.scope !16
  ret i32 %2, !dbg !18
}

declare void @llvm.dbg.value(metadata, metadata, metadata)

!llvm.dbg.cu = !{!2}
!llvm.module.flags = !{!6, !7}
!llvm.ident = !{!8}
!many = !{!19, !20, !21, !22, !23, !24, !25, !26, !27, !28, !29, !30, !31, !32, !33, !34, !35, !36, !37, !38}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(name: "counter", scope: !2, file: !3, line: 1, type: !5, isLocal: false, isDefinition: true)
!2 = distinct !DICompileUnit(language: DW_LANG_C11, file: !3, producer: "a \22producer\22 with\09tab", isOptimized: false, runtimeVersion: 0, emissionKind: FullDebug, globals: !4)
!3 = !DIFile(filename: "metadata.c", directory: "/src/\C3\A9")
!4 = !{!0}
!5 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
!6 = !{i32 2, !"Debug Info Version", i32 3}
!7 = !{i32 7, !"Dwarf Version", i32 5}
!8 = !{!"a compiler"}
!9 = distinct !DISubprogram(name: "increment", scope: !3, file: !3, line: 2, type: !10, scopeLine: 2, spFlags: DISPFlagDefinition, unit: !2, retainedNodes: !12)
!10 = !DISubroutineType(types: !11)
!11 = !{!5, !5}
!12 = !{!13}
!13 = !DILocalVariable(name: "by", arg: 1, scope: !9, file: !3, line: 2, type: !5)
!14 = !DILocation(line: 2, column: 19, scope: !9)
!15 = !DILocation(line: 3, column: 11, scope: !9)
!16 = !{!17}
!17 = distinct !{!17, !39, !"scope"}
!18 = !DILocation(line: 4, scope: !9)
!19 = !{i32 0, !"n0"}
!20 = !{i32 1, !"n1"}
!21 = !{i32 2, !"n2"}
!22 = !{i32 3, !"n3"}
!23 = !{i32 4, !"n4"}
!24 = !{i32 5, !"n5"}
!25 = !{i32 6, !"n6"}
!26 = !{i32 7, !"n7"}
!27 = !{i32 8, !"n8"}
!28 = !{i32 9, !"n9"}
!29 = !{i32 10, !"n10"}
!30 = !{i32 11, !"n11"}
!31 = !{i32 12, !"n12"}
!32 = !{i32 13, !"n13"}
!33 = !{i32 14, !"n14"}
!34 = !{i32 15, !"n15"}
!35 = !{i32 16, !"n16"}
!36 = !{i32 17, !"n17"}
!37 = !{i32 18, !"n18"}
!38 = !{i32 19, !"n19"}
!39 = distinct !{!39}
