import type { BinaryOpcode, ConstantPool, FunctionBuilder, IntegerPredicate, IntegerType, ValueId } from '@mlir2zk/llvm-emit';

/** Arithmetic on values of type `index`, that is i64. What is known when the code is made is computed then. */
export class IndexArithmetic {
  private readonly builder: FunctionBuilder;
  private readonly constants: ConstantPool;
  private readonly type: IntegerType;
  readonly zero: ValueId;
  readonly one: ValueId;

  constructor(builder: FunctionBuilder) {
    this.builder = builder;
    this.constants = builder.module.constants;
    this.type = builder.module.types.i64;
    this.zero = this.constants.int(this.type, 0);
    this.one = this.constants.int(this.type, 1);
  }

  constant(value: number | bigint): ValueId {
    const small = Number(value); // cheaper than a bigint where it is exact
    return this.constants.int(this.type, Number.isSafeInteger(small) ? small : value);
  }

  /** The value of `id` if it is a constant that a double holds exactly, else NaN. */
  knownValue(id: ValueId): number {
    return id < 0 ? this.constants.numberOf(id) : Number.NaN;
  }

  add(a: ValueId, b: ValueId): ValueId {
    if (a === this.zero) return b;
    if (b === this.zero) return a;
    const sum = this.knownValue(a) + this.knownValue(b);
    return Number.isSafeInteger(sum) ? this.constant(sum) : this.builder.add(a, b);
  }

  subtract(a: ValueId, b: ValueId): ValueId {
    if (b === this.zero) return a;
    const difference = this.knownValue(a) - this.knownValue(b);
    return Number.isSafeInteger(difference) ? this.constant(difference) : this.builder.sub(a, b);
  }

  multiply(a: ValueId, b: ValueId): ValueId {
    if (a === this.one) return b;
    if (b === this.one) return a;
    if (a === this.zero || b === this.zero) return this.zero;
    const product = this.knownValue(a) * this.knownValue(b);
    return Number.isSafeInteger(product) ? this.constant(product) : this.builder.mul(a, b);
  }

  /** `a / b` rounded down, for `b` above 0. */
  floorDivide(a: ValueId, b: ValueId): ValueId {
    if (b === this.one) return a;
    const quotient = Math.floor(this.knownValue(a) / this.knownValue(b));
    if (this.isExact(a, b, quotient)) return this.constant(quotient);
    // Of a negative a: -1 - (-1 - a) / b, so that the division only sees what is not negative.
    const negative = this.compare('slt', a, this.zero);
    const minusOne = this.constant(-1);
    const magnitude = this.builder.select(negative, this.builder.sub(minusOne, a), a);
    const rounded = this.binary('sdiv', magnitude, b);
    return this.builder.select(negative, this.builder.sub(minusOne, rounded), rounded);
  }

  /** `a / b` rounded up, for `b` above 0. */
  ceilDivide(a: ValueId, b: ValueId): ValueId {
    if (b === this.one) return a;
    const quotient = Math.ceil(this.knownValue(a) / this.knownValue(b));
    if (this.isExact(a, b, quotient)) return this.constant(quotient);
    // -((-a) / b) up to 0, 1 + (a - 1) / b above.
    const notPositive = this.compare('sle', a, this.zero);
    const magnitude = this.builder.select(notPositive, this.builder.sub(this.zero, a), this.builder.sub(a, this.one));
    const rounded = this.binary('sdiv', magnitude, b);
    return this.builder.select(notPositive, this.builder.sub(this.zero, rounded), this.builder.add(rounded, this.one));
  }

  /** The remainder that is not negative, for `b` above 0. */
  modulo(a: ValueId, b: ValueId): ValueId {
    if (b === this.one) return this.zero;
    const [x, y] = [this.knownValue(a), this.knownValue(b)];
    const remainder = x - Math.floor(x / y) * y;
    if (this.isExact(a, b, remainder)) return this.constant(remainder);
    const signed = this.binary('srem', a, b);
    const negative = this.compare('slt', signed, this.zero);
    return this.builder.select(negative, this.builder.add(signed, b), signed);
  }

  compare(predicate: IntegerPredicate, a: ValueId, b: ValueId): ValueId {
    return this.builder.icmp(predicate, a, b);
  }

  private binary(opcode: BinaryOpcode, a: ValueId, b: ValueId): ValueId {
    return this.builder.binary(opcode, a, b);
  }

  /** Whether `result`, of double arithmetic on known values, is the integer result. */
  private isExact(a: ValueId, b: ValueId, result: number): boolean {
    return Number.isSafeInteger(result) && Number.isSafeInteger(this.knownValue(a)) && this.knownValue(b) > 0;
  }
}
