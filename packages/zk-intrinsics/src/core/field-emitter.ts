import { HornerSums } from './horner-sums.js';
import type { ArrayType, FieldType, FunctionBuilder, IntegerType, ValueId } from '@mlir2zk/llvm-emit';

const DECOMPOSITION = 'llvm.assigner.bit.decomposition.field';
const COMPOSITION = 'llvm.assigner.bit.composition';
const EXIT_CHECK_EQ = 'llvm.assigner.exit.check.eq';

/**
 * The instructions of the safe subset that circuits are made of, over LLVM value ids. It tracks
 * nothing but the scratch arrays that bits go to, one per size.
 */
export class FieldEmitter {
  readonly builder: FunctionBuilder;
  readonly type: FieldType;
  private readonly chosen: readonly FieldType[];
  private readonly sums: HornerSums;
  private readonly scratch = new Map<number, ScratchArray>();
  private cell: ValueId | undefined;

  constructor(builder: FunctionBuilder, type: FieldType) {
    this.builder = builder;
    this.type = type;
    this.chosen = [type];
    this.sums = new HornerSums(builder, type);
  }

  /** A field constant; negative integers stand for p − |v|. */
  constant(v: number | bigint): ValueId {
    const exact = typeof v === 'number' && !Number.isSafeInteger(v) ? BigInt(v) : v;
    return this.builder.module.constants.field(this.type, exact);
  }

  add(a: ValueId, b: ValueId): ValueId {
    return this.builder.add(a, b);
  }

  sub(a: ValueId, b: ValueId): ValueId {
    return this.builder.sub(a, b);
  }

  mul(a: ValueId, b: ValueId): ValueId {
    return this.builder.mul(a, b);
  }

  /** Σ of at least one value. */
  sum(ids: ArrayLike<ValueId>): ValueId {
    return this.sums.sum(ids);
  }

  /** id + v, with the literal that is shorter. */
  addConstant(id: ValueId, v: number | bigint): ValueId {
    if (v < 0) return this.sub(id, this.constant(-v));
    return v > 0 ? this.add(id, this.constant(v)) : id;
  }

  /** 1 if a = b (`eq`) or a ≠ b (`ne`), else 0, as a field element. One row. */
  equality(predicate: 'eq' | 'ne', a: ValueId, b: ValueId): ValueId {
    return this.builder.cast('itogf', this.builder.icmp(predicate, a, b), this.type);
  }

  /** Requires a = b: a copy constraint, no rows. */
  requireEqual(a: ValueId, b: ValueId): void {
    this.builder.intrinsic(EXIT_CHECK_EQ, this.chosen, [a, b]);
  }

  /**
   * Writes the n bits of a field element to a scratch array, most significant first, and so proves
   * that it is less than 2^n. The array is overwritten by the next decomposition into n bits.
   */
  decompose(id: ValueId, n: number): ScratchArray {
    const { module } = this.builder;
    let array = this.scratch.get(n);
    if (array === undefined) {
      array = { pointer: this.allocate(n), length: n, generation: 0 };
      this.scratch.set(n, array);
    }
    array.generation++;
    const { types, constants } = module;
    this.builder.intrinsic(DECOMPOSITION, this.chosen, [
      array.pointer,
      constants.int(types.i32, n),
      id,
      constants.int(types.i1, 1),
    ]);
    return array;
  }

  /** Σ of the n bits from `pointer` on, most significant first, each proven to be a bit. */
  compose(pointer: ValueId, n: number): ValueId {
    const { types, constants } = this.builder.module;
    return this.builder.intrinsic(COMPOSITION, this.chosen, [
      pointer,
      constants.int(types.i32, n),
      constants.int(types.i1, 1),
    ]);
  }

  load(pointer: ValueId): ValueId {
    return this.builder.load(this.type, pointer);
  }

  store(id: ValueId, pointer: ValueId): void {
    this.builder.store(id, pointer);
  }

  /** The address of cell `index` of an array of field elements. */
  cellAt(pointer: ValueId, index: number): ValueId {
    if (index === 0) return pointer;
    const { types, constants } = this.builder.module;
    return this.builder.getelementptr(this.type, pointer, [constants.int(types.i64, index)]);
  }

  /** A fresh array of `count` field elements. */
  allocate(count: number): ValueId {
    return this.builder.alloca(this.arrayType(count));
  }

  /** The quotient ⌊a / b⌋ that the prover *claims*: r = a − q·b must be checked by the caller. */
  claimedQuotient(a: ValueId, b: ValueId, width: number): ValueId {
    const type = this.builder.module.types.int(width);
    const quotient = this.builder.udiv(this.asInteger(a, type), this.asInteger(b, type));
    return this.builder.cast('itogf', quotient, this.type);
  }

  /** The same cell read as an integer: there is no instruction for it, but memory is untyped. */
  private asInteger(id: ValueId, type: IntegerType): ValueId {
    this.cell ??= this.allocate(1);
    this.store(id, this.cell);
    return this.builder.load(type, this.cell);
  }

  private arrayType(count: number): ArrayType {
    return this.builder.module.types.array(count, this.type);
  }
}

/** Where the bits of the latest decomposition of its size are. */
export interface ScratchArray {
  readonly pointer: ValueId;
  readonly length: number;
  /** Counts the decompositions that wrote here. */
  generation: number;
}
