import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusFile, readCorpusIndex, type CorpusTest } from '../corpus-index.js';
import { mlir2zk } from '../mlir2zk.js';

/** What became of one corpus test: a row of `results.tsv`. */
export interface SweepResult {
  readonly suite: string;
  readonly test: string;
  /** `ok`: all outputs within 0.01 or 1e-3 of the expected magnitude. */
  readonly outcome: 'ok' | 'deviates' | 'rejected' | 'absent';
  /** Largest absolute error of an output, two digits; empty if there was no run. */
  readonly largestError: string;
  /** Rows of the assigner's table; empty if there was no run. */
  readonly rows: string;
  /** Why the outcome is not `ok`. */
  readonly reason: string;
}

const columns: readonly (keyof SweepResult)[] = ['suite', 'test', 'outcome', 'largestError', 'rows', 'reason'];

const tablePath = join(import.meta.dirname, 'results.tsv');

/** Whether this is `npm run sweep`: all circuits, also the large ones, and the table written anew. */
export const sweeping = process.env['MLIR2ZK_SWEEP'] === 'write';

/** Circuits of more rows are left to `npm run sweep`: each takes seconds. */
const quickRows = 20_000;

/** Whether the circuit of this row of the table is small enough for every run of the tests. */
export function isQuick(row: SweepResult | undefined): boolean {
  return row !== undefined && row.rows !== '' && Number(row.rows) <= quickRows;
}

/** The tests whose MLIR, compiled natively, reproduces the vector. */
export function sweepTests(): CorpusTest[] {
  return readCorpusIndex().filter(({ nativeRun }) => nativeRun === 'match');
}

/** Lowers the model of `test`, runs the circuit on its vector and compares, all through `mlir2zk run`. */
export async function runCorpusTest(test: CorpusTest): Promise<SweepResult> {
  const { suite, test: name } = test;
  const model = corpusFile(test, 'O0.mlir');
  const vector = corpusFile(test, 'json');
  const row = { suite, test: name, largestError: '', rows: '', reason: '' };
  if (model === undefined || vector === undefined)
    return { ...row, outcome: 'absent', reason: `the corpus here has no ${model === undefined ? 'model' : 'vector'} of it` };
  const { stdout, stderr } = await mlir2zk(['run', model, '--inputs', vector, '--relative-tolerance', '1e-3', '--json']);
  const report = stdout === '' ? undefined : (JSON.parse(stdout) as RunReport);
  if (report === undefined) return { ...row, outcome: 'rejected', reason: firstMessage(stderr) };
  return {
    ...row,
    outcome: report.passed ? 'ok' : 'deviates',
    largestError: report.largestError?.toPrecision(2) ?? 'infinite',
    rows: String(report.usableRows),
    reason: report.passed ? '' : firstMessage(stderr),
  };
}

/** The parts of `mlir2zk run --json` that the table is made of. */
interface RunReport {
  readonly passed: boolean;
  /** Null where JSON has no number for it: an output that should be infinite or NaN. */
  readonly largestError: number | null;
  readonly usableRows: number;
}

/** The first error without its place and code frame: those are in the file that the row names. */
function firstMessage(stderr: string): string {
  const line = stderr.split('\n').find((text) => text.includes('error: ')) ?? stderr.trim();
  return line.slice(line.indexOf('error: ') + 'error: '.length).replace(/^\S+\.json: /, '');
}

export function readTable(): SweepResult[] {
  const [, ...lines] = readFileSync(tablePath, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ''])) as unknown as SweepResult;
  });
}

/** The table's text; rows are in the order of the corpus's index. */
export function tableText(results: readonly SweepResult[]): string {
  const lines = results.map((result) => columns.map((column) => result[column]).join('\t'));
  return `${[columns.join('\t'), ...lines].join('\n')}\n`;
}

export { tablePath };
