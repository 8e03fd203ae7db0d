export { elementOfSigned, signedOfElement } from './field/signed-element.js';
export { NumericError, UnsatisfiableError } from './fixed-point/numeric-error.js';
export * from './fixed-point/fixed-point-format.js';
export type { IntegerPredicate, RealPredicate } from './fixed-point/predicates.js';
export type { BitsOf, FixedPointMachine } from './fixed-point/fixed-point-machine.js';
export {
  decodeReal,
  encodeReal,
  floorDivideIntegers,
  powerOfTwo,
  rescaleInteger,
} from './fixed-point/rounding.js';
export { factorBits, highestScale } from './fixed-point/product-scale.js';
export { ReferenceArithmetic } from './fixed-point/reference-arithmetic.js';
export type { FixedPointNumber, ReferenceValue } from './fixed-point/reference-arithmetic.js';
export { bitRows, cheapestLength } from './core/bit-rows.js';
export { scalarFunctions } from './functions/scalar-functions.js';
export type { ScalarFunction, ScalarFunctionName } from './functions/scalar-functions.js';
export { CircuitBuilder, createCircuitBuilder } from './circuit/circuit-builder.js';
export type { CircuitValue, LlvmValueId, ValueRange } from './circuit/circuit-builder.js';
export * from './structured/linear-form.js';
export * from './structured/term.js';
export type { StructuredStatement } from './structured/structured-statement.js';
export * from './definition/attribute-kind.js';
export * from './definition/intrinsic.js';
export { joinDigits } from './structured/digit-sum.js';
export { IndexSpace, type DimensionMap } from './structured/index-space.js';
export * from './structured/term-builder.js';
export * from './structured/term-substitution.js';
export * from './definition/shape.js';
export { intrinsics } from './intrinsics/intrinsics.js';
// For authors of intrinsics.
export * from './definition/statement-match.js';
export * from './definition/fixed-point-array.js';
export * from './definition/row-model.js';
export * from './dialect/zkml-dialect.js';
export * from './dialect/zkml-operation.js';
