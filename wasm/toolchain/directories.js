import { mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** This folder: the scripts and tables of the build. */
export const toolchainDirectory = import.meta.dirname;

/** The folder of the package. */
export const packageDirectory = dirname(toolchainDirectory);

/**
 * Where everything that is generated goes; about 4 GB. Without symbolic links, since ninja knows a
 * file by its path.
 */
export const buildDirectory = existingDirectory(process.env['MLIR_WASM_BUILD'] ?? join(packageDirectory, 'build'));

/** @param {string} path */
function existingDirectory(path) {
  mkdirSync(path, { recursive: true });
  return realpathSync(path);
}

/**
 * @typedef {object} Settings
 * @property {string} llvmVersion
 * @property {string} debianSourceVersion
 * @property {string[]} debianPackages
 * @property {string} llvmPrefix prefix of Debian's LLVM: headers, tools and static archives
 * @property {string} emscriptenSysroot
 * @property {string} emscriptenVersion
 * @property {string[]} compileFlags
 * @property {string[]} definitions what emscripten's own driver defines
 * @property {string[]} cxxFlags
 * @property {string[]} linkFlags
 * @property {string[]} wasmOptFlags
 * @property {string[]} brotliFlags
 */

/** @type {Settings} */
export const settings = JSON.parse(readFileSync(join(toolchainDirectory, 'settings.json'), 'utf8'));

/** The unpacked source of llvm-project; nothing in it is ever changed. */
export const sourceDirectory = join(buildDirectory, 'source', `llvm-toolchain-19_${settings.llvmVersion}`);

/** Changed copies of sources, at the same relative paths; they take the place of the originals. */
export const patchedDirectory = join(buildDirectory, 'patched');

/** Generated headers, first on the include path. */
export const generatedDirectory = join(buildDirectory, 'generated');
