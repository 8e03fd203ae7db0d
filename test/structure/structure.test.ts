import { basename, join } from 'node:path';
import { corpusFile } from '../corpus-index.js';
import { isQuick, readTable, sweepTests, sweeping, type SweepResult } from '../end-to-end/corpus-sweep.js';
import { exitCode, mlir2zk } from '../mlir2zk.js';
import { askOracle, describeWithOracles } from '../oracle.js';
import { replaceFieldsByIntegers } from './field-to-integer.js';

const F = '__zkllvm_field_pallas_base';

/** A circuit with every construct that the flavour adds, and a line to vary. */
const circuit = (line: string) => `; a comment with ${F} and f0x1
target datalayout = "e-m:e-p:64:8-a:8-i16:8-i32:8-i64:8-v768:8-v1152:8-v1536:8"
target triple = "assigner"

@weights = private constant [2 x ${F}] [${F} f0x10000, ${F} f0x40000000000000000000000000000000224698FC094CF91B992D30ECFFFFFFFF]

declare void @llvm.assigner.exit.check.eq.${F}(${F}, ${F})
declare void @llvm.assigner.bit.decomposition.field(ptr, i32, ${F}, i1)

define void @main_graph(ptr byval([2 x ${F}]) %x, ptr private_input byval({ ${F} }) %claimed) circuit {
  %bits = alloca [64 x ${F}]
  %circuit = load ${F}, ptr %x
  %weight.address = getelementptr [2 x ${F}], ptr @weights, i32 0, i32 1
  %weight = load ${F}, ptr %weight.address
  %product = mul ${F} %circuit, %weight
  call void @llvm.assigner.bit.decomposition.field(ptr %bits, i32 64, ${F} %product, i1 false)
  %larger = icmp ugt ${F} %product, f0xFFFF
  %chosen = select i1 %larger, ${F} %product, ${F} f0x0
  %index = add i64 3, 4
  %converted = itogf i64 %index to ${F}
  ${line}
  call void @llvm.assigner.exit.check.eq.${F}(${F} %chosen, ${F} %converted)
  ret void
}
`;

const assemble = (module: string) => askOracle('llvm-as-16', ['-o', '/dev/null', '-'], replaceFieldsByIntegers(module));

describe('replaceFieldsByIntegers', () => {
  test('leaves comments, strings and names alone', () => {
    const text = `; ${F} f0x1 circuit\n"${F}" %circuit @${F} %f0x1 $itogf`;
    expect(replaceFieldsByIntegers(text)).toBe(text);
  });

  test('replaces types, constants, casts and attributes', () => {
    expect(replaceFieldsByIntegers(`define ${F} @f(i8 private_input %x) circuit`)).toBe(
      'define i256 @f(i8 "private_input" %x) "circuit"',
    );
    expect(replaceFieldsByIntegers('%y = itogf i8 %x to __zkllvm_field_vesta_base')).toBe('%y = sext i8 %x to i258');
    expect(replaceFieldsByIntegers(`%y = add ${F} %x, f0xAB`)).toBe('%y = add i256 %x, u0xAB');
    expect(replaceFieldsByIntegers(`call void @llvm.assigner.exit.check(i1 %x)`)).toBe('call void @assigner.exit.check(i1 %x)');
  });

  test.each(['__zkllvm_curve_pallas', '__zkllvm_field_goldilocks', 'cmul'])('refuses %s', (word) => {
    expect(() => replaceFieldsByIntegers(`%x = load ${word}, ptr %y`)).toThrow(`'${word}'`);
  });
});

describeWithOracles('llvm-as-16 checks the structure of circuits', ['llvm-as-16'], () => {
  test('a sound circuit', () => {
    expect(assemble(circuit(''))).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test.each([
    ['a field that is an integer', `%bad = add i64 %weight, 1`, /defined with type/],
    ['a field that is another', `%bad = add __zkllvm_field_vesta_base %weight, f0x1`, /defined with type/],
    ['a constant without a field', `%bad = add ptr %x, f0x1`, /integer constant must have integer type/],
    ['a value before its definition', `%bad = add ${F} %later, f0x1\n  %later = add ${F} %weight, f0x1`, /does not dominate/],
    ['a value without a definition', `%bad = add ${F} %nowhere, f0x1`, /undefined value/],
    ['two values of one name', `%weight = add ${F} %circuit, f0x1`, /multiple definition/],
    ['a branch to nowhere', `br label %nowhere\nnext:`, /undefined value/],
    ['a block without an end', `br label %next\nother:\nnext:`, /expected instruction/],
    ['a return of the wrong type', `ret ${F} %weight\nnext:`, /value doesn't match function result type/],
    ['an argument of the wrong type', `call void @llvm.assigner.exit.check.eq.${F}(${F} %index, ${F} %weight)`, /defined with type/],
    ['a global of no name', `%bad = load ${F}, ptr @nothing`, /undefined value/],
  ])('rejects %s', (_about, line, message) => {
    const { status, stderr } = assemble(circuit(line));
    expect(stderr).toMatch(message);
    expect(status).not.toBe(0);
  });
});

const root = join(import.meta.dirname, '../..');
const table = new Map(readTable().map((row) => [`${row.suite}/${row.test}`, row]));
const corpusModels = (choose: (row: SweepResult | undefined) => boolean): string[] =>
  sweepTests()
    .filter(({ suite, test: name }) => choose(table.get(`${suite}/${name}`)))
    .flatMap((corpusTest) => corpusFile(corpusTest, 'O0.mlir') ?? []);
const lowered = [
  join(root, 'examples/maxpool/maxpool.mlir'),
  join(root, 'examples/digits/digits_cnn.mlir'),
  ...corpusModels((row) => (sweeping ? row?.rows !== '' : isQuick(row))),
];

describeWithOracles('every emitted module passes llvm-as-16', ['llvm-as-16'], () => {
  test.each(lowered.map((path) => [basename(path), path]))('%s', async (_name, path) => {
    const { status, stdout } = await mlir2zk(['lower', path]);
    expect(status).toBe(exitCode.ok);
    expect(assemble(stdout)).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});
