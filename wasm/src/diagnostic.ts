/** How severe a diagnostic is, as MLIR and LLVM name it. */
export type DiagnosticSeverity = 'error' | 'warning' | 'remark' | 'note';

/** What the parser, the verifier or a pass has to say, with the place it speaks of. */
export interface Diagnostic {
  readonly severity: DiagnosticSeverity;
  readonly message: string;
  /** Name of the source, where the place is known. */
  readonly file?: string;
  /** Counted from 1. */
  readonly line?: number;
  /** Counted from 1, in bytes of UTF-8. */
  readonly column?: number;
  readonly notes: readonly Diagnostic[];
}

/** Receives what a successful call had to say besides its result. */
export type DiagnosticListener = (diagnostic: Diagnostic) => void;

/**
 * A diagnostic as compilers print it: `file:line:column: severity: message`, each note on a line
 * of its own below.
 */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { severity, message, file, line, column, notes } = diagnostic;
  const position = file === undefined ? '' : `${file}:${line}:${column}: `;
  return [`${position}${severity}: ${message}`, ...notes.map(formatDiagnostic)].join('\n');
}
