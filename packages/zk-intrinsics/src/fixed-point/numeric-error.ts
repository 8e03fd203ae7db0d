/**
 * A number that has no place in the circuit: an infinity or NaN that does not fold away, a value
 * that can never fit the fixed-point format, a bound that no range proof could restore.
 *
 * The message says what is wrong without saying where: whoever translates a source operation
 * catches it and reports it at that operation.
 */
export class NumericError extends Error {
  override readonly name: string = 'NumericError';
}

/** Reference arithmetic met inputs for which the circuit is unsatisfiable, such as a division by zero. */
export class UnsatisfiableError extends NumericError {
  override readonly name = 'UnsatisfiableError';
}
