import type { Diagnostic } from '../source/diagnostic.js';
import type { Attribute } from './attribute.js';
import type { Context } from './context.js';
import type { OpAsmParser } from './op-asm-parser.js';
import type { OpAsmPrinter } from './op-asm-printer.js';
import type { Operation } from './operation.js';
import type { Region } from './region.js';
import type { SymbolTables } from './symbol-table.js';

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
  /**
   * The inherent attributes that an operation made without them gets (ODS `DefaultValuedAttr`): the generic form shows
   * `<{fastmath = #arith.fastmath<none>}>` though nobody wrote it. The same array on every call for one context.
   */
  defaultProperties?(context: Context): readonly (readonly [string, Attribute])[];
  /** `OpAsmOpInterface::getAsmResultNames`: a name for each result that the printer prefers; undefined: numbered. */
  asmResultNames?(op: Operation): readonly (string | undefined)[];
  /** `OpAsmOpInterface::getAsmBlockArgumentNames`: likewise for the arguments of the entry block of `region`. */
  asmBlockArgumentNames?(op: Operation, region: Region): readonly (string | undefined)[];
  /** Names without a dot inside the regions of this operation belong to this dialect (`func` in `func.func`). */
  readonly defaultDialect?: string;
  /** Checks the invariants of this operation alone; operands, results and regions are there already. */
  verify?(op: Operation): Diagnostic[];
  /** Checks what the symbols that this operation refers to are. */
  verifySymbolUses?(op: Operation, tables: SymbolTables): Diagnostic[];
}
