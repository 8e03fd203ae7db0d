export { NumericError } from './fixed-point/numeric-error.js';
export type { IntegerPredicate, RealPredicate } from './circuit/predicates.js';
export type {
  CircuitBuilder,
  CircuitValue,
  LlvmValueId,
  ValueRange,
} from './circuit/circuit-builder.js';
