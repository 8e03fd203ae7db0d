import fc from 'fast-check';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BitstreamError } from 'llvm-bitcode-js';
import { askOracle, describeWithOracles } from '../../../test/oracle.js';
import { moduleBitcode, moduleText, parseModuleText, readModuleBitcode, verifyModule } from '../src/index.js';
import type { LlvmModule } from '../src/index.js';
import { randomModule } from './random-module.js';

const samplesDirectory = join(import.meta.dirname, 'bitcode-samples');
const samples = readdirSync(samplesDirectory);
const fieldBitcode = { experimentalFieldBitcode: true };

function sampleModule(sample: string): LlvmModule {
  return parseModuleText(readFileSync(join(samplesDirectory, sample), 'utf8'));
}

describe('readModuleBitcode', () => {
  it.each(samples)('reads what was written of %s', (sample) => {
    const bitcode = moduleBitcode(sampleModule(sample));
    const read = readModuleBitcode(bitcode);
    expect(verifyModule(read)).toEqual([]);
    expect(moduleText(readModuleBitcode(moduleBitcode(read)))).toBe(moduleText(read));
    expect(instructionsOf(read)).toEqual(instructionsOf(sampleModule(sample)));
  });

  it('reads modules of field elements where it is asked to', () => {
    fc.assert(
      fc.property(randomModule, (module) => {
        const bitcode = moduleBitcode(module, fieldBitcode);
        expect(moduleText(readModuleBitcode(bitcode, fieldBitcode))).toBe(moduleText(module));
        expect(() => readModuleBitcode(bitcode)).toThrow(/is unknown to stock LLVM.*experimentalFieldBitcode/);
      }),
      { numRuns: 60 },
    );
  });

  it('throws nothing but a located error, whatever is done to a file', () => {
    const files = samples.map((sample) => moduleBitcode(sampleModule(sample)));
    const value = fc.option(fc.constantFrom(0, 1, 128, 255), { nil: undefined });
    const change = fc.record({ at: fc.nat(), bit: fc.nat(7), value });
    let rejected = 0;
    fc.assert(
      fc.property(fc.nat(files.length - 1), fc.array(change, { minLength: 1, maxLength: 3 }), (file, changes) => {
        const bytes = Uint8Array.from(files[file]);
        for (const { at, bit, value: byte } of changes) {
          // The first bytes are the signature.
          const place = 4 + (at % (bytes.length - 4));
          bytes[place] = byte ?? bytes[place] ^ (1 << bit);
        }
        try {
          verifyModule(readModuleBitcode(bytes, fieldBitcode));
        } catch (error) {
          if (!(error instanceof BitstreamError)) throw error;
          rejected++;
          expect(error.bitOffset).toBeLessThanOrEqual(bytes.length * 8);
        }
      }),
      { numRuns: 1500 },
    );
    expect(rejected).toBeGreaterThan(500);
  });
});

/** Opcodes and names of the functions' instructions. */
function instructionsOf(module: LlvmModule): unknown {
  return module.functions.map((fn) => [
    fn.name,
    [...fn.opcodes.subarray(0, fn.instructionCount)],
    [...fn.valueNames.values()].sort(),
  ]);
}

describeWithOracles('readModuleBitcode', ['llvm-as-16', 'llvm-as-19', 'llvm-as-22', 'llvm-dis-16', 'llvm-dis-19', 'llvm-dis-22'], () => {
  const cases = samples.flatMap((sample) => ['16', '19', '22'].map((version) => [sample, version] as const));

  it.each(cases)('reads what llvm-as makes of %s, version %s', (sample, version) => {
    const directory = mkdtempSync(join(tmpdir(), 'llvm-emit-'));
    const file = join(directory, 'theirs.bc');
    const oracle = (command: string, args: readonly string[], input = ''): string => {
      const { status, stdout, stderr } = askOracle(`${command}-${version}`, args, input);
      expect([status, stderr]).toEqual([0, '']);
      return stdout.replace(/^; ModuleID = .*\n/, '');
    };
    try {
      oracle('llvm-as', [join(samplesDirectory, sample), '-o', file]);
      const expected = oracle('llvm-dis', [file, '-o', '-']);
      oracle('llvm-as', ['-', '-o', file], moduleText(readModuleBitcode(readFileSync(file))));
      expect(oracle('llvm-dis', [file, '-o', '-'])).toBe(expected);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
