import type { FunctionBuilder, ValueId } from '@mlir2zk/llvm-emit';
import { CircuitCore } from '../core/circuit-core.js';
import { decompose, decomposeInto } from '../core/decomposition.js';
import { longSum } from '../core/long-sum.js';
import type { CircuitValue } from '../core/value-table.js';
import { defaultFixedPointFormat } from '../fixed-point/fixed-point-format.js';
import type { FixedPointFormat } from '../fixed-point/fixed-point-format.js';
import type { BitsOf, FixedPointMachine } from '../fixed-point/fixed-point-machine.js';
import { NumericError } from '../fixed-point/numeric-error.js';
import type { IntegerPredicate, RealPredicate } from '../fixed-point/predicates.js';
import { powerOfTwo } from '../fixed-point/rounding.js';
import { pow, powerOfConstant } from '../functions/power.js';
import { scalarFunctions } from '../functions/scalar-functions.js';
import type { ScalarFunctionName } from '../functions/scalar-functions.js';
import { constantPosition, oneHot, selectByFlags, updateByFlags } from '../gadgets/array-element.js';
import { bitwise, shift } from '../gadgets/bitwise.js';
import * as boolean from '../gadgets/boolean.js';
import { compare } from '../gadgets/compare.js';
import { compareIntegers } from '../gadgets/compare-integers.js';
import { divide, quotient, remainder } from '../gadgets/division.js';
import { privateInput } from '../gadgets/input.js';
import { integerDivision } from '../gadgets/integer-division.js';
import { wrapSigned, wrapUnsigned } from '../gadgets/integer-wrap.js';
import { multiply } from '../gadgets/multiply.js';
import type { PackedLinear } from '../gadgets/packed-linear.js';
import { planPackedLinear } from '../gadgets/plan-packed-linear.js';
import { integerPower } from '../gadgets/power.js';
import { formatBounds, rescale, roundTo, toOperand } from '../gadgets/rescale.js';
import { roundToInteger } from '../gadgets/round-to-integer.js';
import { absolute, maximum, minimum, select } from '../gadgets/select.js';

export type { CircuitValue } from '../core/value-table.js';

/** The id that llvm-emit's function builder gave to an LLVM value. */
export type LlvmValueId = ValueId;

/** What is known of the field elements behind a pointer or an LLVM value; bounds are on v. */
export interface ValueRange {
  readonly scale: number;
  readonly lower: number;
  readonly upper: number;
}

/** Exponents up to this magnitude are worked out by multiplying. */
const LARGEST_INTEGER_POWER = 64;

/**
 * Builds the body of one LLVM function of field arithmetic: constants are folded, scales and bounds
 * are tracked, and range proofs and rescales are placed where the bounds ask for them. Nothing wraps
 * around the modulus unnoticed: an operation whose bounds would leave the field first proves a
 * smaller range, or throws a `NumericError`.
 *
 * Products keep all bits until they must give some up, so a dot product rounds once, when its sum is
 * next multiplied, divided, stored or passed to a function. Every method that takes operands may
 * throw a `NumericError`, whose message is to be reported at the source operation.
 */
export class CircuitBuilder extends CircuitCore implements FixedPointMachine<CircuitValue> {
  constructor(builder: FunctionBuilder, format: FixedPointFormat = defaultFixedPointFormat) {
    super(builder, format);
  }

  // -- Values -------------------------------------------------------------------------------------

  /** A value that an LLVM value already holds; its range must already be proven or promised. */
  fromLlvm(id: LlvmValueId, { scale, lower, upper }: ValueRange): CircuitValue {
    return this.adopt(id, scale, lower, upper);
  }

  /** The LLVM field value at a scale, by default the value's own; rescaled if it has more fraction bits. */
  toLlvm(value: CircuitValue, scale = this.scaleOf(value)): LlvmValueId {
    if (this.isConstant(value) || this.scaleOf(value) < scale) return this.llvmAt(value, scale);
    return this.plainId(rescale(this, value, scale));
  }

