import { definingOp, type AffineExpr, type Operation, type Value } from '@mlir2zk/mlir-parser';
import type { IndexSpace} from '@mlir2zk/zk-intrinsics';
import { LinearForm } from '@mlir2zk/zk-intrinsics';
import { appliedMap, type AppliedMap } from '../affine/affine-operations.js';
import { Decline } from './decline.js';

/**
 * Index values of a nest as linear forms of its dimensions. Constants that stand for symbols are
 * substituted first, so that semi-affine maps become affine ones.
 */
export class IndexExpressions {
  readonly space: IndexSpace;
  private readonly known = new Map<Value, LinearForm | undefined>();

  constructor(space: IndexSpace) {
    this.space = space;
  }

  /** Sets the form of an induction variable. */
  bind(value: Value, form: LinearForm): void {
    this.known.set(value, form);
  }

  /** The form of an index or integer value; undefined if it depends on data or is no linear expression. */
  formOf(value: Value): LinearForm | undefined {
    if (!this.known.has(value)) {
      this.known.set(value, undefined);
      const op = definingOp(value);
      if (op !== undefined) this.known.set(value, this.formOfResult(op));
    }
    return this.known.get(value);
  }

  /** The forms of a map's results. Declines if one is no linear expression. */
  formsOf({ map, operands }: AppliedMap): LinearForm[] {
    const inputs = operands.map((operand) => this.formOf(operand));
    return map.results.map((result) => {
      const form = this.formOfExpr(result, inputs, map.numDims);
      if (form === undefined) throw new Decline('an index is no linear expression of loop variables');
      return form;
    });
  }

  private formOfResult(op: Operation): LinearForm | undefined {
    switch (op.name) {
      case 'arith.constant': {
        const value = op.attribute('value');
        return value?.kind === 'integer' ? safeConstant(value.value) : undefined;
      }
      case 'affine.apply':
        return this.optionalForms(appliedMap(op))?.[0];
      case 'affine.max':
      case 'affine.min': {
        const forms = this.optionalForms(appliedMap(op));
        return forms === undefined ? undefined : this.space.extremum(op.name === 'affine.max' ? 'max' : 'min', forms);
      }
      case 'arith.index_cast':
        return this.formOf(op.operand(0));
      case 'arith.addi':
        return this.combine(op, (a, b) => a.add(b));
      case 'arith.subi':
        return this.combine(op, (a, b) => a.subtract(b));
      case 'arith.muli':
        return this.combine(op, product);
      case 'arith.maxsi':
        return this.combine(op, (a, b) => this.space.extremum('max', [a, b]));
      case 'arith.minsi':
        return this.combine(op, (a, b) => this.space.extremum('min', [a, b]));
      case 'arith.floordivsi':
        return this.combine(op, (a, b) => this.quotient('floordiv', a, b));
      case 'arith.ceildivsi':
        return this.combine(op, (a, b) => this.quotient('ceildiv', a, b));
      default:
        return undefined;
    }
  }

  private optionalForms(applied: AppliedMap): LinearForm[] | undefined {
    const inputs = applied.operands.map((operand) => this.formOf(operand));
    const forms = applied.map.results.map((result) => this.formOfExpr(result, inputs, applied.map.numDims));
    return forms.every((form) => form !== undefined) ? forms : undefined;
  }

  private combine(
    op: Operation,
    combination: (a: LinearForm, b: LinearForm) => LinearForm | undefined,
  ): LinearForm | undefined {
    const a = this.formOf(op.operand(0));
    const b = this.formOf(op.operand(1));
    return a === undefined || b === undefined ? undefined : combination(a, b);
  }

  private formOfExpr(
    expr: AffineExpr,
    inputs: readonly (LinearForm | undefined)[],
    numDims: number,
  ): LinearForm | undefined {
    switch (expr.kind) {
      case 'dim':
        return inputs[expr.position];
      case 'symbol':
        return inputs[numDims + expr.position];
      case 'constant':
        return safeConstant(expr.value);
      case 'add':
      case 'mul':
      case 'mod':
      case 'floordiv':
      case 'ceildiv': {
        const lhs = this.formOfExpr(expr.lhs, inputs, numDims);
        const rhs = this.formOfExpr(expr.rhs, inputs, numDims);
        if (lhs === undefined || rhs === undefined) return undefined;
        if (expr.kind === 'add') return lhs.add(rhs);
        return expr.kind === 'mul' ? product(lhs, rhs) : this.quotient(expr.kind, lhs, rhs);
      }
    }
  }

  private quotient(kind: 'floordiv' | 'ceildiv' | 'mod', a: LinearForm, b: LinearForm): LinearForm | undefined {
    const divisor = b.constantValue;
    if (divisor === undefined || divisor === 0) return undefined;
    if (kind === 'floordiv') return this.space.floorDivide(a, divisor);
    if (kind === 'ceildiv') return this.space.ceilDivide(a, divisor);
    return divisor > 0 ? this.space.modulo(a, divisor) : undefined;
  }
}

function product(a: LinearForm, b: LinearForm): LinearForm | undefined {
  if (a.constantValue !== undefined) return b.scale(a.constantValue);
  return b.constantValue === undefined ? undefined : a.scale(b.constantValue);
}

function safeConstant(value: bigint): LinearForm | undefined {
  const number = Number(value);
  return Number.isSafeInteger(number) ? LinearForm.constant(number) : undefined;
}
