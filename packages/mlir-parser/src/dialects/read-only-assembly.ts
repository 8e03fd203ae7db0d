import type { OpAsmParser } from '../ir/op-asm-parser.js';
import type { OpAssembly } from '../ir/op-definition.js';

/** Syntax of an operation that is read in its custom form but printed in the generic one, being unregistered. */
export function readOnlyAssembly(parse: (parser: OpAsmParser) => void): OpAssembly {
  return {
    parse,
    print(op) {
      throw new Error(`'${op.name}' is printed in the generic form`);
    },
  };
}
