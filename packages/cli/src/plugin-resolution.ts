/*
 * A module that node asks where imports lead: `@mlir2zk/…` leads to the packages that this command uses, whoever imports it.
 * So a plugin needs no node_modules of its own, and one that has some shares the classes of the command all the same.
 */

/** What node knows of an import. */
interface ResolveContext {
  readonly parentURL?: string | undefined;
}

/** Node's hook of this name. */
export function resolve<R>(specifier: string, context: ResolveContext, nextResolve: (specifier: string, context: ResolveContext) => R): R {
  return nextResolve(specifier, specifier.startsWith('@mlir2zk/') ? { ...context, parentURL: import.meta.url } : context);
}
