import type { MlirErrorCode } from './mlir-error.js';

/**
 * The driver's status codes 1 to 6 in their order (`enum class Status` in driver/abi.h), and what
 * to say when no diagnostic says it.
 */
const failures: readonly (readonly [code: MlirErrorCode, summary: string])[] = [
  ['parse', 'the source cannot be parsed'],
  ['verify', 'the module is not valid'],
  ['pipeline-syntax', 'the pass pipeline cannot be parsed'],
  ['pass-failed', 'a pass of the pipeline failed'],
  ['translation', 'the module cannot be translated'],
  ['left-out', 'the pipeline needs a pass that is left out'],
];

/** The error code and summary of a status of the driver; undefined for success. */
export function failureOf(status: number): readonly [code: MlirErrorCode, summary: string] | undefined {
  if (status === 0) return undefined;
  const failure = failures[status - 1];
  if (failure === undefined) throw new RangeError(`the driver returned the unknown status ${status}`);
  return failure;
}
