import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageDirectory, settings, toolchainDirectory } from './directories.js';

/** What the build produces. */
export const compiledPath = join(packageDirectory, 'dist/mlir.wasm.br');

/** What {@link compiledPath} was built from and how. */
export const manifestPath = join(packageDirectory, 'dist/manifest.json');

/** Files of the toolchain that do not decide what is built: they drive, list or record it. */
const notInputs = new Set(['directories.js', 'list-sources.js', 'list-sources.sh', 'manifest.js', 'write-manifest.js']);

/** @param {string | Buffer} data */
export const sha256 = (data) => createHash('sha256').update(data).digest('hex');

/**
 * SHA-256 of each file of this package that decides what is built.
 *
 * @returns {Record<string, string>} by path in the package, sorted
 */
export function inputHashes() {
  const paths = [
    ...readdirSync(toolchainDirectory, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(js|json|txt|h)$/.test(path) && !notInputs.has(path))
      .map((path) => join('toolchain', path)),
    ...readdirSync(join(packageDirectory, 'driver'))
      .filter((path) => /\.(cpp|c|h)$/.test(path) && path !== 'native-main.cpp')
      .map((path) => join('driver', path)),
  ];
  return Object.fromEntries(paths.sort().map((path) => [path, sha256(readFileSync(join(packageDirectory, path)))]));
}

/**
 * @typedef {object} Manifest
 * @property {string} llvmVersion
 * @property {Record<string, string>} debianPackages version of each package that took part
 * @property {Record<string, string>} sourceArchives SHA-256 of the downloaded sources
 * @property {Record<string, string>} inputs see {@link inputHashes}
 * @property {{ compileFlags: string[], linkFlags: string[], wasmOptFlags: string[], brotliFlags: string[] }} flags
 * @property {{ bytes: number, sha256: string }} wasm
 * @property {{ bytes: number, sha256: string }} compressed
 */

/**
 * What the manifest says that is no longer so: files of the build that changed since, and a
 * compiled file that is another.
 *
 * @returns {string[]} one sentence each; none if the manifest is true
 */
export function staleParts() {
  if (!existsSync(manifestPath) || !existsSync(compiledPath)) return ['dist/mlir.wasm.br or its manifest is missing'];
  /** @type {Manifest} */
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
  const now = inputHashes();
  const stale = [...new Set([...Object.keys(now), ...Object.keys(manifest.inputs)])]
    .filter((path) => now[path] !== manifest.inputs[path])
    .map((path) => `${path} is not the one that dist/mlir.wasm.br was built from`);
  if (manifest.llvmVersion !== settings.llvmVersion) stale.push('toolchain/settings.json names another LLVM');
  if (sha256(readFileSync(compiledPath)) !== manifest.compressed.sha256) {
    stale.push('dist/mlir.wasm.br is not the file that the manifest describes');
  }
  return stale;
}
