import type { Diagnostic } from '../source/diagnostic.js';
import type { SourceRange } from '../source/source-file.js';
import type { Location } from './location.js';
import type { Operation } from './operation.js';

/** The place in the text that `location` comes down to, if it is one. */
export function rangeOf(location: Location): SourceRange | undefined {
  switch (location.kind) {
    case 'source':
      return location;
    case 'name':
      return location.child === undefined ? undefined : rangeOf(location.child);
    case 'call-site':
      return rangeOf(location.callee);
    case 'fused':
      for (const part of location.locations) {
        const range = rangeOf(part);
        if (range !== undefined) return range;
      }
      return undefined;
    case 'unknown':
    case 'file':
      return undefined;
  }
}

/** An error at `op`, worded as given. */
export function errorAt(op: Operation, message: string, notes?: readonly Diagnostic[]): Diagnostic {
  return located('error', op.location, message, notes);
}

/** `'op.name' op message`, at `op`: how MLIR words what is wrong with an operation. */
export function opError(op: Operation, message: string, notes?: readonly Diagnostic[]): Diagnostic {
  return errorAt(op, `'${op.name}' op ${message}`, notes);
}

/** A note at `location`. */
export function noteAt(location: Location, message: string): Diagnostic {
  return located('note', location, message);
}

function located(
  severity: Diagnostic['severity'], location: Location, message: string, notes?: readonly Diagnostic[],
): Diagnostic {
  const range = rangeOf(location);
  return { severity, message, ...(range === undefined ? {} : { range }), ...(notes === undefined ? {} : { notes }) };
}
