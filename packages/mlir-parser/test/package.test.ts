import { jest } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const packageDirectory = join(import.meta.dirname, '..');
const sources = readdirSync(join(packageDirectory, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(packageDirectory, 'src', name), 'utf8') }));

test('the sources import nothing of Node and no package, and use none of its globals', () => {
  expect(sources.length).toBeGreaterThan(100);
  const found = sources.flatMap(({ name, text }) => [
    ...[...text.matchAll(/^(?:import|export|\}) .*from '([^'.][^']*)';$|\bimport\('([^'.][^']*)'\)/gm)].map(([, imported, loaded]) => `${name} imports ${imported ?? loaded}`),
    ...(/\b(?:process\.|Buffer\.|require\(|__dirname|import\.meta)/.test(text.replaceAll(/\/\*[^]*?\*\/|\/\/.*|String\.raw`[^`]*`|'[^'\n]*'/g, '')) ? [`${name} uses a global of Node`] : []),
  ]);
  expect(found).toEqual([]);
});

describe('README', () => {
  const example = readFileSync(join(import.meta.dirname, 'readme-example.ts'), 'utf8');

  test('shows the example that the next test runs', () => {
    expect(readFileSync(join(packageDirectory, 'README.md'), 'utf8')).toContain(`\`\`\`ts\n${example}\`\`\``);
  });

  test('the example runs and prints what it says', async () => {
    const log = jest.spyOn(console, 'log').mockImplementation(() => {});
    await import('./readme-example.js');
    const printed = log.mock.calls.flat().join('\n');
    log.mockRestore();
    expect(printed).toContain('affine.for %arg2 = 0 to 8 step 2 {');
    expect(printed).toContain('arith.addf %0, %0 : f32');
    expect(printed).not.toContain('arith.mulf');
  });
});
