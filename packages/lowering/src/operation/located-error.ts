import { DiagnosticError, type Diagnostic, type Location, type Operation } from '@mlir2zk/mlir-parser';
import { locatedDiagnostic, sourceRangeOf } from '../pass/located-diagnostic.js';

/** The line of the parsed text that `op` stands in, from 1; 0 if it comes from no text. */
export function sourceLine(op: Operation): number {
  const range = sourceRangeOf(op.location);
  return range === undefined ? 0 : range.file.positionAt(range.start).line;
}

function locatedError(location: Location, message: string, notes: readonly string[]): DiagnosticError {
  const diagnostic = locatedDiagnostic('error', location, message);
  const list = notes.map((note): Diagnostic => ({ severity: 'note', message: note }));
  return new DiagnosticError(list.length === 0 ? diagnostic : { ...diagnostic, notes: list });
}

/** An error at a place that is no operation, such as an argument of a function; `enclosing` stands in for an unknown place. */
export function errorAtLocation(
  location: Location,
  enclosing: Operation,
  message: string,
  ...notes: readonly string[]
): DiagnosticError {
  return locatedError(sourceRangeOf(location) === undefined ? enclosing.location : location, message, notes);
}

/** The error to throw for `op`: `'arith.divf': message`, with notes that say what would help. */
export function errorAt(op: Operation, message: string, ...notes: readonly string[]): DiagnosticError {
  return locatedError(op.location, `'${op.name}': ${message}`, notes);
}