  // -- Memory, inputs, outputs --------------------------------------------------------------------

  /** Loads `count` field elements from `pointer` on, all of one proven range. */
  loadArray(pointer: LlvmValueId, count: number, range: ValueRange): Int32Array {
    const { emitter } = this;
    const loaded = new Int32Array(count);
    this.forEachCell(pointer, count, (cell, i) => {
      loaded[i] = this.fromLlvm(emitter.load(cell), range);
    });
    return loaded;
  }

  /** Stores values to consecutive cells, each brought to `scale` first. */
  storeArray(pointer: LlvmValueId, values: Int32Array, scale: number): void {
    const { emitter } = this;
    this.forEachCell(pointer, values.length, (cell, i) => {
      emitter.store(this.toLlvm(values[i], scale), cell);
    });
  }

  /** A fresh `[count x F]` of stack cells. */
  allocateArray(count: number): LlvmValueId {
    return this.emitter.allocate(count);
  }

  /** Public inputs: the verifier sees them and must check that they lie in `range`; no rows. */
  publicInputs(pointer: LlvmValueId, count: number, range: ValueRange): Int32Array {
    return this.loadArray(pointer, count, range);
  }

  /**
   * Private inputs: each is used through exactly one laundered copy, and its range is proven up to
   * powers of two.
   */
  privateInputs(pointer: LlvmValueId, count: number, range: ValueRange): Int32Array {
    const unit = powerOfTwo(-range.scale);
    const loaded = new Int32Array(count);
    this.forEachCell(pointer, count, (cell, i) => {
      const id = this.emitter.load(cell);
      loaded[i] = privateInput(this, id, range.scale, range.lower * unit, range.upper * unit);
    });
    return loaded;
  }

  /**
   * Ties a computed value to the claimed output in an LLVM value, at `scale`. Throws a NumericError for a real (a scale
   * above 0) of which no value is in the format: no claim could be right.
   */
  checkOutput(computed: CircuitValue, claimed: LlvmValueId, scale: number): void {
    if (scale > 0) formatBounds(this, computed);
    this.emitter.requireEqual(this.toLlvm(computed, scale), claimed);
  }

  // -- Real arithmetic ----------------------------------------------------------------------------
  // Also right for integers that are known not to wrap; the scale follows by itself. A sum that would
  // leave the field makes room by bringing its operands back to F fraction bits.

  override add(a: CircuitValue, b: CircuitValue): CircuitValue {
    return this.sumFits(a, b) ? super.add(a, b) : super.add(toOperand(this, a), toOperand(this, b));
  }

  override sub(a: CircuitValue, b: CircuitValue): CircuitValue {
    return this.sumFits(a, b) ? super.sub(a, b) : super.sub(toOperand(this, a), toOperand(this, b));
  }

  mul(a: CircuitValue, b: CircuitValue): CircuitValue {
    return multiply(this, a, b);
  }

  /** Sum of many values; rounds nowhere. */
  sum(values: Int32Array): CircuitValue {
    const long = longSum(this, values);
    if (long !== undefined) return long;
    let total = this.real(0);
    for (const value of values) total = this.add(total, value);
    return total;
  }

  /** Σ aᵢ·bᵢ, rounded nowhere if the factors have F fraction bits. */
  dot(a: Int32Array, b: Int32Array): CircuitValue {
    return this.sum(a.map((x, i) => this.mul(x, b[i])));
  }

  /**
   * W·x + b for constants W and b and for inputs that all are among `inputs`, where computing several outputs in one
   * field element takes fewer rows than a sum for each; see {@link planPackedLinear}. Rounded to F fraction bits.
   */
  packedLinear(weights: readonly Int32Array[], biases: Int32Array, inputs: Int32Array): PackedLinear | undefined {
    return planPackedLinear(this, weights, biases, inputs);
  }

