import type { FunctionBuilder, ValueId } from '@mlir2zk/llvm-emit';
import { signedOfElement } from '../field/signed-element.js';
import type { FixedPointFormat } from '../fixed-point/fixed-point-format.js';
import {
  addDown,
  addUp,
  isExactSum,
  isRoundingFree,
  multiplyDown,
  multiplyUp,
} from '../fixed-point/interval.js';
import { NumericError } from '../fixed-point/numeric-error.js';
import { factorBits } from '../fixed-point/product-scale.js';
import {
  encodeNumber,
  fractionBitsOf,
  powerOfTwo,
  powerOfTwoExponent,
  roundToScale,
} from '../fixed-point/rounding.js';
import { FieldEmitter } from './field-emitter.js';
import type { CircuitValue } from './value-table.js';
import { ValueKind, ValueTable } from './value-table.js';

/**
 * |v| of every value stays below 2^252: differences of two values then stay below p/2 ≈ 2^253, so
 * nothing wraps around the modulus.
 */
export const MAGNITUDE_BITS = 252;
const MAGNITUDE_LIMIT = 2 ** MAGNITUDE_BITS;

/**
 * Exact arithmetic on circuit values: sums, products, and products with constants. Nothing here
 * rounds a variable or proves a range; an operation whose result might leave the field throws.
 *
 * Constant factors and offsets are not emitted but kept with the value (see `ValueKind.affine`), so
 * that a bias, a rounding term and a range proof's offset become one addition.
 */
export class CircuitCore {
  readonly format: FixedPointFormat;
  readonly emitter: FieldEmitter;
  readonly values = new ValueTable();
  /** Values of more than F fraction bits that were rescaled, and what became of them. */
  readonly operands = new Map<CircuitValue, CircuitValue>();
  /** Values of which a decomposition has yielded whether they are ≥ 0: that boolean. */
  readonly signs = new Map<CircuitValue, CircuitValue>();

  /** @param builder where instructions go; the field is that of pallas, the assigner's native one */
  constructor(builder: FunctionBuilder, format: FixedPointFormat) {
    this.format = format;
    this.emitter = new FieldEmitter(builder, builder.module.types.field('pallas_base'));
  }

  real(value: number): CircuitValue {
    return this.values.constant(value);
  }

  integer(value: number | bigint): CircuitValue {
    return typeof value === 'number'
      ? this.values.constant(value)
      : this.values.bigConstant(value);
  }

  isConstant(value: CircuitValue): boolean {
    return this.values.kinds[value] === ValueKind.constant;
  }

  constantReal(value: CircuitValue): number | undefined {
    return this.isConstant(value) ? this.values.offsets[value] : undefined;
  }

  constantInteger(value: CircuitValue): bigint | undefined {
    if (!this.isConstant(value)) return undefined;
    const big = this.values.bigConstants.get(value);
    if (big !== undefined) return big;
    const real = this.values.offsets[value];
    return Number.isInteger(real) ? BigInt(real) : undefined;
  }

  /** The scale; that of a constant is the least up to F that holds it exactly, else F. */
  scaleOf(value: CircuitValue): number {
    if (!this.isConstant(value)) return this.values.scales[value];
    const real = this.values.offsets[value];
    if (!Number.isFinite(real)) return 0;
    return Math.min(fractionBitsOf(real), this.format.fractionBits);
  }

  lowerOf(value: CircuitValue): number {
    return this.values.lowers[value];
  }

  upperOf(value: CircuitValue): number {
    return this.values.uppers[value];
  }

  /** A value that an LLVM value holds; the bounds are on v. */
  adopt(id: ValueId, scale: number, lower: number, upper: number): CircuitValue {
    if (id < 0) {
      const { field } = this.emitter.type;
      const element = this.emitter.builder.module.constants.bigintOf(id);
      const v = this.integer(signedOfElement(field, element));
      return scale === 0 ? v : this.shifted(v, -scale);
    }
    const unit = powerOfTwo(-scale);
    return this.values.plain(id, scale, lower * unit, upper * unit);
  }

