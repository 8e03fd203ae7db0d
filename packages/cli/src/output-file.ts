import { closeSync, existsSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DiagnosticError } from '@mlir2zk/mlir-parser';
import type { Io } from './io.js';
import { isSystemError, systemErrorReason } from './system-error.js';

/** Produces the contents of a file by calling `write` with one chunk after the other. */
export type Producer = (write: (chunk: string | Uint8Array) => void) => void;

/**
 * Writes what `produce` produces to file `name` (`-` is standard output). A regular file is written under a temporary
 * name in the same directory and renamed when complete: readers see the old file or the whole new one. Throws a
 * DiagnosticError if the file cannot be written.
 */
export function writeOutput(io: Io, name: string, produce: Producer): void {
  if (name === '-') {
    produce((chunk) => io.stdout(chunk));
    return;
  }
  const path = resolve(io.cwd, name);
  try {
    if (existsSync(path) && !statSync(path).isFile()) writeFile(path, produce);
    else replaceFile(existsSync(path) ? realpathSync(path) : path, produce);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new DiagnosticError({ severity: 'error', message: `cannot write '${name}': ${systemErrorReason(error)}` });
  }
}

function replaceFile(path: string, produce: Producer): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeFile(temporary, produce);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function writeFile(path: string, produce: Producer): void {
  const file = openSync(path, 'w');
  try {
    produce((chunk) => {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done);
    });
  } finally {
    closeSync(file);
  }
}
