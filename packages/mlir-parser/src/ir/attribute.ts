import type { AffineMap, IntegerSet } from '../affine/affine-expr.js';
import type { HexDigits } from './hex-digits.js';
import type { Location } from './location.js';
import type { Type } from './type.js';

interface Uniqued {
  /** Unique within the context; equal attributes are the same object. */
  readonly id: number;
}

/** `unit`: what counts is that it is there. */
export interface UnitAttr extends Uniqued {
  readonly kind: 'unit';
}
/** Integers, indices and booleans (`i1`). */
export interface IntegerAttr extends Uniqued {
  readonly kind: 'integer';
  readonly type: Type;
  /** The signed value for signless and signed types, the unsigned value for unsigned ones; `i1` is 0n or 1n. */
  readonly value: bigint;
}
/** `1.0 : f32` */
export interface FloatAttr extends Uniqued {
  readonly kind: 'float';
  readonly type: Type;
  /** The value as a double (exact for types up to f64). */
  readonly value: number;
  /** The encoding in the attribute's own format: tells NaNs apart and carries f80 and f128 exactly. */
  readonly bits: bigint;
}
/** `"text"` */
export interface StringAttr extends Uniqued {
  readonly kind: 'string';
  /** The bytes, one UTF-16 unit each (0 to 255), after unescaping: MLIR strings are bytes, not Unicode. */
  readonly value: string;
  /** Set only when printed with a type: `"x" : !t`. */
  readonly type: Type | undefined;
}
/** `[1, 2]` */
export interface ArrayAttr extends Uniqued {
  readonly kind: 'array';
  readonly elements: readonly Attribute[];
}
/** `{a = 1, b}` */
export interface DictionaryAttr extends Uniqued {
  readonly kind: 'dictionary';
  /** Sorted by name, as MLIR keeps them. */
  readonly entries: ReadonlyMap<string, Attribute>;
}
/** A type in the place of an attribute. */
export interface TypeAttr extends Uniqued {
  readonly kind: 'type';
  readonly type: Type;
}
/** `@root::@nested…` */
export interface SymbolRefAttr extends Uniqued {
  readonly kind: 'symbol-ref';
  readonly root: string;
  readonly nested: readonly string[];
}
/** `affine_map<(d0) -> (d0)>` */
export interface AffineMapAttr extends Uniqued {
  readonly kind: 'affine-map-attr';
  readonly map: AffineMap;
}
/** `affine_set<(d0) : (d0 >= 0)>` */
export interface IntegerSetAttr extends Uniqued {
  readonly kind: 'integer-set-attr';
  readonly set: IntegerSet;
}
/**
 * `dense<…> : type`. `data` holds the elements row-major in little-endian order, each padded to whole bytes
 * (i1: one byte 0 or 1 here, whatever MLIR packs), or exactly one element if `splat`.
 */
export interface DenseElementsAttr extends Uniqued {
  readonly kind: 'dense-elements';
  readonly type: Type;
  readonly splat: boolean;
  /** Decoded when first asked for if the constant was written in hexadecimal: a copy as large as half its text. */
  readonly data: Uint8Array;
  /** The digits of `data` in the source text, if it was written so. */
  readonly digits?: HexDigits;
  /** For element types that are no numbers (strings): the elements. `data` is then empty. */
  readonly strings: readonly string[] | undefined;
}
/** Data that stands apart from the operations, in a `{-# dialect_resources … #-}` section. */
export interface ResourceBlob {
  /** In bytes, a power of two. */
  readonly alignment: number;
  /** Decoded when first asked for if it comes from a source text. */
  readonly data: Uint8Array;
  /** The digits of `data` in the source text it comes from. */
  readonly digits?: HexDigits;
}
/** A name of the resource section and what it stands for. */
export interface ResourceEntry {
  readonly key: string;
  /** Undefined as long as no section has said what it is. */
  blob: ResourceBlob | undefined;
}
/** `dense_resource<key> : type` */
export interface DenseResourceAttr extends Uniqued {
  readonly kind: 'dense-resource';
  readonly type: Type;
  readonly key: string;
  readonly resource: ResourceEntry;
}
/** `array<i64: 1, 2>`; elements as in `DenseElementsAttr`. */
export interface DenseArrayAttr extends Uniqued {
  readonly kind: 'dense-array';
  readonly elementType: Type;
  readonly size: number;
  readonly data: Uint8Array;
}
/** `sparse<indices, values> : type` */
export interface SparseElementsAttr extends Uniqued {
  readonly kind: 'sparse-elements';
  readonly type: Type;
  readonly indices: DenseElementsAttr;
  readonly values: DenseElementsAttr;
}
/** `strided<[…], offset: …>`; `undefined` stands for `?`. */
export interface StridedLayoutAttr extends Uniqued {
  readonly kind: 'strided-layout';
  readonly strides: readonly (bigint | undefined)[];
  readonly offset: bigint | undefined;
}
/** `loc(…)` as an attribute. */
export interface LocationAttr extends Uniqued {
  readonly kind: 'location';
  readonly location: Location;
}
/** `distinct[n]<attr>`: never equal to another one. */
export interface DistinctAttr extends Uniqued {
  readonly kind: 'distinct';
  readonly number: number;
  readonly attribute: Attribute;
}
/** An attribute of a dialect without structured form here: `#arith.fastmath<none>`, `#d<"…">`. `body` includes the brackets. */
export interface DialectAttr extends Uniqued {
  readonly kind: 'dialect';
  readonly dialect: string;
  readonly body: string;
  /** Set only when printed with a type. */
  readonly type: Type | undefined;
}

/** An attribute, told by `kind`. Equal attributes of one context are the same object, with few exceptions that say so. */
export type Attribute =
  | UnitAttr | IntegerAttr | FloatAttr | StringAttr | ArrayAttr | DictionaryAttr | TypeAttr | SymbolRefAttr
  | AffineMapAttr | IntegerSetAttr | DenseElementsAttr | DenseResourceAttr | DenseArrayAttr | SparseElementsAttr
  | StridedLayoutAttr | LocationAttr | DistinctAttr | DialectAttr;
