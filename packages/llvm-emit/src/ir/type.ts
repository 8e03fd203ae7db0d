import type { EllipticCurve, GaloisField } from './galois-field.js';

/** What every type has. Types are uniqued per {@link TypeTable}: equality is `===`, and of ids is `===` too. */
interface TypeBase {
  /** Index in the table that made the type. */
  readonly id: number;
  /** How LLVM IR spells the type, for instance `[4 x i32]` or `%struct.pair`. */
  readonly text: string;
}

export interface VoidType extends TypeBase {
  readonly kind: 'void';
}
export interface LabelType extends TypeBase {
  readonly kind: 'label';
}
export interface MetadataType extends TypeBase {
  readonly kind: 'metadata';
}
export interface IntegerType extends TypeBase {
  readonly kind: 'integer';
  /** Bits, 1 to 2^23. */
  readonly width: number;
}
export interface FloatType extends TypeBase {
  readonly kind: 'float';
  readonly name: FloatTypeName;
  readonly bits: number;
}
export interface FieldType extends TypeBase {
  readonly kind: 'field';
  readonly field: GaloisField;
}
export interface CurveType extends TypeBase {
  readonly kind: 'curve';
  readonly curve: EllipticCurve;
}
/** A type that only some target knows: `target("name", T, 1)`. */
export interface TargetType extends TypeBase {
  readonly kind: 'target';
  readonly name: string;
  readonly typeParameters: readonly Type[];
  readonly integerParameters: readonly number[];
}
export interface PointerType extends TypeBase {
  readonly kind: 'pointer';
  readonly addressSpace: number;
}
export interface ArrayType extends TypeBase {
  readonly kind: 'array';
  readonly length: number;
  readonly element: Type;
}
export interface VectorType extends TypeBase {
  readonly kind: 'vector';
  readonly length: number;
  readonly element: Type;
}
export interface StructType extends TypeBase {
  readonly kind: 'struct';
  /** Absent for a literal struct. */
  readonly name: string | undefined;
  /** Absent for an opaque struct, and while the body of a named struct has not been read yet. */
  readonly fields: readonly Type[] | undefined;
  readonly packed: boolean;
}
export interface FunctionType extends TypeBase {
  readonly kind: 'function';
  readonly returnType: Type;
  readonly parameters: readonly Type[];
  readonly varargs: boolean;
}

export type Type =
  | VoidType
  | LabelType
  | MetadataType
  | IntegerType
  | FloatType
  | FieldType
  | CurveType
  | TargetType
  | PointerType
  | ArrayType
  | VectorType
  | StructType
  | FunctionType;

/** Floating point formats and their bits. */
export const floatTypeBits = {
  half: 16,
  bfloat: 16,
  float: 32,
  double: 64,
  x86_fp80: 80,
  fp128: 128,
  ppc_fp128: 128,
} as const;

export type FloatTypeName = keyof typeof floatTypeBits;

/** True for types that a register can hold whole: everything but aggregates, functions, labels, metadata and void. */
export function isScalar(type: Type): boolean {
  switch (type.kind) {
    case 'integer':
    case 'float':
    case 'field':
    case 'curve':
    case 'target':
    case 'pointer':
      return true;
    case 'void':
    case 'label':
    case 'metadata':
    case 'array':
    case 'vector':
    case 'struct':
    case 'function':
      return false;
  }
}

/** The type of `type`'s lanes if it is a vector, else `type` itself. */
export function laneType(type: Type): Type {
  return type.kind === 'vector' ? type.element : type;
}

/** Whether values of the type can lie in memory: not functions, labels, metadata, void and opaque structs. */
export function isSized(type: Type): boolean {
  switch (type.kind) {
    case 'void':
    case 'label':
    case 'metadata':
    case 'function':
      return false;
    case 'struct':
      return type.fields !== undefined;
    case 'integer':
    case 'float':
    case 'field':
    case 'curve':
    case 'target':
    case 'pointer':
    case 'array':
    case 'vector':
      return true;
  }
}
