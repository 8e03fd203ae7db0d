import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../src/main.js';
import { BufferIo } from './buffer-io.js';

async function run(args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const io = new BufferIo();
  const code = await main(args, io);
  return { code, out: io.out, err: io.err };
}

describe('command line', () => {
  test('without a command is a usage error', async () => {
    const { code, out, err } = await run([]);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('name a command');
  });

  test('an unknown command is a usage error', async () => {
    expect((await run(['lowwer', 'x.mlir'])).code).toBe(2);
  });

  test('an unknown option is a usage error that names it', async () => {
    const { code, err } = await run(['lower', 'x.mlir', '--emmit', 'llvm']);
    expect(code).toBe(2);
    expect(err).toContain('emmit');
  });

  test('--help goes to standard output', async () => {
    const { code, out, err } = await run(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('mlir2zk <command>');
    expect(err).toBe('');
  });

  test('--version prints a version and nothing else', async () => {
    const { code, out } = await run(['--version']);
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('completion prints a shell script', async () => {
    const { code, out } = await run(['completion']);
    expect(code).toBe(0);
    expect(out).toContain('mlir2zk');
  });
});

describe('standard input', () => {
  const text = 'func.func @f(%x: memref<1xf32>) -> memref<1xf32> {\n  return %x : memref<1xf32>\n}\n';

  test.each([['lower', '-'], ['opt', '-'], ['opt']])('%s %s', async (...args) => {
    const io = new BufferIo(process.cwd(), text);
    expect(await main(args, io)).toBe(0);
    expect(io.err).toBe('');
    expect(io.out).toContain('@f(');
  });
});

describe('files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mlir2zk-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('a missing input is one diagnostic and exit code 1', async () => {
    const io = new BufferIo(folder);
    expect(await main(['opt', 'nowhere.mlir'], io)).toBe(1);
    expect(io.err).toBe("error: cannot read 'nowhere.mlir': no such file or directory\n");
    expect(io.out).toBe('');
  });
});
