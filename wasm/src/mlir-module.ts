import type { DiagnosticListener } from './diagnostic.js';
import type { CallResult, Instance, Pointer } from './instance.js';
import { LlvmModule } from './llvm-module.js';
import { OwnedObject } from './owned-object.js';
import type { MlirOperation } from './operation.js';
import { readSnapshot } from './snapshot.js';

/** How {@link MlirModule.print} writes a module; each option is off unless given. */
export interface PrintOptions {
  /** Every operation in the generic form, `"dialect.name"(…)`. */
  readonly generic?: boolean;
  /** Locations: `true` so that they can be parsed again, `'pretty'` to be read by people. */
  readonly debugInfo?: boolean | 'pretty';
  /** No aliases, so that each line can be read alone. */
  readonly localScope?: boolean;
  /** Constants of more elements than this are printed as an ellipsis. The text cannot be parsed. */
  readonly elideElementsAbove?: number;
}

// The bits of `enum PrintFlags` in driver/mlir-module.cpp.
const printGeneric = 1;
const printDebugInfo = 2;
const printPrettyDebugInfo = 4;
const printLocalScope = 8;

function printFlags({ generic, debugInfo, localScope }: PrintOptions): number {
  return (
    (generic ? printGeneric : 0) |
    (debugInfo === true ? printDebugInfo : 0) |
    (debugInfo === 'pretty' ? printPrettyDebugInfo : 0) |
    (localScope ? printLocalScope : 0)
  );
}

const decoder = new TextDecoder();

/** A module of MLIR in LLVM's own representation. Dispose it when it is no longer needed. */
export class MlirModule extends OwnedObject {
  readonly #listener: DiagnosticListener;

  /** @internal Modules come from {@link Mlir.parse} and {@link Mlir.importLlvm}. */
  constructor(instance: Instance, pointer: Pointer, listener: DiagnosticListener) {
    super({ instance, pointer, destructor: 'mlir_destroy' }, 'the MLIR module');
    this.#listener = listener;
  }

  /**
   * Runs the verifier.
   *
   * @throws {MlirError} `verify`, with a diagnostic for each violation found
   */
  verify(): this {
    this.#report(this.instance.call([], (driver) => driver.mlir_verify(this.pointer)));
    return this;
  }

  /**
   * Runs passes, and the verifier after each, as `mlir-opt --pass-pipeline` does.
   *
   * @param pipeline for example `builtin.module(func.func(canonicalize,cse),lower-affine)`
   * @throws {MlirError} `pipeline-syntax`; or `pass-failed`, which leaves the module in whatever
   *   state the failing pass left it
   */
  runPipeline(pipeline: string): this {
    this.#report(
      this.instance.call([pipeline], (driver, text) => driver.mlir_run_pipeline(this.pointer, text.pointer, text.size)),
    );
    return this;
  }

  /** The module as text, byte for byte as `mlir-opt` prints it with these options. */
  print(options: PrintOptions = {}): string {
    const result = this.instance.call([], (driver) =>
      driver.mlir_print(this.pointer, printFlags(options), options.elideElementsAbove ?? -1),
    );
    return decoder.decode(result.bytes);
  }

  /**
   * The module operation with all that is in it, as plain data: a copy, which later passes do not
   * change and which outlives the module.
   */
  toOperation(): MlirOperation {
    return readSnapshot(this.instance.call([], (driver) => driver.mlir_snapshot(this.pointer)).bytes);
  }

  /**
   * Translates a module of the llvm dialect.
   *
   * @throws {MlirError} `translation`, for example if another dialect is left in the module
   */
  toLlvm(): LlvmModule {
    const result = this.#report(this.instance.call([], (driver) => driver.mlir_to_llvm(this.pointer)));
    return new LlvmModule(this.instance, result.handle, this.#listener);
  }

  /** {@link toLlvm} as text, byte for byte as `mlir-translate --mlir-to-llvmir` prints it. */
  toLlvmIr(): string {
    const llvm = this.toLlvm();
    try {
      return llvm.print();
    } finally {
      llvm.dispose();
    }
  }

  #report(result: CallResult): CallResult {
    result.diagnostics.forEach(this.#listener);
    return result;
  }
}
