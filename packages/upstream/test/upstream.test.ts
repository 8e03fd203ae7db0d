import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DiagnosticError, SourceFile } from '@mlir2zk/mlir-parser';
import { compareParsers, lowerToAffine, runUpstreamPipeline, verifyLlvmIr } from '@mlir2zk/upstream';

const inputs = join(import.meta.dirname, 'inputs');
const input = (name: string) => new SourceFile(name, readFileSync(join(inputs, name)));

describe('runUpstreamPipeline', () => {
  it('runs passes', async () => {
    const source = new SourceFile('sum.mlir', 'func.func @f() -> i32 {\n  %a = arith.constant 2 : i32\n  %b = arith.addi %a, %a : i32\n  return %b : i32\n}\n');
    expect(await runUpstreamPipeline(source, 'builtin.module(canonicalize)')).toContain('arith.constant 4 : i32');
  });

  it('shows where a module is malformed', async () => {
    const source = new SourceFile('bad.mlir', 'func.func @f() {\n  return %x : i32\n}\n');
    const error = await runUpstreamPipeline(source, 'builtin.module()').then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(DiagnosticError);
    expect(String((error as DiagnosticError).message)).toBe(
      'bad.mlir:2:10: error: use of undeclared SSA value name\n  return %x : i32\n         ^',
    );
  });

  it('says which pass does not exist', async () => {
    const source = new SourceFile('empty.mlir', 'module {}');
    await expect(runUpstreamPipeline(source, 'builtin.module(raise-to-zkml)')).rejects.toThrow(/'raise-to-zkml' does not refer to a registered pass/);
  });
});

describe('lowerToAffine', () => {
  it.each(['linalg-matmul.mlir', 'linalg-conv-relu.mlir', 'tosa-network.mlir'])('leaves only affine loops of %s', async (name) => {
    const text = await lowerToAffine(input(name));
    expect(text).toContain('affine.for');
    expect(text).not.toMatch(/linalg\.|tosa\.|tensor</);
  });
});

describe('verifyLlvmIr', () => {
  it('accepts zkLLVM IR', async () => {
    const source = new SourceFile(
      'circuit.ll',
      'define __zkllvm_field_pallas_base @f(__zkllvm_field_pallas_base %a) circuit {\n  %b = add __zkllvm_field_pallas_base %a, f0x2\n  ret __zkllvm_field_pallas_base %b\n}\n',
    );
    await expect(verifyLlvmIr(source)).resolves.toBeUndefined();
  });

  it('reports what LLVM objects to, with its line', async () => {
    const source = new SourceFile('bad.ll', 'define i32 @f() {\n  ret i32 %missing\n}\n');
    await expect(verifyLlvmIr(source)).rejects.toThrow(/^bad\.ll:2:11: error: use of undefined value '%missing'/);
  });
});

describe('compareParsers', () => {
  it('finds no difference where there is none', async () => {
    const { firstDifference, ours, upstream } = await compareParsers(
      new SourceFile('maxpool.mlir', readFileSync(join(import.meta.dirname, '../../../examples/maxpool/maxpool.mlir'))),
    );
    expect(upstream.trimEnd()).toBe(ours.trimEnd());
    expect(firstDifference).toBeUndefined();
  });
});
