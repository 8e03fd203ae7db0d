import type { GaloisField } from '@mlir2zk/llvm-emit';

/**
 * The signed integer that a field element 0 ≤ e < p stands for: the one of least magnitude congruent
 * to it, so that p − n reads as −n.
 */
export function signedOfElement(field: GaloisField, element: bigint): bigint {
  return element > field.modulus >> 1n ? element - field.modulus : element;
}

/**
 * The field element 0 ≤ e < p of a signed integer.
 *
 * @throws RangeError if |value| ≥ p/2, where two integers would share an element
 */
export function elementOfSigned(field: GaloisField, value: bigint): bigint {
  const half = field.modulus >> 1n;
  if (value > half || value < -half) {
    throw new RangeError(`${value} does not fit the signed range of field ${field.name}`);
  }
  return value < 0n ? value + field.modulus : value;
}
