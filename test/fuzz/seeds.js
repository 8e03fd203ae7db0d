import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** What the repository has of MLIR text. */
export const seedFolders = ['packages/mlir-parser/test', 'test/corpus', 'wasm/test/llvm-19-mlir-test', 'examples'].map((folder) => join(root, folder));

/** Longer texts are cut at a line: mutants of short texts are run many times faster and fail in the same ways. */
const MAX_LENGTH = 3000;

/**
 * The `.mlir` files below `folders`, in pieces: a file of several parts is split at its `// -----` lines, a long part is cut.
 *
 * @param {readonly string[]} folders
 * @returns {Buffer[]}
 */
export function readSeeds(folders) {
  const texts = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.mlir'))
      .sort()
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .flatMap((path) => readFileSync(path, 'latin1').split(/^\/\/ -----.*\n/m)),
  );
  return texts.filter((text) => text.trim() !== '').map((text) => Buffer.from(cut(text), 'latin1'));
}

/** @param {string} text */
function cut(text) {
  if (text.length <= MAX_LENGTH) return text;
  const end = text.lastIndexOf('\n', MAX_LENGTH);
  return text.slice(0, end < 0 ? MAX_LENGTH : end + 1);
}
