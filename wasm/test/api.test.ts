import { loadMlir, MlirError } from 'mlir-js-bindings';
import type { Diagnostic, Mlir, MlirErrorCode } from 'mlir-js-bindings';

const remarks: Diagnostic[] = [];
let mlir: Mlir;

beforeAll(async () => {
  mlir = await loadMlir({ onDiagnostic: (diagnostic) => remarks.push(diagnostic) });
});

beforeEach(() => {
  remarks.length = 0;
});

const addition = `func.func @add(%arg0: i32, %arg1: i32) -> i32 {
  %0 = arith.addi %arg0, %arg1 : i32
  return %0 : i32
}
`;

const toLlvm = 'builtin.module(convert-arith-to-llvm,convert-func-to-llvm,reconcile-unrealized-casts)';

/** The error that `action` throws, which must be one of ours with this code. */
function errorOf(code: MlirErrorCode, action: () => unknown): MlirError {
  try {
    action();
  } catch (error) {
    if (!(error instanceof MlirError)) throw error;
    expect(error.code).toBe(code);
    return error;
  }
  throw new Error(`expected an MlirError with code ${code}, nothing was thrown`);
}

describe('MLIR', () => {
  it('prints what it parsed', () => {
    using module = mlir.parse(addition);
    expect(module.print()).toBe(`module {
  func.func @add(%arg0: i32, %arg1: i32) -> i32 {
    %0 = arith.addi %arg0, %arg1 : i32
    return %0 : i32
  }
}

`);
  });

  it('reads UTF-8 bytes as it reads text', () => {
    const source = 'module attributes {test.name = "größe"} {}';
    using fromText = mlir.parse(source);
    using fromBytes = mlir.parse(new TextEncoder().encode(source));
    expect(fromBytes.print()).toBe(fromText.print());
    expect(fromText.toOperation().attributes.get('test.name')).toEqual({ kind: 'string', value: 'größe' });
  });

  it('prints the generic form, locations and elided constants on request', () => {
    using module = mlir.parse(
      'func.func @f() -> tensor<4xi32> {\n  %0 = arith.constant dense<[1, 2, 3, 4]> : tensor<4xi32>\n  return %0 : tensor<4xi32>\n}',
      { fileName: 'constant.mlir' },
    );
    expect(module.print({ generic: true })).toContain('%0 = "arith.constant"() <{value = dense<[1, 2, 3, 4]> : tensor<4xi32>}>');
    expect(module.print({ debugInfo: true })).toContain('#loc1 = loc("constant.mlir":1:1)');
    expect(module.print({ debugInfo: 'pretty' })).toContain('return %cst : tensor<4xi32> constant.mlir:3:3');
    expect(module.print({ elideElementsAbove: 2 })).toContain('dense_resource<__elided__>');
  });

  it('reports malformed text with its position', () => {
    const error = errorOf('parse', () => mlir.parse('func.func @f() {\n  return %x : i32\n}', { fileName: 'bad.mlir' }));
    expect(error.diagnostics).toEqual([
      { severity: 'error', message: 'use of undeclared SSA value name', file: 'bad.mlir', line: 2, column: 10, notes: [] },
    ]);
    expect(error.message).toBe('bad.mlir:2:10: error: use of undeclared SSA value name');
  });

  it('reports notes with their own positions', () => {
    const error = errorOf('parse', () => mlir.parse('func.func @f() { return }\nfunc.func @f() { return }'));
    expect(error.diagnostics).toMatchObject([
      {
        message: 'redefinition of symbol named \'f\'',
        line: 2,
        notes: [{ severity: 'note', message: 'see existing symbol definition here', line: 1, column: 1 }],
      },
    ]);
  });

  it('accepts unknown dialects only when told to', () => {
    const source = '"krnl.global"() {shape = [2]} : () -> ()';
    const error = errorOf('parse', () => mlir.parse(source));
    expect(error.message).toMatch(/^input\.mlir:1:14: error: operation being parsed with an unregistered dialect/);
    using module = mlir.parse(source, { allowUnregisteredDialects: true });
    expect(module.print()).toContain('"krnl.global"() {shape = [2]} : () -> ()');
    // The neighbour in the same context does not inherit the permission.
    errorOf('parse', () => mlir.parse(source));
  });

  it('verifies when asked, and on parsing unless told otherwise', () => {
    const invalid = '"func.func"() ({\n}) {sym_name = "f"} : () -> ()';
    errorOf('parse', () => mlir.parse(invalid));
    using module = mlir.parse(invalid, { skipVerification: true });
    const error = errorOf('verify', () => module.verify());
    expect(error.diagnostics[0]).toMatchObject({ severity: 'error', line: 1, column: 1 });
  });

  it('runs a pipeline', () => {
    using module = mlir.parse('func.func @f() -> i32 {\n  %a = arith.constant 2 : i32\n  %b = arith.addi %a, %a : i32\n  return %b : i32\n}');
    expect(module.runPipeline('builtin.module(func.func(canonicalize))').print()).toContain('arith.constant 4 : i32');
  });

  it('names the place of an error in a pipeline', () => {
    using module = mlir.parse(addition);
    const error = errorOf('pipeline-syntax', () => module.runPipeline('builtin.module(no-such-pass)'));
    expect(error.message).toMatch(/'no-such-pass' does not refer to a registered pass or pass pipeline/);
    errorOf('pipeline-syntax', () => module.runPipeline('builtin.module(canonicalize'));
    expect(module.print()).toContain('arith.addi');
  });

  it('reports why and where a pass failed', () => {
    using module = mlir.parse(
      'func.func @f(%t: tensor<4xf32>) -> tensor<4xf32> {\n  %r = "foo.bar"(%t) : (tensor<4xf32>) -> tensor<4xf32>\n  return %r : tensor<4xf32>\n}\n',
      { allowUnregisteredDialects: true },
    );
    const error = errorOf('pass-failed', () => module.runPipeline('builtin.module(one-shot-bufferize{bufferize-function-boundaries})'));
    expect(error.diagnostics).toMatchObject([{ severity: 'error', message: 'op was not bufferized', line: 2, column: 8 }]);
  });

  it('rejects options of passes for processors that are not built in', () => {
    using module = mlir.parse(addition);
    const error = errorOf('pass-failed', () => module.runPipeline('builtin.module(convert-vector-to-llvm{enable-x86vector})'));
    expect(error.message).toMatch(/not part of this build/);
  });

  it('keeps several modules alive and tells them apart', () => {
    const modules = Array.from({ length: 20 }, (_, index) => mlir.parse(`func.func private @f${index}()`));
    modules.forEach((module, index) => expect(module.print()).toContain(`@f${index}()`));
    for (const module of modules) module.dispose();
  });

  it('refuses to use a disposed module', () => {
    const module = mlir.parse(addition);
    module.dispose();
    module.dispose();
    errorOf('disposed', () => module.print());
  });
});

