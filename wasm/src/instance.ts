import type { Diagnostic } from './diagnostic.js';
import { Host } from './host.js';
import { MlirError } from './mlir-error.js';
import type { MlirErrorCode } from './mlir-error.js';
import { failureOf } from './status.js';

/** An object of the driver: an address in the memory of its instance. */
export type Pointer = number;

/** The driver's functions by what their arguments are; see driver/*.cpp. */
interface DriverExports {
  readonly memory: WebAssembly.Memory;
  readonly __wasm_call_ctors: () => void;
  readonly start: () => void;
  readonly fatal_message: () => Pointer;
  readonly allocate: (size: number) => Pointer;
  readonly release: (memory: Pointer) => void;
  readonly result_data: () => Pointer;
  readonly result_size: () => number;
  readonly result_handle: () => Pointer;
  readonly diagnostics_data: () => Pointer;
  readonly diagnostics_size: () => number;
  readonly reset_results: () => void;
  readonly mlir_parse: (text: Pointer, size: number, name: Pointer, nameSize: number, flags: number) => number;
  readonly mlir_verify: (module: Pointer) => number;
  readonly mlir_run_pipeline: (module: Pointer, text: Pointer, size: number) => number;
  readonly mlir_print: (module: Pointer, flags: number, elideAbove: number) => number;
  readonly mlir_snapshot: (module: Pointer) => number;
  readonly mlir_to_llvm: (module: Pointer) => number;
  readonly mlir_destroy: (module: Pointer) => void;
  readonly llvm_parse: (bytes: Pointer, size: number, name: Pointer, nameSize: number) => number;
  readonly llvm_verify: (module: Pointer) => number;
  readonly llvm_optimize: (module: Pointer, text: Pointer, size: number) => number;
  readonly llvm_print: (module: Pointer) => number;
  readonly llvm_write_bitcode: (module: Pointer) => number;
  readonly llvm_to_mlir: (module: Pointer) => number;
  readonly llvm_left_out_passes: () => number;
  readonly llvm_destroy: (module: Pointer) => void;
}

/** What a successful call of the driver returns. */
export interface CallResult {
  /** A copy, not a view of the instance's memory. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Warnings and remarks. */
  readonly diagnostics: readonly Diagnostic[];
  /** The object that the call created, or 0. */
  readonly handle: Pointer;
}

/** Bytes that were copied into the instance's memory for the time of a call. */
export interface Argument {
  readonly pointer: Pointer;
  readonly size: number;
}

/** Size of `fatalMessage` in driver/results.cpp. */
const fatalMessageSize = 1024;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** One running copy of LLVM with its memory. It dies with the first fatal error. */
export class Instance {
  readonly #driver: DriverExports;
  readonly #fatalMessage: Pointer;
  readonly #host: Host;
  #causeOfDeath: MlirError | undefined;

  private constructor(instance: WebAssembly.Instance, host: Host) {
    // The names and signatures are those of driver/*.cpp, which the tests call one by one.
    this.#driver = instance.exports as unknown as DriverExports;
    this.#host = host;
    host.memory = this.#driver.memory;
    this.#driver.__wasm_call_ctors();
    this.#driver.start();
    this.#fatalMessage = this.#driver.fatal_message();
  }

  /**
   * Starts an instance in any thread, also where browsers forbid it to be done synchronously.
   *
   * @param maximumMemory bytes that its memory may grow to
   */
  static async create(module: WebAssembly.Module, maximumMemory: number): Promise<Instance> {
    const host = new Host(maximumMemory);
    return new Instance(await WebAssembly.instantiate(module, host.importsFor(module)), host);
  }

  /** Starts an instance at once. Throws on the main thread of browsers that forbid it. */
  static createSync(module: WebAssembly.Module, maximumMemory: number): Instance {
    const host = new Host(maximumMemory);
    return new Instance(new WebAssembly.Instance(module, host.importsFor(module)), host);
  }

  /** Whether a fatal error has ended this instance. */
  get isDead(): boolean {
    return this.#causeOfDeath !== undefined;
  }

  /** Bytes of memory in use by the instance, free memory inside it included. */
  get memorySize(): number {
    return this.#driver.memory.buffer.byteLength;
  }

