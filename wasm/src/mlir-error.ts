import { formatDiagnostic } from './diagnostic.js';
import type { Diagnostic } from './diagnostic.js';

/**
 * What went wrong:
 * - `parse`: the text is not MLIR or LLVM IR, or not valid;
 * - `verify`: a module is not valid;
 * - `pipeline-syntax`: a pipeline is malformed or names a pass that does not exist here;
 * - `pass-failed`: a pass gave up;
 * - `translation`: something cannot be translated between MLIR and LLVM IR;
 * - `left-out`: the pipeline needs a pass of LLVM that is not part of this build;
 * - `disposed`: the module was disposed;
 * - `fatal`, `out-of-memory`, `stack-overflow`: LLVM ended itself. All modules of its instance are
 *   lost; the next call of {@link Mlir.parse} starts a fresh instance;
 * - `instance-lost`: the module was lost to such an error before;
 * - `restarting`: a fresh instance is not ready yet, await {@link Mlir.ready}.
 */
export type MlirErrorCode =
  | 'parse'
  | 'verify'
  | 'pipeline-syntax'
  | 'pass-failed'
  | 'translation'
  | 'left-out'
  | 'disposed'
  | 'fatal'
  | 'out-of-memory'
  | 'stack-overflow'
  | 'instance-lost'
  | 'restarting';

/** The error that every function of this package throws. */
export class MlirError extends Error {
  override readonly name = 'MlirError';

  /**
   * @param code what went wrong
   * @param summary the message where there are no diagnostics
   * @param diagnostics what MLIR or LLVM said, in its order
   */
  constructor(
    readonly code: MlirErrorCode,
    summary: string,
    readonly diagnostics: readonly Diagnostic[] = [],
  ) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    super(errors.length > 0 ? errors.map(formatDiagnostic).join('\n') : summary);
  }
}
