/** Names a variable of the run: a cell of the table, or a value that has no cell. */
export type Variable = number;

/** Where a variable lives. */
export const VariableKind = {
  publicInput: 0,
  /** Private storage: copy constraints to it are dropped. */
  privateInput: 1,
  constant: 2,
  witness: 3,
  /** Addresses and what is computed from them: no cell, so no component may use it. */
  internal: 4,
} as const;

export type VariableKind = (typeof VariableKind)[keyof typeof VariableKind];

const NONE = -1;
const SAFE = Number.MAX_SAFE_INTEGER;

/**
 * The variables of a run and their values, elements of a prime field. A value within 2^53 of zero, on either side, is a
 * double in a column; only others are bigints. So v and p - v cost the same, and most arithmetic needs no bigint.
 */
export class VariableTable {
  readonly modulus: bigint;
  /** The value as a signed double; NaN if it is a bigint or not assigned. */
  numbers = new Float64Array(1024);
  private kinds = new Uint8Array(1024);
  /** Index into `bigs`, or NONE. */
  private bigIndex = new Int32Array(1024).fill(NONE);
  private readonly bigs: bigint[] = [];
  private count = 0;

  constructor(modulus: bigint) {
    this.modulus = modulus;
  }

  get size(): number {
    return this.count;
  }

  kindOf(variable: Variable): VariableKind {
    return this.kinds[variable] as VariableKind; // only the methods below write the column
  }

  /** Adds a variable whose value is a safe integer of either sign. */
  addNumber(kind: VariableKind, value: number): Variable {
    const variable = this.count++;
    if (variable === this.numbers.length) this.grow();
    this.numbers[variable] = value + 0; // no negative zero
    this.kinds[variable] = kind;
    return variable;
  }

  /** Adds a variable whose value is any integer, taken modulo the characteristic. */
  addBigint(kind: VariableKind, value: bigint): Variable {
    const variable = this.addNumber(kind, Number.NaN);
    this.assign(variable, value);
    return variable;
  }

  /** Adds a variable that has no value yet. */
  addUnassigned(kind: VariableKind): Variable {
    return this.addNumber(kind, Number.NaN);
  }

  isAssigned(variable: Variable): boolean {
    return !Number.isNaN(this.numbers[variable]) || this.bigIndex[variable] !== NONE;
  }

  /** Gives an unassigned variable its value. */
  assign(variable: Variable, value: bigint): void {
    const { modulus } = this;
    let rest = value % modulus;
    if (rest < 0n) rest += modulus;
    const signed = rest > modulus >> 1n ? rest - modulus : rest;
    const small = Number(signed);
    if (Number.isSafeInteger(small)) this.numbers[variable] = small;
    else this.bigIndex[variable] = this.bigs.push(rest) - 1;
  }

  /** The value in [0, p). */
  valueOf(variable: Variable): bigint {
    const small = this.numbers[variable];
    if (!Number.isNaN(small)) return small < 0 ? this.modulus + BigInt(small) : BigInt(small);
    const value = this.bigs[this.bigIndex[variable]];
    if (value === undefined) throw new RangeError(`variable ${variable} has no value`);
    return value;
  }

  /** Whether two assigned variables are equal. Each value has one representation. */
  equal(left: Variable, right: Variable): boolean {
    const a = this.numbers[left];
    const b = this.numbers[right];
    if (Number.isNaN(a) && Number.isNaN(b)) return this.valueOf(left) === this.valueOf(right);
    return a === b;
  }

  add(left: Variable, right: Variable): Variable {
    const sum = this.numbers[left] + this.numbers[right];
    if (sum >= -SAFE && sum <= SAFE) return this.addNumber(VariableKind.witness, sum);
    return this.addBigint(VariableKind.witness, this.valueOf(left) + this.valueOf(right));
  }

  subtract(left: Variable, right: Variable): Variable {
    const difference = this.numbers[left] - this.numbers[right];
    if (difference >= -SAFE && difference <= SAFE) return this.addNumber(VariableKind.witness, difference);
    return this.addBigint(VariableKind.witness, this.valueOf(left) - this.valueOf(right));
  }

  multiply(left: Variable, right: Variable): Variable {
    const a = this.numbers[left];
    const b = this.numbers[right];
    const product = a * b;
    if (product >= -SAFE && product <= SAFE) return this.addNumber(VariableKind.witness, product);
    // Signed bigints stay short where doubles are at hand.
    const x = Number.isNaN(a) ? this.valueOf(left) : BigInt(a);
    const y = Number.isNaN(b) ? this.valueOf(right) : BigInt(b);
    return this.addBigint(VariableKind.witness, x * y);
  }

  private grow(): void {
    const size = 2 * this.numbers.length;
    const numbers = new Float64Array(size);
    numbers.set(this.numbers);
    this.numbers = numbers;
    const kinds = new Uint8Array(size);
    kinds.set(this.kinds);
    this.kinds = kinds;
    const bigIndex = new Int32Array(size).fill(NONE);
    bigIndex.set(this.bigIndex);
    this.bigIndex = bigIndex;
  }
}
