import type { SourceFile } from '@mlir2zk/mlir-parser';
import type { PrintOptions } from 'mlir-js-bindings';
import { fromMlirError } from './from-mlir-error.js';
import { upstreamInstance } from './upstream-instance.js';

/**
 * Runs upstream's passes, as `mlir-opt --allow-unregistered-dialect --pass-pipeline` does.
 *
 * @param source a module of MLIR
 * @param pipeline for example `builtin.module(func.func(canonicalize,cse))`
 * @returns the module after the passes, as upstream prints it
 * @throws {DiagnosticError} if the module or the pipeline is malformed, or a pass fails
 */
export async function runUpstreamPipeline(source: SourceFile, pipeline: string, printing: PrintOptions = {}): Promise<string> {
  const mlir = await upstreamInstance();
  try {
    using module = mlir.parse(source.bytes, { fileName: source.name, allowUnregisteredDialects: true });
    return module.runPipeline(pipeline).print(printing);
  } catch (error) {
    throw fromMlirError(error, source);
  }
}
