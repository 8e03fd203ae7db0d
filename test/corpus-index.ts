import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the corpus; its README says what is in it. */
export const corpusDirectory = join(import.meta.dirname, 'corpus');

/** A row of the corpus's index. */
export interface CorpusTest {
  readonly suite: string;
  readonly test: string;
  /** Whether `mlir-opt-19 --allow-unregistered-dialect` accepts the `.O0.mlir` file. */
  readonly acceptedByMlirOpt: boolean;
  /** Operations that onnx-mlir left as `"onnx.X"`. */
  readonly residualOnnxOps: readonly string[];
  /** `match`: the `.O0.mlir` file, compiled natively, gives the outputs of the vector. */
  readonly nativeRun: string;
  readonly onnxOps: readonly string[];
}

const columns = ['suite', 'test', 'mlir_opt_19', 'residual_onnx_ops', 'native_run', 'vectors', 'onnx_ops'];

/** All tests of the index, also those whose files are too large to be in the repository. */
export function readCorpusIndex(): CorpusTest[] {
  const [header, ...rows] = readFileSync(join(corpusDirectory, 'index.tsv'), 'utf8').trimEnd().split('\n');
  if (header !== columns.join('\t')) throw new Error(`unexpected columns in the corpus's index: ${header}`);
  return rows.map((row) => {
    const [suite = '', test = '', mlirOpt = '', residual = '', nativeRun = '', , onnxOps = ''] = row.split('\t');
    return {
      suite,
      test,
      acceptedByMlirOpt: mlirOpt === 'ok',
      residualOnnxOps: listOf(residual),
      nativeRun,
      onnxOps: listOf(onnxOps),
    };
  });
}

/**
 * A file of a corpus test.
 *
 * @param extension such as `O0.mlir` or `json`
 * @returns its path, or undefined if the repository does not hold it
 */
export function corpusFile({ suite, test }: CorpusTest, extension: string): string | undefined {
  const path = join(corpusDirectory, suite, `${test}.${extension}`);
  return existsSync(path) ? path : undefined;
}

function listOf(text: string): string[] {
  return text === '' ? [] : text.split(',');
}
