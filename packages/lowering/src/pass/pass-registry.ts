import type { Pass } from './pass.js';

/** Passes by name: what pipelines may name. */
export class PassRegistry {
  private readonly passes = new Map<string, Pass>();

  constructor(passes: Iterable<Pass> = []) {
    for (const pass of passes) this.register(pass);
  }

  /** Throws an Error if another pass has the name already. */
  register(pass: Pass): void {
    const known = this.passes.get(pass.name);
    if (known !== undefined && known !== pass) throw new Error(`there are two passes named '${pass.name}'`);
    this.passes.set(pass.name, pass);
  }

  get(name: string): Pass | undefined {
    return this.passes.get(name);
  }

  /** All passes, sorted by name. */
  list(): Pass[] {
    return [...this.passes.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}
