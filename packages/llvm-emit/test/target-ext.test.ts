import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askOracle, describeWithOracles } from '../../../test/oracle.js';
import {
  fromTargetExtensionTypes,
  moduleBitcode,
  moduleText,
  parseModuleText,
  readModuleBitcode,
  TargetExtError,
  toTargetExtensionTypes,
  verifyAssignerSubset,
  verifyModule,
} from '../src/index.js';
import type { LlvmModule } from '../src/index.js';
import { randomModule } from './random-module.js';

const F = '__zkllvm_field_pallas_base';

/** Everything of the flavour that has a form with target extension types. */
const FLAVOUR = `target datalayout = "e-m:e-p:64:8-a:8-i16:8-i32:8-i64:8-v768:8-v1152:8-v1536:8"
target triple = "assigner"

%pair = type { ${F}, i32 }

@table = constant [2 x ${F}] [${F} f0x5, ${F} f0x40000000000000000000000000000000224698FC094CF91B992D30ED00000000]
@zero = constant %pair zeroinitializer
@lanes = constant <2 x ${F}> <${F} f0x1, ${F} undef>

; Function Attrs: circuit
define ${F} @main(ptr private_input byval([2 x ${F}]) %cells, ${F} %x, <2 x ${F}> %v) #0 {
  %cell = getelementptr [2 x ${F}], ptr %cells, i64 0, i64 1
  %y = load ${F}, ptr %cell, align 1
  %sum = add ${F} %x, %y
  %product = mul ${F} %sum, f0x7
  %quotient = sdiv ${F} %product, %y
  %same = icmp eq ${F} %quotient, f0x7
  %chosen = select i1 %same, ${F} %quotient, ${F} undef
  %n = itogf i32 5 to ${F}
  %room = alloca [2 x %pair], align 1
  %at = getelementptr [2 x %pair], ptr %room, i64 0, i64 1, i32 0
  store ${F} %n, ptr %at, align 1
  %lane = extractelement <2 x ${F}> %v, i64 1
  %w = insertelement <2 x ${F}> <${F} f0x1, ${F} undef>, ${F} %lane, i64 1
  %hash = call <2 x ${F}> @llvm.assigner.poseidon.v2__zkllvm_field_pallas_base(<2 x ${F}> %w)
  %first = extractelement <2 x ${F}> %hash, i64 0
  %struct = insertvalue %pair undef, ${F} %first, 0
  %out = extractvalue %pair %struct, 0
  call void @llvm.assigner.exit.check(i1 %same)
  %last = sub ${F} %out, %chosen
  br label %done

done:
  %result = phi ${F} [ %last, %0 ]
  ret ${F} %result
}

define __zkllvm_curve_pallas @points(__zkllvm_curve_pallas %p, __zkllvm_field_pallas_scalar %k, ptr %m) {
  %1 = cmul __zkllvm_curve_pallas %p, __zkllvm_field_pallas_scalar %k
  %2 = load __zkllvm_curve_pallas, ptr %m, align 1
  %3 = add __zkllvm_curve_pallas %1, %2
  store __zkllvm_curve_pallas %3, ptr %m, align 1
  ret __zkllvm_curve_pallas %3
}

declare <2 x ${F}> @llvm.assigner.poseidon.v2__zkllvm_field_pallas_base(<2 x ${F}>)

declare void @llvm.assigner.exit.check(i1)

attributes #0 = { circuit }
`;

/** The module through its form with target extension types, as text and as bitcode of stock LLVM. */
function thereAndBack(module: LlvmModule): LlvmModule[] {
  const stock = toTargetExtensionTypes(module);
  expect(verifyModule(stock)).toEqual([]);
  // Names of intrinsics may still contain that of a field.
  expect(moduleText(stock)).not.toMatch(/(?<![.\w])__zkllvm/);
  return [parseModuleText(moduleText(stock)), readModuleBitcode(moduleBitcode(stock))].map(fromTargetExtensionTypes);
}

describe('target extension types', () => {
  test('stand for all of the flavour, and back', () => {
    const module = parseModuleText(FLAVOUR);
    expect(verifyModule(module)).toEqual([]);
    for (const back of thereAndBack(module)) {
      expect(verifyModule(back)).toEqual([]);
      expect(moduleText(back)).toBe(moduleText(module));
    }
  });

  test('give the same module back, whatever it is', () => {
    fc.assert(
      fc.property(randomModule, (module) => {
        for (const back of thereAndBack(module)) expect(moduleText(back)).toBe(moduleText(module));
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    [`define <2 x i256> @f(<2 x i256> %v) {\n  ret <2 x i256> %v\n}\n`, 'type <2 x i256>: is how vectors of field elements are written'],
    [`define <2 x i1> @f(<2 x ${F}> %v) {\n  %1 = icmp eq <2 x ${F}> %v, %v\n  ret <2 x i1> %1\n}\n`, 'vectors of fields are compared lane by lane only'],
  ])('refuse what could not be told from something else: %#', (text, message) => {
    expect(() => toTargetExtensionTypes(parseModuleText(text))).toThrow(TargetExtError);
    expect(() => toTargetExtensionTypes(parseModuleText(text))).toThrow(message);
  });

  test('say what a pass has done that zkLLVM has no instruction for', () => {
    const text = `declare i256 @zkllvm.to.memory.pallas_base(target("zkllvm.field", 0))
define i64 @f(target("zkllvm.field", 0) %x) {
  %1 = call i256 @zkllvm.to.memory.pallas_base(target("zkllvm.field", 0) %x)
  %2 = trunc i256 %1 to i64
  ret i64 %2
}
`;
    expect(() => fromTargetExtensionTypes(parseModuleText(text))).toThrow(
      'function @f: %2 = trunc i256 %1 to i64: the integer of a field element can only be stored',
    );
  });
});

describeWithOracles('target extension types, to LLVM', ['llvm-as-16', 'llvm-as-19', 'llvm-as-22', 'opt-19'], () => {
  let directory = '';
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'target-ext-'));
  });
  afterAll(() => {
    rmSync(directory, { recursive: true });
  });

  test.each(['16', '19', '22'])('are types of version %s', (version) => {
    const file = join(directory, 'flavour.ll');
    writeFileSync(file, moduleText(toTargetExtensionTypes(parseModuleText(FLAVOUR))));
    expect(askOracle(`llvm-as-${version}`, [file, '-o', join(directory, 'flavour.bc')])).toMatchObject({ status: 0, stderr: '' });
  });

  test('are optimised around, and what passes leave is a module of zkLLVM again', () => {
    const file = join(directory, 'optimised.ll');
    const text = moduleText(toTargetExtensionTypes(parseModuleText(readFileSync(join(import.meta.dirname, 'field-circuit.ll')))));
    writeFileSync(join(directory, 'circuit.ll'), text);
    const answer = askOracle('opt-19', ['-O1', '-S', join(directory, 'circuit.ll'), '-o', file]);
    expect(answer).toMatchObject({ status: 0, stderr: '' });
    const optimised = fromTargetExtensionTypes(parseModuleText(readFileSync(file)));
    expect(verifyModule(optimised)).toEqual([]);
    expect(verifyAssignerSubset(optimised)).toEqual([]);
    const opcodes = (module: LlvmModule): number => module.functions.reduce((sum, fn) => sum + fn.instructionCount, 0);
    // The cells in memory, the product that nobody uses and the second of two equal sums are gone.
    expect(opcodes(optimised)).toBe(3);
  });
});
