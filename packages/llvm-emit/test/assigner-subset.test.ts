import { DATA_LAYOUT, parseModuleText, renderFinding, verifyAssignerSubset } from '../src/index.js';

const F = '__zkllvm_field_pallas_base';
const PREAMBLE = `target datalayout = "${DATA_LAYOUT}"
@sizes = constant { [2 x i32] } { [2 x i32] [i32 1, i32 2] }
@bad_sizes = constant [2 x i32] [i32 1, i32 2]
@data = constant [2 x ${F}] [${F} f0x1, ${F} f0x2]
declare void @llvm.assigner.bit.decomposition.field.${F}(ptr, i32, ${F}, i1)
declare void @llvm.assigner.exit.check(i1)
declare void @llvm.assigner.fri.array.swap(ptr, i32, ptr, i1)
declare ${F} @llvm.assigner.gate.arg.verifier.${F}(ptr, ptr, i32, ptr, i32, ${F})
declare ptr @llvm.assigner.zkml.pooling(ptr, i64)
declare i32 @llvm.smax.i32(i32, i32)
declare void @outside()
define ${F} @reads() {
  %v = load ${F}, ptr @data
  ret ${F} %v
}
`;

function findings(body: string, parameters = `${F} %x, i32 %n, ptr byval([3 x ${F}]) %p, i1 %c`): string[] {
  const text = `${PREAMBLE}define void @main(${parameters}) #0 {\n${body}\n  ret void\n}\nattributes #0 = { circuit }\n`;
  return verifyAssignerSubset(parseModuleText(text)).map(({ reason }) => reason);
}

