import type { GlobalValue } from './module.js';
import type { TypeTable } from './type-table.js';
import { bitsOfFloat, floatFromBits } from './float-bits.js';
import type { ArrayType, FieldType, FloatType, IntegerType, PointerType, Type } from './type.js';

/**
 * Names a value inside a function: arguments and instruction results count from 0, constants are negative
 * (`-1` is the first constant of the module's pool).
 */
export type ValueId = number;

export const ConstantKind = {
  integer: 0,
  field: 1,
  float: 2,
  null: 3,
  undef: 4,
  poison: 5,
  /** `zeroinitializer` of an aggregate or a vector. */
  zero: 6,
  /** Array, struct or vector with its elements as constants of their own. */
  aggregate: 7,
  /** Array of bytes kept as bytes and written as `c"…"`. */
  bytes: 8,
  /** Address of a global variable or a function. */
  global: 9,
  expression: 10,
  /** Metadata as an argument of a call: its id is the number. */
  metadata: 11,
  /** Array of plain numbers kept as their bits in a typed array. */
  data: 12,
} as const;

export type ConstantKind = (typeof ConstantKind)[keyof typeof ConstantKind];

/** A constant expression: an opcode over constants. `sourceType` is the element type of a getelementptr. */
export interface ConstantExpression {
  readonly opcode: number;
  readonly operands: readonly ValueId[];
  readonly flags: number;
  readonly sourceType: Type | undefined;
}

/** The bits of an array's elements, as wide as they are. */
export type DataBits = Uint8Array | Uint16Array | Uint32Array | BigUint64Array;

type Payload = BigUint64Array | Uint32Array | Uint16Array | bigint | readonly ValueId[] | Uint8Array | GlobalValue | ConstantExpression;

/** Marks, in the column of numbers, that the value is a payload. */
const IN_PAYLOAD = Number.NaN;

/**
 * The constants of one module, uniqued: the same type and value always has the same id. Integers and field elements that
 * fit a double exactly live in columns; only the rest has an object.
 */
export class ConstantPool {
  private kinds = new Uint8Array(64);
  private types = new Uint32Array(64);
  private numbers = new Float64Array(64);
  private count = 0;
  private readonly payloads = new Map<number, Payload>();
  /** Per type id: value → constant, for integers and field elements. Bigints compare by value. */
  private readonly scalars: Array<Map<number | bigint, ValueId> | undefined> = [];
  private readonly byKey = new Map<string, ValueId>();
  /** Addresses by the name of what they are the address of. */
  private readonly symbols = new Map<string, ValueId>();
  private readonly symbolNames = new Map<number, string>();
  private readonly typeTable: TypeTable;

  constructor(types: TypeTable) {
    this.typeTable = types;
  }

  /** How many constants there are: their ids are -1 to -size. */
  get size(): number {
    return this.count;
  }

