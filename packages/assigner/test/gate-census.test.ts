import { readModule, SourceText } from '@mlir2zk/llvm-emit';
import { assign, countGates } from '../src/index.js';
import { circuit, F } from './circuit-text.js';

const text = circuit(
  'void',
  `ptr byval([3 x ${F}]) %in`,
  `
  %bits = alloca [20 x ${F}]
  %one = load ${F}, ptr %in
  %second = getelementptr ${F}, ptr %in, i64 1
  %b = load ${F}, ptr %second
  %sum = add ${F} %one, %b
  %difference = sub ${F} %sum, %b
  %product = mul ${F} %difference, %b
  call void @llvm.assigner.bit.decomposition.field.${F}(ptr %bits, i32 20, ${F} %product, i1 true)
  %low = call ${F} @llvm.assigner.bit.composition.${F}(ptr %bits, i32 10, i1 true)
  %equal = icmp eq ${F} %low, %b
  %other = icmp ne ${F} %low, %b
  %horner = call ${F} @llvm.assigner.gate.arg.verifier.${F}(ptr %in, ptr @sizes, i32 1, ptr %in, i32 3, ${F} %b)
  call void @callee(${F} %horner)
  ret void`,
  `@sizes = constant { [1 x i32] } { [1 x i32] [i32 3] }
define void @callee(${F} %x) {
  %y = sdiv ${F} %x, %x
  ret void
}`,
);

test('gates are those that a run counts, in called functions too', () => {
  const { table } = assign(text, { publicInputs: [[1n, 2n, 3n]] });
  expect(table.gates).toBeGreaterThan(8);
  expect(countGates(readModule(new SourceText('c.ll', text)))).toBe(table.gates);
});
