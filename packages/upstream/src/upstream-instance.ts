import { loadMlir, type Mlir } from 'mlir-js-bindings';

let shared: Promise<Mlir> | undefined;

/** The one instance of upstream's MLIR in this process; loading it takes about a tenth of a second. */
export function upstreamInstance(): Promise<Mlir> {
  return (shared ??= loadMlir());
}
