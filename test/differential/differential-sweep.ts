import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createModelContext, parseTestVector, type TestVector } from '@mlir2zk/lowering';
import { parseModule, SourceFile } from '@mlir2zk/mlir-parser';
import { corpusFile, readCorpusIndex, type CorpusTest } from '../corpus-index.js';
import { exitCode, mlir2zk } from '../mlir2zk.js';
import type { DriverResult } from './driver-module.js';
import { elementNumbers, expectedNumbers, largestError, modelFunction, runLlvm } from './model-run.js';
import { requireAcceptance, requireSameModule } from './stock-llvm.js';
import { lowerWithUpstream, requirePrintedAsUpstream, translateDialect } from './upstream-pipeline.js';

/** What a model is emitted from: `O3simd` has vectors and tiles. */
export const variants = ['O0', 'O0nofuse', 'O3simd'] as const;

/** A file of the corpus: a model, as onnx-mlir emitted it with the options of `variant`. */
export interface SweepFile {
  readonly test: CorpusTest;
  readonly variant: (typeof variants)[number];
}

/** What became of one file: a row of `results.tsv`. */
export interface SweepRow {
  readonly suite: string;
  readonly test: string;
  readonly variant: string;
  /** Whether the outputs have the bits that upstream's lowering computes; `left out`: see the reason. */
  readonly bits: 'same' | 'different' | 'left out';
  /** Largest error of an output against the test's vector, above a magnitude of 1 relative to it; two digits. */
  readonly vectorError: string;
  /** Why the file was left out, or why its outputs are not those of the vector. */
  readonly reason: string;
}

const columns: readonly (keyof SweepRow)[] = ['suite', 'test', 'variant', 'bits', 'vectorError', 'reason'];

export const tablePath = join(import.meta.dirname, 'results.tsv');

/** Outputs this close to the vector are the vector's. */
export const vectorTolerance = 1e-4;

const [mode, pattern = ''] = (process.env['MLIR2ZK_SWEEP'] ?? '').split(':');

/** Whether this is `npm run sweep:llvm`: all files, and the table written anew. */
export const sweeping = mode === 'write';

/** With `MLIR2ZK_SWEEP=write:WORD` only the rows of files with the word in their names are written anew. */
export const sweptNames = pattern;

/** Models whose outputs depend on what happens to lie in memory behind an array. */
const undefinedModels = new Map([
  ['pytorch-converted/test_PReLU_1d_multiparam', 'the model reads a fourth of three slopes: what it computes is undefined'],
  ['pytorch-converted/test_PReLU_3d_multiparam', 'the model reads slopes beyond the last one: what it computes is undefined'],
]);

/** Vectors that say something else than the model by its own definition. */
const doubtfulVectors: readonly (readonly [RegExp, string])[] = [
  [/^test_cast(like)?_FLOAT_to_BFLOAT16/, "ONNX 1.12's vector cuts the low bits off, where the conversion rounds to nearest"],
];

/** All models of the corpus's index, once for each variant that is there; `O0` also where it is not. */
export function sweepFiles(): SweepFile[] {
  return readCorpusIndex().flatMap((test) =>
    variants.filter((variant) => variant === 'O0' || corpusFile(test, `${variant}.mlir`) !== undefined).map((variant) => ({ test, variant })));
}

export function readTable(): SweepRow[] {
  if (!existsSync(tablePath)) return [];
  const [, ...lines] = readFileSync(tablePath, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ''])) as unknown as SweepRow;
  });
}

/** The table's text; rows are in the order of {@link sweepFiles}. */
export function tableText(rows: readonly SweepRow[]): string {
  return `${[columns.join('\t'), ...rows.map((row) => columns.map((column) => row[column]).join('\t'))].join('\n')}\n`;
}

/** Lowers a model to LLVM IR with `mlir2zk lower`; the text, or the message that says why not. */
export async function lowerToLlvm(path: string, ...options: readonly string[]): Promise<{ text: string } | { message: string }> {
  const { status, stdout, stderr } = await mlir2zk(['lower', path, '--target', 'llvm', ...options]);
  if (status === exitCode.ok) return { text: stdout };
  const line = stderr.split('\n').find((text) => text.includes('error: ')) ?? stderr.trim();
  return { message: line.slice(line.indexOf('error: ') + 'error: '.length) };
}

