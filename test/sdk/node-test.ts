import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** What `node --test` says in `cwd`, with the installed command in PATH as `npm test` puts it there. */
export function nodeTest(cwd: string): { readonly status: number | null; readonly output: string } {
  const PATH = `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
  // Node tells by NODE_TEST_CONTEXT and the options of this process whether a test runs in a test.
  const { NODE_OPTIONS: _options, NODE_TEST_CONTEXT: _context, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--test', '--test-reporter=tap'], { cwd, encoding: 'utf8', env: { ...env, PATH } });
  return { status, output: stdout + stderr };
}
