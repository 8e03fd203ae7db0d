/** `base ** exponent mod modulus`. */
export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** The inverse modulo a prime, by the extended Euclidean algorithm; 0 for 0, as the assigner has it. */
export function inverse(value: bigint, prime: bigint): bigint {
  let [low, high] = [value % prime, prime];
  let [lowFactor, highFactor] = [1n, 0n];
  if (low === 0n) return 0n;
  while (low > 1n) {
    const quotient = high / low;
    [low, high] = [high % low, low];
    [lowFactor, highFactor] = [highFactor - quotient * lowFactor, lowFactor];
  }
  return lowFactor < 0n ? lowFactor + prime : lowFactor;
}
