import type { Attribute } from './attribute.js';

/** Stands for `?` in shapes. */
export const dynamicDimension = -1;

/** What an integer type says of its sign; MLIR's plain `i32` is signless. */
export type Signedness = 'signless' | 'signed' | 'unsigned';

/** The float types by their keywords. */
export type FloatTypeName =
  | 'bf16' | 'f16' | 'tf32' | 'f32' | 'f64' | 'f80' | 'f128'
  | 'f4E2M1FN' | 'f6E2M3FN' | 'f6E3M2FN' | 'f8E5M2' | 'f8E4M3' | 'f8E4M3FN' | 'f8E5M2FNUZ' | 'f8E4M3FNUZ'
  | 'f8E4M3B11FNUZ' | 'f8E3M4' | 'f8E8M0FNU';

interface Uniqued {
  /** Unique within the context; equal types are the same object. */
  readonly id: number;
}

/** `i32`, `si8`, `ui1` */
export interface IntegerType extends Uniqued {
  readonly kind: 'integer';
  readonly width: number;
  readonly signedness: Signedness;
}
/** `index` */
export interface IndexType extends Uniqued {
  readonly kind: 'index';
}
/** `f32`, `bf16`, … */
export interface FloatType extends Uniqued {
  readonly kind: 'float';
  readonly name: FloatTypeName;
}
/** `none` */
export interface NoneType extends Uniqued {
  readonly kind: 'none';
}
/** `complex<f32>` */
export interface ComplexType extends Uniqued {
  readonly kind: 'complex';
  readonly elementType: Type;
}
/** `vector<4x[2]xf32>` */
export interface VectorType extends Uniqued {
  readonly kind: 'vector';
  readonly shape: readonly number[];
  /** One flag a dimension: `[4]` is scalable. */
  readonly scalable: readonly boolean[];
  readonly elementType: Type;
}
/** `tensor<?x4xf32, encoding>` */
export interface RankedTensorType extends Uniqued {
  readonly kind: 'tensor';
  readonly shape: readonly number[];
  readonly elementType: Type;
  readonly encoding: Attribute | undefined;
}
/** `tensor<*xf32>` */
export interface UnrankedTensorType extends Uniqued {
  readonly kind: 'unranked-tensor';
  readonly elementType: Type;
}
/** `memref<?x4xf32, layout, space>` */
export interface MemRefType extends Uniqued {
  readonly kind: 'memref';
  readonly shape: readonly number[];
  readonly elementType: Type;
  /** An affine map or strided layout; undefined for the identity layout. */
  readonly layout: Attribute | undefined;
  readonly memorySpace: Attribute | undefined;
}
/** `memref<*xf32, space>` */
export interface UnrankedMemRefType extends Uniqued {
  readonly kind: 'unranked-memref';
  readonly elementType: Type;
  readonly memorySpace: Attribute | undefined;
}
/** `(i32) -> f32` */
export interface FunctionType extends Uniqued {
  readonly kind: 'function';
  readonly inputs: readonly Type[];
  readonly results: readonly Type[];
}
/** `tuple<i32, f32>` */
export interface TupleType extends Uniqued {
  readonly kind: 'tuple';
  readonly types: readonly Type[];
}
/** A type of a dialect that has no structured form here: `!krnl.string` is dialect `krnl`, body `string`. */
export interface DialectType extends Uniqued {
  readonly kind: 'dialect';
  readonly dialect: string;
  readonly body: string;
}

/** A type, told by `kind`. Equal types of one context are the same object. */
export type Type =
  | IntegerType | IndexType | FloatType | NoneType | ComplexType | VectorType | RankedTensorType | UnrankedTensorType
  | MemRefType | UnrankedMemRefType | FunctionType | TupleType | DialectType;

/** Types with a shape and an element type. */
export type ShapedType = VectorType | RankedTensorType | UnrankedTensorType | MemRefType | UnrankedMemRefType;
