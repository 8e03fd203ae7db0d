#!/usr/bin/env node
/**
 * Reads a linker's trace of a native link of the driver (one `libX.a(file.cpp.o)` a line, see
 * list-sources.sh) and prints the source file of each archive member: the table sources.txt.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { sourceDirectory } from './directories.js';

/**
 * Members that only patterns written in pdl need, which this build is configured without; the native archives are
 * configured with it, so the native link pulls them in.
 */
const onlyForPdlPatterns = /^libMLIRRewrite\.a\(ByteCode|^libMLIR(IR|RewritePDL)\.a\(PDLPatternMatch/;

/** @type {Map<string, string[]>} folders of each library that CMake defines */
const foldersOfLibrary = new Map();
/** @type {Map<string, string[]>} paths of each file name */
const pathsOfFile = new Map();

/** @param {Map<string, string[]>} map @param {string} key @param {string} value */
const append = (map, key, value) => map.set(key, [...(map.get(key) ?? []), value]);

for (const root of ['llvm/lib', 'mlir/lib']) {
  for (const entry of readdirSync(join(sourceDirectory, root), { recursive: true, encoding: 'utf8' })) {
    const path = join(root, entry);
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (/\.(cpp|c)$/.test(name)) append(pathsOfFile, name, path);
    if (name !== 'CMakeLists.txt') continue;
    const text = readFileSync(join(sourceDirectory, path), 'utf8');
    for (const [, library] of text.matchAll(/add_(?:llvm_component_library|llvm_library|mlir_\w*library)\s*\(\s*(\w+)/g)) {
      if (library !== undefined) append(foldersOfLibrary, library, dirname(path));
    }
  }
}

/**
 * @param {string} library
 * @param {string} file
 * @returns {string} path of the source
 */
function sourceOf(library, file) {
  const folders = foldersOfLibrary.get(library) ?? ['mlir/lib/Interfaces', 'mlir/lib'];
  const candidates = pathsOfFile.get(file) ?? [];
  for (const folder of folders) {
    const below = candidates.filter((path) => path.startsWith(`${folder}/`));
    const [inFolder] = below.filter((path) => dirname(path) === folder);
    if (inFolder !== undefined) return inFolder;
    if (below.length === 1 && below[0] !== undefined) return below[0];
    // A library may be made of files of another folder.
    const lists = readFileSync(join(sourceDirectory, folder, 'CMakeLists.txt'), 'utf8');
    const named = new RegExp(String.raw`[\s(]([\w./]*/${file.replace('.', String.raw`\.`)})\b`).exec(lists)?.[1];
    if (named !== undefined) return relative(sourceDirectory, normalize(join(sourceDirectory, folder, named)));
  }
  throw new Error(`no source found for ${library}(${file})`);
}

const members = readFileSync(0, 'utf8').match(/^lib\w+\.a\(.*\)$/gm) ?? [];
const sources = members
  .filter((member) => !onlyForPdlPatterns.test(member))
  .map((member) => /^lib(\w+)\.a\((.*)\.o\)$/.exec(member) ?? [])
  .filter(([, , file]) => file !== undefined && !file.endsWith('.S'))
  .map(([, library = '', file = '']) => sourceOf(library, file));
process.stdout.write([...new Set(sources)].sort().join('\n') + '\n');
