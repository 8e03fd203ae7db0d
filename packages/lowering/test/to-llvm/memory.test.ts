import { errorsOf, functionText, llvmOf } from './lower-text.js';

describe('stack memory', () => {
  test('of static shape in a loop is allocated once, in the entry block', () => {
    const llvm = functionText(llvmOf(`func.func @f(%n: index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    affine.for %j = 0 to 4 {
      %a = memref.alloca() {alignment = 32 : i64} : memref<4x2xf32>
      affine.store %z, %a[0, 0] : memref<4x2xf32>
    }
  }
  return
}`.replace('%c0 =', '%z = arith.constant 0.0 : f32\n  %c0 =')), 'f');
    expect(llvm.match(/alloca/g)).toHaveLength(1);
    expect(llvm).toMatch(/\{\n {2}%2 = alloca \[8 x float\], align 32\n/);
  });

  test('in a loop of branches stays there: it may outlive the iteration', () => {
    const llvm = functionText(llvmOf(`func.func @f(%c: i1) {
  cf.br ^loop
^loop:
  %a = memref.alloca() : memref<1xf32>
  cf.cond_br %c, ^loop, ^end
^end:
  return
}`), 'f');
    expect(llvm.indexOf('alloca')).toBeGreaterThan(llvm.indexOf('br label'));
  });

  test('of dynamic size says how many elements', () => {
    expect(llvmOf('func.func @f(%n: index) { %a = memref.alloca(%n) : memref<?x2xf32>\n return }')).toMatch(/%2 = mul i64 %0, 2|%2 = mul i64 .*%0/);
  });
});

describe('allocations', () => {
  test('without alignment are what malloc returns', () => {
    const llvm = llvmOf('func.func @f() { %a = memref.alloc() : memref<4xf32>\n memref.dealloc %a : memref<4xf32>\n return }');
    expect(llvm).toMatch(/%1 = call ptr @malloc\(i64 16\)\n {2}call void @free\(ptr %1\)/);
  });

  test('with alignment have room to move up', () => {
    expect(llvmOf('func.func @f() { %a = memref.alloc() {alignment = 64 : i64} : memref<4xf32>\n return }')).toMatch(
      /call ptr @malloc\(i64 80\)\n.*ptrtoint.*\n.*add i64 %2, 63\n.*urem i64 %3, 64\n/,
    );
  });

  test('of another layout than the row-major one are errors', () => {
    expect(errorsOf('func.func @f() {\n  %a = memref.alloc() : memref<4x2xf32, strided<[1, 4]>>\n  return\n}')).toEqual([
      "2:8: 'memref.alloc': memory of another layout than the row-major one has no code",
    ]);
  });

  test('a function that the module declares otherwise is an error', () => {
    expect(errorsOf('func.func private @malloc(i32)\nfunc.func @f() {\n  %a = memref.alloc() : memref<4xf32>\n  return\n}')).toEqual([
      "3:8: 'memref.alloc': '@malloc' must be a function of type 'ptr (i64)', which the code of this operation calls",
    ]);
  });
});

describe('constants', () => {
  const model = (values: readonly string[]): string =>
    `func.func @f() -> f32 {\n  %c0 = arith.constant 0 : index\n${values
      .map((value, i) => `  %g${i} = "krnl.global"() {name = "weights", shape = [4], value = ${value} : tensor<4xf32>} : () -> memref<4xf32>\n`)
      .join('')}  %v = memref.load %g0[%c0] : memref<4xf32>\n  return %v : f32\n}`;

  test('are byte strings', () => {
    expect(llvmOf(model(['dense<[1.0, 2.0, -1.0, 0.5]>']))).toMatch(
      '@weights = private constant [16 x i8] c"\\00\\00\\80?\\00\\00\\00@\\00\\00\\80\\BF\\00\\00\\00?", align 16',
    );
  });

  test('zeros have no bytes', () => {
    expect(llvmOf(model(['dense<0.0>']))).toMatch('@weights = private constant [16 x i8] zeroinitializer, align 16');
  });

  test('equal ones are one global, others of one name get names of their own', () => {
    const llvm = llvmOf(model(['dense<1.0>', 'dense<1.0>', 'dense<2.0>']));
    expect(llvm.match(/^@\S+ =/gm)).toEqual(['@weights =', '@weights_0 =']);
  });

  test('a constant without data is an error', () => {
    const [message] = errorsOf('func.func @f() {\n  %g = "krnl.global"() {name = "w", shape = [4]} : () -> memref<4xf32>\n  return\n}');
    expect(message).toBe("2:8: 'krnl.global': the constant has no value");
  });

  test('elements whose size the data layout decides are errors', () => {
    expect(errorsOf('memref.global @g : memref<4xi24> = dense<0>')).toEqual([
      "1:1: 'memref.global': a constant array must have static sizes and elements of 1, 8, 16, 32 or 64 bits",
    ]);
  });
});
