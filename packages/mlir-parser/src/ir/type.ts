import type { Attribute } from './attribute.js';

/** Stands for `?` in shapes. */
export const dynamicDimension = -1;

export type Signedness = 'signless' | 'signed' | 'unsigned';

export type FloatTypeName =
  | 'bf16' | 'f16' | 'tf32' | 'f32' | 'f64' | 'f80' | 'f128'
  | 'f4E2M1FN' | 'f6E2M3FN' | 'f6E3M2FN' | 'f8E5M2' | 'f8E4M3' | 'f8E4M3FN' | 'f8E5M2FNUZ' | 'f8E4M3FNUZ'
  | 'f8E4M3B11FNUZ' | 'f8E3M4' | 'f8E8M0FNU';

interface Uniqued {
  /** Unique within the context; equal types are the same object. */
  readonly id: number;
}

export interface IntegerType extends Uniqued {
  readonly kind: 'integer';
  readonly width: number;
  readonly signedness: Signedness;
}
export interface IndexType extends Uniqued {
  readonly kind: 'index';
}
export interface FloatType extends Uniqued {
  readonly kind: 'float';
  readonly name: FloatTypeName;
}
export interface NoneType extends Uniqued {
  readonly kind: 'none';
}
export interface ComplexType extends Uniqued {
  readonly kind: 'complex';
  readonly elementType: Type;
}
export interface VectorType extends Uniqued {
  readonly kind: 'vector';
  readonly shape: readonly number[];
  /** One flag a dimension: `[4]` is scalable. */
  readonly scalable: readonly boolean[];
  readonly elementType: Type;
}
export interface RankedTensorType extends Uniqued {
  readonly kind: 'tensor';
  readonly shape: readonly number[];
  readonly elementType: Type;
  readonly encoding: Attribute | undefined;
}
export interface UnrankedTensorType extends Uniqued {
  readonly kind: 'unranked-tensor';
  readonly elementType: Type;
}
export interface MemRefType extends Uniqued {
  readonly kind: 'memref';
  readonly shape: readonly number[];
  readonly elementType: Type;
  /** An affine map or strided layout; undefined for the identity layout. */
  readonly layout: Attribute | undefined;
  readonly memorySpace: Attribute | undefined;
}
export interface UnrankedMemRefType extends Uniqued {
  readonly kind: 'unranked-memref';
  readonly elementType: Type;
  readonly memorySpace: Attribute | undefined;
}
export interface FunctionType extends Uniqued {
  readonly kind: 'function';
  readonly inputs: readonly Type[];
  readonly results: readonly Type[];
}
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

export type Type =
  | IntegerType | IndexType | FloatType | NoneType | ComplexType | VectorType | RankedTensorType | UnrankedTensorType
  | MemRefType | UnrankedMemRefType | FunctionType | TupleType | DialectType;

/** Types with a shape and an element type. */
export type ShapedType = VectorType | RankedTensorType | UnrankedTensorType | MemRefType | UnrankedMemRefType;
