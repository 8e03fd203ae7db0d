import type { IntegerPredicate, RealPredicate } from './predicates.js';

/**
 * A value of the circuit: an index into the columns of the `CircuitBuilder` that made it, so that an
 * array of values is an `Int32Array`.
 *
 * Behind the index are an LLVM value, a scale s in bits and bounds: the value is the real v·2^(−s),
 * where v is the field element read as a signed integer, and lower ≤ v ≤ upper is *proven* in the
 * circuit (or, for public inputs, promised to the verifier). Integers and booleans have scale 0;
 * a boolean is 0 or 1. Constants are values too and cost nothing until they meet a variable.
 */
export type CircuitValue = number;

/** The id that llvm-emit's function builder gave to an LLVM value. */
export type LlvmValueId = number;

/** What is known of the field elements behind a pointer or an LLVM value; bounds are on v. */
export interface ValueRange {
  readonly scale: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Builds the body of one LLVM function of field arithmetic: constants are folded, scales and bounds
 * are tracked, and range proofs and rescales are placed where the bounds ask for them. Nothing wraps
 * around the modulus unnoticed: an operation whose bounds would leave the field first proves a
 * smaller range, or throws a `NumericError`.
 *
 * Every method that takes operands may throw a `NumericError`, whose message is to be reported at
 * the source operation.
 */
export interface CircuitBuilder {
  // -- Values -------------------------------------------------------------------------------------

  /** A real constant, exact as given; ±∞ and NaN are accepted here and must fold away in use. */
  real(value: number): CircuitValue;
  /** An integer (or, 0 and 1, a boolean) constant of scale 0. */
  integer(value: number | bigint): CircuitValue;
  /** A value that an LLVM value already holds; its range must already be proven or promised. */
  fromLlvm(id: LlvmValueId, range: ValueRange): CircuitValue;
  /** The LLVM field value at scale `scale` (default: the value's own; a real constant: F). */
  toLlvm(value: CircuitValue, scale?: number): LlvmValueId;
  isConstant(value: CircuitValue): boolean;
  /** The constant as a double; undefined of a variable. */
  constantReal(value: CircuitValue): number | undefined;
  /** The constant as an integer; undefined of a variable or of a real that is not an integer. */
  constantInteger(value: CircuitValue): bigint | undefined;
  /** The scale in bits; that of a real constant is F. */
  scaleOf(value: CircuitValue): number;
  /** Bounds of the real that the value stands for (not of v). */
  lowerOf(value: CircuitValue): number;
  upperOf(value: CircuitValue): number;

  // -- Memory, inputs, outputs --------------------------------------------------------------------

  /** Loads `count` field elements starting at `pointer`, all of one range. */
  loadArray(pointer: LlvmValueId, count: number, range: ValueRange): Int32Array;
  /** Stores values to consecutive cells, each brought to `scale` first (default F; integers 0). */
  storeArray(pointer: LlvmValueId, values: Int32Array, scale: number): void;
  /** A fresh `[count x F]` of stack cells. */
  allocateArray(count: number): LlvmValueId;
  /**
   * Public inputs: the verifier sees them and must check that they lie in `range`; no rows.
   */
  publicInputs(pointer: LlvmValueId, count: number, range: ValueRange): Int32Array;
  /**
   * Private inputs: each is used through exactly one laundered copy, and its range is proven.
   */
  privateInputs(pointer: LlvmValueId, count: number, range: ValueRange): Int32Array;
  /** Ties a computed value to the claimed output in an LLVM value: `exit.check.eq`, at `scale`. */
  checkOutput(computed: CircuitValue, claimed: LlvmValueId, scale: number): void;

  // -- Real arithmetic ----------------------------------------------------------------------------
  // Also right for integers that are known not to wrap; the scale follows by itself.

  add(a: CircuitValue, b: CircuitValue): CircuitValue;
  sub(a: CircuitValue, b: CircuitValue): CircuitValue;
  mul(a: CircuitValue, b: CircuitValue): CircuitValue;
  neg(a: CircuitValue): CircuitValue;
  /** Sum of many values; rounds nowhere. */
  sum(values: Int32Array): CircuitValue;
  /** Σ aᵢ·bᵢ, rounded at most once (when it is rescaled later). */
  dot(a: Int32Array, b: Int32Array): CircuitValue;
  div(a: CircuitValue, b: CircuitValue): CircuitValue;
  reciprocal(a: CircuitValue): CircuitValue;
  /** C's fmod, `arith.remf`: a − b·trunc(a/b). */
  rem(a: CircuitValue, b: CircuitValue): CircuitValue;
  /** The same real at scale `scale` (default F): floor((v + 2^(s−1)) / 2^s) when s bits go. */
  rescale(a: CircuitValue, scale?: number): CircuitValue;
  maximum(a: CircuitValue, b: CircuitValue): CircuitValue;
  minimum(a: CircuitValue, b: CircuitValue): CircuitValue;
  /** A boolean. */
  compare(predicate: RealPredicate, a: CircuitValue, b: CircuitValue): CircuitValue;
  /** `condition ? a : b`, for reals and integers. */
  select(condition: CircuitValue, a: CircuitValue, b: CircuitValue): CircuitValue;
  abs(a: CircuitValue): CircuitValue;
  /** −1, 0 or 1, of scale 0. */
  sign(a: CircuitValue): CircuitValue;
  /** The magnitude of `a` with the sign of `b` (0 counts as positive). */
  copysign(a: CircuitValue, b: CircuitValue): CircuitValue;
  /** Rounding to an integer; the result has scale 0 and is a real as well as an integer. */
  floor(a: CircuitValue): CircuitValue;
  ceil(a: CircuitValue): CircuitValue;
  trunc(a: CircuitValue): CircuitValue;
  roundEven(a: CircuitValue): CircuitValue;
  /** `arith.fptosi`, `arith.fptoui`: toward zero; a value outside iN cannot be proven. */
  fptosi(a: CircuitValue, width: number): CircuitValue;
  fptoui(a: CircuitValue, width: number): CircuitValue;