  /**
   * An integer constant. `value` is taken modulo 2^width and kept as LLVM prints it: signed, so that `i8` 255 is -1.
   */
  int(type: IntegerType, value: number | bigint): ValueId {
    if (typeof value === 'number' && type.width <= 53) {
      if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not an integer`);
      const half = 2 ** (type.width - 1);
      if (value >= -half && value < half) return this.number(ConstantKind.integer, type, value);
    }
    return this.scalar(ConstantKind.integer, type, BigInt.asIntN(type.width, BigInt(value)));
  }

  /** A field element; `value` is taken modulo the field's characteristic, so -1 is p - 1. */
  field(type: FieldType, value: number | bigint): ValueId {
    if (typeof value === 'number') {
      if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not an integer`);
      if (value >= 0) return this.number(ConstantKind.field, type, value);
    }
    const modulus = type.field.modulus;
    const rest = BigInt(value) % modulus;
    return this.scalar(ConstantKind.field, type, rest < 0n ? rest + modulus : rest);
  }

  /** A floating point constant; `value` is rounded to the type, NaNs are the quiet one without a payload. */
  float(type: FloatType, value: number): ValueId {
    if (type.bits > 64) throw new TypeError(`a double does not hold the constants of type '${type.text}': use floatOfBits`);
    const rounded = type.bits === 32 ? Math.fround(value) : value;
    return this.keyed(`f${type.id} ${Object.is(rounded, -0) ? '-0' : rounded}`, ConstantKind.float, type, rounded);
  }

  /**
   * A floating point constant by its bits, also where no double holds it: NaNs with a payload, and the wide formats.
   *
   * @param bits as many as the format has
   */
  floatOfBits(type: FloatType, bits: bigint): ValueId {
    const value = type.bits <= 64 ? floatFromBits(type.name, Number(bits & 0xffff_ffffn), Number(bits >> 32n)) : undefined;
    if (value !== undefined && (!Number.isNaN(value) || bitsOfFloat(type.name, value) === bits)) return this.float(type, value);
    return this.keyed(`F${type.id} ${bits}`, ConstantKind.float, type, IN_PAYLOAD, bits);
  }

  null(type: PointerType): ValueId {
    return this.keyed(`n${type.id}`, ConstantKind.null, type, 0);
  }

  undef(type: Type): ValueId {
    return this.keyed(`u${type.id}`, ConstantKind.undef, type, 0);
  }

  poison(type: Type): ValueId {
    return this.keyed(`p${type.id}`, ConstantKind.poison, type, 0);
  }

  /** The zero of any sized type, in the form that LLVM uses for it: 0, f0x0, null or zeroinitializer. */
  zero(type: Type): ValueId {
    switch (type.kind) {
      case 'integer':
        return this.int(type, 0);
      case 'field':
        return this.field(type, 0);
      case 'float':
        return type.bits > 64 ? this.floatOfBits(type, 0n) : this.float(type, 0);
      case 'pointer':
        return this.null(type);
      case 'array':
      case 'vector':
      case 'struct':
      case 'target':
        return this.keyed(`z${type.id}`, ConstantKind.zero, type, 0);
      case 'void':
      case 'label':
      case 'metadata':
      case 'function':
      case 'curve':
        throw new TypeError(`type '${type.text}' has no zero constant`);
    }
  }

  /** A constant array, struct or vector. */
  aggregate(type: Type, elements: readonly ValueId[]): ValueId {
    return this.keyed(`a${type.id} ${elements.join()}`, ConstantKind.aggregate, type, IN_PAYLOAD, elements);
  }

  /** An array of i8 written as `c"…"`. The bytes are kept, not copied, and are not compared with other constants. */
  bytes(data: Uint8Array): ValueId {
    const type = this.typeTable.array(data.length, this.typeTable.int(8));
    return this.append(ConstantKind.bytes, type.id, IN_PAYLOAD, data);
  }

  /**
   * An array of integers or floats by their bits, which are kept, not copied, and not compared with other constants.
   *
   * @throws TypeError unless the elements have 8, 16, 32 or 64 bits and are as many as the type says
   */
  data(type: ArrayType, bits: DataBits): ValueId {
    const { element } = type;
    const width = element.kind === 'integer' ? element.width : element.kind === 'float' ? element.bits : 0;
    if (width !== 8 * bits.BYTES_PER_ELEMENT || bits.length !== type.length) {
      throw new TypeError(`${bits.length} elements of ${8 * bits.BYTES_PER_ELEMENT} bits are no constant of type '${type.text}'`);
    }
    if (bits instanceof Uint8Array) return this.append(ConstantKind.bytes, type.id, IN_PAYLOAD, bits);
    return this.append(ConstantKind.data, type.id, IN_PAYLOAD, bits);
  }

  /** The address of a global variable or function. */
  global(value: GlobalValue): ValueId {
    const id = this.symbol(value.name);
    this.bind(value);
    return id;
  }

  /**
   * The address of `@name`, which need not exist yet: the module binds the name when it gets a definition.
   *
   * @param offset where the name was first used, for messages about names that nothing defines
   * @param type that of the address; the definition decides in the end
   */
  symbol(name: string, offset = 0, type: PointerType = this.typeTable.ptr): ValueId {
    const known = this.symbols.get(name);
    if (known !== undefined) return known;
    const id = this.append(ConstantKind.global, type.id, offset);
    this.symbols.set(name, id);
    this.symbolNames.set(~id, name);
    return id;
  }

  /** Whether the address of `@name` is a constant of the pool already. */
  isUsed(name: string): boolean {
    return this.symbols.has(name);
  }

  /** The name that the constant is the address of, defined or not; undefined for other constants. */
  symbolOf(id: ValueId): string | undefined {
    return this.kinds[~id] === ConstantKind.global ? this.symbolNames.get(~id) : undefined;
  }

  /** Gives symbols other names. */
  renameSymbols(names: ReadonlyMap<string, string>): void {
    const renamed = [...names].flatMap(([before, after]) => {
      const id = this.symbols.get(before);
      this.symbols.delete(before);
      return id === undefined ? [] : [[after, id] as const];
    });
    for (const [name, id] of renamed) {
      this.symbols.set(name, id);
      this.symbolNames.set(~id, name);
    }
  }

  /** Makes addresses of `@name` that were used before its definition point to it. */
  bind(value: GlobalValue): void {
    const id = this.symbols.get(value.name);
    if (id === undefined) return;
    this.payloads.set(~id, value);
    const addressSpace = value.kind === 'variable' ? value.addressSpace : 0;
    if (addressSpace !== 0) this.types[~id] = this.typeTable.pointer(addressSpace).id;
  }

  /** The name that was used first among those without a definition, with the offset of that use. */
  unboundSymbol(): { readonly name: string; readonly offset: number } | undefined {
    for (const [name, id] of this.symbols) {
      if (!this.payloads.has(~id)) return { name, offset: this.numberOf(id) };
    }
    return undefined;
  }

  /** A node of the module's metadata as an argument of a call. */
  metadata(node: number): ValueId {
    return this.keyed(`m${node}`, ConstantKind.metadata, this.typeTable.metadata, node);
  }

  expression(type: Type, expression: ConstantExpression): ValueId {
    const { opcode, operands, flags, sourceType } = expression;
    const key = `e${type.id} ${opcode} ${flags} ${sourceType?.id ?? ''} ${operands.join()}`;
    return this.keyed(key, ConstantKind.expression, type, IN_PAYLOAD, expression);
  }

  /** Whether there is a constant of that kind. */
  hasKind(kind: ConstantKind): boolean {
    return this.kinds.subarray(0, this.count).includes(kind);
  }

  kindOf(id: ValueId): ConstantKind {
    return this.kinds[~id] as ConstantKind; // only append writes the column
  }

  /** The id of the constant's type. */
  typeIdOf(id: ValueId): number {
    return this.types[~id];
  }

  typeOf(id: ValueId): Type {
    return this.typeTable.at(this.typeIdOf(id));
  }

  /** The value of an integer, field or float constant if a double holds it exactly, else NaN; see {@link floatBitsOf}. */
  numberOf(id: ValueId): number {
    return this.numbers[~id];
  }

  /** The value of an integer constant (signed) or field constant (0 ≤ v < p). */
  bigintOf(id: ValueId): bigint {
    const payload = this.payloads.get(~id);
    return typeof payload === 'bigint' ? payload : BigInt(this.numberOf(id));
  }

  /** The elements of an aggregate constant. */
  elementsOf(id: ValueId): readonly ValueId[] {
    return this.payload(id, ConstantKind.aggregate) as readonly ValueId[];
  }

  bytesOf(id: ValueId): Uint8Array {
    return this.payload(id, ConstantKind.bytes) as Uint8Array;
  }

  /** The bits of the elements of a {@link data} array. */
  dataOf(id: ValueId): Exclude<DataBits, Uint8Array> {
    return this.payload(id, ConstantKind.data) as Exclude<DataBits, Uint8Array>;
  }

  /** The bits of a floating point constant. */
  floatBitsOf(id: ValueId): bigint {
    const payload = this.payloads.get(~id);
    if (typeof payload === 'bigint') return payload;
    return bitsOfFloat((this.typeOf(id) as FloatType).name, this.numberOf(id)) ?? 0n; // only payloads have wider formats
  }

  globalOf(id: ValueId): GlobalValue {
    return this.payload(id, ConstantKind.global) as GlobalValue;
  }

  expressionOf(id: ValueId): ConstantExpression {
    return this.payload(id, ConstantKind.expression) as ConstantExpression;
  }

  private payload(id: ValueId, kind: ConstantKind): Payload {
    const payload = this.payloads.get(~id);
    if (payload === undefined || this.kindOf(id) !== kind) throw new TypeError(`constant ${id} is of another kind`);
    return payload;
  }

  private scalar(kind: ConstantKind, type: Type, value: bigint): ValueId {
    const small = Number(value);
    if (Number.isSafeInteger(small)) return this.number(kind, type, small);
    const known = this.scalarsOf(type.id).get(value);
    if (known !== undefined) return known;
    const id = this.append(kind, type.id, IN_PAYLOAD, value);
    this.scalarsOf(type.id).set(value, id);
    return id;
  }

  private number(kind: ConstantKind, type: Type, value: number): ValueId {
    const map = this.scalarsOf(type.id);
    const known = map.get(value);
    if (known !== undefined) return known;
    const id = this.append(kind, type.id, value);
    map.set(value, id);
    return id;
  }

  private scalarsOf(typeId: number): Map<number | bigint, ValueId> {
    return (this.scalars[typeId] ??= new Map());
  }

  private keyed(key: string, kind: ConstantKind, type: Type, value: number, payload?: Payload): ValueId {
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const id = this.append(kind, type.id, value, payload);
    this.byKey.set(key, id);
    return id;
  }

  private append(kind: ConstantKind, typeId: number, value: number, payload?: Payload): ValueId {
    const index = this.count++;
    if (index === this.kinds.length) {
      this.kinds = grown(this.kinds, new Uint8Array(2 * index));
      this.types = grown(this.types, new Uint32Array(2 * index));
      this.numbers = grown(this.numbers, new Float64Array(2 * index));
    }
    this.kinds[index] = kind;
    this.types[index] = typeId;
    this.numbers[index] = value;
    if (payload !== undefined) this.payloads.set(index, payload);
    return ~index;
  }
}

function grown<T extends Uint8Array | Uint32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
