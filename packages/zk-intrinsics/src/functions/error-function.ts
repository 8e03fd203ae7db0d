import type { FixedPointMachine } from '../fixed-point/fixed-point-machine.js';
import { powerOfTwoBelow } from './exponential.js';
import { withSignOf } from './logistic.js';
import { evaluatePolynomial, fractionPolynomial } from './polynomial.js';

/** Below this erf is summed as a series, above it erfcx as a continued fraction; both reach 1e-14 there. */
const SERIES_END = 2.5;

/** erf(x) = 2/√π·e^(−x²)·Σ 2^n·x^(2n+1)/(2n+1)!!, for |x| not large. */
function erfSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** e^(x²)·erfc(x) for x ≥ 0: 1/√π·1/(x + (1/2)/(x + (2/2)/(x + (3/2)/(x + …)))). */
export function scaledComplementaryError(x: number): number {
  if (x < SERIES_END) return Math.exp(x * x) * (1 - erfSeries(x));
  let tail = x;
  for (let n = 120; n >= 1; n--) tail = x + n / 2 / tail;
  return 1 / (Math.sqrt(Math.PI) * tail);
}

/** The error function, to about 1e-14. */
export function errorFunction(x: number): number {
  const magnitude = Math.abs(x);
  if (magnitude < SERIES_END) return magnitude === 0 ? x : erfSeries(x);
  return Math.sign(x) * (1 - Math.exp(-x * x) * scaledComplementaryError(magnitude));
}

/** Slope p of the argument t = 1/(1 + p·x) in which e^(x²)·erfc(x) is a polynomial; any near 1/2 does. */
const SLOPE = 0.5;

/** erf(a) = ±(1 − e^(−a²)·q(t)), where q(t) = e^(x²)·erfc(x) for x = |a| and t = 1/(1 + x/2). */
export function erf<V>(machine: FixedPointMachine<V>, a: V): V {
  const { fractionBits } = machine.format;
  const precision = fractionBits + 4;
  const x = machine.toFormat(a);
  const one = machine.real(1);
  const decay = powerOfTwoBelow(
    machine,
    machine.scaled(machine.product(x, x), Math.LOG2E, fractionBits + 8),
    0,
    precision,
  );
  const denominator = machine.add(machine.product(machine.abs(x), machine.real(SLOPE)), one);
  const t = machine.within(machine.quotient(one, denominator, precision), 0, 1);
  const complement = fractionPolynomial(
    'exp(x^2) erfc(x)',
    (y) => (y === 0 ? 0 : scaledComplementaryError((1 / y - 1) / SLOPE)),
    precision,
    false,
    precision,
  );
  const u = machine.sub(machine.shifted(t, 1), one);
  const scaledTail = machine.roundTo(evaluatePolynomial(machine, complement, u), precision);
  const magnitude = machine.sub(one, machine.product(decay, scaledTail));
  return withSignOf(machine, x, machine.toFormat(magnitude));
}