  /** a/b to nearest; a division by a constant multiplies by its reciprocal. */
  div(a: CircuitValue, b: CircuitValue): CircuitValue {
    return divide(this, a, b);
  }

  reciprocal(a: CircuitValue): CircuitValue {
    return divide(this, this.real(1), a);
  }

  /** C's fmod, `arith.remf`: a − b·trunc(a/b). */
  rem(a: CircuitValue, b: CircuitValue): CircuitValue {
    return remainder(this, a, b);
  }

  /** The same real at scale `scale` (default F), proven to fit the format where bits go. */
  rescale(a: CircuitValue, scale = this.format.fractionBits): CircuitValue {
    return rescale(this, a, scale);
  }

  maximum(a: CircuitValue, b: CircuitValue): CircuitValue {
    return maximum(this, a, b);
  }

  minimum(a: CircuitValue, b: CircuitValue): CircuitValue {
    return minimum(this, a, b);
  }

  /** A boolean. */
  compare(predicate: RealPredicate, a: CircuitValue, b: CircuitValue): CircuitValue {
    return compare(this, predicate, a, b);
  }

  /** `condition ? a : b`, for reals and integers. */
  select(condition: CircuitValue, a: CircuitValue, b: CircuitValue): CircuitValue {
    return select(this, condition, a, b);
  }

  abs(a: CircuitValue): CircuitValue {
    return absolute(this, a);
  }

  /** −1, 0 or 1, of scale 0. */
  sign(a: CircuitValue): CircuitValue {
    const zero = this.real(0);
    return this.sub(compare(this, 'ge', a, zero), compare(this, 'le', a, zero));
  }

  /** The magnitude of `a` with the sign of `b` (0 counts as positive). */
  copysign(a: CircuitValue, b: CircuitValue): CircuitValue {
    const magnitude = absolute(this, a);
    const isPositive = compare(this, 'ge', b, this.real(0));
    return select(this, isPositive, magnitude, this.neg(magnitude));
  }

  /** Rounding to an integer; the result has scale 0 and is a real as well as an integer. */
  floor(a: CircuitValue): CircuitValue {
    return roundToInteger(this, 'floor', a);
  }

  ceil(a: CircuitValue): CircuitValue {
    return roundToInteger(this, 'ceil', a);
  }

  trunc(a: CircuitValue): CircuitValue {
    return roundToInteger(this, 'trunc', a);
  }

  roundEven(a: CircuitValue): CircuitValue {
    return roundToInteger(this, 'roundeven', a);
  }

  /** `arith.fptosi`: toward zero. Outside iN arith's result is poison; here it wraps. */
  fptosi(a: CircuitValue, width: number): CircuitValue {
    return wrapSigned(this, this.trunc(this.finiteReal(a)), width);
  }

  /** `arith.fptoui`, likewise. */
  fptoui(a: CircuitValue, width: number): CircuitValue {
    return wrapUnsigned(this, this.trunc(this.finiteReal(a)), width);
  }

  // -- Booleans -----------------------------------------------------------------------------------

  not(a: CircuitValue): CircuitValue {
    return boolean.not(this, a);
  }

  and(a: CircuitValue, b: CircuitValue): CircuitValue {
    return boolean.and(this, a, b);
  }

  or(a: CircuitValue, b: CircuitValue): CircuitValue {
    return boolean.or(this, a, b);
  }

  xor(a: CircuitValue, b: CircuitValue): CircuitValue {
    return boolean.xor(this, a, b);
  }

  // -- Integers of width N ------------------------------------------------------------------------
  // Named after arith's operations. A value stands for its residue mod 2^N and may lie outside iN
  // until an operation looks at it: only then is it wrapped, and only if its bounds say it may have
  // to be. Width 1 is a boolean: 0 or 1 wherever bits are looked at. `index` has width 64.

