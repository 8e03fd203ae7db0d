import { DiagnosticError, verifyOperation, type Context, type Diagnostic, type Operation } from '@mlir2zk/mlir-parser';
import type { PassInstrumentation } from './instrumentation.js';
import { OperationPassManager, type PassInstance } from './operation-pass-manager.js';

/** How a `PassManager` runs. */
export interface RunOptions {
  /** What is wrong with the IR after a pass; an error ends the run. Default: MLIR's verifier. */
  readonly verify?: (op: Operation, context: Context) => readonly Diagnostic[];
  /** Told of each pass and each nested list, in this order: `irPrinting`, `PassTiming`. */
  readonly instrumentations?: readonly PassInstrumentation[];
  /** Gets the warnings and remarks of passes, as they come; default: they are dropped. */
  readonly report?: (diagnostic: Diagnostic) => void;
}

/** Runs the passes of a pipeline, in order, and MLIR's verifier behind each. */
export class PassManager {
  readonly pipeline: OperationPassManager;
  private readonly context: Context;
  private readonly options: RunOptions;

  constructor(context: Context, pipeline: OperationPassManager, options: RunOptions = {}) {
    this.context = context;
    this.pipeline = pipeline;
    this.options = options;
  }

  /**
   * Runs all passes on `op`. Throws a DiagnosticError if the pipeline is for another operation, or if
   * a pass or the verifier behind it fails; `op` is then in the state that the failure left.
   */
  run(op: Operation): void {
    const { anchor } = this.pipeline;
    if (anchor !== 'any' && anchor !== op.name)
      throw new DiagnosticError({
        severity: 'error',
        message: `the pipeline is for '${anchor}', but the operation is a '${op.name}'`,
      });
    this.runElements(this.pipeline, op);
  }

  private runElements(manager: OperationPassManager, op: Operation): void {
    for (const element of manager.elements)
      if (element instanceof OperationPassManager) this.runNested(element, op);
      else this.runPass(element, op);
  }

  /** Runs a nested list on the operations directly inside `op` that it is for. */
  private runNested(manager: OperationPassManager, op: Operation): void {
    this.notify((watcher) => watcher.beforePipeline?.(manager.anchor));
    for (const region of op.regions)
      for (const block of region.blocks)
        for (const inner of block.operations())
          if (manager.anchor === 'any' || inner.name === manager.anchor) this.runElements(manager, inner);
    this.notify((watcher) => watcher.afterPipeline?.(manager.anchor));
  }

  private runPass(instance: PassInstance, op: Operation): void {
    this.notify((watcher) => watcher.beforePass?.(instance, op));
    try {
      instance.pass.run(op, {
        context: this.context,
        options: instance.options,
        report: (diagnostic) => this.options.report?.(diagnostic),
      });
      this.verifyAfter(instance, op);
    } catch (error) {
      this.notify((watcher) => watcher.afterPassFailed?.(instance, op));
      throw error;
    }
    this.notify((watcher) => watcher.afterPass?.(instance, op));
  }

  private verifyAfter(instance: PassInstance, op: Operation): void {
    const verify = this.options.verify ?? verifyOperation;
    const [first, ...others] = verify(op, this.context).filter(({ severity }) => severity === 'error');
    if (first !== undefined) throw new DiagnosticError([afterPass(first, instance), ...others]);
  }

  private notify(call: (watcher: PassInstrumentation) => void): void {
    for (const watcher of this.options.instrumentations ?? []) call(watcher);
  }
}

/** Names the pass that broke the IR: this is a defect of the pass, not of the input. */
function afterPass(error: Diagnostic, { pass }: PassInstance): Diagnostic {
  const note: Diagnostic = { severity: 'note', message: `the IR was valid before pass '${pass.name}' and is not after it` };
  return { ...error, notes: [...(error.notes ?? []), note] };
}
