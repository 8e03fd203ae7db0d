import type { Attribute } from '../ir/attribute.js';
import type { Block } from '../ir/block.js';
import type { OpAsmParser, UnresolvedOperand } from '../ir/op-asm-parser.js';
import type { OpAsmPrinter } from '../ir/op-asm-printer.js';
import type { Operation } from '../ir/operation.js';
import type { Region } from '../ir/region.js';
import type { Type } from '../ir/type.js';
import type { Value } from '../ir/value.js';
import type { FormatElement } from './dialect-table.js';

/**
 * The arguments of a `custom<…>(…)` directive while it is parsed, by position. Lists are filled in place; those of `ref`
 * arguments are what was parsed before.
 */
export interface DirectiveParseArguments {
  /** How many there are. */
  readonly count: number;
  /** The text of an argument in quotes. */
  literal(index: number): string | undefined;
  operands(index: number): UnresolvedOperand[];
  /** The inner groups of a variadic of variadics. */
  operandGroups(index: number): UnresolvedOperand[][];
  /** Those of a variadic of variadics in one list. */
  types(index: number): Type[];
  attribute(index: number): Attribute | undefined;
  setAttribute(index: number, attribute: Attribute): void;
  regions(index: number): Region[];
  successors(index: number): Block[];
}

/** Likewise while it is printed. */
export interface DirectivePrintArguments {
  readonly count: number;
  literal(index: number): string | undefined;
  operands(index: number): readonly Value[];
  operandGroups(index: number): readonly (readonly Value[])[];
  types(index: number): readonly Type[];
  attribute(index: number): Attribute | undefined;
  regions(index: number): readonly Region[];
  successors(index: number): readonly Block[];
}

/** The two hand-written functions that stand behind `custom<Name>` upstream (`parseName`, `printName`). */
export interface CustomDirective {
  /** Returns false if nothing of it stands there and nothing was consumed; matters only at the start of an optional group. */
  parse(parser: OpAsmParser, args: DirectiveParseArguments): boolean | void;
  print(printer: OpAsmPrinter, op: Operation, args: DirectivePrintArguments): void;
}

/** Result types of an operation whose format leaves them out and whose traits do not tell them (`inferReturnTypes`). */
export type ReturnTypeInference = (
  parser: OpAsmParser,
  operandTypes: readonly (readonly Type[])[],
  attributes: ReadonlyMap<string, Attribute>,
) => Type[];

/**
 * What argument `index` of a directive is bound to as a `kind`; throws if the format passes something else there, which is
 * a fault of the directive and not of the text.
 */
export function boundArgument<P extends object, K extends keyof P>(
  bound: readonly Partial<P>[],
  index: number,
  kind: K,
  directive: string,
): P[K] {
  const value = bound[index]?.[kind];
  if (value === undefined) throw new Error(`custom<${directive}>: argument ${index} is no ${String(kind)}`);
  return value;
}

/** What stands between the quotes of an argument; undefined for others. */
export function literalArgument(argument: FormatElement | undefined): string | undefined {
  return typeof argument === 'string' && argument.startsWith('"') ? argument.slice(1, -1) : undefined;
}