describe('translation', () => {
  it('writes LLVM IR', () => {
    using module = mlir.parse(addition).runPipeline(toLlvm);
    const text = module.toLlvmIr();
    expect(text).toContain('define i32 @add(i32 %0, i32 %1) {');
    expect(text).toContain('add i32 %0, %1');
  });

  it('says which dialect it cannot translate', () => {
    using module = mlir.parse(addition);
    const error = errorOf('translation', () => module.toLlvmIr());
    expect(error.message).toMatch(/input\.mlir:1:1: error: .*LLVMTranslationDialectInterface/);
  });

  it('reads LLVM IR into the llvm dialect and leaves the source as it was', () => {
    using llvm = mlir.llvm.parse('define i32 @add(i32 %0, i32 %1) {\n  %3 = add i32 %0, %1\n  ret i32 %3\n}\n');
    using module = mlir.importLlvm(llvm);
    expect(module.print()).toContain('llvm.add');
    expect(llvm.verify().print()).toContain('%3 = add i32 %0, %1');
  });
});

const sumOfArguments = `define i32 @f(i32 %x) {
  %slot = alloca i32
  store i32 %x, ptr %slot
  %y = load i32, ptr %slot
  %z = add i32 %y, 0
  ret i32 %z
}
`;

describe('LLVM IR', () => {
  it('optimizes, and prints what it got', () => {
    using module = mlir.llvm.parse(sumOfArguments).verify();
    expect(module.optimize('default<O1>').print()).toMatch(/ret i32 %x/);
  });

  it('says that default pipelines run without the vectorizers', () => {
    using module = mlir.llvm.parse(sumOfArguments).optimize('default<O2>');
    expect(module.print()).toMatch(/ret i32 %x/);
    expect(remarks).toHaveLength(1);
    expect(remarks[0]).toMatchObject({ severity: 'remark' });
    expect(remarks[0]?.message).toMatch(/loop-vectorize/);
  });

  it.each([
    ['loop-vectorize', /'loop-vectorize' is not part of this build: the vectorizers are left out/],
    ['function(loop(licm),slp-vectorizer)', /'slp-vectorizer'/],
    ['function(loop-vectorize<no-interleave-forced-only;>)', /'loop-vectorize'/],
    ['thinlto<O2>', /link-time/],
    ['module(asan)', /sanitizers/],
  ])('rejects %s', (pipeline, message) => {
    using module = mlir.llvm.parse(sumOfArguments);
    expect(errorOf('left-out', () => module.optimize(pipeline)).message).toMatch(message);
  });

  it('does not run a default pipeline on coroutines', () => {
    using module = mlir.llvm.parse('define void @f() presplitcoroutine {\n  ret void\n}\n');
    expect(errorOf('left-out', () => module.optimize('default<O1>')).message).toMatch(/coroutine/);
  });

  it('lists what it leaves out', () => {
    expect(mlir.llvm.leftOutPasses().get('loop-vectorize')).toBe('the vectorizers are left out');
  });

  it('tells an unknown pass from one that is left out', () => {
    using module = mlir.llvm.parse(sumOfArguments);
    expect(errorOf('pipeline-syntax', () => module.optimize('no-such-pass')).message).toMatch(/no-such-pass/);
  });

  it('writes bitcode that it can read', () => {
    using module = mlir.llvm.parse(sumOfArguments);
    const bitcode = module.toBitcode();
    expect([...bitcode.subarray(0, 4)]).toEqual([0x42, 0x43, 0xc0, 0xde]);
    using copy = mlir.llvm.parse(bitcode, 'input.ll');
    expect(copy.print()).toBe(module.print());
  });

  it('reports malformed text with its position', () => {
    const error = errorOf('parse', () => mlir.llvm.parse('define i32 @f() {\n  ret i32 %x\n}\n', 'bad.ll'));
    expect(error.diagnostics).toEqual([
      { severity: 'error', message: "use of undefined value '%x'", file: 'bad.ll', line: 2, column: 11, notes: [] },
    ]);
  });

  it('reports what the verifier finds', () => {
    using module = mlir.llvm.parse('define void @f() {\n  ret void\n}\n!llvm.module.flags = !{!0}\n!0 = !{i32 1}\n');
    expect(errorOf('verify', () => module.verify()).message).toMatch(/module flag/);
  });

  it('reports malformed bitcode', () => {
    errorOf('parse', () => mlir.llvm.parse(Uint8Array.of(0x42, 0x43, 0xc0, 0xde, 1, 2, 3, 4), 'bad.bc'));
  });
});
