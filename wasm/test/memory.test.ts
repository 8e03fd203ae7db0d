import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadMlir } from 'mlir-js-bindings';

const modules = 10_000;

/** Modules that differ from each other, so that each has types and attributes of its own. */
const sourceOf = (index: number) => `func.func @f${index}(%arg0: memref<${1 + index}xf32>) -> f32 {
  %c = arith.constant ${index} : index
  %v = memref.load %arg0[%c] : memref<${1 + index}xf32>
  return %v : f32
}
`;

describe('memory', () => {
  it(`does not grow over ${modules} modules`, async () => {
    const mlir = await loadMlir();
    const parseAll = (from: number, to: number) => {
      for (let index = from; index < to; index += 1) mlir.parse(sourceOf(index)).dispose();
    };
    // Free memory is reused, so the first thousands find the level.
    parseAll(0, modules / 4);
    const level = mlir.memorySize;
    parseAll(modules / 4, modules);
    expect(mlir.memorySize).toBe(level);
  }, 60_000);

  it('is freed for modules that nobody refers to', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const mlir = await loadMlir();
    const big = Array.from({ length: 4_000 }, (_, index) => `func.func private @f${index}(i${1 + index})`).join('\n');
    const parseSome = async () => {
      for (let index = 0; index < 10; index += 1) mlir.parse(big);
      collectGarbage();
      // Finalizers run between tasks.
      await new Promise((resolve) => setTimeout(resolve, 1));
    };
    for (let round = 0; round < 5; round += 1) await parseSome();
    const level = mlir.memorySize;
    for (let round = 0; round < 15; round += 1) await parseSome();
    expect(mlir.memorySize).toBe(level);
  }, 60_000);
});
