import type { Pass } from './pass.js';

/** Passes by name: what pipelines may name. */
export class PassRegistry {
  private readonly passes = new Map<string, Pass>();

  /** Throws an Error if two of `passes` have one name. */
  constructor(passes: Iterable<Pass> = []) {
    for (const pass of passes) this.register(pass);
  }

  /** Adds `pass`, or does nothing if it is here. Throws an Error if another pass has the name already. */
  register(pass: Pass): void {
    const known = this.passes.get(pass.name);
    if (known !== undefined && known !== pass) throw new Error(`there are two passes named '${pass.name}'`);
    this.passes.set(pass.name, pass);
  }

  /** The pass of this name; undefined if there is none. */
  get(name: string): Pass | undefined {
    return this.passes.get(name);
  }

  /** All passes, sorted by name. */
  list(): Pass[] {
    return [...this.passes.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}
