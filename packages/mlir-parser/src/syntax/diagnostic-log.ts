import { DiagnosticError, type Diagnostic } from '../source/diagnostic.js';

/** Reported at most for one file. */
const MAX_ERRORS = 20;

/** Gathers what is wrong with one source; gives up when there is too much. */
export class DiagnosticLog {
  private readonly diagnostics: Diagnostic[] = [];

  /** Throws a DiagnosticError with everything so far once there are as many errors as are reported for one file. */
  add(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
    if (this.diagnostics.length < MAX_ERRORS) return;
    this.diagnostics.push({ severity: 'note', message: `stopped after ${MAX_ERRORS} errors` });
    throw new DiagnosticError(this.diagnostics);
  }

  /** Throws a DiagnosticError if there was any error. */
  throwIfAny(): void {
    if (this.diagnostics.length > 0) throw new DiagnosticError(this.diagnostics);
  }
}
