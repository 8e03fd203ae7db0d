export { NumericError } from './fixed-point/numeric-error.js';
export type { IntegerPredicate, RealPredicate } from './circuit/predicates.js';
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
