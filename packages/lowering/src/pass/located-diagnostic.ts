import type { Diagnostic, Location, Severity, SourceRange } from '@mlir2zk/mlir-parser';

/** A diagnostic at `location`; one that is not in a parsed text is named in the message. */
export function locatedDiagnostic(severity: Severity, location: Location, message: string): Diagnostic {
  const range = sourceRangeOf(location);
  if (range !== undefined) return { severity, message, range };
  return { severity, message: location.kind === 'file' ? `${message} (at ${location.file}:${location.line}:${location.column})` : message };
}

/** The place in a parsed text that `location` leads to; undefined if there is none. */
export function sourceRangeOf(location: Location): SourceRange | undefined {
  switch (location.kind) {
    case 'source':
      return location;
    case 'name':
      return location.child === undefined ? undefined : sourceRangeOf(location.child);
    case 'call-site':
      return sourceRangeOf(location.callee) ?? sourceRangeOf(location.caller);
    case 'fused':
      return location.locations.map(sourceRangeOf).find((range) => range !== undefined);
    case 'file':
    case 'unknown':
      return undefined;
  }
}
