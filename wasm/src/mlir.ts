import type { DiagnosticListener } from './diagnostic.js';
import { Instance } from './instance.js';
import { LlvmModule } from './llvm-module.js';
import { MlirError } from './mlir-error.js';
import { MlirModule } from './mlir-module.js';

/** How {@link Mlir.parse} reads a module. */
export interface ParseOptions {
  /** Name of the source in diagnostics and locations; `input.mlir` unless given. */
  readonly fileName?: string;
  /** Accept operations, types and attributes of dialects that are not built in. */
  readonly allowUnregisteredDialects?: boolean;
  /** Do not verify the module; {@link MlirModule.verify} still can. */
  readonly skipVerification?: boolean;
}

// The bits of `enum ParseFlags` in driver/mlir-module.cpp.
const parseAllowUnregistered = 1;
const parseSkipVerification = 2;

/**
 * MLIR and LLVM in one instance of WebAssembly. Calls are synchronous and run on the calling
 * thread, so a large module belongs in a worker.
 *
 * If LLVM ends itself with a fatal error, that call throws, all modules are lost, and the next
 * {@link parse} starts a fresh instance.
 */
export class Mlir {
  readonly #module: WebAssembly.Module;
  readonly #maximumMemory: number;
  readonly #listener: DiagnosticListener;
  #instance: Instance;
  #restart: Promise<void> | undefined;

  /** The functions on LLVM IR. */
  readonly llvm: LlvmIr;

  /** @internal Use {@link loadMlir}. */
  constructor(module: WebAssembly.Module, instance: Instance, maximumMemory: number, listener: DiagnosticListener) {
    this.#module = module;
    this.#instance = instance;
    this.#maximumMemory = maximumMemory;
    this.#listener = listener;
    this.llvm = new LlvmIr(() => this.#liveInstance(), listener);
  }

  /**
   * Parses and verifies a module of MLIR.
   *
   * @param source text, or its UTF-8
   * @throws {MlirError} `parse`, with a diagnostic for each error found
   */
  parse(source: string | Uint8Array, options: ParseOptions = {}): MlirModule {
    const instance = this.#liveInstance();
    const flags =
      (options.allowUnregisteredDialects ? parseAllowUnregistered : 0) |
      (options.skipVerification ? parseSkipVerification : 0);
    const result = instance.call([source, options.fileName ?? 'input.mlir'], (driver, text, name) =>
      driver.mlir_parse(text.pointer, text.size, name.pointer, name.size, flags),
    );
    result.diagnostics.forEach(this.#listener);
    return new MlirModule(instance, result.handle, this.#listener);
  }

  /**
   * Translates LLVM IR into the llvm dialect, as `mlir-translate --import-llvm` does.
   *
   * @throws {MlirError} `translation`
   */
  importLlvm(llvm: LlvmModule): MlirModule {
    const { instance, pointer } = llvm.object;
    const result = instance.call([], (driver) => driver.llvm_to_mlir(pointer));
    result.diagnostics.forEach(this.#listener);
    return new MlirModule(instance, result.handle, this.#listener);
  }

  /** Bytes of WebAssembly memory that the present instance holds. It never shrinks. */
  get memorySize(): number {
    return this.#instance.memorySize;
  }

  /**
   * Waits until {@link parse} can be called again after a fatal error. Needed on the main thread
   * of a browser only, where an instance cannot be started at once.
   */
  async ready(): Promise<void> {
    if (!this.#instance.isDead) return;
    this.#restart ??= Instance.create(this.#module, this.#maximumMemory).then((instance) => {
      this.#instance = instance;
      this.#restart = undefined;
    });
    await this.#restart;
  }

  #liveInstance(): Instance {
    if (!this.#instance.isDead) return this.#instance;
    try {
      this.#instance = Instance.createSync(this.#module, this.#maximumMemory);
    } catch (error) {
      throw new MlirError(
        'restarting',
        `LLVM has to be started again, which cannot be done at once in this thread: await mlir.ready() first (${String(error)})`,
      );
    }
    return this.#instance;
  }
}

/** The functions on LLVM IR: `mlir.llvm`. */
export class LlvmIr {
  readonly #liveInstance: () => Instance;
  readonly #listener: DiagnosticListener;

  /** @internal Use {@link Mlir.llvm}. */
  constructor(liveInstance: () => Instance, listener: DiagnosticListener) {
    this.#liveInstance = liveInstance;
    this.#listener = listener;
  }

  /**
   * Parses LLVM IR.
   *
   * @param source text, its UTF-8, or bitcode
   * @param fileName name of the source in diagnostics
   * @throws {MlirError} `parse`, with the first error
   */
  parse(source: string | Uint8Array, fileName = 'input.ll'): LlvmModule {
    const instance = this.#liveInstance();
    const result = instance.call([source, fileName], (driver, bytes, name) =>
      driver.llvm_parse(bytes.pointer, bytes.size, name.pointer, name.size),
    );
    result.diagnostics.forEach(this.#listener);
    return new LlvmModule(instance, result.handle, this.#listener);
  }

  /** The passes that LLVM 19 has and this build has not, each with the reason. */
  leftOutPasses(): ReadonlyMap<string, string> {
    const { bytes } = this.#liveInstance().call([], (driver) => driver.llvm_left_out_passes());
    return new Map(Object.entries(JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>));
  }
}
