import { Context, type MlirVersion } from '../ir/context.js';
import { registerAllDialects } from './register-all-dialects.js';

/** How a context is made. */
export interface ContextOptions {
  /** The version of MLIR in whose spelling operations print; both are read. 19 if absent. */
  readonly mlirVersion?: MlirVersion;
}

/** A context that knows all dialects of this package; each is loaded when one of its operations is first asked for. */
export function createContext({ mlirVersion = 19 }: ContextOptions = {}): Context {
  const context = new Context(mlirVersion);
  registerAllDialects(context);
  return context;
}
