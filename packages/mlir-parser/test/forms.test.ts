import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askOracle, describeWithOracles } from '../../../test/oracle.js';
import { createContext, parseModule, printModule, printTo, SourceFile, verifyModule, type Operation, type PrintingOptions } from '../src/index.js';

const directory = join(import.meta.dirname, 'forms');
const files = readdirSync(directory).filter((name) => name.endsWith('.mlir')).sort();

function parse(name: string, text: string | Uint8Array = readFileSync(join(directory, name))): Operation {
  const context = createContext();
  const module = parseModule(new SourceFile(join(directory, name), text), context);
  verifyModule(module, context);
  return module;
}

/** Ways to print, with mlir-opt's flags for them. */
const ways: readonly { readonly flags: readonly string[]; readonly options: PrintingOptions }[] = [
  { flags: [], options: {} },
  { flags: ['--mlir-print-op-generic'], options: { generic: true } },
  { flags: ['--mlir-print-debuginfo'], options: { debugInfo: true } },
  { flags: ['--mlir-print-debuginfo', '--mlir-print-op-generic'], options: { debugInfo: true, generic: true } },
  { flags: ['--mlir-elide-elementsattrs-if-larger=3'], options: { elideElementsIfLarger: 3 } },
  { flags: ['--mlir-print-elementsattrs-with-hex-if-larger=2'], options: { hexElementsIfLarger: 2 } },
  { flags: ['--mlir-print-local-scope'], options: { localScope: true } },
];

describe.each(files)('%s', (name) => {
  describeWithOracles('prints as mlir-opt-19 prints it', ['mlir-opt-19'], () => {
    test.each(ways)('$flags', ({ flags, options }) => {
      const { stdout, stderr } = askOracle('mlir-opt-19', ['--allow-unregistered-dialect', ...flags, join(directory, name)]);
      expect(stderr).toBe('');
      expect(`${printModule(parse(name), options).trimEnd()}\n`).toBe(`${stdout.trimEnd()}\n`);
    });
  });

  test.each(ways.slice(0, 2))('parses back to the same from $options', ({ options }) => {
    const text = printModule(parse(name), options);
    expect(printModule(parse(name, text), options)).toBe(text);
  });
});

test('large constants reach the sink as bytes, in pieces', () => {
  const elements = 1 << 16;
  const hex = '0000803F'.repeat(elements - 1) + '00000040';
  const module = parse('hex', `"t.op"() {value = dense<"0x${hex}"> : tensor<${elements}xf32>} : () -> ()`);
  const kinds: string[] = [];
  let length = 0;
  printTo({ write: (chunk) => { kinds.push(typeof chunk); length += chunk.length; } }, module);
  expect(kinds).toContain('object');
  expect(length).toBeGreaterThan(8 * elements);
  expect(printModule(module)).toContain(hex);
});
