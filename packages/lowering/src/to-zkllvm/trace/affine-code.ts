import type { AffineExpr } from '@mlir2zk/mlir-parser';
import type { CircuitBuilder, CircuitValue } from '@mlir2zk/zk-intrinsics';
import { indexWidth } from '../interface/scalar-type.js';
import type { Environment } from './environment.js';

/** An affine expression over slots, ready to be evaluated many times. */
export interface IndexCode {
  /** The slot whose value this is, if the expression is nothing but a dimension or a symbol. */
  readonly slot: number | undefined;
  /** The slots it reads. */
  readonly operands: readonly number[];
  /** The value when all operands are known while tracing. */
  evaluate(): number;
  /** The value as a circuit value, for operands that depend on the inputs. */
  emit(): CircuitValue;
}

/** Thrown when a divisor or modulus of an affine expression is not positive; MLIR leaves that undefined. */
export class AffineDivisionError extends Error {
  override readonly name = 'AffineDivisionError';
}

function positive(divisor: number): number {
  if (divisor > 0) return divisor;
  throw new AffineDivisionError(`division by ${divisor} in an affine expression: the divisor must be positive`);
}

/** `c + Σ coefficientᵢ·slotᵢ`, if `expr` is linear. */
interface LinearForm {
  readonly constant: number;
  readonly slots: readonly number[];
  readonly coefficients: readonly number[];
}

function linearForm(expr: AffineExpr, slotOf: (leaf: AffineExpr) => number): LinearForm | undefined {
  switch (expr.kind) {
    case 'constant':
      return { constant: Number(expr.value), slots: [], coefficients: [] };
    case 'dim':
    case 'symbol':
      return { constant: 0, slots: [slotOf(expr)], coefficients: [1] };
    case 'add': {
      const lhs = linearForm(expr.lhs, slotOf);
      const rhs = linearForm(expr.rhs, slotOf);
      if (lhs === undefined || rhs === undefined) return undefined;
      return {
        constant: lhs.constant + rhs.constant,
        slots: [...lhs.slots, ...rhs.slots],
        coefficients: [...lhs.coefficients, ...rhs.coefficients],
      };
    }
    case 'mul': {
      const lhs = linearForm(expr.lhs, slotOf);
      const rhs = linearForm(expr.rhs, slotOf);
      if (lhs === undefined || rhs === undefined) return undefined;
      const [form, factor] = rhs.slots.length === 0 ? [lhs, rhs.constant] : [rhs, lhs.constant];
      if (lhs.slots.length > 0 && rhs.slots.length > 0) return undefined;
      return {
        constant: form.constant * factor,
        slots: form.slots,
        coefficients: form.coefficients.map((coefficient) => coefficient * factor),
      };
    }
    case 'mod':
    case 'floordiv':
    case 'ceildiv':
      return undefined;
  }
}

function evaluator(
  expr: AffineExpr,
  environment: Environment,
  slotOf: (leaf: AffineExpr) => number,
): () => number {
  const { numbers } = environment;
  const linear = linearForm(expr, slotOf);
  if (linear !== undefined) {
    const { constant, slots, coefficients } = linear;
    const [slot0 = 0, slot1 = 0] = slots;
    const [factor0 = 0, factor1 = 0] = coefficients;
    switch (slots.length) {
      case 0:
        return () => constant;
      case 1:
        return () => constant + factor0 * numbers[slot0];
      case 2:
        return () => constant + factor0 * numbers[slot0] + factor1 * numbers[slot1];
      default:
        return () => {
          let sum = constant;
          for (let i = 0; i < slots.length; i++)
            sum += coefficients[i] * numbers[slots[i]];
          return sum;
        };
    }
  }
  if (!('lhs' in expr)) throw new Error('a leaf of an affine expression is linear');
  const lhs = evaluator(expr.lhs, environment, slotOf);
  const rhs = evaluator(expr.rhs, environment, slotOf);
  switch (expr.kind) {
    case 'add':
      return () => lhs() + rhs();
    case 'mul':
      return () => lhs() * rhs();
    case 'floordiv':
      return () => Math.floor(lhs() / positive(rhs()));
    case 'ceildiv':
      return () => Math.ceil(lhs() / positive(rhs()));
    case 'mod':
      return () => {
        const divisor = positive(rhs());
        const remainder = lhs() % divisor;
        return remainder < 0 ? remainder + divisor : remainder;
      };
  }
}

function emitter(
  expr: AffineExpr,
  environment: Environment,
  builder: CircuitBuilder,
  slotOf: (leaf: AffineExpr) => number,
): () => CircuitValue {
  switch (expr.kind) {
    case 'constant': {
      const { value } = expr;
      return () => builder.integer(value);
    }
    case 'dim':
    case 'symbol': {
      const slot = slotOf(expr);
      return () => indexHandle(environment, builder, slot);
    }
    default: {
      const lhs = emitter(expr.lhs, environment, builder, slotOf);
      const rhs = emitter(expr.rhs, environment, builder, slotOf);
      switch (expr.kind) {
        case 'add':
          return () => builder.addi(lhs(), rhs(), indexWidth);
        case 'mul':
          return () => builder.muli(lhs(), rhs(), indexWidth);
        case 'floordiv':
          return () => builder.floordivsi(lhs(), rhs(), indexWidth);
        case 'ceildiv':
          return () => builder.ceildivsi(lhs(), rhs(), indexWidth);
        case 'mod':
          return () => {
            const dividend = lhs();
            const divisor = rhs();
            const quotient = builder.floordivsi(dividend, divisor, indexWidth);
            return builder.subi(dividend, builder.muli(quotient, divisor, indexWidth), indexWidth);
          };
      }
    }
  }
}

function* leavesOf(expr: AffineExpr): Generator<AffineExpr> {
  if ('lhs' in expr) {
    yield* leavesOf(expr.lhs);
    yield* leavesOf(expr.rhs);
  } else if (expr.kind !== 'constant') yield expr;
}

/** The index in `slot` as a circuit value; an index that is known while tracing becomes a constant. */
export function indexHandle(environment: Environment, builder: CircuitBuilder, slot: number): CircuitValue {
  return environment.isKnown(slot) ? builder.integer(environment.number(slot)) : environment.handle(slot);
}

/** The index in `slot`, as code. */
export function slotCode(slot: number, environment: Environment, builder: CircuitBuilder): IndexCode {
  return {
    slot,
    operands: [slot],
    evaluate: () => environment.number(slot),
    emit: () => indexHandle(environment, builder, slot),
  };
}

/**
 * Prepares `expr` for evaluation. Dimension i stands for `slots[i]`, symbol i for `slots[numDims + i]`.
 */
export function compileAffineExpr(
  expr: AffineExpr,
  numDims: number,
  slots: readonly number[],
  environment: Environment,
  builder: CircuitBuilder,
): IndexCode {
  const slotOf = (leaf: AffineExpr): number => {
    const position = leaf.kind === 'dim' ? leaf.position : leaf.kind === 'symbol' ? numDims + leaf.position : undefined;
    const slot = position === undefined ? undefined : slots[position];
    if (slot === undefined) throw new Error('an affine map has fewer operands than dimensions and symbols');
    return slot;
  };
  return {
    slot: expr.kind === 'dim' || expr.kind === 'symbol' ? slotOf(expr) : undefined,
    operands: [...leavesOf(expr)].map(slotOf),
    evaluate: evaluator(expr, environment, slotOf),
    emit: emitter(expr, environment, builder, slotOf),
  };
}
