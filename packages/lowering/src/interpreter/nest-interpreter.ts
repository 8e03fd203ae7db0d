import { evaluateAffineMap, type Block, type Operation, type Value } from '@mlir2zk/mlir-parser';
import { rowMajorStrides } from '@mlir2zk/zk-intrinsics';
import { appliedMap, elementAccess, forLoop, type AppliedMap, type ElementAccess } from '../affine/affine-operations.js';
import { scalarFunction } from './scalar-functions.js';

/** Thrown for what the interpreter does not know, or when it has executed too many operations. */
export class InterpretationError extends Error {
  override readonly name = 'InterpretationError';
}

/**
 * Executes loop nests on arrays of doubles, over the reals: nothing is rounded to the element type.
 * It is a judge for transformations, not a way to run models.
 */
export class NestInterpreter {
  /** Contents of arrays, row-major. */
  readonly arrays = new Map<Value, Float64Array>();
  private readonly scalars = new Map<Value, number>();
  private budget: number;

  /** `budget` is the number of operations to execute at most. */
  constructor(budget: number) {
    this.budget = budget;
  }

  /** Executes one operation and all inside it. Throws an InterpretationError. */
  run(op: Operation): void {
    if (--this.budget < 0) throw new InterpretationError('too many operations to interpret');
    const access = elementAccess(op);
    if (access !== undefined) this.runAccess(access);
    else if (op.name === 'affine.for') this.runLoop(op);
    else if (op.name === 'memref.alloc' || op.name === 'memref.alloca') this.allocate(op.result(0));
    else if (op.name !== 'memref.dealloc') this.runScalar(op);
  }

  private runBlock(block: Block): number[] {
    for (const op of block.operations()) {
      if (op.name === 'affine.yield') return op.operands.map((value) => this.scalar(value));
      this.run(op);
    }
    return [];
  }

  private runLoop(op: Operation): void {
    const loop = forLoop(op);
    const start = Math.max(...this.evaluate(loop.lower));
    const end = Math.min(...this.evaluate(loop.upper));
    let carried = loop.initials.map((value) => this.scalar(value));
    for (let i = start; i < end; i += loop.step) {
      this.scalars.set(loop.inductionVariable, i);
      for (const [at, argument] of loop.carried.entries()) this.scalars.set(argument, carried[at]);
      carried = this.runBlock(loop.body);
    }
    for (const [at, value] of carried.entries()) this.scalars.set(op.result(at), value);
  }

  private runAccess(access: ElementAccess): void {
    const { op, memref, stored, indices, map } = access;
    const array = this.arrays.get(memref);
    if (array === undefined || memref.type.kind !== 'memref') throw new InterpretationError('an access to an unknown array');
    const { shape } = memref.type;
    const subscripts = map === undefined ? indices.map((value) => this.scalar(value)) : this.evaluate({ map, operands: indices });
    const strides = rowMajorStrides(shape);
    let offset = 0;
    for (const [axis, subscript] of subscripts.entries()) {
      if (!(subscript >= 0 && subscript < (shape[axis] ?? 0)))
        throw new InterpretationError(`subscript ${axis} is ${subscript}, outside of the array`);
      offset += subscript * strides[axis];
    }
    if (stored === undefined) this.scalars.set(op.result(0), array[offset]);
    else array[offset] = this.scalar(stored);
  }

  private allocate(memref: Value): void {
    if (memref.type.kind !== 'memref' || memref.type.shape.some((size) => size < 0))
      throw new InterpretationError('an allocation of unknown size');
    const size = memref.type.shape.reduce((product, extent) => product * extent, 1);
    this.arrays.set(memref, new Float64Array(size).fill(NaN));
  }

  private runScalar(op: Operation): void {
    const [result] = op.results;
    if (result === undefined || op.results.length > 1) throw new InterpretationError(`'${op.name}' is not known`);
    this.scalars.set(result, this.scalarResult(op));
  }

  private scalarResult(op: Operation): number {
    switch (op.name) {
      case 'affine.apply':
      case 'affine.max':
        return Math.max(...this.evaluate(appliedMap(op)));
      case 'affine.min':
        return Math.min(...this.evaluate(appliedMap(op)));
      default: {
        const compute = scalarFunction(op);
        if (compute === undefined) throw new InterpretationError(`'${op.name}' is not known`);
        return compute(...op.operands.map((value) => this.scalar(value)));
      }
    }
  }

  private evaluate({ map, operands }: AppliedMap): number[] {
    const values = operands.map((value) => this.scalar(value));
    return evaluateAffineMap(map, values.slice(0, map.numDims), values.slice(map.numDims));
  }

  private scalar(value: Value): number {
    const known = this.scalars.get(value);
    if (known !== undefined) return known;
    const constant = value.kind === 'op-result' && value.owner.name === 'arith.constant' ? value.owner.attribute('value') : undefined;
    if (constant?.kind !== 'integer' && constant?.kind !== 'float')
      throw new InterpretationError('a scalar from outside the nest is not known');
    const number = Number(constant.value);
    this.scalars.set(value, number);
    return number;
  }
}
