import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromTargetExtensionTypes, moduleText, parseModuleText, readModuleBitcode, verifyModule } from '@mlir2zk/llvm-emit';
import { exitCode, mlir2zk } from '../mlir2zk.js';
import { askOracle, describeWithOracles } from '../oracle.js';

const examples = ['maxpool/maxpool.mlir', 'digits/digits_cnn.mlir'].map((name) => join(import.meta.dirname, '../../examples', name));

let directory = '';
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'mlir2zk-target-ext-'));
});
afterAll(() => {
  rmSync(directory, { recursive: true });
});

/** Lowers a model with the command, to a file. */
async function lowered(model: string, name: string, ...options: readonly string[]): Promise<string> {
  const file = join(directory, name);
  const { status, stderr } = await mlir2zk(['lower', model, '-o', file, ...options]);
  expect([status, stderr]).toEqual([exitCode.ok, '']);
  return file;
}

describeWithOracles(
  'circuits with target extension types',
  ['llvm-as-16', 'llvm-as-19', 'llvm-as-22', 'llvm-dis-19', 'opt-19'],
  () => {
    test.each(examples)(
      '%s is read by stock LLVM, as text and bitcode, optimised around, and turned back',
      async (model) => {
        const own = parseModuleText(readFileSync(await lowered(model, 'own.ll')));
        const text = await lowered(model, 'stock.ll', '--field-types', 'target-ext');
        const bitcode = await lowered(model, 'stock.bc', '--field-types', 'target-ext', '--emit', 'bitcode');
        for (const version of ['16', '19', '22']) {
          const answer = askOracle(`llvm-as-${version}`, [text, '-o', join(directory, 'assembled.bc')]);
          expect(answer).toMatchObject({ status: 0, stderr: '' });
        }
        for (const file of [text, bitcode]) {
          const answer = askOracle('opt-19', ['-O1', file, '-o', join(directory, 'optimised.bc')]);
          expect(answer).toMatchObject({ status: 0, stderr: '' });
        }
        for (const stock of [parseModuleText(readFileSync(text)), readModuleBitcode(readFileSync(bitcode))]) {
          expect(verifyModule(stock)).toEqual([]);
          expect(moduleText(fromTargetExtensionTypes(stock))).toBe(moduleText(own));
        }
      },
      60_000,
    );

    test('and what is optimised of the seed is a circuit again', async () => {
      const text = await lowered(examples[0], 'seed.ll', '--field-types', 'target-ext');
      const optimised = join(directory, 'seed.O1.ll');
      expect(askOracle('opt-19', ['-O1', '-S', text, '-o', optimised])).toMatchObject({ status: 0, stderr: '' });
      const circuit = join(directory, 'circuit.ll');
      writeFileSync(circuit, moduleText(fromTargetExtensionTypes(parseModuleText(readFileSync(optimised)))));
      expect(await mlir2zk(['verify', circuit])).toMatchObject({ status: exitCode.ok });
    });
  },
);
