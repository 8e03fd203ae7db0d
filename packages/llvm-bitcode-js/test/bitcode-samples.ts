import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askOracle } from '../../../test/oracle.js';

const samplesDirectory = join(import.meta.dirname, 'samples');

/** LLVM IR files of all kinds of records, which LLVM's assemblers make bitcode of. */
export const sampleNames: readonly string[] = readdirSync(samplesDirectory).map((file) => file.replace(/\.ll$/, ''));

/** The ways in which samples become bitcode, by what is run. */
export const assemblers = {
  'llvm-as-16': [],
  'llvm-as-19': ['-preserve-bc-uselistorder'],
  'llvm-as-22': [],
  // Only clang and opt write the summary and the hash for link-time optimisation.
  'opt-19': ['-passes=verify', '-module-summary', '-module-hash'],
} as const satisfies Record<string, readonly string[]>;

export type Assembler = keyof typeof assemblers;

/** What compilers print, among the tests of the package that builds modules. */
const compiledDirectory = join(import.meta.dirname, '../../llvm-emit/test/compiled');
export const compiledNames: readonly string[] = readdirSync(compiledDirectory)
  .filter((file) => file.endsWith('.ll'))
  .map((file) => file.replace(/\.ll$/, ''));

/** Runs `body` in a directory of its own, which is gone afterwards. */
export function inTemporaryDirectory<T>(body: (directory: string) => T): T {
  const directory = mkdtempSync(join(tmpdir(), 'llvm-bitcode-js-'));
  try {
    return body(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Makes bitcode of a sample, as a file in `directory`. */
export function assemble(sample: string, assembler: Assembler, directory: string): string {
  const file = join(directory, `${sample}.${assembler}.bc`);
  const from = compiledNames.includes(sample) ? compiledDirectory : samplesDirectory;
  const args = [join(from, `${sample}.ll`), ...assemblers[assembler], '-o', file];
  const { status, stderr } = askOracle(assembler, args);
  if (status !== 0) throw new Error(`${assembler} rejects ${sample}.ll:\n${stderr}`);
  return file;
}

/** Puts the wrapper header of other systems around a file of bitcode. */
export function wrap(file: string): string {
  const bitcode = readFileSync(file);
  const header = Buffer.alloc(24);
  [0x0b17c0de, 1, header.length, bitcode.length, 7].forEach((field, index) => {
    header.writeUInt32LE(field, 4 * index);
  });
  const wrapped = file.replace(/\.bc$/, '.wrapped.bc');
  writeFileSync(wrapped, Buffer.concat([header, bitcode, Buffer.from([1, 2, 3, 4])]));
  return wrapped;
}