  addi(a: CircuitValue, b: CircuitValue, width: number): CircuitValue {
    const [x, y] = this.roomyIntegers(a, b, width);
    return width === 1 ? wrapUnsigned(this, this.add(x, y), 1) : this.add(x, y);
  }

  subi(a: CircuitValue, b: CircuitValue, width: number): CircuitValue {
    const [x, y] = this.roomyIntegers(a, b, width);
    return width === 1 ? wrapUnsigned(this, this.sub(x, y), 1) : this.sub(x, y);
  }

  muli(a: CircuitValue, b: CircuitValue, width: number): CircuitValue {
    const [x, y] = this.roomyIntegers(a, b, width);
    return this.product(x, y);
  }

  divsi(a: CircuitValue, b: CircuitValue, width: number): CircuitValue {
    return integerDivision(this, 'divsi', a, b, width);
  }

  divui(a: CircuitValue, b: CircuitValue, width: number): CircuitValue {
    return integerDivision(this, 'divui', a, b, width);
  }

  floordivsi(a: CircuitValue, b: CircuitValue, width: number): CircuitValue {
    return integerDivision(this, 'floordivsi', a, b, width);
  }

  ceildivsi(a: CircuitValue, b: CircuitValue, width: number): CircuitValue {
    return integerDivision(this, 'ceildivsi', a, b, width);
  }

  ceildivui(a: CircuitValue, b: CircuitValue, width: number): CircuitValue {
    return integerDivision(this, 'ceildivui', a, b, width);
  }

  remsi(a: CircuitValue, b: CircuitValue, width: number): CircuitValue {
    return integerDivision(this, 'remsi', a, b, width);
  }

  remui(a: CircuitValue, b: CircuitValue, width: number): CircuitValue {
    return integerDivision(this, 'remui', a, b, width);
  }

  andi(a: CircuitValue, b: CircuitValue, width: number): CircuitValue {
    return bitwise(this, 'andi', a, b, width);
  }

  ori(a: CircuitValue, b: CircuitValue, width: number): CircuitValue {
    return bitwise(this, 'ori', a, b, width);
  }

  xori(a: CircuitValue, b: CircuitValue, width: number): CircuitValue {
    return bitwise(this, 'xori', a, b, width);
  }

  shli(a: CircuitValue, b: CircuitValue, width: number): CircuitValue {
    return shift(this, 'shli', a, b, width);
  }

  shrsi(a: CircuitValue, b: CircuitValue, width: number): CircuitValue {
    return shift(this, 'shrsi', a, b, width);
  }

  shrui(a: CircuitValue, b: CircuitValue, width: number): CircuitValue {
    return shift(this, 'shrui', a, b, width);
  }

  maxsi(a: CircuitValue, b: CircuitValue, width: number): CircuitValue {
    return maximum(this, wrapSigned(this, a, width), wrapSigned(this, b, width));
  }

  maxui(a: CircuitValue, b: CircuitValue, width: number): CircuitValue {
    return maximum(this, wrapUnsigned(this, a, width), wrapUnsigned(this, b, width));
  }

  minsi(a: CircuitValue, b: CircuitValue, width: number): CircuitValue {
    return minimum(this, wrapSigned(this, a, width), wrapSigned(this, b, width));
  }

  minui(a: CircuitValue, b: CircuitValue, width: number): CircuitValue {
    return minimum(this, wrapUnsigned(this, a, width), wrapUnsigned(this, b, width));
  }

  absi(a: CircuitValue, width: number): CircuitValue {
    return absolute(this, wrapSigned(this, a, width));
  }

  cmpi(predicate: IntegerPredicate, a: CircuitValue, b: CircuitValue, width: number): CircuitValue {
    return compareIntegers(this, predicate, a, b, width);
  }

  /** The representative in [−2^(N−1), 2^(N−1)): also `arith.extsi` and `arith.sitofp` from iN. */
  wrapSigned(a: CircuitValue, width: number): CircuitValue {
    return wrapSigned(this, a, width);
  }

