import type { FixedPointMachine } from '../fixed-point/fixed-point-machine.js';
import { roundToScale } from '../fixed-point/rounding.js';

/** A polynomial in u ∈ [−1, 1] whose coefficients are multiples of 2^(−bits). */
export interface Polynomial {
  /** From the constant one up. */
  readonly coefficients: readonly number[];
  readonly bits: number;
}

/** Degree of the expansion that a fit starts from; what is fitted here converges long before. */
const EXPANSION_DEGREE = 40;

/**
 * The polynomial in u ∈ [−1, 1] that approximates f: its Chebyshev expansion, cut where the rest is
 * below 2^(−bits−1), with coefficients rounded to `bits` fraction bits.
 */
export function fitPolynomial(f: (u: number) => number, bits: number): Polynomial {
  const expansion = chebyshevExpansion(f);
  const tolerance = 2 ** (-bits - 1);
  let degree = EXPANSION_DEGREE;
  for (let rest = 0; degree > 1; degree--) {
    rest += Math.abs(expansion[degree]);
    if (rest > tolerance) break;
  }
  const monomials = toMonomials(expansion.slice(0, degree + 1));
  return { coefficients: monomials.map((c) => roundToScale(c, bits)), bits };
}

/** Chebyshev coefficients c₀ … c_N of f ≈ Σ c_k·T_k(u), by interpolation in the roots of T_(N+1). */
function chebyshevExpansion(f: (u: number) => number): number[] {
  const count = EXPANSION_DEGREE + 1;
  const angles = Array.from({ length: count }, (_, j) => (Math.PI * (j + 0.5)) / count);
  const samples = angles.map((angle) => f(Math.cos(angle)));
  return Array.from({ length: count }, (_, k) => {
    const sum = samples.reduce((total, y, j) => total + y * Math.cos(k * angles[j]), 0);
    return (k === 0 ? 1 : 2) * (sum / count);
  });
}

/** Σ c_k·T_k as coefficients of powers, by T_(k+1) = 2u·T_k − T_(k−1). */
function toMonomials(expansion: readonly number[]): number[] {
  const result = expansion.map(() => 0);
  let previous = [1];
  let current = [0, 1];
  for (const [k, c] of expansion.entries()) {
    const basis = k === 0 ? previous : current;
    basis.forEach((b, i) => (result[i] += c * b));
    if (k === 0) continue;
    const next = [0, ...current.map((b) => 2 * b)];
    previous.forEach((b, i) => (next[i] -= b));
    previous = current;
    current = next;
  }
  return result;
}

/** Largest scale that Horner's scheme may reach before its sum is rounded back to the coefficients'. */
const HIGHEST_SCALE = 120;

/**
 * The value of a polynomial by Horner's scheme. Scales add up along it and nothing is rounded until
 * 120 fraction bits are passed. At u's scale + `bits` or more.
 */
export function evaluatePolynomial<V>(
  machine: FixedPointMachine<V>,
  { coefficients, bits }: Polynomial,
  u: V,
): V {
  const step = machine.scaleOf(u);
  const last = coefficients.length - 1;
  let sum = machine.scaled(u, coefficients[last], bits);
  sum = machine.add(sum, machine.real(coefficients[last - 1]));
  for (let i = last - 2; i >= 0; i--) {
    if (machine.scaleOf(sum) + step > HIGHEST_SCALE) sum = machine.roundTo(sum, bits);
    sum = machine.add(machine.product(sum, u), machine.real(coefficients[i]));
  }
  return sum;
}

/**
 * A polynomial of the fraction y ∈ [0, 1) whose first `kept` bits are the integer `fraction`.
 */
export function evaluateOnFraction<V>(
  machine: FixedPointMachine<V>,
  polynomial: Polynomial,
  fraction: V,
  kept: number,
): V {
  return evaluatePolynomial(machine, polynomial, centred(machine, fraction, kept));
}

/** 2y − 1 where y is the integer `fraction` over 2^kept. */
export function centred<V>(machine: FixedPointMachine<V>, fraction: V, kept: number): V {
  return machine.sub(machine.shifted(fraction, 1 - kept), machine.real(1));
}

const fits = new Map<string, Polynomial>();

/**
 * The polynomial for f of a fraction y ∈ [0, 1) of which the first `kept` bits are known, accurate to
 * `bits` fraction bits. Fitted once per name.
 *
 * @param cut whether y had more bits: then the middle of what they may be belongs to the argument
 */
export function fractionPolynomial(
  name: string,
  f: (y: number) => number,
  kept: number,
  cut: boolean,
  bits: number,
): Polynomial {
  const key = `${name} ${kept} ${cut} ${bits}`;
  let fit = fits.get(key);
  if (fit === undefined) {
    const middle = cut ? 2 ** (-kept - 1) : 0;
    fit = fitPolynomial((u) => f((u + 1) / 2 + middle), bits);
    fits.set(key, fit);
  }
  return fit;
}
