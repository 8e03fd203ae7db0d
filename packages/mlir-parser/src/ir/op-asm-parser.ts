import type { AffineMap } from '../affine/affine-expr.js';
import type { SourceRange } from '../source/source-file.js';
import type { Attribute } from './attribute.js';
import type { Block } from './block.js';
import type { Context } from './context.js';
import type { Location } from './location.js';
import type { Region } from './region.js';
import type { Type } from './type.js';
import type { Value } from './value.js';

/** An SSA name as written (`%a`, `%a#1`), not yet tied to a value. */
export interface UnresolvedOperand {
  /** Without `%` and `#n`. */
  readonly name: string;
  readonly number: number;
  readonly range: SourceRange;
}

/** A region argument as written: `%i`, `%i : index`, with optional attributes and location. */
export interface RegionArgument {
  readonly operand: UnresolvedOperand;
  /** Undefined until known; `parseRegion` needs it. */
  type: Type | undefined;
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly location: Location | undefined;
}

/** What a custom parser fills in; the core makes the operation of it. */
export interface ParsedOperation {
  operands: Value[];
  resultTypes: Type[];
  /** Inherent and discardable alike; the core sorts them by the definition. */
  attributes: Map<string, Attribute>;
  regions: Region[];
  successors: Block[];
  /** Set by the core. */
  location: Location;
}

/** Tokens that custom forms may ask for. */
export type Punctuation =
  | '(' | ')' | '[' | ']' | '{' | '}' | '<' | '>' | ',' | ':' | '=' | '->' | '*' | '+' | '-' | '?' | '|' | '::' | '...' | '/';

/** The brackets around a list; `optional-…`: the list may be missing, brackets and all. */
export type Delimiter = 'none' | 'paren' | 'square' | 'brace' | 'less-greater' | 'optional-paren' | 'optional-square';

/**
 * What a custom operation parser may ask of the parser; the names are those of MLIR's `OpAsmParser`. Every `parse…` reports
 * a located diagnostic and throws (the core catches it and recovers at the next operation); every `parseOptional…` returns
 * undefined or false and consumes nothing if the thing is not there.
 */
export interface OpAsmParser {
  readonly context: Context;
  readonly result: ParsedOperation;
  /** Name of the operation being parsed. */
  readonly operationName: string;
  /** How many results the text names on the left of `=`; some formats need it. */
  readonly numNamedResults: number;

  /**
   * Runs the first of `forms` that the text fits, each on an empty result; reports what the first complains of if none does.
   * For operations that other versions of MLIR spell in other ways.
   */
  parseFirstOf(forms: readonly (() => void)[]): void;

  /** The range of the next token. */
  nextRange(): SourceRange;
  /** Throws the error `custom op 'name' message` at `range` (default: the next token). */
  error(message: string, range?: SourceRange): never;

  /** Takes the token if it stands here. */
  parseOptionalPunctuation(punctuation: Punctuation): boolean;
  /** Takes the token, which must stand here. */
  parsePunctuation(punctuation: Punctuation): void;
  /** Takes the word if it stands here. */
  parseOptionalKeyword(keyword: string): boolean;
  /** `where` ends the message: ` between bounds`. */
  parseKeyword(keyword: string, where?: string): void;
  /** Any bare identifier, the first of `allowed` if given; undefined if there is none. */
  parseOptionalAnyKeyword(allowed?: readonly string[]): string | undefined;
  /** The contents of a string in quotes. */
  parseOptionalString(): string | undefined;
  /** An integer with its sign. */
  parseOptionalInteger(): bigint | undefined;
  /** An integer with its sign. */
  parseInteger(): bigint;
  /** `x`-separated dimensions as in `4x?x2`; without a trailing `x` unless `withTrailingX`. */
  parseDimensionList(allowDynamic: boolean, withTrailingX: boolean): number[];

