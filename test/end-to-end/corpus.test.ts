import { writeFileSync } from 'node:fs';
import { readTable, runCorpusTest, sweepTests, tablePath, tableText, type SweepResult } from './corpus-sweep.js';

/**
 * Circuits larger than this (rows) are run by `npm run sweep` only, which writes the table anew; each takes seconds.
 */
const rowsPerTest = 20_000;

if (process.env['MLIR2ZK_SWEEP'] === 'write') {
  test('the whole corpus, to results.tsv', async () => {
    const results: SweepResult[] = [];
    for (const corpusTest of sweepTests()) results.push(await runCorpusTest(corpusTest));
    writeFileSync(tablePath, tableText(results));
  }, 1_800_000);
} else {
  const table = readTable();

  test('the table lists the corpus tests that are right natively, at least 210 of them as ok', () => {
    const key = ({ suite, test: name }: { suite: string; test: string }): string => `${suite}/${name}`;
    expect(table.map(key)).toEqual(sweepTests().map(key));
    expect(table.filter(({ suite, outcome }) => suite === 'node' && outcome === 'ok').length).toBeGreaterThanOrEqual(210);
    for (const { outcome, reason } of table) expect(reason === '').toBe(outcome === 'ok');
  });

  const expected = new Map(table.map((row) => [`${row.suite}/${row.test}`, row]));
  const quick = sweepTests().filter(({ suite, test: name }) => Number(expected.get(`${suite}/${name}`)?.rows) <= rowsPerTest);

  // One test for each suite: jest's own cost per test would double the time.
  test.each([...new Set(quick.map(({ suite }) => suite))])('suite %s gives what the table says', async (suite) => {
    const tests = quick.filter((corpusTest) => corpusTest.suite === suite);
    const fresh: SweepResult[] = [];
    for (const corpusTest of tests) fresh.push(await runCorpusTest(corpusTest));
    expect(fresh).toEqual(tests.map(({ test: name }) => expected.get(`${suite}/${name}`)));
  }, 600_000);
}