  /** The LLVM value of v at `scale`, which must not be less than the value's scale. */
  llvmAt(value: CircuitValue, scale: number): ValueId {
    const { values } = this;
    if (this.isConstant(value)) return this.constantAt(value, scale);
    if (scale < values.scales[value]) throw new RangeError('a rescale is needed to lower a scale');
    this.checkMagnitude(values.lowers[value], values.uppers[value], scale);
    const linear = this.linearAt(value, scale);
    const offset = values.offsets[value] * powerOfTwo(scale);
    if (values.factors[value] > 0) return this.emitter.addConstant(linear, offset);
    return this.emitter.sub(this.emitter.constant(offset), linear);
  }

  /** Emits what is pending of a variable and returns its LLVM value at its own scale. */
  plainId(value: CircuitValue): ValueId {
    const { values } = this;
    if (values.kinds[value] !== ValueKind.plain) {
      values.becomePlain(value, this.llvmAt(value, values.scales[value]));
    }
    return values.ids[value];
  }

  /** Emits what is pending of a value that several operations will use. Returns the value. */
  plainOf(value: CircuitValue): CircuitValue {
    if (!this.isConstant(value)) this.plainId(value);
    return value;
  }

  add(a: CircuitValue, b: CircuitValue): CircuitValue {
    return this.signedSum(a, b, 1);
  }

  sub(a: CircuitValue, b: CircuitValue): CircuitValue {
    return this.signedSum(a, b, -1);
  }

  neg(a: CircuitValue): CircuitValue {
    const { values } = this;
    if (this.isConstant(a)) {
      const big = values.bigConstants.get(a);
      return big === undefined ? this.real(-values.offsets[a]) : this.integer(-big);
    }
    const { scales, factors, offsets, lowers, uppers } = values;
    const base = values.baseOf(a);
    if (factors[a] === -1 && offsets[a] === 0 && scales[base] === scales[a]) return base;
    return values.affine(base, -factors[a], 0 - offsets[a], scales[a], -uppers[a], -lowers[a]);
  }

  /** a·b; scales add up and nothing is rounded. */
  product(a: CircuitValue, b: CircuitValue): CircuitValue {
    const { values } = this;
    if (this.isConstant(a)) {
      return this.isConstant(b) ? this.foldedProduct(a, b) : this.product(b, a);
    }
    if (this.isConstant(b)) {
      const big = values.bigConstants.get(b);
      return big === undefined
        ? this.productWithReal(a, values.offsets[b])
        : this.productWithInteger(a, big);
    }
    // Constant factors stay outside: (f·x)·y = f·(x·y).
    const pendingA = this.pendingFactor(a);
    const pendingB = this.pendingFactor(b);
    const factor = pendingA * pendingB;
    if (!isRoundingFree(pendingA, pendingB, factor)) return this.plainProduct(a, b);
    const scale = values.scales[a] + values.scales[b];
    const x = pendingA === 1 ? a : values.baseOf(a);
    const y = pendingB === 1 ? b : values.baseOf(b);
    return this.affineOf(this.plainProduct(x, y), factor, 0, scale);
  }

  /** a times round(factor·2^bits)·2^(−bits). */
  scaled(a: CircuitValue, factor: number, bits: number): CircuitValue {
    const { values } = this;
    if (this.isConstant(a)) return this.real(values.offsets[a] * factor);
    const rounded = roundToScale(this.finite(factor), bits);
    if (rounded === 0) return this.real(0);
    const product = values.factors[a] * rounded;
    const offset = values.offsets[a] * rounded;
    const exact =
      isRoundingFree(values.factors[a], rounded, product) &&
      isRoundingFree(values.offsets[a], rounded, offset);
    if (!exact) this.plainId(a);
    const scale = values.scales[a] + bits;
    return exact
      ? this.affineOf(values.baseOf(a), product, offset, scale)
      : this.affineOf(a, rounded, 0, scale);
  }

