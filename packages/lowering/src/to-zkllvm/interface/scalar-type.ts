import { typeText, type FloatTypeName, type Operation, type Type } from '@mlir2zk/mlir-parser';
import { errorAt } from '../../operation/located-error.js';

/** Scalars that a circuit can hold. Real: fixed point, whatever the float type; integer: its residue modulo 2^width. */
export type ScalarType =
  | { readonly kind: 'real'; readonly name: FloatTypeName }
  | { readonly kind: 'integer'; readonly width: number; readonly unsigned: boolean }
  | { readonly kind: 'index' };

/** Float types that models use; all of them become the circuit's own fixed-point format. */
const realTypes: ReadonlySet<FloatTypeName> = new Set<FloatTypeName>(['f16', 'bf16', 'f32', 'f64']);

/** Width in bits of `index` where it becomes a circuit value. */
export const indexWidth = 64;

/** Widest integers; wider ones would leave no headroom in the field. */
const maximalIntegerWidth = 64;

/** The scalar type that `type` is; undefined if a circuit has no such scalars. */
export function scalarType(type: Type): ScalarType | undefined {
  switch (type.kind) {
    case 'float':
      return realTypes.has(type.name) ? { kind: 'real', name: type.name } : undefined;
    case 'integer':
      if (type.width < 1 || type.width > maximalIntegerWidth) return undefined;
      return { kind: 'integer', width: type.width, unsigned: type.signedness === 'unsigned' };
    case 'index':
      return { kind: 'index' };
    default:
      return undefined;
  }
}

/** The scalar type of a value of `op`; throws a DiagnosticError for vectors, tensors, complex numbers and the like. */
export function requireScalar(op: Operation, type: Type): ScalarType {
  const scalar = scalarType(type);
  if (scalar !== undefined) return scalar;
  const vector = type.kind === 'vector';
  throw errorAt(
    op,
    `values of type ${typeText(type)} cannot be lowered to a circuit`,
    ...(vector ? ['emit the model with onnx-mlir -O0 --EmitMLIR, without --march, so that no vector code comes up'] : []),
  );
}
