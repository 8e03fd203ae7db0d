import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The native tools (and files) whose answers the tests take as the truth, and the Debian package of
 * each. Commands carry their LLVM version, because the answers depend on it.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const debianPackageOf = {
  chromium: 'chromium',
  'mlir-opt-19': 'mlir-19-tools',
  'mlir-translate-19': 'mlir-19-tools',
  'mlir-cpu-runner-19': 'mlir-19-tools',
  'mlir-c-runner-utils-19': 'libmlir-19',
  'FileCheck-19': 'llvm-19-tools',
  'llvm-tblgen-19': 'llvm-19',
  'lli-19': 'llvm-19',
  'llvm-as-19': 'llvm-19',
  'llvm-dis-19': 'llvm-19',
  'llvm-bcanalyzer-19': 'llvm-19',
  'opt-19': 'llvm-19',
  'llvm-as-16': 'llvm-16',
  'llvm-dis-16': 'llvm-16',
  'mlir-ods-19': 'libmlir-19-dev',
  'mlir-opt-22': 'mlir-22-tools',
  'mlir-library-22': 'libmlir-22',
  'llvm-as-22': 'llvm-22',
  'llvm-dis-22': 'llvm-22',
  'llvm-tblgen-22': 'llvm-22',
  'mlir-ods-22': 'libmlir-22-dev',
};

/**
 * Where Debian's packages that cannot be installed beside those of another version are unpacked:
 * its MLIR 22 declares a conflict with its MLIR 19.
 */
export const unpackedDirectory = join(import.meta.dirname, '..', 'node_modules', '.oracles');

/**
 * The packages that are unpacked there instead of being installed, and what is kept of them.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const unpackedFolders = {
  'mlir-22-tools': './usr/lib/llvm-22/bin',
  'libmlir-22': './usr/lib/llvm-22/lib/libMLIR.so.22.1',
  'libmlir-22-dev': './usr/lib/llvm-22/include',
};

/**
 * Oracles that are not found as a command: the file that is the oracle, or that tells that it is there.
 *
 * @type {Readonly<Record<string, string>>}
 */
const fileOf = {
  'mlir-c-runner-utils-19': '/usr/lib/llvm-19/lib/libmlir_c_runner_utils.so.19.1',
  'mlir-ods-19': '/usr/lib/llvm-19/include/mlir/IR/OpBase.td',
  'mlir-ods-22': join(unpackedDirectory, 'usr/lib/llvm-22/include/mlir/IR/OpBase.td'),
  // The tool loads the library from beside it.
  'mlir-library-22': join(unpackedDirectory, 'usr/lib/llvm-22/lib/libMLIR.so.22.1'),
  'mlir-opt-22': join(unpackedDirectory, 'usr/lib/llvm-22/bin/mlir-opt'),
};

/**
 * Where an oracle is installed: on PATH under its versioned name, or in LLVM's own directory.
 *
 * @param {string} command one of the keys of {@link debianPackageOf}
 * @returns {string | undefined} its absolute path, or undefined when it is not installed
 */
export function findOracle(command) {
  if (!(command in debianPackageOf)) {
    throw new Error(`${command} is not in the table of oracles (scripts/oracles.js)`);
  }
  const file = fileOf[command];
  if (file !== undefined) return existsSync(file) ? file : undefined;
  const [, name, version] = /^(.*)-(\d+)$/.exec(command) ?? [];
  const candidates = (process.env['PATH'] ?? '').split(delimiter).map((directory) => join(directory, command));
  if (name !== undefined) candidates.push(`/usr/lib/llvm-${version}/bin/${name}`);
  return candidates.find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