/** The bitcode that `mlir2zk lower` writes for a model. */
async function bitcodeOf(path: string): Promise<Uint8Array> {
  const output = join(tmpdir(), `differential-${process.pid}-emitted.bc`);
  try {
    const lowered = await lowerToLlvm(path, '--emit', 'bitcode', '-o', output);
    if ('message' in lowered) throw new Error(lowered.message);
    return readFileSync(output);
  } finally {
    rmSync(output, { force: true });
  }
}

/** LLVM IR that `mlir-translate-19` makes of the llvm dialect that `mlir2zk lower` writes for a model, as `mlir-opt-19` prints it. */
async function translatedDialect(path: string): Promise<string> {
  const lowered = await lowerToLlvm(path, '--emit', 'llvm-dialect');
  if ('message' in lowered) throw new Error(lowered.message);
  requirePrintedAsUpstream(lowered.text);
  return translateDialect(lowered.text);
}

/**
 * Runs a model on its vector, as `mlir2zk` lowers it and as upstream does, and compares the results with one another, bit by bit,
 * and with the vector. Throws an Error if LLVM rejects what `mlir2zk` wrote.
 */
export async function compareWithUpstream({ test, variant }: SweepFile): Promise<SweepRow> {
  const row = { suite: test.suite, test: test.test, variant, bits: 'left out', vectorError: '', reason: '' } as const;
  const model = corpusFile(test, `${variant}.mlir`);
  const vectorPath = corpusFile(test, 'json');
  if (test.residualOnnxOps.length > 0) return { ...row, reason: `onnx-mlir left ${test.residualOnnxOps.join(', ')}` };
  if (model === undefined || vectorPath === undefined)
    return { ...row, reason: `the corpus here has no ${model === undefined ? 'model' : 'vector'} of it` };
  const undefinedModel = undefinedModels.get(`${test.suite}/${test.test}`);
  if (undefinedModel !== undefined) return { ...row, reason: undefinedModel };
  const lowered = await lowerToLlvm(model);
  if ('message' in lowered) return { ...row, reason: lowered.message };
  requireAcceptance(lowered.text);
  requireSameModule(lowered.text, await bitcodeOf(model));

  const source = readFileSync(model);
  const fn = modelFunction(parseModule(new SourceFile(model, source), createModelContext()));
  const vector = parseTestVector(JSON.parse(readFileSync(vectorPath, 'utf8')));
  const ours = runLlvm(lowered.text, fn, vector.inputs);
  const throughDialect = runLlvm(await translatedDialect(model), fn, vector.inputs);
  if (!ours.every((result, i) => equalBytes(result, throughDialect[i]))) throw new Error('the llvm dialect computes something else');
  const theirs = runLlvm(lowerWithUpstream(source.toString()), fn, vector.inputs);
  const error = vectorErrorOf(ours, fn.results.map(({ elementType }) => elementType), vector);
  return {
    ...row,
    bits: ours.every((result, i) => equalBytes(result, theirs[i])) ? 'same' : 'different',
    vectorError: error === Infinity ? 'infinite' : error.toPrecision(2),
    reason: error > vectorTolerance ? whyNotTheVector(test) : '',
  };
}

/** Why the outputs of a test are not those of its vector; empty if nothing is known that excuses it. */
function whyNotTheVector({ test, nativeRun }: CorpusTest): string {
  if (nativeRun === 'mismatch') return "onnx-mlir's own executable does not compute the vector either";
  return doubtfulVectors.find(([name]) => name.test(test))?.[1] ?? '';
}

function equalBytes(a: DriverResult, b: DriverResult): boolean {
  return a.shape.join() === b.shape.join() && Buffer.compare(a.bytes, b.bytes) === 0;
}

function vectorErrorOf(results: readonly DriverResult[], types: readonly Parameters<typeof elementNumbers>[0][], { outputs = [] }: TestVector): number {
  return Math.max(0, ...results.map(({ shape, bytes }, i) => {
    const expected = outputs[i];
    if (expected === undefined || expected.shape.join() !== shape.join()) return Infinity;
    return largestError(elementNumbers(types[i], bytes), expectedNumbers(types[i], expected));
  }));
}
