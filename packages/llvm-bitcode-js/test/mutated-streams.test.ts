import fc from 'fast-check';
import { analyze, BitstreamError } from '../src/index.js';
import { mutate, mutations } from './mutation.js';
import { streamPlan, writePlan } from './stream-model.js';

/** Dumps the bytes; returns the error, if it is one that a reader may throw. */
function problemOf(bytes: Uint8Array): BitstreamError | undefined {
  try {
    analyze(bytes, 'mutated.bc', { dump: true, dumpBlockinfo: true }, () => undefined);
    return undefined;
  } catch (error) {
    if (error instanceof BitstreamError) return error;
    throw error;
  }
}

describe('bytes that are no bitstream', () => {
  it('give an error inside the file, whatever was changed', () => {
    let rejected = 0;
    fc.assert(
      fc.property(streamPlan, mutations, (plan, changes) => {
        const bytes = mutate(writePlan(plan).bytes, changes);
        const problem = problemOf(bytes);
        if (problem === undefined) return;
        rejected++;
        expect(problem.bitOffset).toBeGreaterThanOrEqual(0);
        expect(problem.bitOffset).toBeLessThanOrEqual(bytes.length * 8);
        expect(problem.message).toMatch(/^bit \d+ \(byte 0x[0-9a-f]+\): \S/);
      }),
      { numRuns: 400 },
    );
    expect(rejected).toBeGreaterThan(50);
  });

  it('give an error where a stream was cut off, word by word', () => {
    fc.assert(
      fc.property(streamPlan, (plan) => {
        const { bytes } = writePlan(plan);
        for (let length = 8; length < bytes.length; length += 4) {
          const problem = problemOf(bytes.subarray(0, length));
          expect(problem).toBeInstanceOf(BitstreamError);
          expect(problem?.bitOffset).toBeLessThanOrEqual(length * 8);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('are rejected if they are random', () => {
    const random = fc.sample(fc.uint8Array({ minLength: 20_000, maxLength: 20_000 }), { numRuns: 20, seed: 7 });
    for (const bytes of random) {
      bytes.set([0x42, 0x43, 0xc0, 0xde]);
      expect(problemOf(bytes)).toBeInstanceOf(BitstreamError);
    }
  });

  it.each([
    ['no bytes', [], 0, 'the file ends inside its signature'],
    ['part of a word', [0x42, 0x43, 0xc0], 24, 'a multiple of 4 bytes long, this file has 3'],
    ['a wrapper without its fields', [0xde, 0xc0, 0x17, 0x0b], 0, 'ends inside its wrapper header'],
    [
      'a wrapper around more than there is',
      [0xde, 0xc0, 0x17, 0x0b, 0, 0, 0, 0, 20, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0],
      64,
      'bytes 20 to 29, but the file has 20',
    ],
    ['a record at the top', [0x42, 0x43, 0xc0, 0xde, 0x03, 0, 0, 0], 32, 'a record outside of any block'],
    ['an end at the top', [0x42, 0x43, 0xc0, 0xde, 0x00, 0, 0, 0], 32, 'the end of a block outside of any block'],
    ['a block of no words', [0x42, 0x43, 0xc0, 0xde, 0x21, 0x0c, 0, 0, 0, 0, 0, 0], 32, 'ends behind the head of block 8'],
  ])('name %s and the place', (_what, bytes, bitOffset, reason) => {
    const problem = problemOf(Uint8Array.from(bytes));
    expect(problem?.reason).toContain(reason);
    expect(problem?.bitOffset).toBe(bitOffset);
  });
});
