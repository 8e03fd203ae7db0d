import * as parser from '@mlir2zk/mlir-parser';
import { checkInput } from './check-input.js';
import { minimize } from './minimize.js';
import { mutant } from './mutate.js';
import { randomIntegers } from './random.js';
import { failureOf, runFuzzer } from './run-fuzzer.js';
import { readSeeds, seedFolders } from './seeds.js';

const SECONDS = 4;

test('mutants of the texts in the repository do no harm', () => {
  const seeds = readSeeds(seedFolders);
  expect(seeds.length).toBeGreaterThan(300);
  const verdicts = { accepted: 0, rejected: 0 };
  const end = performance.now() + 1000 * SECONDS;
  for (let index = 0; performance.now() < end; index++) {
    const bytes = mutant(seeds, randomIntegers(index));
    try {
      verdicts[checkInput(parser, bytes)]++;
    } catch (error) {
      throw new Error(`input ${index}:\n${bytes.toString('latin1')}`, { cause: error });
    }
  }
  expect(verdicts.accepted).toBeGreaterThan(0);
  expect(verdicts.rejected).toBeGreaterThan(0);
}, 60_000);

test('a mutant is told by its index', () => {
  const seeds = readSeeds(seedFolders);
  expect(mutant(seeds, randomIntegers(7))).toEqual(mutant(seeds, randomIntegers(7)));
  expect(mutant(seeds, randomIntegers(7))).not.toEqual(mutant(seeds, randomIntegers(8)));
});

describe('the fuzzer finds', () => {
  const options = (faulty: string, seconds: number) => ({ check: new URL(`faulty/${faulty}.js`, import.meta.url), folders: seedFolders, seed: 1, seconds, workers: 1 });

  test('what throws, and makes it small', async () => {
    const found = options('throws', 20);
    const { failure, inputs } = await runFuzzer(found);
    expect(failure?.message).toMatch(/^TypeError: no % is wanted/);
    expect(inputs).toBeGreaterThan(0);
    const fails = (bytes: Uint8Array): Promise<boolean> => Promise.resolve(bytes.includes(0x25));
    expect(Buffer.from(await minimize(failure?.bytes ?? new Uint8Array(), fails)).toString()).toBe('%');
    expect(await failureOf(found, Buffer.from('%'))).toMatch(/^TypeError/);
    expect(await failureOf(found, Buffer.from('x'))).toBeUndefined();
  }, 30_000);

  test('what hangs', async () => {
    const { failure } = await runFuzzer(options('hangs', 20));
    expect(failure?.message).toMatch(/^hang: more than 2000 ms/);
    expect(failure?.bytes.length).toBeGreaterThan(0);
  }, 30_000);

  test('what fills the memory', async () => {
    const { failure } = await runFuzzer(options('fills-memory', 60));
    expect(failure?.message).toMatch(/^(memory: more than 1024 MB|hang)/);
  }, 70_000);
});
