import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, parseModule, printModule, SourceFile, type PrintingOptions } from '@mlir2zk/mlir-parser';
import { askOracle, describeWithOracles } from '../oracle.js';

const root = join(import.meta.dirname, '..');
const below = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mlir') && !name.includes('invalid'))
    .sort()
    .map((name) => `${folder}/${name}`);

const samples = ['Affine', 'Arith', 'Bufferization', 'ControlFlow', 'Func', 'Linalg', 'Math', 'MemRef', 'SCF', 'Tensor', 'Tosa', 'Vector'];
const files = [
  ...below('corpus/node').filter((_, index) => index % 40 === 0),
  ...samples.flatMap((dialect) => below('conformance/upstream-sample').filter((name) => name.includes(`/Dialect/${dialect}/`))),
];

/** Flags of mlir-opt, and the options that stand for them. */
const forms: readonly (readonly [flags: readonly string[], options: PrintingOptions])[] = [
  [['--mlir-print-debuginfo'], { debugInfo: true }],
  [['--mlir-print-debuginfo', '--mlir-print-op-generic'], { debugInfo: true, generic: true }],
  [['--mlir-elide-elementsattrs-if-larger=3'], { elideElementsIfLarger: 3 }],
];

describeWithOracles('flags of printing', ['mlir-opt-19'], () => {
  describe.each(forms)('%s', (flags, options) => {
    test.each(files)('%s as mlir-opt-19 prints it', (name) => {
      const [text = ''] = readFileSync(join(root, name), 'utf8').split('// -----');
      const { status, stdout, stderr } = askOracle('mlir-opt-19', ['--allow-unregistered-dialect', ...flags], text);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(`${printModule(parseModule(new SourceFile('<stdin>', text), createContext()), options)}\n`).toBe(stdout);
    });
  });
});