  /** a·2^k by moving the scale. */
  shifted(a: CircuitValue, k: number): CircuitValue {
    const { values } = this;
    const power = powerOfTwo(k);
    if (this.isConstant(a)) {
      const big = values.bigConstants.get(a);
      return big !== undefined && k >= 0
        ? this.integer(big << BigInt(k))
        : this.real(values.offsets[a] * power);
    }
    if (k === 0) return a;
    const { scales, factors, offsets, lowers, uppers } = values;
    const base = values.baseOf(a);
    const lower = lowers[a] * power;
    const upper = uppers[a] * power;
    if (scales[base] < k) {
      const scale = Math.max(0, scales[a] - k);
      return values.affine(base, factors[a] * power, offsets[a] * power, scale, lower, upper);
    }
    const moved = values.plain(
      values.ids[base],
      scales[base] - k,
      lowers[base] * power,
      uppers[base] * power,
    );
    if (base === a) return moved;
    return values.affine(moved, factors[a], offsets[a] * power, scales[a] - k, lower, upper);
  }

  /** The same value with bounds that hold by the way it was computed. */
  boundedBy(a: CircuitValue, lower: number, upper: number): CircuitValue {
    const { values } = this;
    const { ids, scales, factors, offsets, lowers, uppers } = values;
    if (this.isConstant(a) || (lower <= lowers[a] && upper >= uppers[a])) return a;
    const low = Math.max(lower, lowers[a]);
    const high = Math.min(upper, uppers[a]);
    if (values.kinds[a] === ValueKind.plain) return values.plain(ids[a], scales[a], low, high);
    let base = ids[a];
    if (factors[a] === 1) {
      const baseLower = Math.max(lowers[base], addDown(low, -offsets[a]));
      const baseUpper = Math.min(uppers[base], addUp(high, -offsets[a]));
      base = values.plain(ids[base], scales[base], baseLower, baseUpper);
    }
    return values.affine(base, factors[a], offsets[a], scales[a], low, high);
  }

  /**
   * A constant as it counts beside a variable: rounded to the variable's scale, or to as many bits up
   * to F as it needs. Variables, infinities and NaN are returned as they are.
   */
  roundedBeside(a: CircuitValue, variable: CircuitValue): CircuitValue {
    if (!this.isConstant(a) || this.isConstant(variable)) return a;
    const real = this.values.offsets[a];
    const scale = Math.max(this.values.scales[variable], this.scaleOf(a));
    if (!Number.isFinite(real) || fractionBitsOf(real) <= scale) return a;
    return this.real(roundToScale(real, scale));
  }

  /** Whether a ± b stays in the field. */
  sumFits(a: CircuitValue, b: CircuitValue): boolean {
    const { scales, lowers, uppers } = this.values;
    const magnitude = Math.max(-lowers[a], uppers[a]) + Math.max(-lowers[b], uppers[b]);
    return !(magnitude * powerOfTwo(Math.max(scales[a], scales[b])) >= MAGNITUDE_LIMIT);
  }

  /** Whether |v| of every value between the bounds stays in the field at `scale`. */
  fits(lower: number, upper: number, scale: number): boolean {
    const unit = powerOfTwo(scale);
    return upper * unit < MAGNITUDE_LIMIT && lower * unit > -MAGNITUDE_LIMIT;
  }

  /** factor·base + offset, where base is plain. */
  private affineOf(base: CircuitValue, factor: number, offset: number, scale: number): CircuitValue {
    const { values } = this;
    const { lowers, uppers } = values;
    const low = factor > 0 ? lowers[base] : uppers[base];
    const high = factor > 0 ? uppers[base] : lowers[base];
    const lower = addDown(multiplyDown(low, factor), offset);
    const upper = addUp(multiplyUp(high, factor), offset);
    if (factor === 1 && offset === 0 && scale === values.scales[base]) return base;
    return values.affine(base, factor, offset, scale, lower, upper);
  }

  /** The factor of a value that is nothing but factor·base; 1 for others. */
  private pendingFactor(a: CircuitValue): number {
    return this.values.offsets[a] === 0 ? this.values.factors[a] : 1;
  }

  private plainProduct(a: CircuitValue, b: CircuitValue): CircuitValue {
    const { values } = this;
    const x = this.plainId(a);
    const y = this.plainId(b);
    const { scales, lowers, uppers } = values;
    const scale = scales[a] + scales[b];
    const [al, au, bl, bu] = [lowers[a], uppers[a], lowers[b], uppers[b]];
    let lower = Math.min(
      multiplyDown(al, bl),
      multiplyDown(al, bu),
      multiplyDown(au, bl),
      multiplyDown(au, bu),
    );
    if (a === b) lower = Math.max(lower, 0);
    const upper = Math.max(
      multiplyUp(al, bl),
      multiplyUp(al, bu),
      multiplyUp(au, bl),
      multiplyUp(au, bu),
    );
    this.checkMagnitude(lower, upper, scale);
    return values.plain(this.emitter.mul(x, y), scale, lower, upper);
  }

