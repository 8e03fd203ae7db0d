import { closeSync, existsSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DiagnosticError } from '@mlir2zk/mlir-parser';
import type { Io } from './io.js';
import { systemErrorReason } from './system-error.js';

/**
 * Writes `chunks` to file `name` (`-` is standard output). A regular file is written under a temporary name in the same
 * directory and renamed when complete: readers see the old file or the whole new one. Throws a DiagnosticError if that fails.
 */
export function writeOutput(io: Io, name: string, chunks: Iterable<string | Uint8Array>): void {
  if (name === '-') {
    for (const chunk of chunks) io.stdout(chunk);
    return;
  }
  const path = resolve(io.cwd, name);
  try {
    if (existsSync(path) && !statSync(path).isFile()) writeChunks(path, chunks);
    else replaceFile(existsSync(path) ? realpathSync(path) : path, chunks);
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    throw new DiagnosticError({ severity: 'error', message: `cannot write '${name}': ${systemErrorReason(error)}` });
  }
}

function replaceFile(path: string, chunks: Iterable<string | Uint8Array>): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeChunks(temporary, chunks);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function writeChunks(path: string, chunks: Iterable<string | Uint8Array>): void {
  const file = openSync(path, 'w');
  try {
    for (const chunk of chunks) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done);
    }
  } finally {
    closeSync(file);
  }
}
