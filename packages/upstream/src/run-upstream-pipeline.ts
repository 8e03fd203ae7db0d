import type { Diagnostic, SourceFile } from '@mlir2zk/mlir-parser';
import type { PrintOptions } from 'mlir-js-bindings';
import { fromMlirError, located } from './from-mlir-error.js';
import { reporting, upstreamInstance } from './upstream-instance.js';

/** How the module is read and printed, and who hears what the passes have to say. */
export interface UpstreamRunOptions extends PrintOptions {
  /** Accept operations of unknown dialects in the generic form; true unless given. */
  readonly allowUnregisteredDialects?: boolean;
  /** Gets warnings and remarks; errors are thrown. */
  readonly report?: (diagnostic: Diagnostic) => void;
}

/**
 * Runs upstream's passes, as `mlir-opt --allow-unregistered-dialect --pass-pipeline` does.
 *
 * @param source a module of MLIR
 * @param pipeline for example `builtin.module(func.func(canonicalize,cse))`
 * @returns the module after the passes, as upstream prints it
 * @throws {DiagnosticError} if the module or the pipeline is malformed, or a pass fails
 */
export async function runUpstreamPipeline(source: SourceFile, pipeline: string, options: UpstreamRunOptions = {}): Promise<string> {
  const { allowUnregisteredDialects = true, report = () => undefined, ...printing } = options;
  const mlir = await upstreamInstance();
  try {
    return reporting((diagnostic) => report(located(diagnostic, source)), () => {
      using module = mlir.parse(source.bytes, { fileName: source.name, allowUnregisteredDialects });
      return module.runPipeline(pipeline).print(printing);
    });
  } catch (error) {
    throw fromMlirError(error, source);
  }
}
