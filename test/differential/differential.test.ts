import { writeFileSync } from 'node:fs';
import { describeWithOracles } from '../oracle.js';
import {
  compareWithUpstream, readTable, sweepFiles, sweeping, sweptNames, tablePath, tableText, vectorTolerance, type SweepFile, type SweepRow,
} from './differential-sweep.js';
import { stockTools } from './stock-llvm.js';

const tools = ['mlir-opt-19', 'mlir-translate-19', 'lli-19', 'mlir-c-runner-utils-19', ...stockTools];

/** Of the files that run, each one in so many is in every run of the tests. */
const sampleDistance = 24;

const keyOf = ({ suite, test, variant }: SweepRow): string => `${suite}/${test}.${variant}`;
const table = new Map(readTable().map((row) => [keyOf(row), row]));

const files = sweepFiles().map((file) => ({ file, key: `${file.test.suite}/${file.test.test}.${file.variant}` }));
const ran = files.filter(({ key }) => table.get(key)?.bits === 'same');
const sample = ran.filter((_, i) => i % sampleDistance === 0);

/** A row that the table must not have: a tool failed on the file. */
function failedRow({ test: { suite, test: name }, variant }: SweepFile, error: unknown): SweepRow {
  const reason = String(error).replaceAll(/\s+/g, ' ');
  return { suite, test: name, variant, bits: 'different', vectorError: '', reason };
}

const describeTable = sweeping ? describe.skip : describe;

describeTable('the table of all files', () => {
  test('has the rows of the corpus', () => {
    expect([...table.keys()]).toEqual(files.map(({ key }) => key));
  });

  test('at least 600 files compute the bits that upstream computes', () => {
    expect(ran.length).toBeGreaterThanOrEqual(600);
  });

  test('no file computes others, and none computes another result than the vector without a reason', () => {
    const bad = [...table.values()].filter(({ bits, vectorError, reason }) =>
      bits === 'different' || (reason === '' && !(Number(vectorError) <= vectorTolerance)));
    expect(bad).toEqual([]);
  });
});

describeWithOracles('LLVM IR computes what upstream computes', tools, () => {
  if (sweeping) {
    test('all files', async () => {
      const rows: SweepRow[] = [];
      for (const { file, key } of files) {
        const known = table.get(key);
        if (known !== undefined && !key.includes(sweptNames)) rows.push(known);
        else rows.push(await compareWithUpstream(file).catch((error: unknown) => failedRow(file, error)));
      }
      writeFileSync(tablePath, tableText(rows));
    }, 3_600_000);
  } else {
    test.each(sample)('$key', async ({ file, key }) => {
      expect(await compareWithUpstream(file)).toEqual(table.get(key));
    });
  }
});
