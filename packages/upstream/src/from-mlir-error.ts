import { DiagnosticError, type Diagnostic, type SourceFile } from '@mlir2zk/mlir-parser';
import { MlirError, type Diagnostic as UpstreamDiagnostic } from 'mlir-js-bindings';

/**
 * An error of upstream as an error of mlir2zk, so that it prints with a code frame.
 *
 * @param source the file that was read; diagnostics that name another have no frame
 * @returns `error` itself if it is no {@link MlirError}
 */
export function fromMlirError(error: unknown, source: SourceFile): unknown {
  if (!(error instanceof MlirError)) return error;
  if (error.diagnostics.length === 0) return new DiagnosticError({ severity: 'error', message: error.message });
  return new DiagnosticError(error.diagnostics.map((diagnostic) => located(diagnostic, source)));
}

/** A diagnostic of upstream as one of mlir2zk, with a code frame where it speaks of `source`. */
export function located({ severity, message, file, line, column, notes }: UpstreamDiagnostic, source: SourceFile): Diagnostic {
  const known = file === source.name && line !== undefined && line > 0 && column !== undefined;
  return {
    severity,
    message,
    ...(known ? { range: rangeAt(source, line, column) } : {}),
    notes: notes.map((note) => located(note, source)),
  };
}

function rangeAt(file: SourceFile, line: number, column: number) {
  const someOffset = file.offsetOfLine(line);
  const lineStart = someOffset - (file.positionAt(someOffset).column - 1);
  const start = lineStart + Math.max(column - 1, 0);
  return { file, start, end: start + 1 };
}
