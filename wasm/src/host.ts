/** "Function not implemented" in the numbering of musl, the C library of emscripten. */
const ENOSYS = 52;
/** "Bad file descriptor" in WASI's numbering. */
const WASI_EBADF = 8;

const stdout = 1;
const stderr = 2;

const wasmPageSize = 65536;

/**
 * What a fatal error inside WebAssembly throws. Deliberately not an error of this package's: the
 * instance turns it into one.
 */
class DriverAbort extends Error {}

/** Calls of the operating system that may fail, and here always do. */
const isSystemCall = (name: string) => name.startsWith('__syscall_') || name === '_mmap_js' || name === '_munmap_js';

/**
 * The operating system that the driver sees: memory, a clock, standard output, and no files. It
 * replaces the loader that emscripten would generate.
 */
export class Host {
  /** Set as soon as the instance exists. */
  memory: WebAssembly.Memory | undefined;
  /** Whether the driver asked for more memory than it may have. */
  memoryWasRefused = false;
  /** What LLVM wrote to its standard output and error, which a fatal error reports. */
  printed = '';

  readonly #decoder = new TextDecoder();

  /** @param maximumMemory bytes that the instance may grow to */
  constructor(readonly maximumMemory: number) {}

  /**
   * The functions that `module` imports.
   *
   * @throws {Error} if it imports one that this host does not have
   */
  importsFor(module: WebAssembly.Module): WebAssembly.Imports {
    const functions = this.#functions();
    const imports: WebAssembly.Imports = {};
    for (const { module: namespace, name } of WebAssembly.Module.imports(module)) {
      const implementation = functions[name] ?? (isSystemCall(name) ? () => -ENOSYS : undefined);
      if (implementation === undefined) throw new Error(`the WebAssembly module needs ${namespace}.${name}`);
      (imports[namespace] ??= {})[name] = implementation;
    }
    return imports;
  }

  #functions(): Record<string, (...args: never[]) => unknown> {
    const leave = (code: number) => {
      throw new DriverAbort(`exit with code ${code}`);
    };
    return {
      abort: () => {
        throw new DriverAbort('abort');
      },
      exit: leave,
      proc_exit: leave,
      emscripten_resize_heap: (size: number) => this.#grow(size >>> 0),
      emscripten_memcpy_big: (to: number, from: number, size: number) => {
        new Uint8Array(this.#buffer()).copyWithin(to >>> 0, from >>> 0, (from >>> 0) + (size >>> 0));
      },
      // Time since an arbitrary start: only differences matter. `struct timespec` is two words.
      clock_gettime: (_clock: number, result: number) => {
        const view = new DataView(this.#buffer());
        const milliseconds = performance.now();
        view.setInt32(result >>> 0, Math.floor(milliseconds / 1e3), true);
        view.setInt32((result >>> 0) + 4, Math.floor((milliseconds % 1e3) * 1e6), true);
        return 0;
      },
      // There is no calendar: dates are empty texts.
      strftime: () => 0,
      strftime_l: () => 0,
      _tzset_js: () => undefined,
      _localtime_js: () => undefined,
      // There are no signals.
      alarm: () => 0,
      __call_sighandler: () => undefined,
      // The high half of a 64-bit result, which no caller here reads.
      setTempRet0: () => undefined,
      environ_sizes_get: (count: number, size: number) => {
        const view = new DataView(this.#buffer());
        view.setUint32(count >>> 0, 0, true);
        view.setUint32(size >>> 0, 0, true);
        return 0;
      },
      environ_get: () => 0,
      fd_write: (file: number, vectors: number, count: number, written: number) =>
        this.#write(file, vectors >>> 0, count, written >>> 0),
      fd_read: () => WASI_EBADF,
      fd_close: () => WASI_EBADF,
      fd_seek: () => WASI_EBADF,
      fd_pread: () => WASI_EBADF,
      fd_fdstat_get: () => WASI_EBADF,
    };
  }

  #buffer(): ArrayBuffer {
    if (this.memory === undefined) throw new Error('the driver called its host before it was started');
    return this.memory.buffer;
  }

  /**
   * @param size bytes
   * @returns 1: the memory is at least `size` bytes now
   * @throws if it cannot be, since without exceptions C++'s `new` would return null, and address 0
   *   can be written to
   */
  #grow(size: number): number {
    const current = this.#buffer().byteLength;
    const pages = (bytes: number) => Math.ceil(bytes / wasmPageSize);
    // Growing by a fifth keeps the number of copies of a growing memory small.
    for (const wanted of [Math.max(size, current * 1.2), size]) {
      const target = pages(Math.min(wanted, this.maximumMemory));
      if (target * wasmPageSize < size) continue;
      try {
        this.memory?.grow(target - pages(current));
        return 1;
      } catch {
        // The engine has no more; try the smaller amount.
      }
    }
    this.memoryWasRefused = true;
    throw new DriverAbort(`no memory for ${size} bytes`);
  }

  #write(file: number, vectors: number, count: number, written: number): number {
    if (file !== stdout && file !== stderr) return WASI_EBADF;
    const view = new DataView(this.#buffer());
    let total = 0;
    for (let index = 0; index < count; index += 1) {
      const pointer = view.getUint32(vectors + index * 8, true);
      const size = view.getUint32(vectors + index * 8 + 4, true);
      // Enough for any message; a runaway debug print must not fill the memory of the host.
      if (this.printed.length < 10_000) {
        this.printed += this.#decoder.decode(new Uint8Array(this.#buffer(), pointer, size));
      }
      total += size;
    }
    view.setUint32(written, total, true);
    return 0;
  }
}
