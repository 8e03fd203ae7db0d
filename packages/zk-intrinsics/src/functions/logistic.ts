import type { FixedPointMachine } from '../fixed-point/fixed-point-machine.js';
import { exponentialBelow } from './exponential.js';

/** e^(−rate·|x|) at scale F + 4. The result rounds to at most 1. */
function decayOf<V>(machine: FixedPointMachine<V>, x: V, rate: number): V {
  const scale = machine.format.fractionBits + 4;
  const decay = exponentialBelow(machine, machine.abs(x), -rate * Math.LOG2E, 0, scale);
  return machine.within(decay, 0, 1);
}

/** 1/(1 + e^(−a)), from e^(−|a|) by one division; σ(−a) = 1 − σ(a). */
export function sigmoid<V>(machine: FixedPointMachine<V>, a: V): V {
  const { fractionBits } = machine.format;
  const x = machine.toFormat(a);
  const one = machine.real(1);
  const decay = decayOf(machine, x, 1);
  const positive = machine.quotient(one, machine.add(decay, one), fractionBits);
  const isPositive = machine.compare('ge', x, machine.real(0));
  return machine.select(isPositive, positive, machine.sub(one, positive));
}

/** tanh(a) = ±(1 − e^(−2|a|))/(1 + e^(−2|a|)). */
export function tanh<V>(machine: FixedPointMachine<V>, a: V): V {
  const { fractionBits } = machine.format;
  const x = machine.toFormat(a);
  const one = machine.real(1);
  const decay = decayOf(machine, x, 2);
  const magnitude = machine.quotient(
    machine.sub(one, decay),
    machine.add(decay, one),
    fractionBits,
  );
  return withSignOf(machine, x, magnitude);
}

/** A magnitude with the sign of x. */
export function withSignOf<V>(machine: FixedPointMachine<V>, x: V, magnitude: V): V {
  const isPositive = machine.compare('ge', x, machine.real(0));
  return machine.select(isPositive, magnitude, machine.neg(magnitude));
}
