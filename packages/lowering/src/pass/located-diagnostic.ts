import { rangeOf, type Diagnostic, type Location, type Severity } from '@mlir2zk/mlir-parser';

export { rangeOf as sourceRangeOf };

/** A diagnostic at `location`; one that is not in a parsed text is named in the message. */
export function locatedDiagnostic(severity: Severity, location: Location, message: string): Diagnostic {
  const range = rangeOf(location);
  if (range !== undefined) return { severity, message, range };
  return { severity, message: location.kind === 'file' ? `${message} (at ${location.file}:${location.line}:${location.column})` : message };
}
