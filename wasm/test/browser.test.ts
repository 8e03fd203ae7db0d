import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithOracles } from '../../test/oracle.js';
import { findOracle } from '../../scripts/oracles.js';

const packageDirectory = join(import.meta.dirname, '..');

/** What the page and the worker do; they post what they found. */
const exercise = `
import { loadMlir } from '/dist/index.js';
export async function exercise() {
  const mlir = await loadMlir({ wasm: new URL('/dist/mlir.wasm.br', location.href) });
  const print = () => {
    const module = mlir.parse('func.func @f(%a: i32) -> i32 { return %a : i32 }');
    const text = module.runPipeline('builtin.module(convert-func-to-llvm)').toLlvmIr();
    module.dispose();
    return text;
  };
  const first = print();
  let failure;
  try { mlir.llvm.parse('').optimize('trigger-crash-module'); } catch (error) { failure = error.code; }
  await mlir.ready();
  return { first, failure, again: print() };
}
`;

const page = `<!doctype html><title>test</title><script type="module">
import { exercise } from '/exercise.js';
const post = (name, value) => fetch('/result/' + name, { method: 'POST', body: JSON.stringify(value) });
exercise().then((value) => post('page', value), (error) => post('page', { error: String(error) }));
const worker = new Worker('/worker.js', { type: 'module' });
worker.onmessage = ({ data }) => post('worker', data);
worker.onerror = ({ message }) => post('worker', { error: message });
</script>`;

const worker = `import { exercise } from '/exercise.js';
exercise().then((value) => postMessage(value), (error) => postMessage({ error: String(error) }));`;

interface Resource {
  readonly type: string;
  readonly encoding?: string;
  readonly body: string | Buffer;
}

function resourceAt(path: string): Resource | undefined {
  const javaScript = 'text/javascript';
  if (path === '/') return { type: 'text/html', body: page };
  if (path === '/exercise.js') return { type: javaScript, body: exercise };
  if (path === '/worker.js') return { type: javaScript, body: worker };
  const file = join(packageDirectory, path);
  if (!/^\/dist\/[\w.-]+$/.test(path) || !existsSync(file)) return undefined;
  return path.endsWith('.br')
    ? { type: 'application/wasm', encoding: 'br', body: readFileSync(file) }
    : { type: javaScript, body: readFileSync(file) };
}

/** Serves the package, lets `visit` open it, and waits for what the page and its worker post. */
async function resultsIn(visit: (address: string) => () => void): Promise<Record<string, unknown>> {
  const results: Record<string, unknown> = {};
  let leave = () => {};
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.on('request', (request, response) => {
        const path = request.url ?? '/';
        if (request.method === 'POST') {
          let body = '';
          request.setEncoding('utf8').on('data', (text: string) => (body += text));
          request.on('end', () => {
            results[path.replace('/result/', '')] = JSON.parse(body);
            response.end();
            if ('page' in results && 'worker' in results) resolve();
          });
          return;
        }
        const resource = resourceAt(path);
        response.writeHead(resource === undefined ? 404 : 200, {
          'content-type': resource?.type ?? 'text/plain',
          ...(resource?.encoding === undefined ? {} : { 'content-encoding': resource.encoding }),
        });
        response.end(resource?.body);
      });
      server.on('error', reject);
      server.listen(0, '127.0.0.1', () => {
        leave = visit(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      });
    });
    return results;
  } finally {
    leave();
    server.closeAllConnections();
    server.close();
  }
}

describeWithOracles('in a browser', ['chromium'], () => {
  it('loads while it streams, works on the main thread and in a worker, and recovers', async () => {
    // `npm test` compiles the TypeScript before the tests; the browser loads the result.
    expect(existsSync(join(packageDirectory, 'dist/index.js'))).toBe(true);
    const profile = mkdtempSync(join(tmpdir(), 'chromium-'));
    try {
      const results = await resultsIn((address) => {
        const browser = spawn(
          findOracle('chromium') ?? 'chromium',
          ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', `--user-data-dir=${profile}`, address],
          { stdio: 'ignore', detached: true },
        );
        // The browser is a group of processes.
        return () => browser.pid !== undefined && process.kill(-browser.pid, 'SIGKILL');
      });
      const expected = {
        first: expect.stringContaining('define i32 @f(i32 %0) {'),
        failure: 'fatal',
        again: expect.stringContaining('define i32 @f(i32 %0) {'),
      };
      expect(results).toEqual({ page: expected, worker: expected });
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  }, 60_000);
});