  private foldedProduct(a: CircuitValue, b: CircuitValue): CircuitValue {
    const { values } = this;
    const product = values.offsets[a] * values.offsets[b];
    if (Math.abs(product) < 2 ** 53 || !Number.isFinite(product)) return this.real(product);
    const x = this.constantInteger(a);
    const y = this.constantInteger(b);
    return x === undefined || y === undefined ? this.real(product) : this.integer(x * y);
  }

  private productWithReal(a: CircuitValue, factor: number): CircuitValue {
    if (factor === 0) return this.real(0);
    const exponent = powerOfTwoExponent(Math.abs(factor));
    if (exponent === undefined) {
      return this.scaled(a, factor, factorBits(this.finite(factor), this.format));
    }
    const moved = this.shifted(a, exponent);
    return factor > 0 ? moved : this.neg(moved);
  }

  private productWithInteger(a: CircuitValue, factor: bigint): CircuitValue {
    const { values } = this;
    const id = this.plainId(a);
    const scale = values.scales[a];
    const magnitude = factor < 0n ? -factor : factor;
    const rounded = Number(magnitude) * (1 + 2 ** -52); // not less than the magnitude
    const bound = multiplyUp(Math.max(-values.lowers[a], values.uppers[a]), rounded);
    this.checkMagnitude(-bound, bound, scale);
    const product = this.emitter.mul(id, this.emitter.constant(magnitude));
    const lower = values.lowers[a] >= 0 ? 0 : -bound;
    const upper = values.uppers[a] <= 0 ? 0 : bound;
    const made = values.plain(product, scale, lower, upper);
    return factor > 0n ? made : this.neg(made);
  }

  /** a + sign·b. */
  private signedSum(a: CircuitValue, b: CircuitValue, sign: 1 | -1): CircuitValue {
    const constantA = this.isConstant(a);
    const constantB = this.isConstant(b);
    if (constantA && constantB) return this.foldedSum(a, b, sign);
    if (constantB) return this.withOffset(a, b, sign);
    if (constantA) return this.withOffset(sign > 0 ? b : this.neg(b), a, 1);
    return this.variableSum(a, b, sign);
  }

  private foldedSum(a: CircuitValue, b: CircuitValue, sign: 1 | -1): CircuitValue {
    const { values } = this;
    const sum = values.offsets[a] + sign * values.offsets[b];
    if (Math.abs(sum) < 2 ** 52 && values.bigConstants.size === 0) return this.real(sum);
    const x = this.constantInteger(a);
    const y = this.constantInteger(b);
    return x === undefined || y === undefined
      ? this.real(sum)
      : this.integer(x + BigInt(sign) * y);
  }

  private withOffset(a: CircuitValue, b: CircuitValue, sign: 1 | -1): CircuitValue {
    const { values } = this;
    const big = values.bigConstants.get(b);
    if (big !== undefined) return this.withIntegerOffset(a, sign > 0 ? big : -big);
    const real = sign * this.finite(values.offsets[b]);
    const scale = Math.max(values.scales[a], this.scaleOf(b));
    const added = roundToScale(real, scale);
    if (added === 0 && scale === values.scales[a]) return a;
    let offset = values.offsets[a] + added;
    if (!isExactSum(values.offsets[a], added, offset)) {
      this.plainId(a);
      offset = added;
    }
    const lower = addDown(values.lowers[a], added);
    const upper = addUp(values.uppers[a], added);
    this.checkMagnitude(lower, upper, scale);
    return values.affine(values.baseOf(a), values.factors[a], offset, scale, lower, upper);
  }

