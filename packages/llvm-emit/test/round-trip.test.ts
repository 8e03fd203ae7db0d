import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import {
  instructionText,
  LlvmTextError,
  moduleText,
  parseModuleText,
  stockLlvmText,
  verifyAssignerSubset,
  verifyModule,
} from '../src/index.js';
import { randomModule } from './random-module.js';

describe('text and model', () => {
  test('a written module is read back as the same text, well-formed and in the safe subset', () => {
    fc.assert(
      fc.property(randomModule, (module) => {
        expect(verifyModule(module)).toEqual([]);
        expect(verifyAssignerSubset(module)).toEqual([]);
        const text = moduleText(module);
        const read = parseModuleText(text);
        expect(moduleText(read)).toBe(text);
        expect(verifyModule(read)).toEqual([]);
        expect(verifyAssignerSubset(read)).toEqual([]);
      }),
    );
  });

  test('alignments follow an equals sign in a group, and a space or parentheses elsewhere', () => {
    const text =
      'define void @f(ptr align 8 alignstack(16) %x) #0 {\n  ret void\n}\n\nattributes #0 = { alignstack=16 nounwind }\n';
    expect(moduleText(parseModuleText(text))).toBe(text);
  });

  test('whatever is done to a text, the reader throws nothing but its located error', () => {
    const mutation = fc.record({ at: fc.nat(), remove: fc.nat(12), insert: fc.constantFrom(...FRAGMENTS) });
    fc.assert(
      fc.property(randomModule, fc.array(mutation, { minLength: 1, maxLength: 4 }), (module, mutations) => {
        let text = moduleText(module);
        for (const { at, remove, insert } of mutations) {
          const place = at % text.length;
          text = text.slice(0, place) + insert + text.slice(place + remove);
        }
        const failure = errorOf(() => verifyAssignerSubset(parseModuleText(text)));
        if (failure !== undefined) expect(failure).toBeInstanceOf(LlvmTextError);
      }),
      { numRuns: 300 },
    );
  });

  test('what clang prints for zkLLVM is read, and reading what was printed of it changes nothing', () => {
    const once = moduleText(parseModuleText(CLANG_LIKE));
    expect(moduleText(parseModuleText(once))).toBe(once);
    expect(verifyModule(parseModuleText(once))).toEqual([]);
    const main = parseModuleText(CLANG_LIKE).function('_Z4mainv');
    expect(main?.attributes.map((attribute) => (attribute.kind === 'enum' ? attribute.name : attribute.kind))).toEqual([
      'circuit',
      'mustprogress',
      'string',
    ]);
  });

  test('one instruction is printed with the numbers that it has in its function', () => {
    const main = parseModuleText(CLANG_LIKE).function('_Z4mainv');
    expect(main && instructionText(main, 0)).toBe('%d = getelementptr inbounds %struct.pair, ptr %p, i64 0, i32 1');
  });
});

const llvmAs = ['/usr/bin/llvm-as-16', '/usr/lib/llvm-16/bin/llvm-as'].find((path) => spawnSync(path, ['--version']).status === 0);

(llvmAs === undefined ? describe.skip : describe)(`stock LLVM${llvmAs === undefined ? ' [skipped: no llvm-as-16]' : ''}`, () => {
  const accepted = (text: string): string => {
    const { stderr } = spawnSync(llvmAs ?? '', ['-o', '/dev/null', '-'], { input: stockLlvmText(text), encoding: 'utf8' });
    return stderr;
  };

  test('llvm-as accepts what is written, with integers for field elements', () => {
    fc.assert(
      fc.property(randomModule, (module) => {
        expect(accepted(moduleText(module))).toBe('');
      }),
      { numRuns: 25 },
    );
    expect(accepted(moduleText(parseModuleText(CLANG_LIKE)))).toBe('');
  });

  test('and it would notice a wrong type', () => {
    const text = moduleText(parseModuleText(CLANG_LIKE)).replace('add nuw nsw i32', 'add nuw nsw i31');
    expect(accepted(text)).toContain('error');
  });
});

function errorOf(run: () => unknown): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    return error;
  }
}

