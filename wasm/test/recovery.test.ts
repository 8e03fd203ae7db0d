import { loadMlir, MlirError } from 'mlir-js-bindings';
import type { Mlir } from 'mlir-js-bindings';

function failureOf(action: () => unknown): MlirError {
  try {
    action();
  } catch (error) {
    if (error instanceof MlirError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** A module that still works shows that its instance does. */
function expectToWork(mlir: Mlir): void {
  using module = mlir.parse('func.func private @alive()');
  expect(module.print()).toContain('@alive');
}

describe('a fatal error', () => {
  it('is reported, loses the modules, and leaves a working MLIR', async () => {
    const mlir = await loadMlir();
    const bystander = mlir.parse('func.func private @bystander()');
    using module = mlir.llvm.parse('define void @f() {\n  ret void\n}\n');
    const failure = failureOf(() => module.optimize('trigger-crash-module'));
    expect(failure.code).toBe('fatal');
    expect(failure.message).toMatch(/LLVM stopped with a fatal error/);

    const lost = failureOf(() => bystander.print());
    expect(lost.code).toBe('instance-lost');
    expect(lost.message).toMatch(/fatal error/);
    bystander.dispose();

    expectToWork(mlir);
    await mlir.ready();
    expectToWork(mlir);
  });

  it('is an out-of-memory error when the memory is used up', async () => {
    const mlir = await loadMlir({ maximumMemory: 72 * 2 ** 20 });
    const many = Array.from({ length: 20_000 }, (_, index) => `func.func private @f${index}(i${1 + (index % 1000)})`).join('\n');
    const kept: unknown[] = [];
    const failure = failureOf(() => {
      while (kept.length < 100) kept.push(mlir.parse(many));
    });
    expect(kept.length).toBeGreaterThan(0);
    expect(failure.code).toBe('out-of-memory');
    expect(failure.message).toMatch(/72 MB/);
    expectToWork(mlir);
  });

  it('is a stack overflow when the input is nested too deeply', async () => {
    const mlir = await loadMlir();
    const depth = 100_000;
    const nested = `module {\n${'scf.execute_region {\n'.repeat(depth)}${'}\n'.repeat(depth)}}`;
    const failure = failureOf(() => mlir.parse(nested));
    expect(['stack-overflow', 'parse']).toContain(failure.code);
    expectToWork(mlir);
  });
});
