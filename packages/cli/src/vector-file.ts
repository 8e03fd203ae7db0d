import { DiagnosticError } from '@mlir2zk/mlir-parser';
import { parseInputRanges, parseTestVector, VectorError, type InputRanges, type TestVector } from '@mlir2zk/lowering';
import { readInput } from './input-file.js';
import type { Io } from './io.js';
import { parseJson } from './json-file.js';

/**
 * The test vectors in JSON file `name`: one vector (`{"inputs": […], "outputs": […]}`) or an object whose `samples` are
 * vectors. Throws a DiagnosticError if the file holds neither.
 */
export function readVectors(io: Io, name: string): TestVector[] {
  const value = parseJson(readInput(io, name));
  return locateVectorErrors(name, () => {
    const samples = typeof value === 'object' && value !== null && 'samples' in value ? value.samples : [value];
    if (!Array.isArray(samples)) throw new VectorError('"samples" is no list of test vectors');
    return samples.map(parseTestVector);
  });
}

/** The ranges in JSON file `name`. Throws a DiagnosticError if it holds none. */
export function readInputRanges(io: Io, name: string): InputRanges {
  const value = parseJson(readInput(io, name));
  return locateVectorErrors(name, () => parseInputRanges(value));
}

/** Runs `work`; what is wrong with the vector in file `name` becomes a diagnostic that names the file. */
export function locateVectorErrors<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof VectorError)) throw error;
    throw new DiagnosticError({ severity: 'error', message: `${name}: ${error.message}` });
  }
}
