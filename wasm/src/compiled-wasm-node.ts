import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

/** Compiles the WebAssembly module that is part of this package. */
export async function compiledWasm(): Promise<WebAssembly.Module> {
  const compressed = await readFile(new URL('../dist/mlir.wasm.br', import.meta.url));
  return WebAssembly.compile(await promisify(brotliDecompress)(compressed));
}