  /** The representative in [0, 2^N): also `arith.extui` and `arith.uitofp` from iN. */
  wrapUnsigned(a: CircuitValue, width: number): CircuitValue {
    return wrapUnsigned(this, a, width);
  }

  // -- Arrays with a computed index ---------------------------------------------------------------

  /** elements[index]; that 0 ≤ index < length is proven. */
  selectElement(elements: Int32Array, index: CircuitValue): CircuitValue {
    const constant = this.constantInteger(index);
    if (constant !== undefined) return elements[constantPosition(constant, elements.length)];
    return selectByFlags(this, this.flagsOf(index, elements.length), elements);
  }

  /** A copy of `elements` with `value` at `index`; that 0 ≤ index < length is proven. */
  updateElement(elements: Int32Array, index: CircuitValue, value: CircuitValue): Int32Array {
    const constant = this.constantInteger(index);
    if (constant === undefined) {
      return updateByFlags(this, this.flagsOf(index, elements.length), elements, value);
    }
    const updated = elements.slice();
    updated[constantPosition(constant, elements.length)] = value;
    return updated;
  }

  // -- Functions of a real ------------------------------------------------------------------------
  // Accuracies and domains: docs/numerics.md.

  /** One of {@link scalarFunctions} by name. */
  call(name: ScalarFunctionName, a: CircuitValue): CircuitValue {
    const { real, run } = scalarFunctions[name];
    const constant = this.constantReal(a);
    return constant === undefined ? run<CircuitValue>(this, a) : this.real(real(constant));
  }

  exp(a: CircuitValue): CircuitValue {
    return this.call('exp', a);
  }

  exp2(a: CircuitValue): CircuitValue {
    return this.call('exp2', a);
  }

  expm1(a: CircuitValue): CircuitValue {
    return this.call('expm1', a);
  }

  log(a: CircuitValue): CircuitValue {
    return this.call('log', a);
  }

  log2(a: CircuitValue): CircuitValue {
    return this.call('log2', a);
  }

  log10(a: CircuitValue): CircuitValue {
    return this.call('log10', a);
  }

  log1p(a: CircuitValue): CircuitValue {
    return this.call('log1p', a);
  }

  sqrt(a: CircuitValue): CircuitValue {
    return this.call('sqrt', a);
  }

  rsqrt(a: CircuitValue): CircuitValue {
    return this.call('rsqrt', a);
  }

  tanh(a: CircuitValue): CircuitValue {
    return this.call('tanh', a);
  }

  sigmoid(a: CircuitValue): CircuitValue {
    return this.call('sigmoid', a);
  }

  erf(a: CircuitValue): CircuitValue {
    return this.call('erf', a);
  }

  sin(a: CircuitValue): CircuitValue {
    return this.call('sin', a);
  }

  cos(a: CircuitValue): CircuitValue {
    return this.call('cos', a);
  }

  tan(a: CircuitValue): CircuitValue {
    return this.call('tan', a);
  }

  asin(a: CircuitValue): CircuitValue {
    return this.call('asin', a);
  }

  acos(a: CircuitValue): CircuitValue {
    return this.call('acos', a);
  }

  atan(a: CircuitValue): CircuitValue {
    return this.call('atan', a);
  }

  sinh(a: CircuitValue): CircuitValue {
    return this.call('sinh', a);
  }

  cosh(a: CircuitValue): CircuitValue {
    return this.call('cosh', a);
  }

  asinh(a: CircuitValue): CircuitValue {
    return this.call('asinh', a);
  }

  acosh(a: CircuitValue): CircuitValue {
    return this.call('acosh', a);
  }

  atanh(a: CircuitValue): CircuitValue {
    return this.call('atanh', a);
  }

