import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

test('the API reference of mlir-parser has all exports, each documented, and no broken link', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/typedoc/bin/typedoc'), '--emit', 'none'], { cwd: root, encoding: 'utf8' });
  expect(stdout + stderr).not.toContain('[warning]');
  expect(status).toBe(0);
}, 60_000);