  /** The name of `@name`. */
  parseOptionalSymbolName(): string | undefined;
  /** The name of `@name`. */
  parseSymbolName(): string;
  /** An attribute; `type` is its type where the text does not say it. */
  parseAttribute(type?: Type): Attribute;
  /** An attribute; `type` is its type where the text does not say it. */
  parseOptionalAttribute(type?: Type): Attribute | undefined;
  /** `{…}` if present, into `result.attributes`. */
  parseOptionalAttrDict(): void;
  /** `attributes {…}` if present, into `result.attributes`. */
  parseOptionalAttrDictWithKeyword(): void;

  /** A type. */
  parseType(): Type;
  /** The type that `text` spells, of a part of a dialect's type, say; undefined if it spells none. */
  typeFromText(text: string): Type | undefined;
  /** A type. */
  parseOptionalType(): Type | undefined;
  /** The text of `<…>`, with brackets balanced and aliases replaced: the parameters of a dialect's type or attribute. */
  parseOptionalParameters(): string | undefined;
  /** `: type` */
  parseColonType(): Type;
  /** Types separated by commas, at least one. */
  parseTypeList(): Type[];
  /** `-> type` or `-> (types)`; an empty list if there is no arrow. */
  parseOptionalArrowTypeList(): Type[];
  /** `(types) -> types` */
  parseFunctionType(): Type;

  /** `%name`, with `#n` unless `allowResultNumber` is false. */
  parseOperand(allowResultNumber?: boolean): UnresolvedOperand;
  /** `%name`, with `#n` unless `allowResultNumber` is false. */
  parseOptionalOperand(allowResultNumber?: boolean): UnresolvedOperand | undefined;
  /** `%a, %b`, maybe none, in delimiters. */
  parseOperandList(delimiter: Delimiter): UnresolvedOperand[];
  /** Ties the name to a value of `type` (or to a forward reference) and returns it; reports a type clash with its first use. */
  resolveOperand(operand: UnresolvedOperand, type: Type): Value;
  /** `resolveOperand` for each; reports at `range` if there are not as many types. */
  resolveOperands(operands: readonly UnresolvedOperand[], types: readonly Type[], range: SourceRange): Value[];
  /** `[expr, …]` with SSA names inside, as in `affine.load %m[%i + 1]`: the map and its dim and symbol operands. */
  parseAffineMapOfSsaIds(delimiter: 'square' | 'paren'): { map: AffineMap; dims: UnresolvedOperand[]; symbols: UnresolvedOperand[] };

  /** One expression over SSA names, as a map of one result: `%i + symbol(%n)`. */
  parseAffineExprOfSsaIds(): { map: AffineMap; dims: UnresolvedOperand[]; symbols: UnresolvedOperand[] };

  /** `%name`, its type and its attributes if these are allowed. */
  parseRegionArgument(allowType: boolean, allowAttributes: boolean): RegionArgument;
  /** The arguments in delimiters. */
  parseRegionArgumentList(delimiter: Delimiter, allowType: boolean, allowAttributes: boolean): RegionArgument[];
  /** `{…}` into a new region whose entry block has `arguments`. */
  parseRegion(args: readonly RegionArgument[], options?: { readonly isolatedNames?: boolean }): Region;
  /** `parseRegion` if a brace stands here. */
  parseOptionalRegion(args: readonly RegionArgument[], options?: { readonly isolatedNames?: boolean }): Region | undefined;
  /** Appends the dialect's implicit terminator `name` if the (single block) region lacks a terminator; it gets `regions` and `operands`. */
  ensureTerminator(region: Region, name: string, regions?: readonly Region[], operands?: readonly Value[]): void;
  /** `^name` */
  parseSuccessor(): Block;
  /** `^name` */
  parseOptionalSuccessor(): Block | undefined;
  /** `loc(…)` */
  parseOptionalLocation(): Location | undefined;

  /** Parses a nested operation in whatever form stands there (`scf.reduce`'s and similar wrappers need it). */
  parseCustomOperationName(): string;
}
