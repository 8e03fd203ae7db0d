import {
  createZkLlvmModule,
  DATA_LAYOUT,
  enumAttribute,
  FunctionBuilder,
  intrinsicOf,
  moduleText,
  typeAttribute,
  verifyModule,
  writeModule,
} from '../src/index.js';

describe('FunctionBuilder', () => {
  test('writes the module that it says', () => {
    const module = createZkLlvmModule();
    const { types, constants } = module;
    const field = types.field('pallas_base');
    const array = types.array(2, field);
    const main = module.addFunction('main', types.void, [types.ptr, types.ptr]);
    main.attributes = [enumAttribute('circuit')];
    main.parameters[0].attributes = [typeAttribute('byval', array), enumAttribute('private_input')];
    main.parameters[1].attributes = [typeAttribute('byval', array)];
    main.parameters[1].name = 'claimed';
    const b = new FunctionBuilder(main);
    const x = b.load(field, b.argument(0), 1);
    const y = b.load(field, b.getelementptr(array, b.argument(1), [constants.int(types.i64, 0), constants.int(types.i32, 1)]));
    const product = b.mul(x, constants.field(field, -1));
    b.intrinsic('llvm.assigner.exit.check', [], [b.icmp('ne', product, constants.field(field, 0))]);
    b.intrinsic('llvm.assigner.exit.check.eq', [field], [product, y]);
    b.intrinsic('llvm.assigner.poseidon', [types.vector(3, field)], [constants.undef(types.vector(3, field))]);
    b.ret();
    expect(moduleText(module)).toBe(`target datalayout = "${DATA_LAYOUT}"
target triple = "assigner"

define void @main(ptr byval([2 x __zkllvm_field_pallas_base]) private_input %0, ptr byval([2 x __zkllvm_field_pallas_base]) %claimed) #0 {
  %2 = load __zkllvm_field_pallas_base, ptr %0, align 1
  %3 = getelementptr [2 x __zkllvm_field_pallas_base], ptr %claimed, i64 0, i32 1
  %4 = load __zkllvm_field_pallas_base, ptr %3
  %5 = mul __zkllvm_field_pallas_base %2, f0x40000000000000000000000000000000224698FC094CF91B992D30ED00000000
  %6 = icmp ne __zkllvm_field_pallas_base %5, f0x0
  call void @llvm.assigner.exit.check(i1 %6)
  call void @llvm.assigner.exit.check.eq.__zkllvm_field_pallas_base(__zkllvm_field_pallas_base %5, __zkllvm_field_pallas_base %4)
  %7 = call <3 x __zkllvm_field_pallas_base> @llvm.assigner.poseidon.v3__zkllvm_field_pallas_base(<3 x __zkllvm_field_pallas_base> undef)
  ret void
}

declare void @llvm.assigner.exit.check(i1) #1

declare void @llvm.assigner.exit.check.eq.__zkllvm_field_pallas_base(__zkllvm_field_pallas_base, __zkllvm_field_pallas_base) #1

declare <3 x __zkllvm_field_pallas_base> @llvm.assigner.poseidon.v3__zkllvm_field_pallas_base(<3 x __zkllvm_field_pallas_base>) #1

attributes #0 = { circuit }
attributes #1 = { nounwind }
`);
  });

  test('builds blocks whose phis are completed later', () => {
    const module = createZkLlvmModule();
    const { types, constants } = module;
    const fn = module.addFunction('count', types.i32, [types.i32]);
    const b = new FunctionBuilder(fn);
    const [loop, exit] = [b.createBlock('loop'), b.createBlock()];
    const one = constants.int(types.i32, 1);
    b.br(loop);
    b.beginBlock(loop);
    const i = b.phi(types.i32);
    const next = b.add(i, one);
    b.addIncoming(i, constants.int(types.i32, 0), fn.blockOrder[0]);
    b.addIncoming(i, next, loop);
    b.condBr(b.icmp('ult', next, b.argument(0)), loop, exit);
    b.beginBlock(exit);
    b.ret(next);
    expect(verifyModule(module)).toEqual([]);
    expect(moduleText(module)).toContain(`define i32 @count(i32 %0) {
  br label %loop

loop:
  %2 = phi i32 [ 0, %1 ], [ %3, %loop ]
  %3 = add i32 %2, 1
  %4 = icmp ult i32 %3, %0
  br i1 %4, label %loop, label %5

5:
  ret i32 %3
}
`);
  });

  test('many instructions are built and written in chunks', () => {
    const module = createZkLlvmModule();
    const field = module.types.field('pallas_base');
    const b = new FunctionBuilder(module.addFunction('main', field, [field]));
    let value = b.argument(0);
    for (let i = 0; i < 200_000; i++) value = b.add(value, module.constants.field(field, i % 100));
    b.ret(value);
    let size = 0;
    let largest = 0;
    writeModule(module, (chunk) => {
      size += chunk.length;
      largest = Math.max(largest, chunk.length);
    });
    expect(module.constants.size).toBe(100);
    expect(size).toBeGreaterThan(10_000_000);
    expect(largest).toBeLessThanOrEqual(1 << 18);
  });
});

describe('constants', () => {
  test('equal constants are one', () => {
    const { types, constants } = createZkLlvmModule();
    const field = types.field('pallas_base');
    expect(constants.field(field, 2n ** 200n)).toBe(constants.field(field, 2n ** 200n + field.field.modulus));
    expect(constants.field(field, 5)).toBe(constants.field(field, 5n));
    expect(constants.int(types.int(8), 255)).toBe(constants.int(types.int(8), -1n));
    expect(constants.int(types.int(8), 1)).not.toBe(constants.int(types.int(16), 1));
    expect(constants.undef(field)).not.toBe(constants.poison(field));
  });
});

describe('intrinsics', () => {
  test.each([
    ['llvm.assigner.exit.check', 'llvm.assigner.exit.check'],
    ['llvm.assigner.exit.check.eq.__zkllvm_field_pallas_base', 'llvm.assigner.exit.check.eq'],
    ['llvm.assigner.bit.decomposition.field.__zkllvm_field_pallas_base', 'llvm.assigner.bit.decomposition.field'],
    ['llvm.memcpy.p0.p0.i64', 'llvm.memcpy'],
    ['llvm.assigner.exit.check.i1', undefined],
    ['llvm.smax.i32', undefined],
  ])('%s is %s', (name, base) => {
    expect(intrinsicOf(name)?.name).toBe(base);
  });
});
