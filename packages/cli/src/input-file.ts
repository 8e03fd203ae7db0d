import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DiagnosticError, SourceFile } from '@mlir2zk/mlir-parser';
import type { Io } from './io.js';
import { isSystemError, systemErrorReason } from './system-error.js';

/** Reads file `name` (`-` is standard input, called `<stdin>` in messages). Throws a DiagnosticError if that fails. */
export function readInput(io: Io, name: string): SourceFile {
  try {
    // yargs hands on a required argument `-` as the empty string, which names no file either.
    return name === '-' || name === '' ? new SourceFile('<stdin>', io.readStdin()) : new SourceFile(name, readFileSync(resolve(io.cwd, name)));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new DiagnosticError({ severity: 'error', message: `cannot read '${name}': ${systemErrorReason(error)}` });
  }
}
