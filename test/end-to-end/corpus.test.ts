import { writeFileSync } from 'node:fs';
import {
  isQuick, readTable, runCorpusTest, sweepTests, sweeping, tablePath, tableText, type SweepResult,
} from './corpus-sweep.js';

if (sweeping) {
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
  const quick = sweepTests().filter(({ suite, test: name }) => isQuick(expected.get(`${suite}/${name}`)));

  // One test for each suite: jest's own cost per test would double the time.
  test.each([...new Set(quick.map(({ suite }) => suite))])('suite %s gives what the table says', async (suite) => {
    const tests = quick.filter((corpusTest) => corpusTest.suite === suite);
    const fresh: SweepResult[] = [];
    for (const corpusTest of tests) fresh.push(await runCorpusTest(corpusTest));
    expect(fresh).toEqual(tests.map(({ test: name }) => expected.get(`${suite}/${name}`)));
  }, 600_000);
}
