import type { FixedPointMachine } from '../fixed-point/fixed-point-machine.js';

/** An integer v = mantissa·2^(−Σ shift of the steps taken). */
export interface Normalised<V> {
  /** In [2^(length−1), 2^length) unless v is 0. */
  readonly mantissa: V;
  readonly steps: ReadonlyArray<{ readonly shift: number; readonly taken: V }>;
}

/**
 * Moves the leading bit of an integer 0 ≤ v < 2^length to the top: for each shift k from the
 * greatest power of two down to 1, v < 2^(length−k) is multiplied by 2^k.
 */
export function normalise<V>(
  machine: FixedPointMachine<V>,
  value: V,
  length: number,
): Normalised<V> {
  let mantissa = machine.requireBits(value, length);
  const steps = [];
  for (let shift = 2 ** Math.ceil(Math.log2(length) - 1); shift >= 1; shift /= 2) {
    const taken = machine.compare('lt', mantissa, machine.real(2 ** (length - shift)));
    // 1 + taken·(2^shift − 1); its two terms stay apart because no double holds the factor 2^64 − 1.
    const factor = machine.sub(
      machine.add(machine.shifted(taken, shift), machine.real(1)),
      taken,
    );
    mantissa = machine.within(machine.product(mantissa, factor), 0, 2 ** length - 1);
    steps.push({ shift, taken });
  }
  return { mantissa, steps };
}

/** The fraction of a mantissa (1 + y)·2^(length−1), cut to `kept` bits. */
export interface MantissaFraction<V> {
  readonly fraction: V;
  readonly kept: number;
  readonly cut: boolean;
}

/** The first bits, up to `most`, of a normalised mantissa's fraction; requires that it is normalised, that is, v ≠ 0. */
export function mantissaFraction<V>(
  machine: FixedPointMachine<V>,
  mantissa: V,
  length: number,
  most: number,
): MantissaFraction<V> {
  const kept = Math.min(most, length - 1);
  const bits = machine.decompose(machine.sub(mantissa, machine.real(2 ** (length - 1))));
  const low = length - 1 - kept;
  return { fraction: bits.slice(low, kept), kept, cut: low > 0 };
}