  /** a^b. Integral constants b up to 64 multiply; ±1/2 take the root; others go through log2 |a|. */
  pow(a: CircuitValue, b: CircuitValue): CircuitValue {
    const exponent = this.constantReal(b);
    const base = this.constantReal(a);
    if (exponent !== undefined) {
      if (base !== undefined) return this.real(base ** exponent);
      if (exponent === 0) return this.real(1);
      if (exponent === 0.5) return this.sqrt(a);
      if (exponent === -0.5) return this.rsqrt(a);
      if (Number.isInteger(exponent) && Math.abs(exponent) <= LARGEST_INTEGER_POWER) {
        const power = integerPower(this, a, Math.abs(exponent));
        return exponent > 0 ? power : this.reciprocal(power);
      }
    }
    return base !== undefined && base > 0 ? powerOfConstant(this, base, b) : pow(this, a, b);
  }

  // -- What functions are written in: see FixedPointMachine ---------------------------------------

  roundTo(a: CircuitValue, scale: number): CircuitValue {
    return roundTo(this, a, scale);
  }

  toFormat(a: CircuitValue): CircuitValue {
    return rescale(this, a, this.format.fractionBits);
  }

  within(a: CircuitValue, lower: number, upper: number): CircuitValue {
    return this.boundedBy(a, lower, upper);
  }

  isKnownFalse(a: CircuitValue): boolean {
    return this.constantReal(a) === 0;
  }

  decompose(a: CircuitValue): BitsOf<CircuitValue> {
    return decompose(this, a);
  }

  quotient(a: CircuitValue, b: CircuitValue, scale: number): CircuitValue {
    return quotient(this, a, b, scale);
  }

  requireZero(a: CircuitValue): void {
    if (this.constantReal(a) === 0) return;
    this.emitter.requireEqual(this.toLlvm(a), this.emitter.constant(0));
  }

  requireBits(a: CircuitValue, length: number): CircuitValue {
    const unit = powerOfTwo(-this.scaleOf(a));
    const most = (powerOfTwo(length) - 1) * unit;
    if (this.lowerOf(a) < 0 || this.upperOf(a) > most) decomposeInto(this, a, length);
    return this.boundedBy(a, 0, most);
  }

  // -----------------------------------------------------------------------------------------------

  private flagsByIndex: { index: CircuitValue; flags: Int32Array } | undefined;

  /** Whether each position is the index; arrays of one length that share an index share this. */
  private flagsOf(index: CircuitValue, length: number): Int32Array {
    const known = this.flagsByIndex;
    if (known?.index === index && known.flags.length === length) return known.flags;
    const flags = oneHot(this, index, length);
    this.flagsByIndex = { index, flags };
    return flags;
  }

  /** Integers as they are, or wrapped where a sum or product of theirs could leave the field. */
  private roomyIntegers(
    a: CircuitValue,
    b: CircuitValue,
    width: number,
  ): readonly [CircuitValue, CircuitValue] {
    const most = (x: CircuitValue): number => Math.max(1, -this.lowerOf(x), this.upperOf(x));
    const product = 2 * most(a) * most(b);
    if (this.fits(-product, product, 0)) return [a, b];
    return [wrapSigned(this, a, width), wrapSigned(this, b, width)];
  }

  private finiteReal(a: CircuitValue): CircuitValue {
    const constant = this.constantReal(a);
    if (constant === undefined || Number.isFinite(constant)) return a;
    throw new NumericError(`${constant} is no integer`);
  }

  /** Steps through an array with one constant index, 1, so that no index takes a cell of its own. */
  private forEachCell(
    pointer: LlvmValueId,
    count: number,
    visit: (cell: LlvmValueId, index: number) => void,
  ): void {
    let cell = pointer;
    for (let i = 0; i < count; i++) {
      if (i > 0) cell = this.emitter.cellAt(cell, 1);
      visit(cell, i);
    }
  }
}

/** A {@link CircuitBuilder} that appends to a function. */
export function createCircuitBuilder(
  builder: FunctionBuilder,
  options: { readonly format?: FixedPointFormat } = {},
): CircuitBuilder {
  return new CircuitBuilder(builder, options.format);
}
