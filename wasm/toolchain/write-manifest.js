#!/usr/bin/env node
/** Writes dist/manifest.json after a build: what dist/mlir.wasm.br was built from, and how. */
import { execFileSync } from 'node:child_process';
import { createReadStream, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { buildDirectory, settings } from './directories.js';
import { compiledPath, inputHashes, manifestPath, sha256 } from './manifest.js';

/** @param {string} path */
async function sha256OfFile(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** @param {string} name */
const versionOf = (name) => execFileSync('dpkg-query', ['-W', '-f', '${Version}', name], { encoding: 'utf8' });

/** @param {Buffer} data */
const described = (data) => ({ bytes: data.length, sha256: sha256(data) });

const archives = readdirSync(join(buildDirectory, 'source')).filter((name) => name.endsWith('.tar.xz'));
const { compileFlags, linkFlags, wasmOptFlags, brotliFlags } = settings;
/** @type {import('./manifest.js').Manifest} */
const manifest = {
  llvmVersion: settings.llvmVersion,
  debianPackages: Object.fromEntries(settings.debianPackages.map((name) => [name, versionOf(name)])),
  sourceArchives: Object.fromEntries(
    await Promise.all(
      archives.sort().map(async (name) => [name, await sha256OfFile(join(buildDirectory, 'source', name))]),
    ),
  ),
  inputs: inputHashes(),
  flags: { compileFlags, linkFlags, wasmOptFlags, brotliFlags },
  wasm: described(readFileSync(join(buildDirectory, 'mlir.opt.wasm'))),
  compressed: described(readFileSync(compiledPath)),
};
writeFileSync(manifestPath, `${JSON.stringify(manifest, undefined, 2)}\n`);
