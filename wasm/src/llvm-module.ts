import type { DiagnosticListener } from './diagnostic.js';
import type { CallResult, Instance, Pointer } from './instance.js';
import { OwnedObject } from './owned-object.js';

const decoder = new TextDecoder();

/** A module of LLVM IR. Dispose it when it is no longer needed. */
export class LlvmModule extends OwnedObject {
  readonly #listener: DiagnosticListener;

  /** @internal Modules come from {@link LlvmIr.parse} and {@link MlirModule.toLlvm}. */
  constructor(instance: Instance, pointer: Pointer, listener: DiagnosticListener) {
    super({ instance, pointer, destructor: 'llvm_destroy' }, 'the LLVM module');
    this.#listener = listener;
  }

  /**
   * Runs LLVM's verifier.
   *
   * @throws {MlirError} `verify`
   */
  verify(): this {
    this.#report(this.instance.call([], (driver) => driver.llvm_verify(this.pointer)));
    return this;
  }

  /**
   * Runs passes, and the verifier at the end, as `opt -passes=…` does for no particular target.
   * The vectorizers are left out: a `default<…>` pipeline runs without them and says so with a
   * remark, and a pipeline that names a left-out pass is an error.
   *
   * @param pipeline for example `default<O1>` or `function(sroa,instcombine)`
   * @throws {MlirError} `pipeline-syntax`, `left-out` or `verify`
   */
  optimize(pipeline: string): this {
    this.#report(
      this.instance.call([pipeline], (driver, text) => driver.llvm_optimize(this.pointer, text.pointer, text.size)),
    );
    return this;
  }

  /** The module as text, as `llvm-dis` prints it. */
  print(): string {
    return decoder.decode(this.instance.call([], (driver) => driver.llvm_print(this.pointer)).bytes);
  }

  /** The module as bitcode. */
  toBitcode(): Uint8Array<ArrayBuffer> {
    return this.instance.call([], (driver) => driver.llvm_write_bitcode(this.pointer)).bytes;
  }

  /** @internal The driver's object, for a call that reads it. */
  get object(): { readonly instance: Instance; readonly pointer: Pointer } {
    return { instance: this.instance, pointer: this.pointer };
  }

  #report(result: CallResult): CallResult {
    result.diagnostics.forEach(this.#listener);
    return result;
  }
}
