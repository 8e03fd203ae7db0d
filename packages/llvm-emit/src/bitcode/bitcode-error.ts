/** What writing bitcode throws for a module that bitcode cannot hold: what, where in the module, and what to do. */
export class BitcodeError extends Error {
  /** The part of the module, such as `function @f` or `global @g`. */
  readonly where: string;
  readonly reason: string;

  constructor(where: string, reason: string) {
    super(`${where}: ${reason}`);
    this.name = 'BitcodeError';
    this.where = where;
    this.reason = reason;
  }
}
