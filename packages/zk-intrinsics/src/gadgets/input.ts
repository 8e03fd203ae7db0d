import type { ValueId } from '@mlir2zk/llvm-emit';
import { cheapestLength } from '../core/bit-rows.js';
import type { CircuitCore } from '../core/circuit-core.js';
import { decomposeInto, signedLength, unsignedLength } from '../core/decomposition.js';
import type { CircuitValue } from '../core/value-table.js';
import { powerOfTwo } from '../fixed-point/rounding.js';

/**
 * A private input as a value of the circuit. The assigner does not tie the uses of a private input
 * to each other, so it is used exactly once: in a sum, of which everything else is computed. The
 * sum is decomposed to prove the input's range, which is the least of powers of two around the bounds.
 *
 * @param lower bound of the real, as `upper`
 */
export function privateInput(
  core: CircuitCore,
  id: ValueId,
  scale: number,
  lower: number,
  upper: number,
): CircuitValue {
  const { emitter, values } = core;
  const isUnsigned = lower >= 0;
  const length = cheapestLength(
    isUnsigned ? unsignedLength(upper, scale) : signedLength(lower, upper, scale),
  );
  const bias = isUnsigned ? 0 : powerOfTwo(length - 1);
  const copy = emitter.add(id, emitter.constant(bias));
  const unit = powerOfTwo(-scale);
  const biased = values.plain(copy, scale, 0, (powerOfTwo(length) - 1) * unit);
  decomposeInto(core, biased, length);
  return core.sub(biased, core.real(bias * unit));
}
