import type { SourceRange } from './source-file.js';

/** How bad it is; notes belong to another diagnostic. */
export type Severity = 'error' | 'warning' | 'remark' | 'note';

/** One message for a person: what is wrong, where, and in the notes what belongs to it or helps. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly message: string;
  /** Absent when no source text is to blame (a missing file, a module built by code). */
  readonly range?: SourceRange;
  readonly notes?: readonly Diagnostic[];
}

/**
 * What every entry point throws for bad input. It carries located diagnostics; the command line prints these and never
 * the stack trace.
 */
export class DiagnosticError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: Diagnostic | readonly Diagnostic[]) {
    const list: readonly Diagnostic[] = 'message' in diagnostics ? [diagnostics] : diagnostics;
    super(list.map(renderDiagnostic).join('\n'));
    this.name = 'DiagnosticError';
    this.diagnostics = list;
  }
}

/** Columns of source shown at most in a code frame: weights can make a line megabytes long. */
const FRAME_WIDTH = 160;

/**
 * The form of mlir-opt: `file:line:column: error: message`, then the source line with a caret under the place.
 * Long lines are cut to a window around the caret.
 */
export function renderDiagnostic(diagnostic: Diagnostic): string {
  const { severity, message, range, notes } = diagnostic;
  const parts: string[] = [];
  if (range === undefined) {
    parts.push(`${severity}: ${message}`);
  } else {
    const { line, column } = range.file.positionAt(range.start);
    parts.push(`${range.file.name}:${line}:${column}: ${severity}: ${message}`);
    parts.push(...codeFrame(range, column));
  }
  for (const note of notes ?? []) parts.push(renderDiagnostic(note));
  return parts.join('\n');
}

function codeFrame(range: SourceRange, column: number): string[] {
  const lineStart = range.start - (column - 1);
  const from = column > FRAME_WIDTH ? column - 1 - (FRAME_WIDTH >> 1) : 0;
  const bytes = range.file.bytes;
  const newline = bytes.indexOf(0x0a, range.start);
  const lineEnd = newline < 0 ? bytes.length : newline;
  const shownEnd = Math.min(lineEnd, lineStart + from + FRAME_WIDTH);
  const before = range.file.text(lineStart + from, range.start);
  const shown = before + range.file.text(range.start, shownEnd);
  const width = Math.max(1, Math.min(range.end, shownEnd) - range.start);
  const lead = from > 0 ? '… ' : '';
  const tail = shownEnd < lineEnd ? ' …' : '';
  const indent = ' '.repeat(lead.length) + before.replace(/[^\t]/g, ' ');
  return [lead + shown.replace(/\r$/, '') + tail, `${indent}^${'~'.repeat(width - 1)}`];
}
