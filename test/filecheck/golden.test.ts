import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mlir2zk } from '../mlir2zk.js';
import { runGoldenFile } from './golden-file.js';
import { readRunLines } from './run-line.js';

/** The folder `test`: all of it may hold files with RUN lines, but for what others wrote and have RUN lines of their own. */
const root = join(import.meta.dirname, '..');
const others = ['corpus', join('conformance', 'upstream-sample')];
const goldenFiles = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.mlir') && !others.some((folder) => path.startsWith(folder)))
  .filter((path) => readRunLines(readFileSync(join(root, path), 'utf8')).length > 0)
  .sort();

describe('golden files', () => {
  let temporary: string;
  beforeAll(() => {
    temporary = mkdtempSync(join(tmpdir(), 'golden-'));
  });
  afterAll(() => rmSync(temporary, { recursive: true }));

  test.each(goldenFiles)('%s', async (path) => {
    const failure = await runGoldenFile(
      join(root, path),
      { mlir2zk: (args, stdin, cwd) => mlir2zk(args, { stdin, cwd }) },
      join(temporary, path.replaceAll(/[^\w.-]/g, '_')),
    );
    if (failure !== undefined) throw new Error(failure);
  });
});