  // -- Booleans -----------------------------------------------------------------------------------

  not(a: CircuitValue): CircuitValue;
  and(a: CircuitValue, b: CircuitValue): CircuitValue;
  or(a: CircuitValue, b: CircuitValue): CircuitValue;
  xor(a: CircuitValue, b: CircuitValue): CircuitValue;

  // -- Integers of width N ------------------------------------------------------------------------
  // Named after arith's operations. A value stands for its residue mod 2^N and may lie outside iN
  // until an operation looks at it: only then is it wrapped, and only if its bounds say it may have
  // to be. Width 1 is a boolean and always 0 or 1. `index` has width 64.

  addi(a: CircuitValue, b: CircuitValue, width: number): CircuitValue;
  subi(a: CircuitValue, b: CircuitValue, width: number): CircuitValue;
  muli(a: CircuitValue, b: CircuitValue, width: number): CircuitValue;
  divsi(a: CircuitValue, b: CircuitValue, width: number): CircuitValue;
  divui(a: CircuitValue, b: CircuitValue, width: number): CircuitValue;
  floordivsi(a: CircuitValue, b: CircuitValue, width: number): CircuitValue;
  ceildivsi(a: CircuitValue, b: CircuitValue, width: number): CircuitValue;
  ceildivui(a: CircuitValue, b: CircuitValue, width: number): CircuitValue;
  remsi(a: CircuitValue, b: CircuitValue, width: number): CircuitValue;
  remui(a: CircuitValue, b: CircuitValue, width: number): CircuitValue;
  andi(a: CircuitValue, b: CircuitValue, width: number): CircuitValue;
  ori(a: CircuitValue, b: CircuitValue, width: number): CircuitValue;
  xori(a: CircuitValue, b: CircuitValue, width: number): CircuitValue;
  shli(a: CircuitValue, b: CircuitValue, width: number): CircuitValue;
  shrsi(a: CircuitValue, b: CircuitValue, width: number): CircuitValue;
  shrui(a: CircuitValue, b: CircuitValue, width: number): CircuitValue;
  maxsi(a: CircuitValue, b: CircuitValue, width: number): CircuitValue;
  maxui(a: CircuitValue, b: CircuitValue, width: number): CircuitValue;
  minsi(a: CircuitValue, b: CircuitValue, width: number): CircuitValue;
  minui(a: CircuitValue, b: CircuitValue, width: number): CircuitValue;
  absi(a: CircuitValue, width: number): CircuitValue;
  cmpi(
    predicate: IntegerPredicate,
    a: CircuitValue,
    b: CircuitValue,
    width: number,
  ): CircuitValue;
  /** The representative in [−2^(N−1), 2^(N−1)): also `arith.extsi` and `arith.sitofp` from iN. */
  wrapSigned(a: CircuitValue, width: number): CircuitValue;
  /** The representative in [0, 2^N): also `arith.extui` and `arith.uitofp` from iN. */
  wrapUnsigned(a: CircuitValue, width: number): CircuitValue;

  // -- Arrays with a computed index ---------------------------------------------------------------

  /** elements[index]; that 0 ≤ index < length is proven. */
  selectElement(elements: Int32Array, index: CircuitValue): CircuitValue;
  /** A copy of `elements` with `value` at `index`; that 0 ≤ index < length is proven. */
  updateElement(elements: Int32Array, index: CircuitValue, value: CircuitValue): Int32Array;

  // -- Functions of a real ------------------------------------------------------------------------
  // Accuracies and domains: docs/numerics.md.

  exp(a: CircuitValue): CircuitValue;
  exp2(a: CircuitValue): CircuitValue;
  expm1(a: CircuitValue): CircuitValue;
  log(a: CircuitValue): CircuitValue;
  log2(a: CircuitValue): CircuitValue;
  log10(a: CircuitValue): CircuitValue;
  log1p(a: CircuitValue): CircuitValue;
  sqrt(a: CircuitValue): CircuitValue;
  rsqrt(a: CircuitValue): CircuitValue;
  pow(a: CircuitValue, b: CircuitValue): CircuitValue;
  tanh(a: CircuitValue): CircuitValue;
  sigmoid(a: CircuitValue): CircuitValue;
  erf(a: CircuitValue): CircuitValue;
  sin(a: CircuitValue): CircuitValue;
  cos(a: CircuitValue): CircuitValue;
  tan(a: CircuitValue): CircuitValue;
  asin(a: CircuitValue): CircuitValue;
  acos(a: CircuitValue): CircuitValue;
  atan(a: CircuitValue): CircuitValue;
  sinh(a: CircuitValue): CircuitValue;
  cosh(a: CircuitValue): CircuitValue;
  asinh(a: CircuitValue): CircuitValue;
  acosh(a: CircuitValue): CircuitValue;
  atanh(a: CircuitValue): CircuitValue;
}
