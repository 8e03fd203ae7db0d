import { createZkLlvmModule, FunctionBuilder, Opcode, parseModuleText, renderFinding, verifyModule } from '../src/index.js';

const reasons = (text: string): string[] => verifyModule(parseModuleText(text)).map(renderFinding);

describe('verifyModule', () => {
  test('a value must be defined on every path to its use', () => {
    expect(
      reasons(`define i32 @f(i1 %c) {
entry:
  br i1 %c, label %a, label %b
a:
  %x = add i32 1, 2
  br label %b
b:
  ret i32 %x
}`),
    ).toEqual(['in function @f: ret i32 %x: instruction does not dominate all uses']);
  });

  test('a phi may use what its predecessor defines', () => {
    expect(
      reasons(`define i32 @f(i1 %c) {
entry:
  br i1 %c, label %a, label %b
a:
  %x = add i32 1, 2
  br label %b
b:
  %y = phi i32 [ %x, %a ], [ 0, %entry ]
  ret i32 %y
}`),
    ).toEqual([]);
  });

  test('phis list their predecessors and stand first', () => {
    expect(
      reasons(`define i32 @f() {
entry:
  br label %b
b:
  %x = add i32 1, 2
  %y = phi i32 [ 0, %entry ], [ 1, %b ]
  ret i32 %y
}`),
    ).toEqual([
      'in function @f: %y = phi i32 [ 0, %entry ], [ 1, %b ]: PHI nodes not grouped at top of basic block',
      'in function @f: %y = phi i32 [ 0, %entry ], [ 1, %b ]: PHI node entries do not match predecessors',
    ]);
  });

  test('calls agree with their callee', () => {
    expect(reasons('define void @f() {\n  call void @g(i32 1)\n  ret void\n}\ndeclare void @g(i64)')).toEqual([
      'in function @f: call void @g(i32 1): call parameter type does not match function signature: argument 0',
    ]);
    expect(reasons('define void @f() {\n  %1 = call i32 @g()\n  ret void\n}\ndeclare void @g()')).toEqual([
      "in function @f: %1 = call i32 @g(): the callee returns 'void'",
    ]);
  });

  test('what a builder got wrong is found', () => {
    const module = createZkLlvmModule();
    const { types, constants } = module;
    const fn = module.addFunction('f', types.i32, [types.i32]);
    const b = new FunctionBuilder(fn);
    b.add(0, constants.int(types.i64, 1));
    const later = fn.append(Opcode.mul, types.i32.id, 0, 0);
    fn.push(fn.valueOf(later) + 1);
    fn.push(0);
    b.add(0, 0);
    expect(verifyModule(module).map(({ reason }) => reason)).toEqual(['basic block does not have a terminator']);
    b.ret(constants.int(types.i64, 1));
    expect(verifyModule(module).map(({ reason }) => reason)).toEqual([
      'both operands must have the type of the result',
      "value doesn't match function result type 'i32'",
      'instruction does not dominate all uses',
    ]);
  });
});

describe('intrinsics', () => {
  test.each([
    ['llvm.fma.v4f32', '<4 x float>', '<4 x float>, <4 x float>, <4 x float>', undefined],
    ['llvm.fma.f32', 'float', 'float, float', 'intrinsic llvm.fma takes 3 arguments'],
    ['llvm.fma.f32', 'float', 'float, float, double', "argument 2 must have type 'float'"],
    ['llvm.sqrt.f64', 'float', 'float', 'should be llvm.sqrt.f32'],
    ['llvm.vector.reduce.fadd.v4f32', 'float', 'float, <4 x float>', undefined],
    ['llvm.vector.reduce.fadd.v4f32', 'double', 'double, <4 x float>', "its result must have type 'float'"],
    ['llvm.sadd.with.overflow.i32', '{ i32, i1 }', 'i32, i32', undefined],
    ['llvm.masked.load.v4f32.p0', '<4 x float>', 'ptr, i32, <4 x i1>, <4 x float>', undefined],
    ['llvm.memcpy.p0.p0.i64', 'void', 'ptr, ptr, i64, i1', undefined],
    ['llvm.not.known', 'void', 'ptr', undefined],
  ])('%s %s (%s)', (name, result, parameters, problem) => {
    const reasons = verifyModule(parseModuleText(`declare ${result} @${name}(${parameters})\n`)).map(({ reason }) => reason);
    if (problem === undefined) expect(reasons).toEqual([]);
    else expect(reasons.join()).toContain(problem);
  });
});