  private withIntegerOffset(a: CircuitValue, added: bigint): CircuitValue {
    const { values } = this;
    const id = this.plainId(a);
    const scale = values.scales[a];
    const nearest = Number(added);
    const slack = Math.abs(nearest) * 2 ** -52;
    const lower = addDown(values.lowers[a], nearest - slack);
    const upper = addUp(values.uppers[a], nearest + slack);
    this.checkMagnitude(lower, upper, scale);
    const sum = this.emitter.addConstant(id, added << BigInt(scale));
    return values.plain(sum, scale, lower, upper);
  }

  private variableSum(a: CircuitValue, b: CircuitValue, sign: 1 | -1): CircuitValue {
    const { values } = this;
    const lowerB = sign > 0 ? values.lowers[b] : -values.uppers[b];
    const upperB = sign > 0 ? values.uppers[b] : -values.lowers[b];
    const lower = addDown(values.lowers[a], lowerB);
    const upper = addUp(values.uppers[a], upperB);
    const scale = Math.max(values.scales[a], values.scales[b]);
    this.checkMagnitude(lower, upper, scale);
    let offset = values.offsets[a] + sign * values.offsets[b];
    if (!isExactSum(values.offsets[a], sign * values.offsets[b], offset)) {
      this.plainId(a);
      this.plainId(b);
      offset = 0;
    }
    const x = this.linearAt(a, scale);
    const y = this.linearAt(b, scale);
    const positiveA = values.factors[a] > 0;
    const positiveB = values.factors[b] > 0 === sign > 0;
    const id =
      positiveA === positiveB
        ? this.emitter.add(x, y)
        : positiveA
          ? this.emitter.sub(x, y)
          : this.emitter.sub(y, x);
    return this.addOffset(id, positiveA || positiveB ? 1 : -1, offset, { scale, lower, upper });
  }

  /** factor·id + offset, where the bounds (reals) are those of the result. */
  addOffset(
    id: ValueId,
    factor: 1 | -1,
    offset: number,
    { scale, lower, upper }: { readonly scale: number; readonly lower: number; readonly upper: number },
  ): CircuitValue {
    const { values } = this;
    if (factor === 1 && offset === 0) return values.plain(id, scale, lower, upper);
    const base =
      factor === 1
        ? values.plain(id, scale, addDown(lower, -offset), addUp(upper, -offset))
        : values.plain(id, scale, addDown(offset, -upper), addUp(offset, -lower));
    return values.affine(base, factor, offset, scale, lower, upper);
  }

  /**
   * The LLVM value of |factor|·base at `scale`. Emitted once for the value's own scale: the value
   * then keeps ±1 as its factor.
   */
  linearAt(a: CircuitValue, scale: number): ValueId {
    const { values } = this;
    const base = values.baseOf(a);
    const magnitude = Math.abs(values.factors[a]);
    const multiplier = magnitude * powerOfTwo(scale - values.scales[base]);
    if (multiplier === 1) return values.ids[base];
    const lower = multiplyDown(values.lowers[base], magnitude);
    const upper = multiplyUp(values.uppers[base], magnitude);
    this.checkMagnitude(lower, upper, scale);
    const id = this.emitter.mul(values.ids[base], this.emitter.constant(multiplier));
    if (base !== a && scale === values.scales[a]) {
      const emitted = values.plain(id, scale, lower, upper); // may replace the columns
      values.ids[a] = emitted;
      values.factors[a] = Math.sign(values.factors[a]);
    }
    return id;
  }

  private constantAt(value: CircuitValue, scale: number): ValueId {
    const { values } = this;
    const big = values.bigConstants.get(value);
    const v = big === undefined ? encodeNumber(this.finite(values.offsets[value]), scale) : big << BigInt(scale);
    this.checkMagnitude(Number(v), Number(v), 0);
    return this.emitter.constant(v);
  }

  /** @throws NumericError unless `value` is a number */
  private finite(value: number): number {
    if (Number.isFinite(value)) return value;
    throw new NumericError(
      Number.isNaN(value)
        ? 'NaN has no fixed-point representation'
        : `an infinity has no fixed-point representation, and it does not cancel out here`,
    );
  }

  private checkMagnitude(lower: number, upper: number, scale: number): void {
    if (this.fits(lower, upper, scale)) return;
    throw new NumericError(
      `the result may lie anywhere from ${lower} to ${upper}; with ${scale} fraction bits that exceeds the field`,
    );
  }
}
