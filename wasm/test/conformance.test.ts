import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadMlir } from 'mlir-js-bindings';
import type { Mlir } from 'mlir-js-bindings';
import { describeWithOracles } from '../../test/oracle.js';
import { compareWithNative } from '../conformance/differential.js';
import { causeOf } from '../conformance/known-differences.js';
import { pipelinesFor } from '../conformance/pipelines.js';

const root = join(import.meta.dirname, 'llvm-19-mlir-test');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.mlir'))
  .sort();

describeWithOracles("LLVM's own tests print the same in WebAssembly as natively", ['mlir-opt-19'], () => {
  let mlir: Mlir;
  let compared = 0;
  let agreed = 0;

  beforeAll(async () => {
    mlir = await loadMlir();
  });

  it.each(files)('%s', async (path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const differences: string[] = [];
    const pipelines = pipelinesFor(path);
    const answers = await Promise.all(pipelines.map((pipeline) => compareWithNative(mlir, text, pipeline)));
    answers.forEach((comparisons, index) => {
      for (const { piece, verdict } of comparisons) {
        if (verdict !== 'no answer') compared += 1;
        if (verdict === 'same' || verdict === 'both fail') agreed += 1;
        else if (causeOf({ path, pipeline: pipelines[index] ?? '', verdict }) === undefined)
          differences.push(`#${piece} ${verdict}: ${pipelines[index]}`);
      }
    });
    // Those of which the cause is not known.
    expect(differences).toEqual([]);
  });

  it('for at least 99 of 100 pieces', () => {
    expect(compared).toBeGreaterThan(900);
    expect(agreed / compared).toBeGreaterThanOrEqual(0.99);
  });
});
