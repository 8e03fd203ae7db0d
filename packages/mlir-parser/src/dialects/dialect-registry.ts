import { Context } from '../ir/context.js';
import { registerAllDialects } from './register-all-dialects.js';

/** A context that knows all dialects of this package; each is loaded when one of its operations is first asked for. */
export function createContext(): Context {
  const context = new Context();
  registerAllDialects(context);
  return context;
}
