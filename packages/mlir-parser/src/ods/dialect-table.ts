/**
 * The form of the tables that `tools/generate-ods.ts` makes from LLVM's ODS records: one JSON text a dialect. Constraints are
 * stored once a dialect and referred to by index; C++ predicates stay as their (normalised) text at the leaves, so that a table
 * says everything the records say and the interpreter decides what it understands.
 */

/** `?` optional, `*` variadic, `**` variadic of variadic (its group sizes are an attribute). */
export type Arity = '' | '?' | '*' | '**';

/**
 * A predicate over `$_self` (or over the operation, for traits). A string is a C++ expression. `on` applies the predicate to
 * something derived from `$_self`: the element type of a shaped type, each element of an array, the type in a type attribute, ….
 */
export type PredicateTree =
  | string
  | readonly ['and' | 'or', ...PredicateTree[]]
  | readonly ['not', PredicateTree]
  | readonly ['on', PredicateSubject, PredicateTree];

export type PredicateSubject = 'element-type' | 'array-element' | 'type-attr-value' | 'complex-element-type' | 'llvm-vector-element-type';

export interface TypeConstraintRecord {
  /** As messages say it: `floating-point-like`. */
  readonly summary: string;
  readonly predicate: PredicateTree;
  /** The one type that satisfies this, if there is one that ODS can build: `index`, `i1`, `!llvm.token`. */
  readonly build?: string;
  /** The dialect's own type that this is: formats spell its parameters alone (`<f32>` for `!async.value<f32>`). */
  readonly definition?: string;
}

/** A default value; `body` is what follows `#dialect.`. */
export type DefaultValue =
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'array' }
  | { readonly kind: 'integer'; readonly value: number; readonly type: string }
  | { readonly kind: 'dialect'; readonly dialect: string; readonly body: string }
  | { readonly kind: 'dense-i64-array'; readonly values: readonly number[] }
  | { readonly kind: 'dense-i64-elements'; readonly values: readonly number[] };

export interface AttributeConstraintRecord {
  readonly summary: string;
  readonly predicate: PredicateTree;
  /** The C++ storage class without namespaces: `IntegerAttr`, `DenseI64ArrayAttr`, `Attribute`. */
  readonly storage: string;
  /** It may be absent. */
  readonly optional?: true;
  readonly default?: DefaultValue;
  /** The type that values have without saying so: `i64`, `none`. */
  readonly valueType?: string;
  /** An integer enum that formats print as a keyword: a name in `enums`. */
  readonly enum?: string;
  /** An attribute with its own syntax: a name in `attributes`. */
  readonly attribute?: string;
  /** The name of a symbol, printed as `@name`. */
  readonly symbolName?: true;
}

export interface EnumRecord {
  readonly name: string;
  /** `i32` or `i64` for integer enums, empty for parameters of dialect attributes. */
  readonly type: string;
  /** Cases are bits that combine, written with this separator between them. */
  readonly separator?: string;
  /** Keyword and value, in order of declaration; bit groups (`fast`) after the bits. */
  readonly cases: readonly (readonly [string, number])[];
}

/** An attribute of a dialect with declarative syntax. */
export interface DialectAttributeRecord {
  /** With the dialect: `arith.fastmath`. */
  readonly name: string;
  /** `$value` is the one parameter of an enum attribute. Absent: hand-written syntax or no parameters. */
  readonly format?: readonly FormatElement[];
  /** Enum of the parameter `$value` (or of the only parameter). */
  readonly enum?: string;
  /** Name and C++ type of each parameter; a trailing `?` marks optional ones. */
  readonly parameters?: readonly (readonly [string, string])[];
}

/**
 * The declarative assembly format as a tree. `'x` is the literal x; `'` followed by nothing, a space or a line break is
 * whitespace; `$x` is a variable; `operands`, `results`, `regions`, `successors`, `attr-dict`, `attr-dict-with-keyword`,
 * `prop-dict` and `params` are ODS's directives of these names.
 */
export type FormatElement =
  | string
  | { readonly type: FormatElement }
  | { readonly qualified: FormatElement }
  | { readonly ref: FormatElement }
  | { readonly 'functional-type': readonly [FormatElement, FormatElement] }
  | { readonly custom: string; readonly args: readonly FormatElement[] }
  | { readonly struct: readonly FormatElement[] }
  | { readonly optional: readonly FormatElement[]; readonly anchor: number; readonly inElse?: true; readonly else?: readonly FormatElement[] }
  | { readonly oilist: readonly (readonly FormatElement[])[] };

/** Name, index of the type constraint, arity. For `**` the fourth is the attribute that holds the group sizes. */
export type ValueRecord = readonly [string, number] | readonly [string, number, Arity] | readonly [string, number, '**', string];
/** Name, index of the attribute constraint. */
export type AttributeRecord = readonly [string, number];
/** Name, number of blocks (`1`, `<=1`, or `any`), arity. */
export type RegionRecord = readonly [string, '1' | '<=1' | 'any'] | readonly [string, '1' | '<=1' | 'any', Arity];
export type SuccessorRecord = readonly [string] | readonly [string, Arity];

/**
 * A trait or interface by its ODS name, with arguments where it has some:
 * `['AllTypesMatch', 'lhs', 'rhs']`, `['HasParent', 'scf.for', …]`, `['SingleBlockImplicitTerminator', 'affine.yield']`,
 * `['TypesMatchWith', summary, lhs, rhs, transformer]`, `['PredOpTrait', summary, predicate]`, `['MemoryEffects', 'MemRead', …]`.
 */
export type TraitRecord = string | readonly [string, ...PredicateTree[]];

/**
 * How the custom form knows the type of an operand or result: null: a directive spells it; `$x`: as the type of x;
 * `$x Transformer`: computed from it; `infer`: `inferReturnTypes`; anything else: that buildable type.
 */
export type TypeResolutionRecord = string | null;

export interface OpRecord {
  /** Without the dialect. */
  readonly name: string;
  readonly summary: string;
  readonly operands?: readonly ValueRecord[];
  readonly results?: readonly ValueRecord[];
  readonly attributes?: readonly AttributeRecord[];
  readonly regions?: readonly RegionRecord[];
  readonly successors?: readonly SuccessorRecord[];
  readonly traits?: readonly TraitRecord[];
  /** `custom`: hand-written upstream. Absent: generic form only. */
  readonly format?: readonly FormatElement[] | 'custom';
  /** Of the operands, then of the results; only with a declarative format. */
  readonly types?: readonly TypeResolutionRecord[];
  /** Memory effects on single operands and results, by name. */
  readonly effects?: Readonly<Record<string, readonly string[]>>;
  /** Of the operations in its regions whose names have no dialect. */
  readonly defaultDialect?: string;
  /** There is hand-written verification upstream. */
  readonly verifier?: true;
}

export interface DialectTable {
  readonly dialect: string;
  readonly typeConstraints: readonly TypeConstraintRecord[];
  readonly attributeConstraints: readonly AttributeConstraintRecord[];
  readonly enums: readonly EnumRecord[];
  readonly attributes: readonly DialectAttributeRecord[];
  readonly ops: readonly OpRecord[];
}

/** How a dialect differs in another version of MLIR. */
export interface VersionChanges {
  /** The operations that are new there, or read and printed otherwise. */
  readonly table: DialectTable;
  /** Names, without the dialect, of operations that are no more. */
  readonly removed: readonly string[];
}
