import { integerWidth, type Type } from '@mlir2zk/mlir-parser';
import type { CircuitBuilder, CircuitValue } from '@mlir2zk/zk-intrinsics';

/** Combines two values of `type`. */
export type Reduction = (builder: CircuitBuilder, a: CircuitValue, b: CircuitValue, type: Type) => CircuitValue;

/** By number of `arith::AtomicRMWKind`; `assign` (2) is no reduction. */
export const reductions: readonly (Reduction | undefined)[] = [
  (builder, a, b) => builder.add(a, b),
  (builder, a, b, type) => builder.addi(a, b, integerWidth(type)),
  undefined,
  (builder, a, b) => builder.maximum(a, b),
  (builder, a, b, type) => builder.maxsi(a, b, integerWidth(type)),
  (builder, a, b, type) => builder.maxui(a, b, integerWidth(type)),
  (builder, a, b) => builder.minimum(a, b),
  (builder, a, b, type) => builder.minsi(a, b, integerWidth(type)),
  (builder, a, b, type) => builder.minui(a, b, integerWidth(type)),
  (builder, a, b) => builder.mul(a, b),
  (builder, a, b, type) => builder.muli(a, b, integerWidth(type)),
  (builder, a, b, type) => builder.ori(a, b, integerWidth(type)),
  (builder, a, b, type) => builder.andi(a, b, integerWidth(type)),
  (builder, a, b) => builder.maximum(a, b),
  (builder, a, b) => builder.minimum(a, b),
];
