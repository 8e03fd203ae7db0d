import type { Operation } from './operation.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { OpAsmParser } from './op-asm-parser.js';
import type { OpAsmPrinter } from './op-asm-printer.js';

/** MLIR's trait and interface names that something here interprets, spelled as in ODS (`IsolatedFromAbove`, `Pure`, …). */
export type TraitName = string;

/** Custom syntax of one operation. */
export interface OpAssembly {
  /** Parses what follows the operation name and hands the pieces to `parser.finish`. */
  parse(parser: OpAsmParser): void;
  /** Prints what follows the operation name. */
  print(op: Operation, printer: OpAsmPrinter): void;
}

/** A registered operation. Tables generated from ODS and hand-written records both end up as this. */
export interface OpDefinition {
  /** With the dialect: `affine.for`. */
  readonly name: string;
  readonly summary: string;
  readonly traits: ReadonlySet<TraitName>;
  /** Names of the inherent attributes (properties). */
  readonly inherentAttributes: ReadonlySet<string>;
  /** Undefined: the operation has only the generic form. */
  readonly assembly: OpAssembly | undefined;
  /** Checks the invariants of this operation alone; operands, results and regions are there already. */
  verify?(op: Operation): Diagnostic[];
}
