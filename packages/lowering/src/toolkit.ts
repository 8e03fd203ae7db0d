import { createContext, type Context, type ContextOptions, type Dialect } from '@mlir2zk/mlir-parser';
import { intrinsics, type Intrinsic } from '@mlir2zk/zk-intrinsics';
import { createModelContext } from './lower-model.js';
import type { Pass } from './pass/pass.js';
import type { PassRegistry } from './pass/pass-registry.js';
import { createPassRegistry } from './passes/pass-registry.js';

/** What a toolkit can be extended by, as `definePass`, `defineIntrinsic` and `defineDialect` return it. */
export type Extension =
  | { readonly kind: 'pass'; readonly pass: Pass }
  | { readonly kind: 'intrinsic'; readonly intrinsic: Intrinsic }
  | { readonly kind: 'dialect'; readonly dialect: Dialect };

/**
 * Which extension `value` is, by its shape; undefined if it is none. By shape, because the code that made it may use another
 * copy of this package.
 */
export function extensionOf(value: unknown): Extension | undefined {
  if (typeof value !== 'object' || value === null || !('name' in value) || typeof value.name !== 'string') return undefined;
  const has = (...methods: string[]): boolean => methods.every((name) => typeof (value as Readonly<Record<string, unknown>>)[name] === 'function');
  if (has('recognise', 'evaluate', 'expand', 'verify', 'suffix') && 'rows' in value) return { kind: 'intrinsic', intrinsic: value as Intrinsic };
  if (has('run') && 'summary' in value && 'options' in value) return { kind: 'pass', pass: value as Pass };
  if (has('register') && 'kind' in value && value.kind === 'dialect') return { kind: 'dialect', dialect: value as unknown as Dialect };
  return undefined;
}

/** The passes, intrinsics and dialects that a program works with: those of this project, and what is added to them. */
export class Toolkit {
  /** What pipelines may name. */
  readonly passes: PassRegistry = createPassRegistry();
  private readonly addedIntrinsics: Intrinsic[] = [];
  private readonly addedDialects: Dialect[] = [];

  /**
   * The layers that are recognised. Where several match the same loops, the first is taken: added ones come before those
   * of this project, in the order in which they were added.
   */
  get intrinsics(): readonly Intrinsic[] {
    return [...this.addedIntrinsics, ...intrinsics];
  }

  /** The dialects that were added to upstream's and `zkml`. */
  get dialects(): readonly Dialect[] {
    return this.addedDialects;
  }

  /** Adds what was not added before. Throws an Error if its name is taken by something else. */
  add(extension: Extension): void {
    switch (extension.kind) {
      case 'pass':
        this.passes.register(extension.pass);
        return;
      case 'intrinsic':
        addNamed(this.addedIntrinsics, extension.intrinsic, 'intrinsic', intrinsics.map(({ name }) => name));
        return;
      case 'dialect':
        addNamed(this.addedDialects, extension.dialect, 'dialect', ['zkml', ...createContext().dialects]);
        return;
    }
  }

  /** A new context that knows all dialects, among them `zkml` with all intrinsics. */
  createContext(options: ContextOptions = {}): Context {
    return createModelContext(this.intrinsics, this.addedDialects, options);
  }
}

function addNamed<T extends { readonly name: string }>(list: T[], item: T, kind: string, taken: readonly string[]): void {
  if (list.includes(item)) return;
  if (taken.includes(item.name) || list.some(({ name }) => name === item.name)) throw new Error(`there are two ${kind}s named '${item.name}'`);
  list.push(item);
}
