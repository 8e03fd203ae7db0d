import type { CircuitCore } from '../core/circuit-core.js';
import { PackedLinear, type LinearInputs } from './packed-linear.js';
import { toOperand } from './rescale.js';

/**
 * The map W·x + b of circuit values, packed, for inputs x that all are among `inputs`; undefined unless W and b are
 * constants and packing pays.
 *
 * @param weights for each output one value for each x
 * @param biases one value for each output
 */
export function planPackedLinear(
  core: CircuitCore,
  weights: readonly Int32Array[],
  biases: Int32Array,
  inputs: Int32Array,
): PackedLinear | undefined {
  if (weights.length < 2 || inputs.every((input) => core.isConstant(input))) return undefined;
  const rows: Float64Array[] = [];
  for (const row of weights) {
    const reals = realsOf(core, row);
    if (reals === undefined) return undefined;
    rows.push(reals);
  }
  const addends = realsOf(core, biases);
  return addends === undefined ? undefined : PackedLinear.plan(core, rows, addends, rangeOf(core, inputs));
}

function realsOf(core: CircuitCore, values: Int32Array): Float64Array | undefined {
  const reals = new Float64Array(values.length);
  for (const [i, value] of values.entries()) {
    const real = core.constantReal(value);
    if (real === undefined || !Number.isFinite(real)) return undefined;
    reals[i] = real;
  }
  return reals;
}

function rangeOf(core: CircuitCore, inputs: Int32Array): LinearInputs {
  let scale = 0;
  let lower = 0;
  let upper = 0;
  for (const input of inputs) {
    const operand = toOperand(core, input);
    if (!core.isConstant(operand)) scale = Math.max(scale, core.scaleOf(operand));
    lower = Math.min(lower, core.lowerOf(operand));
    upper = Math.max(upper, core.upperOf(operand));
  }
  return { scale, lower, upper };
}
