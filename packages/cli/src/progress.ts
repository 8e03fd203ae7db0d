import type { Io } from './io.js';

/**
 * Tells a waiting person what is going on: one line on standard error, overwritten from phase to phase. Silent when
 * standard error is no terminal.
 */
export class Progress {
  private shown = false;

  constructor(private readonly io: Io) {}

  phase(text: string): void {
    if (!this.io.interactive) return;
    this.io.stderr(`\r\u001b[K${text}…`);
    this.shown = true;
  }

  /** Clears the line; to be called before anything else is written. */
  done(): void {
    if (this.shown) this.io.stderr('\r\u001b[K');
    this.shown = false;
  }
}