const FRAGMENTS = [
  '',
  ' ',
  '%',
  '@',
  '%0',
  '%99999999999',
  'f0x',
  'f0x' + 'F'.repeat(100),
  '"',
  '!{',
  '#0',
  '[',
  '{',
  '<',
  '<4 x ',
  '[1000000000 x ',
  '[[[[[[[',
  'i0',
  'i99999999',
  'ptr*',
  'poison',
  'undef',
  'null',
  'zeroinitializer',
  'br label %7',
  'switch i32 0, label %1 []',
  'phi',
  'call ',
  '\n}\n',
  'define void @f() {',
  '\\',
  '\0',
  '\u00e9',
  '-1',
  '1.5e10',
  '0x',
  ', ',
  'align 3',
  'byval(',
  ';',
];

const CLANG_LIKE = `; ModuleID = 'linked'
source_filename = "a file \\22quoted\\22"
target datalayout = "e-m:e-p:64:8-a:8-i16:8-i32:8-i64:8-v768:8-v1152:8-v1536:8"
target triple = "assigner"

%struct.pair = type { i64, [2 x __zkllvm_field_pallas_base] }
%"class.with space" = type <{ i8, ptr }>

$shared = comdat any

@text = private unnamed_addr constant [4 x i8] c"a\\0A\\22\\00", align 1
@numbers = weak_odr dso_local local_unnamed_addr constant [2 x [2 x i32]] [[2 x i32] [i32 -1, i32 7], [2 x i32] zeroinitializer], comdat($shared), align 8
@other = external global i64
@pointer = global ptr getelementptr inbounds ([4 x i8], ptr @text, i64 0, i64 1)
@floats = global { float, double, double } { float 1.000000e+00, double 0x3FB999999999999A, double -0.0 }

; Function Attrs: circuit mustprogress
define dso_local noundef zeroext i1 @_Z4mainv(ptr noundef byval(%struct.pair) align 1 %p, i64 noundef private_input %n, i1 %0) local_unnamed_addr #1 {
entry:
  %d = getelementptr inbounds %struct.pair, ptr %p, i64 0, i32 1
  %v = load i32, ptr %d, align 1, !tbaa !3
  %sum = add nuw nsw i32 %v, 1
  store volatile i32 %sum, ptr %d, align 1, !tbaa !3, !nontemporal !7
  %kept = tail call fastcc noundef i32 @helper(i32 noundef %sum, ptr nonnull align 1 dereferenceable(4) @numbers) #2
  br i1 %0, label %loop, label %exit

loop:                                             ; preds = %loop, %entry
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %next = add i32 %i, 1
  %1 = icmp ult i32 %next, 10
  br i1 %1, label %loop, label %exit, !llvm.loop !5

exit:
  %2 = phi i1 [ %0, %entry ], [ true, %loop ]
  %3 = call i32 (ptr, ...) @printf(ptr @text, double 2.500000e+00)
  switch i32 %3, label %4 [
    i32 0, label %5
    i32 1, label %5
  ]

4:
  %back = insertvalue { i1, i64 } undef, i1 %2, 0
  %front = extractvalue { i1, i64 } %back, 0
  ret i1 %front

5:
  unreachable
}

define internal fastcc i32 @helper(i32 %0, ptr %1) #2 personality ptr @__gxx_personality_v0 {
  %3 = invoke i32 @may_throw(i32 %0)
          to label %4 unwind label %6

4:
  %5 = select i1 true, i32 %3, i32 poison
  ret i32 %5

6:
  %7 = landingpad { ptr, i32 }
          cleanup
          catch ptr null
  resume { ptr, i32 } %7
}

declare i32 @may_throw(i32)
declare i32 @printf(ptr noundef, ...) local_unnamed_addr #2
declare i32 @__gxx_personality_v0(...)

attributes #1 = { circuit mustprogress "frame-pointer"="all" }
attributes #2 = { nounwind memory(none) }

!llvm.ident = !{!0, !0}
!0 = !{!"clang"}
!3 = !{!4, !4, i64 0}
!4 = !{!"int", !6, i64 0}
!5 = distinct !{!5}
!6 = !{!"Simple C++ TBAA"}
!7 = !{i32 1}
`;
