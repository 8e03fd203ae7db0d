import { DiagnosticError, type Diagnostic, type Location, type Operation, type SourceRange } from '@mlir2zk/mlir-parser';

/** The place in the parsed text that `location` leads to: the innermost callee or the first fused part that has one. */
function sourceRange(location: Location): SourceRange | undefined {
  switch (location.kind) {
    case 'source':
      return { file: location.file, start: location.start, end: location.end };
    case 'name':
      return location.child === undefined ? undefined : sourceRange(location.child);
    case 'call-site':
      return sourceRange(location.callee) ?? sourceRange(location.caller);
    case 'fused':
      for (const part of location.locations) {
        const range = sourceRange(part);
        if (range !== undefined) return range;
      }
      return undefined;
    case 'file':
    case 'unknown':
      return undefined;
  }
}

/** `file:line:column` of a location that names a file which is not the parsed text. */
function foreignPlace(location: Location): string | undefined {
  return location.kind === 'file' ? `${location.file}:${location.line}:${location.column}` : undefined;
}

/** An error at `location`; one that names a place outside the parsed text is named in the message. */
function diagnosticAt(location: Location, message: string, notes: readonly string[]): Diagnostic {
  const range = sourceRange(location);
  const place = range === undefined ? foreignPlace(location) : undefined;
  return {
    severity: 'error',
    message: place === undefined ? message : `${message} (at ${place})`,
    ...(range === undefined ? {} : { range }),
    ...(notes.length === 0 ? {} : { notes: notes.map((note): Diagnostic => ({ severity: 'note', message: note })) }),
  };
}

/** An error at a place that is no operation, such as an argument of a function; `enclosing` stands in for an unknown place. */
export function errorAtLocation(
  location: Location,
  enclosing: Operation,
  message: string,
  ...notes: readonly string[]
): DiagnosticError {
  const place = sourceRange(location) === undefined ? enclosing.location : location;
  return new DiagnosticError(diagnosticAt(place, message, notes));
}

/** The error to throw for `op`: `'arith.divf': message`, with notes that say what would help. */
export function errorAt(op: Operation, message: string, ...notes: readonly string[]): DiagnosticError {
  return new DiagnosticError(diagnosticAt(op.location, `'${op.name}': ${message}`, notes));
}
