import { cheapestLength } from '../core/bit-rows.js';
import type { CircuitCore } from '../core/circuit-core.js';
import { decomposeInto, signedLength, unsignedLength } from '../core/decomposition.js';
import type { CircuitValue } from '../core/value-table.js';

/** ⌊a / 2^count⌋ of an integer, from its bits. */
export function dropLowBits(core: CircuitCore, a: CircuitValue, count: number): CircuitValue {
  const constant = core.constantInteger(a);
  if (constant !== undefined) return core.integer(constant >> BigInt(count));
  if (count === 0) return a;
  if (core.lowerOf(a) >= 0) {
    const length = unsignedLength(core.upperOf(a), 0);
    if (count >= length) return core.real(0);
    return decomposeInto(core, a, cheapestLength(length, count)).top(count);
  }
  // ⌊(a + 2^(n−1)) / 2^count⌋ − 2^(n−1−count)
  const needed = Math.max(signedLength(core.lowerOf(a), core.upperOf(a), 0), count + 1);
  const length = cheapestLength(needed, count);
  const biased = core.add(a, core.integer(1n << BigInt(length - 1)));
  const quotient = decomposeInto(core, biased, length).top(count);
  return core.sub(quotient, core.integer(1n << BigInt(length - 1 - count)));
}
