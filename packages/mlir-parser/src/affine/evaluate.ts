import type { AffineExpr, AffineMap, IntegerSet } from './affine-expr.js';

/** A compiled affine expression: the values of dims and symbols in, the value out. */
export type AffineFunction = (dims: ArrayLike<number>, symbols: ArrayLike<number>) => number;

/**
 * A closure that evaluates `expr` on doubles, which are exact up to 2^53. Division and remainder round to minus infinity
 * (`ceildiv` to plus infinity). Throws a RangeError when the expression holds a constant beyond 2^53; the closure throws
 * one when it divides by zero or takes a remainder by less than one, which MLIR leaves undefined.
 */
export function compileAffineExpr(expr: AffineExpr): AffineFunction {
  switch (expr.kind) {
    case 'dim': {
      const { position } = expr;
      return (dims) => dims[position];
    }
    case 'symbol': {
      const { position } = expr;
      return (_, symbols) => symbols[position];
    }
    case 'constant': {
      const value = exactNumber(expr.value);
      return () => value;
    }
    case 'add': {
      const lhs = compileAffineExpr(expr.lhs);
      if (expr.rhs.kind === 'constant') {
        const addend = exactNumber(expr.rhs.value);
        return (dims, symbols) => lhs(dims, symbols) + addend;
      }
      const rhs = compileAffineExpr(expr.rhs);
      return (dims, symbols) => lhs(dims, symbols) + rhs(dims, symbols);
    }
    case 'mul': {
      const lhs = compileAffineExpr(expr.lhs);
      if (expr.rhs.kind === 'constant') {
        const factor = exactNumber(expr.rhs.value);
        return (dims, symbols) => lhs(dims, symbols) * factor + 0; // never -0
      }
      const rhs = compileAffineExpr(expr.rhs);
      return (dims, symbols) => lhs(dims, symbols) * rhs(dims, symbols) + 0;
    }
    case 'floordiv': {
      const lhs = compileAffineExpr(expr.lhs);
      const rhs = compileAffineExpr(expr.rhs);
      return (dims, symbols) => floorQuotient(lhs(dims, symbols), rhs(dims, symbols));
    }
    case 'ceildiv': {
      const lhs = compileAffineExpr(expr.lhs);
      const rhs = compileAffineExpr(expr.rhs);
      return (dims, symbols) => 0 - floorQuotient(-lhs(dims, symbols), rhs(dims, symbols));
    }
    case 'mod': {
      const lhs = compileAffineExpr(expr.lhs);
      const rhs = compileAffineExpr(expr.rhs);
      return (dims, symbols) => {
        const divisor = rhs(dims, symbols);
        if (divisor < 1) throw new RangeError(`affine remainder by ${divisor}`);
        const remainder = lhs(dims, symbols) % divisor;
        return remainder < 0 ? remainder + divisor : remainder + 0;
      };
    }
  }
}

/** The value of `expr`; see `compileAffineExpr` for what is thrown. */
export function evaluateAffineExpr(expr: AffineExpr, dims: ArrayLike<number>, symbols: ArrayLike<number> = []): number {
  return compileAffineExpr(expr)(dims, symbols);
}

/** A closure that writes the results of `map` into `out` (of at least as many elements) and returns it. */
export function compileAffineMap(
  map: AffineMap,
): <Out extends { [index: number]: number }>(dims: ArrayLike<number>, symbols: ArrayLike<number>, out: Out) => Out {
  const results = map.results.map(compileAffineExpr);
  return (dims, symbols, out) => {
    for (const [index, result] of results.entries()) (out as { [index: number]: number })[index] = result(dims, symbols);
    return out;
  };
}

/** The results of `map` for the given dims and symbols. */
export function evaluateAffineMap(map: AffineMap, dims: ArrayLike<number>, symbols: ArrayLike<number> = []): number[] {
  return map.results.map((result) => evaluateAffineExpr(result, dims, symbols));
}

/** Whether the point lies in `set`: every constraint holds. */
export function integerSetContains(set: IntegerSet, dims: ArrayLike<number>, symbols: ArrayLike<number> = []): boolean {
  return set.constraints.every(({ expr, equality }) => {
    const value = evaluateAffineExpr(expr, dims, symbols);
    return equality ? value === 0 : value >= 0;
  });
}

function floorQuotient(dividend: number, divisor: number): number {
  if (divisor === 0) throw new RangeError('affine division by zero');
  return Math.floor(dividend / divisor) + 0;
}

function exactNumber(value: bigint): number {
  const result = Number(value);
  if (!Number.isSafeInteger(result)) throw new RangeError(`affine constant ${value} is not exact as a double`);
  return result;
}
