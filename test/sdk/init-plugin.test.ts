import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mlir2zk } from '../mlir2zk.js';
import { nodeTest } from './node-test.js';

test('the test of a new plugin, far from any node_modules, passes with the installed command', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mlir2zk-init-'));
  try {
    expect((await mlir2zk(['init-plugin', 'plugin'], { cwd: folder })).status).toBe(0);
    const { status, output } = nodeTest(join(folder, 'plugin'));
    expect(output).toMatch(/# pass 3\n# fail 0/);
    expect(status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
