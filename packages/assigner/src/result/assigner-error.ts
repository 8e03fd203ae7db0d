/**
 * What ends a run as the assigner would end: a program that it does not interpret, a misuse of memory, a component outside
 * of its limits. The message says which instruction, with its place in the text where that is known.
 */
export class AssignerError extends Error {
  /** The message without place. */
  readonly reason: string;

  constructor(reason: string, locatedMessage: string) {
    super(locatedMessage);
    this.name = 'AssignerError';
    this.reason = reason;
  }
}
