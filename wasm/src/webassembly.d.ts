/**
 * What this package uses of WebAssembly's JavaScript API. TypeScript declares it only together
 * with the whole of a browser's globals, which a library for Node and browsers must not assume.
 */
declare namespace WebAssembly {
  interface Module {
    readonly __brand: 'WebAssembly.Module';
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  interface Instance {
    readonly exports: Readonly<Record<string, unknown>>;
  }
  type Imports = Record<string, Record<string, (...args: never[]) => unknown>>;

  const Module: {
    imports(module: Module): readonly { readonly module: string; readonly name: string }[];
  };
  const Instance: new (module: Module, imports: Imports) => Instance;

  function compile(bytes: Uint8Array): Promise<Module>;
  function compileStreaming(response: Response | Promise<Response>): Promise<Module>;
  function instantiate(module: Module, imports: Imports): Promise<Instance>;
}
