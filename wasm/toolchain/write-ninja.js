#!/usr/bin/env node
/** Writes build.ninja: the sources of sources.txt and our driver, compiled for WebAssembly. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  buildDirectory,
  generatedDirectory,
  packageDirectory,
  patchedDirectory,
  settings,
  sourceDirectory,
  toolchainDirectory,
} from './directories.js';

/** Files whose own declarations clash with what the precompiled header brings in. */
const withoutPrecompiledHeader = new Set([
  'LivenessAnalysis.cpp',
  'RemoveDeadValues.cpp',
  'ForToWhile.cpp',
  'LinalgOps.cpp',
]);

/** Libraries that use little of llvm/IR. */
const belowLlvmIr = /^llvm\/lib\/(Support|Demangle|TargetParser|BinaryFormat|Bitstream|MC|Remarks)\//;

const objectDirectory = join(buildDirectory, 'objects');
const driverDirectory = join(packageDirectory, 'driver');

/** @param {string} path relative to the source of llvm-project */
function precompiledHeaderOf(path) {
  if (withoutPrecompiledHeader.has(basename(path)) || belowLlvmIr.test(path)) return undefined;
  return path.startsWith('mlir/') ? 'mlir' : 'llvm';
}

const includes = [
  generatedDirectory,
  join(settings.llvmPrefix, 'include'),
  join(sourceDirectory, 'llvm/include'),
  join(sourceDirectory, 'mlir/include'),
].map((directory) => `-I${directory}`);

const target = [
  '--target=wasm32-unknown-emscripten',
  `--sysroot=${settings.emscriptenSysroot}`,
  '-Xclang -iwithsysroot/include/compat',
  ...settings.definitions.map((definition) => `-D${definition}`),
  ...settings.compileFlags,
];

const lines = [
  `c = ${target.join(' ')}`,
  `cxx = $c ${settings.cxxFlags.join(' ')}`,
  `includes = ${includes.join(' ')}`,
  'rule cxx',
  '  command = clang++-19 $cxx $pch $includes -I$folder -MD -MF $out.d -c $in -o $out',
  '  depfile = $out.d',
  '  deps = gcc',
  'rule c',
  '  command = clang-19 $c $includes -I$folder -MD -MF $out.d -c $in -o $out',
  '  depfile = $out.d',
  '  deps = gcc',
  'rule pch',
  '  command = clang++-19 $cxx $includes -Xclang -fpch-instantiate-templates -x c++-header $in -o $out',
  ...['mlir', 'llvm'].map(
    (name) => `build ${objectDirectory}/${name}.pch: pch ${join(toolchainDirectory, 'precompiled', `${name}.h`)}`,
  ),
];

/** @type {string[]} */
const objects = [];

/**
 * @param {string} file
 * @param {string} folder where its own includes are
 * @param {string} object
 * @param {string | undefined} header
 */
function addObject(file, folder, object, header) {
  objects.push(object);
  if (file.endsWith('.c')) {
    lines.push(`build ${object}: c ${file}`, `  folder = ${folder}`);
    return;
  }
  const pch = `${objectDirectory}/${header}.pch`;
  lines.push(`build ${object}: cxx ${file}${header === undefined ? '' : ` | ${pch}`}`, `  folder = ${folder}`);
  if (header !== undefined) lines.push(`  pch = -include-pch ${pch}`);
}

for (const path of readFileSync(join(toolchainDirectory, 'sources.txt'), 'utf8').trim().split('\n')) {
  const original = join(sourceDirectory, path);
  const patched = join(patchedDirectory, path);
  addObject(
    existsSync(patched) ? patched : original,
    dirname(original),
    join(objectDirectory, `${path}.o`),
    precompiledHeaderOf(path),
  );
}
for (const name of readdirSync(driverDirectory).sort()) {
  if (!/\.(cpp|c)$/.test(name) || name.startsWith('native-')) continue;
  const header = /stub|left-out/.test(name) ? 'llvm' : 'mlir';
  addObject(join(driverDirectory, name), driverDirectory, join(objectDirectory, 'driver', `${name}.o`), header);
}

lines.push(`build objects: phony ${objects.join(' ')}`, 'default objects');
mkdirSync(buildDirectory, { recursive: true });
writeFileSync(join(buildDirectory, 'build.ninja'), `${lines.join('\n')}\n`);
writeFileSync(join(buildDirectory, 'objects.txt'), `${objects.join('\n')}\n`);
