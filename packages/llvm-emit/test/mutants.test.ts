import * as llvm from '../src/index.js';
import { checkLlvm } from '../../../test/fuzz/llvm-check.js';
import { llvmMutant, llvmSeeds } from '../../../test/fuzz/llvm-mutant.js';

const seeds = llvmSeeds(llvm);
const COUNT = 400;

/** A short run of `npm run fuzz:llvm`. */
describe('mutants', () => {
  test.each(['text', 'bitcode'] as const)('of %s give modules that can be written, or located errors', (kind) => {
    let accepted = 0;
    for (let index = 0; index < COUNT; index++) {
      if (checkLlvm(llvm, kind, llvmMutant(seeds, kind, 42, index)) === 'accepted') accepted++;
    }
    expect(accepted).toBeGreaterThan(0);
    expect(accepted).toBeLessThan(COUNT / 2);
  });
});
