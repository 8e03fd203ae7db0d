export { NumericError } from './fixed-point/numeric-error.js';
export type { IntegerPredicate, RealPredicate } from './fixed-point/predicates.js';
export type {
  CircuitBuilder,
  CircuitValue,
  LlvmValueId,
  ValueRange,
} from './circuit/circuit-builder.js';
export * from './structured/linear-form.js';
export * from './structured/term.js';
export type { StructuredStatement } from './structured/structured-statement.js';
export * from './definition/attribute-kind.js';
export * from './definition/intrinsic.js';
export { IndexSpace, type DimensionMap } from './structured/index-space.js';
export * from './structured/term-builder.js';
export * from './structured/term-substitution.js';
export * from './definition/shape.js';
export { intrinsics } from './intrinsics/intrinsics.js';
export { arrayType } from './definition/statement-match.js';
export * from './dialect/zkml-dialect.js';
export * from './dialect/zkml-operation.js';
