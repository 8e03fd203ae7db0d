import type { AffineMap } from '../affine/affine-expr.js';
import type { Attribute } from './attribute.js';
import type { Block } from './block.js';
import type { Operation } from './operation.js';
import type { Region } from './region.js';
import type { Type } from './type.js';
import type { Value } from './value.js';

/** What a custom operation printer may ask of the printer; the names are those of MLIR's `OpAsmPrinter`. */
export interface OpAsmPrinter {
  /** Raw text. */
  print(text: string): void;
  /** A line break, then the indentation of the operation that is being printed. */
  printNewline(): void;
  /** One step more for the lines that follow. */
  increaseIndent(): void;
  /** Undoes `increaseIndent`. */
  decreaseIndent(): void;
  /** `%name` */
  printOperand(value: Value): void;
  /** `%a, %b` */
  printOperands(values: readonly Value[]): void;
  /** The type, or its alias. */
  printType(type: Type): void;
  /** Types separated by commas. */
  printTypes(types: readonly Type[]): void;
  /** ` -> type` or ` -> (types)`; nothing for an empty list. */
  printOptionalArrowTypeList(types: readonly Type[]): void;
  /** `(types) -> types` */
  printFunctionalType(inputs: readonly Type[], results: readonly Type[]): void;
  /** The attribute, or its alias, with its type where that must be said. */
  printAttribute(attribute: Attribute): void;
  /** Without the trailing `: type`. */
  printAttributeWithoutType(attribute: Attribute): void;
  /** `@name` */
  printSymbolName(name: string): void;
  /** A quoted, escaped string. */
  printString(text: string): void;
  /** ` {a = …}` of all attributes but `elided`; nothing if none is left. */
  printOptionalAttrDict(op: Operation, elided: readonly string[]): void;
  /** ` attributes {…}` likewise. */
  printOptionalAttrDictWithKeyword(op: Operation, elided: readonly string[]): void;
  /** `[expr, …]`-style contents without brackets, SSA names in place of dims and symbols. */
  printAffineMapOfSsaIds(map: AffineMap, operands: readonly Value[]): void;
  /** `{…}` over several lines. */
  printRegion(region: Region, options?: { readonly printEntryArguments?: boolean; readonly printTerminator?: boolean; readonly printEmptyBlock?: boolean }): void;
  /** `^bb1` */
  printSuccessor(block: Block): void;
  /** `%name` with its type: `%i: index`, as function signatures print arguments. */
  printRegionArgument(value: Value, attributes?: ReadonlyMap<string, Attribute>, omitType?: boolean): void;
  /** A nested operation without its results and location, as it stands inside its parent's line. */
  printCustomOrGenericOp(op: Operation): void;
  /** ` loc(…)` if locations are printed. */
  printOptionalLocation(op: Operation): void;
}