  /**
   * Calls the driver with some texts or byte sequences copied into its memory.
   *
   * @param inputs each gets a zero byte appended that its size does not count
   * @param call the call, given the copies; it returns a status
   * @throws {MlirError} if the status is not success, or if the instance dies or is dead
   */
  call(inputs: readonly (string | Uint8Array)[], call: (driver: DriverExports, ...copies: Argument[]) => number): CallResult {
    return this.#guarded(() => {
      const copies = inputs.map((input) => this.#copyIn(input));
      const status = call(this.#driver, ...copies);
      for (const { pointer } of copies) this.#driver.release(pointer);
      return this.#takeResult(status);
    });
  }

  /** Calls one of the driver's destructors, unless the instance is gone and the object with it. */
  destroy(kind: 'mlir_destroy' | 'llvm_destroy', object: Pointer): void {
    if (this.isDead) return;
    this.#guarded(() => this.#driver[kind](object));
  }

  #takeResult(status: number): CallResult {
    const driver = this.#driver;
    const failure = failureOf(status);
    const diagnosticsText = decoder.decode(this.#view(driver.diagnostics_data(), driver.diagnostics_size()));
    const diagnostics: Diagnostic[] = diagnosticsText === '' ? [] : JSON.parse(diagnosticsText);
    if (failure !== undefined) {
      driver.reset_results();
      throw new MlirError(...failure, diagnostics);
    }
    const bytes = this.#view(driver.result_data(), driver.result_size()).slice();
    const handle = driver.result_handle();
    driver.reset_results();
    return { bytes, diagnostics, handle };
  }

  #view(pointer: Pointer, size: number): Uint8Array<ArrayBuffer> {
    // Addresses above 2 GB arrive as negative numbers.
    return new Uint8Array(this.#driver.memory.buffer, pointer >>> 0, size >>> 0);
  }

  #copyIn(input: string | Uint8Array): Argument {
    const bytes = typeof input === 'string' ? encoder.encode(input) : input;
    const pointer = this.#driver.allocate(bytes.length + 1);
    if (pointer === 0) throw new Error(`no memory for ${bytes.length} bytes of input`);
    const copy = this.#view(pointer, bytes.length + 1);
    copy.set(bytes);
    copy[bytes.length] = 0;
    return { pointer, size: bytes.length };
  }

  #guarded<T>(action: () => T): T {
    if (this.#causeOfDeath !== undefined) {
      throw new MlirError(
        'instance-lost',
        `this module was lost to an earlier error, parse it again. The error was: ${this.#causeOfDeath.message.split('\n', 1)[0]}`,
      );
    }
    try {
      return action();
    } catch (error) {
      if (error instanceof MlirError) throw error;
      this.#causeOfDeath = this.#fatalError(error);
      throw this.#causeOfDeath;
    }
  }

  /** What a trap means. The instance's memory can still be read. */
  #fatalError(trap: unknown): MlirError {
    const buffer = this.#view(this.#fatalMessage, fatalMessageSize);
    const reason = decoder.decode(buffer.subarray(0, Math.max(0, buffer.indexOf(0))));
    const detail = reason || (trap instanceof Error ? trap.message : String(trap));
    const code = this.#fatalCode(trap, reason);
    return new MlirError(
      code,
      [
        `${this.#explanations[code]}: ${detail}`,
        ...(this.#host.printed === '' ? [] : [this.#host.printed.trim()]),
        'All modules of this instance are lost; parse again to start a fresh one.',
      ].join('\n'),
    );
  }

  get #explanations() {
    const megabytes = Math.round(this.#host.maximumMemory / 2 ** 20);
    return {
      'out-of-memory': `LLVM ran out of memory (its limit is ${megabytes} MB)`,
      'stack-overflow': 'LLVM ran out of stack, the input is nested too deeply',
      fatal: 'LLVM stopped with a fatal error',
    } satisfies Partial<Record<MlirErrorCode, string>>;
  }

  #fatalCode(trap: unknown, reason: string): 'out-of-memory' | 'stack-overflow' | 'fatal' {
    if (this.#host.memoryWasRefused || /out of memory|allocation failed/i.test(reason)) return 'out-of-memory';
    const message = trap instanceof Error ? trap.message : '';
    return /call stack|too much recursion|stack overflow/i.test(message) ? 'stack-overflow' : 'fatal';
  }
}
