import type { FixedPointMachine } from '../fixed-point/fixed-point-machine.js';
import { errorFunction, erf } from './error-function.js';
import { exp, exp2, expm1 } from './exponential.js';
import { acosh, asinh, atanh, cosh, sinh } from './hyperbolic.js';
import { log, log10, log1p, log2 } from './logarithm.js';
import { sigmoid, tanh } from './logistic.js';
import { rsqrt, sqrt } from './square-root.js';
import { acos, asin, atan, cos, sin, tan } from './trigonometric.js';

/** A function of one real: what it computes, and how a fixed-point machine computes it. */
export interface ScalarFunction {
  readonly name: string;
  /** The function on doubles: for constants, and what the accuracy is measured against. */
  readonly real: (x: number) => number;
  /**
   * Computes it on a machine; the result has scale F. An argument outside the function's domain, or
   * a result outside the format, is unsatisfiable.
   */
  readonly run: <V>(machine: FixedPointMachine<V>, a: V) => V;
  /** Where the accuracy is stated for the format 16.16, and what is said of the rest. */
  readonly measured: readonly [from: number, to: number];
  readonly domain: string;
}

const FORMAT_LIMIT = 2 ** 15;
const SMALLEST = 2 ** -16;
/** e^x < 2^15 up to here. */
const EXP_LIMIT = 15 * Math.LN2 - 2 ** -10;

const everywhere = 'every value of the format';

/** All functions of one real, by name. */
export const scalarFunctions = {
  exp: {
    name: 'exp',
    real: Math.exp,
    run: exp,
    measured: [-20, EXP_LIMIT],
    domain: 'below (I−1)·ln 2; the result is 0 below −(F+1)·ln 2',
  },
  exp2: {
    name: 'exp2',
    real: (x) => 2 ** x,
    run: exp2,
    measured: [-20, 15 - 2 ** -10],
    domain: 'below I−1; the result is 0 below −F−1',
  },
  expm1: {
    name: 'expm1',
    real: Math.expm1,
    run: expm1,
    measured: [-20, EXP_LIMIT],
    domain: 'below (I−1)·ln 2',
  },
  log: {
    name: 'log',
    real: Math.log,
    run: log,
    measured: [SMALLEST, FORMAT_LIMIT - 1],
    domain: 'positive values',
  },
  log2: {
    name: 'log2',
    real: Math.log2,
    run: log2,
    measured: [SMALLEST, FORMAT_LIMIT - 1],
    domain: 'positive values',
  },
  log10: {
    name: 'log10',
    real: Math.log10,
    run: log10,
    measured: [SMALLEST, FORMAT_LIMIT - 1],
    domain: 'positive values',
  },
  log1p: {
    name: 'log1p',
    real: Math.log1p,
    run: log1p,
    measured: [-1 + SMALLEST, FORMAT_LIMIT - 2],
    domain: 'above −1',
  },
  sqrt: {
    name: 'sqrt',
    real: Math.sqrt,
    run: sqrt,
    measured: [0, FORMAT_LIMIT - 1],
    domain: 'non-negative values',
  },
  rsqrt: {
    name: 'rsqrt',
    real: (x) => 1 / Math.sqrt(x),
    run: rsqrt,
    measured: [SMALLEST, FORMAT_LIMIT - 1],
    domain: 'positive values',
  },
  tanh: {
    name: 'tanh',
    real: Math.tanh,
    run: tanh,
    measured: [-20, 20],
    domain: everywhere,
  },
  sigmoid: {
    name: 'sigmoid',
    real: (x) => 1 / (1 + Math.exp(-x)),
    run: sigmoid,
    measured: [-20, 20],
    domain: everywhere,
  },
  erf: {
    name: 'erf',
    real: errorFunction,
    run: erf,
    measured: [-8, 8],
    domain: everywhere,
  },
  sin: {
    name: 'sin',
    real: Math.sin,
    run: sin,
    measured: [-FORMAT_LIMIT + 1, FORMAT_LIMIT - 1],
    domain: everywhere,
  },
  cos: {
    name: 'cos',
    real: Math.cos,
    run: cos,
    measured: [-FORMAT_LIMIT + 1, FORMAT_LIMIT - 1],
    domain: everywhere,
  },
  tan: {
    name: 'tan',
    real: Math.tan,
    run: tan,
    measured: [-1.56, 1.56],
    domain: 'everywhere but at the poles',
  },
  asin: {
    name: 'asin',
    real: Math.asin,
    run: asin,
    measured: [-1, 1],
    domain: '−1 to 1',
  },
  acos: {
    name: 'acos',
    real: Math.acos,
    run: acos,
    measured: [-1, 1],
    domain: '−1 to 1',
  },
  atan: {
    name: 'atan',
    real: Math.atan,
    run: atan,
    measured: [-FORMAT_LIMIT + 1, FORMAT_LIMIT - 1],
    domain: everywhere,
  },
  sinh: {
    name: 'sinh',
    real: Math.sinh,
    run: sinh,
    measured: [-EXP_LIMIT, EXP_LIMIT],
    domain: 'magnitudes below I·ln 2',
  },
  cosh: {
    name: 'cosh',
    real: Math.cosh,
    run: cosh,
    measured: [-EXP_LIMIT, EXP_LIMIT],
    domain: 'magnitudes below I·ln 2',
  },
  asinh: {
    name: 'asinh',
    real: Math.asinh,
    run: asinh,
    measured: [-FORMAT_LIMIT + 1, FORMAT_LIMIT - 1],
    domain: everywhere,
  },
  acosh: {
    name: 'acosh',
    real: Math.acosh,
    run: acosh,
    measured: [1, FORMAT_LIMIT - 1],
    domain: '1 and above',
  },
  atanh: {
    name: 'atanh',
    real: Math.atanh,
    run: atanh,
    measured: [-1 + SMALLEST, 1 - SMALLEST],
    domain: 'magnitudes below 1',
  },
} as const satisfies Readonly<Record<string, ScalarFunction>>;

export type ScalarFunctionName = keyof typeof scalarFunctions;
