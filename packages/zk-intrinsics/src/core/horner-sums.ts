import type { FieldType, FunctionBuilder, LlvmModule, ValueId } from '@mlir2zk/llvm-emit';
import { firstSumStep } from './sum-plan.js';

const GATE_ARGUMENT = 'llvm.assigner.gate.arg.verifier';

/** The cells from which a gate of one size reads its terms. */
interface TermArray {
  readonly cells: readonly ValueId[];
  /** Cells from here on are zero. */
  zeroFrom: number;
}

/**
 * Long sums by the assigner's Horner gate, which for θ = 1 sums the cells of an array. The arrays belong to
 * the function that is built and are written anew for every sum.
 */
export class HornerSums {
  private readonly builder: FunctionBuilder;
  private readonly type: FieldType;
  private readonly arrays = new Map<number, TermArray>();
  private one: { readonly cell: ValueId; readonly value: ValueId } | undefined;

  constructor(builder: FunctionBuilder, type: FieldType) {
    this.builder = builder;
    this.type = type;
  }

  /** Σ of at least one term, in the fewest rows; see `sumRows`. */
  sum(terms: ArrayLike<ValueId>): ValueId {
    let left = terms.length;
    let total = terms[--left];
    // Each step sums `total` and the last terms that are left.
    while (left > 0) {
      const step = firstSumStep(left + 1);
      if (step.cells === 0) {
        total = this.builder.add(total, terms[--left]);
        continue;
      }
      const array = this.array(step.cells);
      this.builder.store(total, array.cells[0]);
      for (let i = 1; i < step.terms; i++) this.builder.store(terms[--left], array.cells[i]);
      this.clearFrom(array, step.terms);
      total = this.gateSum(array, step.cells);
    }
    return total;
  }

  private gateSum(array: TermArray, size: number): ValueId {
    const { types, constants } = this.builder.module;
    const one = this.oneCell();
    return this.builder.intrinsic(GATE_ARGUMENT, [this.type], [
      one.cell,
      gateSize(this.builder.module, size),
      constants.int(types.i32, 1),
      array.cells[0],
      constants.int(types.i32, size),
      one.value,
    ]);
  }

  private array(size: number): TermArray {
    const known = this.arrays.get(size);
    if (known !== undefined) return known;
    const { types, constants } = this.builder.module;
    const cells = [this.builder.alloca(types.array(size, this.type))];
    const next = constants.int(types.i64, 1);
    while (cells.length < size) cells.push(this.builder.getelementptr(this.type, cells[cells.length - 1], [next]));
    const made = { cells, zeroFrom: size }; // nothing is known of its cells
    this.arrays.set(size, made);
    return made;
  }

  private clearFrom(array: TermArray, used: number): void {
    const zero = this.builder.module.constants.field(this.type, 0);
    for (let i = used; i < array.zeroFrom; i++) this.builder.store(zero, array.cells[i]);
    array.zeroFrom = used;
  }

  /** 1 in a cell and as a value: a literal operand would take a constant cell on every call. */
  private oneCell(): { readonly cell: ValueId; readonly value: ValueId } {
    if (this.one === undefined) {
      const cell = this.builder.alloca(this.type);
      this.builder.store(this.builder.module.constants.field(this.type, 1), cell);
      this.one = { cell, value: this.builder.load(this.type, cell) };
    }
    return this.one;
  }
}

/** The constant global that tells the assigner that there is one gate, of `size` constraints. */
function gateSize(module: LlvmModule, size: number): ValueId {
  const name = `zkml.gate_sizes.${size}`;
  if (module.symbol(name) === undefined) {
    const { types, constants } = module;
    const array = types.array(1, types.i32);
    const struct = types.struct([array]);
    const sizes = constants.aggregate(array, [constants.int(types.i32, size)]);
    module.addGlobal(name, struct, constants.aggregate(struct, [sizes]));
  }
  return module.addressOf(name);
}
