import type { DiagnosticListener } from './diagnostic.js';
import { Instance } from './instance.js';
import { Mlir } from './mlir.js';

/** What {@link loadMlir} can be told; nothing is needed in Node. */
export interface LoadOptions {
  /**
   * The WebAssembly module: its bytes, or where to fetch it, to be compiled while it arrives. The
   * server sends `mlir-js-bindings/mlir.wasm.br` with `Content-Type: application/wasm` and
   * `Content-Encoding: br`. Needed outside of Node, where there is no file to read.
   */
  readonly wasm?: Uint8Array | URL | string;
  /** Bytes of memory that LLVM may use, at most and unless given 4 GB. */
  readonly maximumMemory?: number;
  /** Receives warnings and remarks; errors are thrown. */
  readonly onDiagnostic?: DiagnosticListener;
}

/** What a 32-bit address space has. */
const addressSpace = 2 ** 32;

/**
 * Loads MLIR and LLVM. Takes about a tenth of a second and the memory of the compiled code, so do
 * it once. Each call gives an independent instance.
 */
export async function loadMlir(options: LoadOptions = {}): Promise<Mlir> {
  const module = await compile(options.wasm);
  const maximumMemory = Math.min(options.maximumMemory ?? addressSpace, addressSpace);
  const instance = await Instance.create(module, maximumMemory);
  return new Mlir(module, instance, maximumMemory, options.onDiagnostic ?? (() => undefined));
}

async function compile(source: LoadOptions['wasm']): Promise<WebAssembly.Module> {
  if (source instanceof Uint8Array) return WebAssembly.compile(source);
  if (source !== undefined) return WebAssembly.compileStreaming(fetch(source));
  if (typeof process === 'undefined') {
    throw new TypeError('outside of Node, loadMlir needs the option wasm: where to fetch mlir.wasm.br');
  }
  const { compiledWasm } = await import('./compiled-wasm-node.js');
  return compiledWasm();
}
