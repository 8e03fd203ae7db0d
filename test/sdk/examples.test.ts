import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeTest } from './node-test.js';

const examples = join(import.meta.dirname, '../../examples');

test('custom-pass: its own test passes', () => {
  const { status, output } = nodeTest(join(examples, 'custom-pass'));
  expect(output).toMatch(/# pass 2\n# fail 0/);
  expect(status).toBe(0);
}, 60_000);

describe('library-import', () => {
  const run = (...args: string[]) => {
    const { NODE_OPTIONS: _, ...env } = process.env;
    return spawnSync(process.execPath, [join(examples, 'library-import/lower.js'), ...args], { cwd: examples, encoding: 'utf8', env });
  };

  test('prints the layers and the rows that its README tells, and writes the circuit', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mlir2zk-library-'));
    try {
      const { stdout, stderr, status } = run('maxpool/maxpool.mlir', join(folder, 'maxpool.ll'));
      expect([stderr, status]).toEqual(['', 0]);
      expect(stdout).toContain('zkml.max_pool');
      const lastLine = stdout.trimEnd().split('\n').at(-1);
      expect(readFileSync(join(examples, 'library-import/README.md'), 'utf8')).toContain(`\`${lastLine}\``);
      expect(readFileSync(join(folder, 'maxpool.ll'), 'utf8')).toContain('call void @zkml.max_pool');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);

  test('tells what is wrong with a model, and where', () => {
    const { stderr, status } = run('library-import/lower.js');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^library-import\/lower\.js:1:1: error: /);
  }, 60_000);
});