describe('verifyAssignerSubset', () => {
  test.each([
    `%1 = mul ${F} %x, f0x3`,
    '%1 = udiv i32 %n, 3',
    '%1 = lshr i32 %n, 31',
    '%1 = icmp ult i32 %n, 7',
    `%1 = select i1 true, ${F} %x, ${F} f0x0`,
    `%1 = getelementptr [3 x ${F}], ptr %p, i64 0, i64 2`,
    `%1 = getelementptr ${F}, ptr %p, i64 -1`,
    `%1 = itogf i32 %n to ${F}`,
    `call void @llvm.assigner.bit.decomposition.field.${F}(ptr %p, i32 3, ${F} %x, i1 true)`,
    `%1 = call ${F} @llvm.assigner.gate.arg.verifier.${F}(ptr %p, ptr @sizes, i32 2, ptr %p, i32 3, ${F} %x)`,
    `%1 = load ${F}, ptr @data\n  %2 = call ${F} @reads()`,
    `%1 = insertelement <3 x ${F}> undef, ${F} %x, i32 0`,
  ])('accepts %s', (body) => {
    expect(findings(body)).toEqual([]);
  });

  test.each([
    ['%1 = and i32 %n, 3', 'not constrained'],
    ['%1 = srem i32 %n, 3', 'aborts'],
    ['%1 = urem i32 %n, 3', 'the remainder is not range-checked'],
    ['%1 = sdiv i32 %n, 3', 'division operation not implemented for integral types'],
    ['%1 = shl i32 %n, 33', 'out of range'],
    ['%1 = lshr i32 %n, 32', 'out of range'],
    ['%1 = lshr i32 %n, %n', 'must be a literal'],
    ['%1 = icmp slt i32 %n, 7', 'without regard to the sign'],
    ['%1 = icmp eq i1 %c, true', 'a negative literal (or true)'],
    ['%1 = add i32 %n, -1', 'a negative literal (or true)'],
    ['%1 = add i8 255, 0', 'a negative literal (or true)'],
    ['%1 = trunc i32 %n to i8', 'does not mask'],
    ['%1 = fadd float 1.0, 2.0', 'aborts'],
    ['%1 = select i1 %c, ptr %p, ptr null', 'select of'],
    [`%1 = alloca ${F}, i32 4`, 'ignores the element count'],
    ['%1 = alloca double', 'floating point is not interpreted'],
    ['%1 = alloca __zkllvm_field_bls12381_base', 'not the native field'],
    ['%1 = getelementptr i32, ptr %p, i32 %n', 'indices must be literals'],
    [`%1 = add ${F} %x, poison`, 'poison is read as the number 0'],
    [`%1 = insertelement <3 x ${F}> zeroinitializer, ${F} %x, i32 0`, 'write the elements out'],
    ['%1 = call i32 @llvm.smax.i32(i32 1, i32 2)', 'Unexpected intrinsic: llvm.smax.i32'],
    ['call void @outside()', 'Function outside has no implementation.'],
    ['%1 = call ptr @llvm.assigner.zkml.pooling(ptr %p, i64 1)', 'not implemented'],
    [`call void @llvm.assigner.bit.decomposition.field.${F}(ptr %p, i32 %n, ${F} %x, i1 0)`, 'operand 1 must be constant'],
    [`call void @llvm.assigner.bit.decomposition.field.${F}(ptr %p, i32 255, ${F} %x, i1 0)`, 'between 1 and 254'],
    ['call void @llvm.assigner.fri.array.swap(ptr %p, i32 3, ptr %p, i1 %c)', 'positive even number'],
    [
      `%1 = call ${F} @llvm.assigner.gate.arg.verifier.${F}(ptr %p, ptr @bad_sizes, i32 2, ptr %p, i32 3, ${F} %x)`,
      'gate sizes must be a global',
    ],
    [
      `%1 = call ${F} @llvm.assigner.gate.arg.verifier.${F}(ptr %p, ptr @sizes, i32 2, ptr %p, i32 4, ${F} %x)`,
      'constraints amount is not equal to the sum of the gates sizes',
    ],
    [`%1 = call ${F} @reads()`, '@data is first used in a callee'],
    ['call void @main(i32 1)', 'recursion does not end'],
    ['br label %next\nnext:', 'the body must be one block'],
  ])('reports %s', (body, reason) => {
    const found = findings(body, body.includes('@main') ? 'i32 %n' : undefined);
    expect(found.join('\n')).toContain(reason);
  });

  test.each([
    ['double %x', 'floating point is not interpreted'],
    ['ptr %s', 'read as a C string'],
    ['i256 %x', 'at most 128 bits'],
    ['ptr byval([2 x <2 x i32>]) %x', "vectors of 'i32' are not interpreted"],
    ['{ i32, i32 } %x', 'aggregates are not kept in registers'],
    ['__zkllvm_field_vesta_base %x', 'not the native field'],
  ])('reports the argument %s', (parameters, reason) => {
    expect(findings('', parameters).join('\n')).toContain(reason);
  });

  test('says where: function, instruction and reason', () => {
    const text = `${PREAMBLE}define void @main(i32 %n) #0 {\n  %a = xor i32 %n, 1\n  ret void\n}\nattributes #0 = { circuit }`;
    expect(verifyAssignerSubset(parseModuleText(text)).map(renderFinding)).toEqual([
      'in function @main: %a = xor i32 %n, 1: its result is not constrained: a prover may choose it freely',
    ]);
  });

  test('asks for one entry point, the data layout and initialised globals', () => {
    expect(verifyAssignerSubset(parseModuleText('@g = external global i32')).map(({ reason }) => reason)).toEqual([
      `the data layout must be "${DATA_LAYOUT}"`,
      'Entry point is not found: no function has the attribute circuit',
      'a global without an initializer has no value',
    ]);
    const two = `target datalayout = "${DATA_LAYOUT}"\ndefine void @a() circuit {\n  ret void\n}\ndefine void @b() circuit {\n  ret void\n}`;
    expect(verifyAssignerSubset(parseModuleText(two)).map(({ reason }) => reason)).toEqual([
      'More then one functions with [[circuit]] attribute in the module',
    ]);
  });
});
