import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOracle } from '../../../scripts/oracles.js';
import { describeWithOracles } from '../../../test/oracle.js';
import { createContext, parseModule, printModule, SourceFile, verifyModule } from '../src/index.js';

const root = join(import.meta.dirname, '../../..');

const text = `func.func @f(%m: memref<?x4xf32>, %n: index) {
  affine.for %i = 0 to %n { %x = affine.load %m[%i, 3] : memref<?x4xf32> affine.store %x, %m[%i, 0] : memref<?x4xf32> }
  "test.weights"() {value = dense<"0x${'0011223344556677'.repeat(100)}"> : tensor<200xi32>} : () -> ()
  return
}`;

function printed(): string {
  const context = createContext();
  const module = parseModule(new SourceFile('browser.mlir', text), context);
  verifyModule(module, context);
  return printModule(module);
}

/** A page that does the same with the package's sources, joined into one script, and shows what it printed. */
function page(folder: string): string {
  const bundle = join(folder, 'mlir.js');
  const options = [join(import.meta.dirname, '../src/index.ts'), '--file', bundle, '--format', 'iife', '--name', 'mlir', '--platform', 'browser'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/rolldown/bin/cli.mjs'), ...options], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`rolldown failed:\n${stdout}${stderr}`);
  const script = `${readFileSync(bundle, 'utf8')}
const text = ${JSON.stringify(text)};
const { createContext, parseModule, printModule, SourceFile, verifyModule } = mlir;
try { document.getElementById('out').textContent = (${printed.toString()})(); } catch (error) { document.getElementById('out').textContent = String(error.stack); }`;
  return `<!doctype html><meta charset="utf-8"><pre id="out"></pre><script>${script.replaceAll('</script', '<\\/script')}</script>`;
}

describeWithOracles('in a browser', ['chromium'], () => {
  test('parses, verifies and prints as under Node', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mlir-parser-browser-'));
    try {
      const path = join(folder, 'page.html');
      writeFileSync(path, page(folder));
      const { stdout, status } = spawnSync(
        findOracle('chromium') ?? 'chromium',
        ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', `--user-data-dir=${folder}/profile`, '--dump-dom', `file://${path}`],
        { encoding: 'utf8', maxBuffer: 1 << 28, timeout: 50_000 },
      );
      expect(status).toBe(0);
      const shown = /<pre id="out">([^<]*)<\/pre>/.exec(stdout)?.[1] ?? 'nothing';
      expect(shown.replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&')).toBe(printed());
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  }, 60_000);
});
