import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { executeTutorial } from './tutorial.js';

const folder = join(import.meta.dirname, '../../docs/sdk');
const tutorials = readdirSync(folder).filter((name) => name.endsWith('.md'));
const write = process.env['MLIR2ZK_DOCS'] === 'write';

test('there is a tutorial of each kind', () => {
  expect(tutorials).toEqual(expect.arrayContaining(['peephole-pattern.md', 'analysis-pass.md', 'new-intrinsic.md', 'new-dialect.md']));
});

test.each(tutorials)('docs/sdk/%s: its commands print what it says (MLIR2ZK_DOCS=write corrects it)', async (name) => {
  const path = join(folder, name);
  const { folder: files, transcripts, corrected } = await executeTutorial(readFileSync(path, 'utf8'));
  rmSync(files, { recursive: true, force: true });
  if (write) writeFileSync(path, corrected);
  else for (const { command, told, printed } of transcripts) expect(`$ ${command}\n${printed}`).toBe(`$ ${command}\n${told}`);
});
