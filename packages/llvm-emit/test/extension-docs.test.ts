import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findOracle } from '../../../scripts/oracles.js';
import { describeWithOracles } from '../../../test/oracle.js';
import { fromTargetExtensionTypes, moduleText, parseModuleText, toTargetExtensionTypes, verifyModule } from '../src/index.js';

const page = readFileSync(join(import.meta.dirname, '../../../docs/llvm-ir-extensions.md'), 'utf8');

interface Snippet {
  readonly kind: string;
  readonly text: string;
}

const snippets: readonly Snippet[] = [...page.matchAll(/^```llvm (\w+)\n(.*?)^```$/gms)].map(([, kind, text]) => ({ kind, text }));
/** Each snippet of zkLLVM with the one behind it. */
const pairs = snippets.flatMap((snippet, index) =>
  snippet.kind === 'zkllvm' ? [[snippet.text.split('\n', 1)[0], snippet, snippets[index + 1]] as const] : [],
);
const stock = snippets.filter(({ kind }) => kind === 'stock').map(({ text }) => [text.split('\n', 1)[0], text] as const);

/** The module without its triple, which the page leaves out. */
function withoutTriple(text: string): string {
  return text.replace(/^target triple = .*\n\n/m, '').trim();
}

function filtered(command: string, args: readonly string[], input: string): string {
  const { status, stdout, stderr } = spawnSync(findOracle(command) ?? command, args, { input, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

describe('docs/llvm-ir-extensions.md', () => {
  test('has snippets of both forms', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(5);
    expect(stock.length).toBe(pairs.length - 1);
  });

  test.each(pairs.filter(([, , { kind }]) => kind === 'stock'))('%s … has the other form that stands behind it', (_, zkllvm, other) => {
    const module = parseModuleText(zkllvm.text);
    expect(verifyModule(module)).toEqual([]);
    expect(moduleText(module).trim()).toBe(zkllvm.text.trim());
    const converted = toTargetExtensionTypes(module);
    expect(moduleText(converted).trim()).toBe(other.text.trim());
    expect(moduleText(fromTargetExtensionTypes(parseModuleText(other.text))).trim()).toBe(zkllvm.text.trim());
  });
});

describeWithOracles('docs/llvm-ir-extensions.md, to LLVM', ['llvm-as-16', 'llvm-as-19', 'llvm-as-22', 'opt-19'], () => {
  test.each(stock.flatMap(([name, text]) => ['16', '19', '22'].map((version) => [name, version, text] as const)))(
    '%s … is accepted by version %s',
    (_, version, text) => {
      filtered(`llvm-as-${version}`, ['-', '-o', '/dev/null'], text);
    },
  );

  test.each(pairs.filter(([, , { kind }]) => kind === 'optimised'))('%s … is optimised to what stands behind it', (_, zkllvm, optimised) => {
    const text = moduleText(toTargetExtensionTypes(parseModuleText(zkllvm.text)));
    const answer = filtered('opt-19', ['-O1', '-S', '-', '-o', '-'], text);
    const back = fromTargetExtensionTypes(parseModuleText(answer));
    back.sourceFileName = undefined;
    expect(withoutTriple(moduleText(back))).toBe(optimised.text.trim());
  });
});
